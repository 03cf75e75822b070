/* advice_request.h -- names of the fields and states of a request for advice. */
#ifndef RECORDS_ADVICE_REQUEST_H
#define RECORDS_ADVICE_REQUEST_H

#include "model/record.h"

enum advice_request_field {
	ADQ_TITLE, ADQ_KIND, ADQ_QUESTION, ADQ_ASKED_AT, ADQ_ASKED_BY, ADQ_AREA, ADQ_ABOUT,
	ADQ_DECISION, ADQ_CLAUSES, ADQ_LINK_SENT, ADQ_ANSWER, ADQ_REQUIREMENTS,
	ADQ_ANSWERED_AT, ADQ_ANSWERED_BY,
	ADQ__COUNT
};
enum advice_request_state {
	ADQ_IS_ASKED, ADQ_IS_ANSWERED, ADQ_IS_CLOSED, ADQ_IS_WITHDRAWN,
	ADQ_IS__COUNT
};
enum advice_request_right { ADQ_MAY_ASK, ADQ_MAY_ANSWER, ADQ_MAY__COUNT };

extern const struct record_type advice_request_type;

#endif
