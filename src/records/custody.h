/* custody.h -- names of the fields of a hand-over of evidence. */
#ifndef RECORDS_CUSTODY_H
#define RECORDS_CUSTODY_H

#include "model/record.h"

enum custody_field {
	CST_TITLE, CST_INCIDENT, CST_AFTER, CST_HANDED_AT, CST_FROM, CST_HOLDER,
	CST_HOLDER_OUTSIDE, CST_PLACE, CST_POWER, CST_SEAL, CST_NOTE,
	CST__COUNT
};
enum custody_right { CST_MAY_WRITE, CST_MAY__COUNT };

extern const struct record_type custody_type;

#endif
