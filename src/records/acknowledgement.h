/* acknowledgement.h -- names of the fields and states of the acknowledgement of a policy.
 */
#ifndef RECORDS_ACKNOWLEDGEMENT_H
#define RECORDS_ACKNOWLEDGEMENT_H

#include "model/record.h"

enum acknowledgement_field {
	ACK_TITLE, ACK_REQUEST, ACK_PERSON, ACK_HOW, ACK_SIGNED_ON, ACK_PROOF,
	ACK_PURPOSE, ACK_EDITION, ACK_VERSION,
	ACK__COUNT
};
enum acknowledgement_state {
	ACK_IS_GIVEN,
	ACK_IS__COUNT
};
enum acknowledgement_right {
	ACK_MAY_GIVE, ACK_MAY_RECORD,
	ACK_MAY__COUNT
};

/* What a policy is acknowledged for; shared with the request. */
#define ACKNOWLEDGEMENT_PURPOSES 3
extern const struct choice acknowledgement_purposes[ACKNOWLEDGEMENT_PURPOSES];

extern const struct record_type acknowledgement_type;

#endif
