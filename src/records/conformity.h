/* conformity.h -- names of the fields and states of a check of a procedure against an
 * instrument. */
#ifndef RECORDS_CONFORMITY_H
#define RECORDS_CONFORMITY_H

#include "model/record.h"

enum conformity_field {
	CNF_TITLE, CNF_DOCUMENT, CNF_EDITION, CNF_NOTE, CNF_VERSION, CNF_CHECKED_ON,
	CNF_MAPPED, CNF_NOT_MET,
	CNF__COUNT
};
enum conformity_state {
	CNF_IS_DRAFT, CNF_IS_CONFIRMED, CNF_IS_OUTDATED,
	CNF_IS__COUNT
};
enum conformity_right {
	CNF_MAY_WRITE, CNF_MAY_CONFIRM,
	CNF_MAY__COUNT
};

extern const struct record_type conformity_type;

#endif
