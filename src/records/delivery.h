/* delivery.h -- names of the fields of an entry in the log of deliveries. */
#ifndef RECORDS_DELIVERY_H
#define RECORDS_DELIVERY_H

#include "model/record.h"

enum delivery_field {
	DLV_TITLE, DLV_ITEM, DLV_DELIVERED_ON, DLV_CHANNEL, DLV_PLACE, DLV_AUDIENCE,
	DLV_INVITED, DLV_REACH, DLV_FEEDBACK, DLV_FILE,
	DLV__COUNT
};
enum delivery_right { DLV_MAY_LOG, DLV_MAY__COUNT };

extern const struct record_type delivery_type;

#endif
