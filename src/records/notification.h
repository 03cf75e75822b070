/* notification.h -- names of the fields and states of a notice. */
#ifndef RECORDS_NOTIFICATION_H
#define RECORDS_NOTIFICATION_H

#include "model/record.h"

enum notification_field {
	NTF_TITLE, NTF_INCIDENT, NTF_RECIPIENT, NTF_NAME, NTF_BREACH, NTF_REQUIREMENT,
	NTF_REASON, NTF_DECIDED_AT, NTF_DECIDED_BY, NTF_STARTS_AT, NTF_DUE_AT, NTF_TOLD_AT,
	NTF_TOLD_BY, NTF_CHANNEL, NTF_CONTENT, NTF_FILE, NTF_THEIR_NUMBER,
	NTF_ACKNOWLEDGED_AT,
	NTF__COUNT
};
enum notification_state {
	NTF_IS_TO_DECIDE, NTF_IS_TO_SEND, NTF_IS_SENT, NTF_IS_ACKNOWLEDGED,
	NTF_IS_NOT_NEEDED,
	NTF_IS__COUNT
};
enum notification_right { NTF_MAY_WRITE, NTF_MAY_DECIDE, NTF_MAY__COUNT };

extern const struct record_type notification_type;

#endif
