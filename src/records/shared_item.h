/* shared_item.h -- names of the fields and states of a shared item. */
#ifndef RECORDS_SHARED_ITEM_H
#define RECORDS_SHARED_ITEM_H

#include "model/record.h"

enum shared_item_field {
	SHR_TITLE, SHR_KIND, SHR_ORIGIN, SHR_CONTENT, SHR_FILE, SHR_TAKEN_OUT,
	SHR_SANITISED_BY, SHR_TLP, SHR_AUDIENCE, SHR_FORUMS, SHR_SHARED_ON, SHR_CHANNEL,
	SHR__COUNT
};
enum shared_item_state {
	SHR_IS_DRAFT, SHR_IS_SANITISED, SHR_IS_SHARED, SHR_IS_RECALLED,
	SHR_IS__COUNT
};
enum shared_item_right { SHR_MAY_WRITE, SHR_MAY_RELEASE, SHR_MAY__COUNT };

extern const struct record_type shared_item_type;

#endif
