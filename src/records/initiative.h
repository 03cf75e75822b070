/* initiative.h -- names of the fields and states of an initiative. */
#ifndef RECORDS_INITIATIVE_H
#define RECORDS_INITIATIVE_H

#include "model/record.h"

enum initiative_field {
	INI_TITLE, INI_PURPOSE, INI_LEAD, INI_STARTS_ON, INI_ENDS_ON, INI_CHECKED_AGAINST,
	INI_CHECKED_ON, INI_FIT, INI_SEARCHED_ON, INI_SEARCHED_WHERE, INI_REUSE,
	INI_REUSE_OF, INI_SHARED_ON, INI_SHARED_IN, INI_NOTE,
	INI__COUNT
};
enum initiative_state {
	INI_IS_PROPOSED, INI_IS_UNDER_WAY, INI_IS_FINISHED, INI_IS_DROPPED,
	INI_IS__COUNT
};
enum initiative_right { INI_MAY_KEEP, INI_MAY__COUNT };

extern const struct record_type initiative_type;

#endif
