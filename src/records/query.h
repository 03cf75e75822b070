/* query.h -- names of the fields and states of a question. */
#ifndef RECORDS_QUERY_H
#define RECORDS_QUERY_H

#include "model/record.h"

enum query_field {
	QRY_TITLE, QRY_RECIPIENT, QRY_TOPIC, QRY_QUESTION, QRY_ABOUT, QRY_SENT_AT,
	QRY_SENT_BY, QRY_REFERENCE, QRY_ANSWER, QRY_ANSWERED_AT, QRY_FILE,
	QRY__COUNT
};
enum query_state {
	QRY_IS_DRAFT, QRY_IS_SENT, QRY_IS_ANSWERED, QRY_IS_UNANSWERED,
	QRY_IS__COUNT
};
enum query_right { QRY_MAY_SEND, QRY_MAY__COUNT };

extern const struct record_type query_type;

#endif
