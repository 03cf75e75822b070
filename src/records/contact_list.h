/* contact_list.h -- names of the fields and states of a list of contacts. */
#ifndef RECORDS_CONTACT_LIST_H
#define RECORDS_CONTACT_LIST_H

#include "model/record.h"

enum contact_list_field {
	CTL_TITLE, CTL_KIND, CTL_PRIMARY, CTL_ALTERNATE, CTL_REACHED_BY, CTL_ENTRIES,
	CTL_FILE, CTL_SOURCE, CTL_RECEIVED_ON, CTL_CHECKED_ON, CTL_CHECK_RESULT,
	CTL_CHECK_DUE_ON, CTL_PLANS,
	CTL__COUNT
};
enum contact_list_state { CTL_IS_DRAFT, CTL_IS_CURRENT, CTL_IS_REPLACED, CTL_IS__COUNT };
enum contact_list_right { CTL_MAY_KEEP, CTL_MAY__COUNT };

extern const struct record_type contact_list_type;

#endif
