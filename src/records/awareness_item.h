/* awareness_item.h -- names of the fields and states of an item of an awareness plan. */
#ifndef RECORDS_AWARENESS_ITEM_H
#define RECORDS_AWARENESS_ITEM_H

#include "model/act.h"
#include "model/record.h"

enum awareness_item_field {
	AWI_TITLE, AWI_PLAN, AWI_METHOD, AWI_PLANNED_FOR, AWI_AUDIENCE, AWI_EXPECTED,
	AWI_PLACE, AWI_SPEAKER, AWI_ARRANGED_ON, AWI_MATERIALS, AWI_OBSERVANCE,
	AWI_BECAUSE, AWI_MOVED_TO, AWI_DUE_ON, AWI_DELIVERED_ON, AWI_DELIVERIES, AWI_REACH,
	AWI_NOTE,
	AWI__COUNT
};
enum awareness_item_state {
	AWI_IS_PLANNED, AWI_IS_ARRANGED, AWI_IS_DELIVERED, AWI_IS_DROPPED, AWI_IS__COUNT
};
enum awareness_item_right { AWI_MAY_KEEP, AWI_MAY__COUNT };

extern const struct record_type awareness_item_type;

/* Sums what the log of deliveries says about the item; after an entry was made in it. */
enum fail awareness_item_count(struct act *a, struct id item) MUST_USE;

#endif
