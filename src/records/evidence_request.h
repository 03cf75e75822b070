/* evidence_request.h -- names of the fields and states of an auditor's request. */
#ifndef RECORDS_EVIDENCE_REQUEST_H
#define RECORDS_EVIDENCE_REQUEST_H

#include "model/record.h"

enum evidence_request_field {
	EVR_TITLE, EVR_AUDIT, EVR_ASKED, EVR_POPULATION, EVR_POPULATION_SIZE, EVR_SAMPLE,
	EVR_SAMPLE_SIZE, EVR_DRAWN_BY, EVR_ASKED_ON, EVR_DUE_ON, EVR_RESPONSE, EVR_EVIDENCE,
	EVR_RESPONDED_ON, EVR_AUDITOR, EVR_ACCEPTANCE, EVR_REPLY,
	EVR__COUNT
};
enum evidence_request_state {
	EVR_IS_ASKED, EVR_IS_ANSWERED, EVR_IS_ACCEPTED,
	EVR_IS__COUNT
};
enum evidence_request_right { EVR_MAY_ASK, EVR_MAY_ANSWER, EVR_MAY_ACCEPT, EVR_MAY__COUNT };

extern const struct record_type evidence_request_type;

#endif
