/* acknowledgement_request.h -- names of the fields and states of a policy that people are
 * asked to acknowledge. */
#ifndef RECORDS_ACKNOWLEDGEMENT_REQUEST_H
#define RECORDS_ACKNOWLEDGEMENT_REQUEST_H

#include "model/record.h"

enum acknowledgement_request_field {
	ACR_TITLE, ACR_PURPOSE, ACR_EDITION, ACR_VERSION, ACR_SUMMARY, ACR_WORDS,
	ACR_PEOPLE, ACR_DUE_ON, ACR_KEY, ACR_OPENED_ON, ACR_CLOSED_ON,
	ACR__COUNT
};
enum acknowledgement_request_state {
	ACR_IS_DRAFT, ACR_IS_OPEN, ACR_IS_CLOSED,
	ACR_IS__COUNT
};
enum acknowledgement_request_right {
	ACR_MAY_ASK,
	ACR_MAY__COUNT
};

extern const struct record_type acknowledgement_request_type;

#endif
