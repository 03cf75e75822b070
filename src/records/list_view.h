/* list_view.h -- names of the fields and states of a saved view of a list. */
#ifndef RECORDS_LIST_VIEW_H
#define RECORDS_LIST_VIEW_H

#include "model/record.h"

enum list_view_field { LVW_TITLE, LVW_OF, LVW_ADDRESS, LVW__COUNT };
enum list_view_state { LVW_IS_PRIVATE, LVW_IS_SHARED, LVW_IS__COUNT };
enum list_view_right { LVW_MAY_KEEP, LVW_MAY_SHARE, LVW_MAY__COUNT };

extern const struct record_type list_view_type;

#endif
