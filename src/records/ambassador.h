/* ambassador.h -- names of the fields and states of a security ambassador. */
#ifndef RECORDS_AMBASSADOR_H
#define RECORDS_AMBASSADOR_H

#include "model/record.h"

enum ambassador_field {
	AMB_TITLE, AMB_PERSON, AMB_AREA, AMB_STARTS_ON, AMB_ENDS_ON, AMB_BRIEFED_ON,
	AMB_NOTE, AMB__COUNT
};
enum ambassador_state {
	AMB_IS_ACTIVE, AMB_IS_ENDED, AMB_IS__COUNT
};
enum ambassador_right {
	AMB_MAY_NAME, AMB_MAY__COUNT
};

extern const struct record_type ambassador_type;

#endif
