/* observance.h -- names of the fields and states of a day or event that staff are told of.
 */
#ifndef RECORDS_OBSERVANCE_H
#define RECORDS_OBSERVANCE_H

#include "model/record.h"

enum observance_field {
	OBS_TITLE, OBS_KIND, OBS_STARTS_ON, OBS_ENDS_ON, OBS_HOST, OBS_ADDRESS,
	OBS_NOTICE_ON, OBS_AUDIENCE, OBS_NOTICE, OBS_ATTENDED_ON, OBS_ATTENDED_BY,
	OBS_ATTENDANCE, OBS_NOTE, OBS__COUNT
};
enum observance_state {
	OBS_IS_COMING, OBS_IS_ANNOUNCED, OBS_IS_ATTENDED, OBS_IS_PASSED, OBS_IS__COUNT
};
enum observance_right {
	OBS_MAY_KEEP, OBS_MAY__COUNT
};

extern const struct record_type observance_type;

#endif
