/* meeting.h -- names of the fields and states of a meeting. */
#ifndef RECORDS_MEETING_H
#define RECORDS_MEETING_H

#include "model/record.h"

enum meeting_field {
	MTG_TITLE, MTG_FORUM, MTG_KIND, MTG_PLANNED_FOR, MTG_HELD_ON, MTG_PLACE,
	MTG_ATTENDED_BY, MTG_DELEGATE, MTG_ITEMS_RAISED, MTG_TELLING, MTG_ISSUES,
	MTG_INITIATIVES, MTG_NOTES, MTG_MINUTES,
	MTG__COUNT
};
enum meeting_state {
	MTG_IS_PLANNED, MTG_IS_ATTENDED, MTG_IS_MISSED, MTG_IS_CANCELLED,
	MTG_IS__COUNT
};
enum meeting_right { MTG_MAY_KEEP, MTG_MAY__COUNT };

extern const struct record_type meeting_type;

#endif
