/* role.h -- names of the fields of a role. */
#ifndef RECORDS_ROLE_H
#define RECORDS_ROLE_H

#include "model/record.h"

enum role_field {
	ROL_TITLE, ROL_NAME, ROL_DUTIES, ROL_RIGHTS, ROL_READ_ONLY, ROL_CLEARANCE,
	ROL__COUNT
};
enum role_right { ROL_MAY_CHANGE, ROL_MAY__COUNT };

extern const struct record_type role_type;

#endif
