/* security_activity.h -- names of the fields and states of a day-to-day security activity.
 */
#ifndef RECORDS_SECURITY_ACTIVITY_H
#define RECORDS_SECURITY_ACTIVITY_H

#include "model/record.h"

enum security_activity_field {
	ACT_TITLE, ACT_HOW_OFTEN, ACT_PROCEDURE, ACT_GAP, ACT_GAP_DUE_ON,
	ACT__COUNT
};
enum security_activity_state {
	ACT_IS_ACTIVE, ACT_IS_ENDED,
	ACT_IS__COUNT
};
enum security_activity_right {
	ACT_MAY_KEEP,
	ACT_MAY__COUNT
};

extern const struct record_type security_activity_type;

#endif
