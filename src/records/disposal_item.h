/* disposal_item.h -- names of the fields and states of one line of a disposal. */
#ifndef RECORDS_DISPOSAL_ITEM_H
#define RECORDS_DISPOSAL_ITEM_H

#include "model/act.h"
#include "model/record.h"
#include "model/row.h"

enum disposal_item_field {
	DSI_CODE,
	DSI_DISPOSAL,
	DSI_RECORD,
	DSI_KIND,
	DSI_RULE,
	DSI_ENDED_ON,
	DSI_DUE_ON,
	DSI_AFTER,
	DSI_EXPORT,
	DSI_EXPORTED_AT,
	DSI_EXPORT_SHA256,
	DSI_REFERENCE,
	DSI_SHA256,
	DSI_PARTS,
	DSI_DONE_ON,
	DSI__COUNT
};
enum disposal_item_state {
	DSI_IS_PENDING,
	DSI_IS_EXPORTED,
	DSI_IS_DESTROYED,
	DSI_IS_KEPT,
	DSI_IS__COUNT
};
enum disposal_item_right { DSI_MAY_HAND_OVER, DSI_MAY__COUNT };

extern const struct record_type disposal_item_type;

/* One line for a record that was approved to be disposed of; by the program. */
enum fail disposal_item_make(struct act *a, const struct row *disposal,
                             const struct row *record) MUST_USE;

#endif
