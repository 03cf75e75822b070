/* role_assignment.h -- names of the fields and states of an appointment to a role. */
#ifndef RECORDS_ROLE_ASSIGNMENT_H
#define RECORDS_ROLE_ASSIGNMENT_H

#include "model/record.h"

enum role_assignment_field {
	RAS_TITLE, RAS_ROLE, RAS_PERSON, RAS_STARTS_ON, RAS_ENDS_ON, RAS_ALTERNATE,
	RAS_INSTRUMENT, RAS_LETTER, RAS_CLEARANCE, RAS_NOTE,
	RAS__COUNT
};
enum role_assignment_state { RAS_IS_IN_FORCE, RAS_IS_ENDED, RAS_IS__COUNT };
enum role_assignment_right { RAS_MAY_APPOINT, RAS_MAY__COUNT };

extern const struct record_type role_assignment_type;

#endif
