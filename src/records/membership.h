/* membership.h -- names of the fields and states of a membership. */
#ifndef RECORDS_MEMBERSHIP_H
#define RECORDS_MEMBERSHIP_H

#include "model/record.h"

enum membership_field {
	MEM_TITLE, MEM_FORUM, MEM_KIND, MEM_PERSON, MEM_ASKED_ON, MEM_ACCEPTED_ON,
	MEM_ENDS_ON, MEM_MEMBER_NUMBER, MEM_NOTE,
	MEM__COUNT
};
enum membership_state { MEM_IS_ASKED, MEM_IS_VALID, MEM_IS_ENDED, MEM_IS__COUNT };
enum membership_right { MEM_MAY_KEEP, MEM_MAY__COUNT };

extern const struct record_type membership_type;

#endif
