/* edition.h -- names of the fields and states of an edition of an instrument. */
#ifndef RECORDS_EDITION_H
#define RECORDS_EDITION_H

#include "model/record.h"

enum edition_field {
	EDN_TITLE, EDN_INSTRUMENT, EDN_NUMBER, EDN_EFFECTIVE_FROM, EDN_EFFECTIVE_TO,
	EDN_PUBLISHED_ON, EDN_FILE, EDN_ADDRESS, EDN_NEWS, EDN_CHANGES, EDN_READING,
	EDN_CONFIRMED,
	EDN__COUNT
};
enum edition_state { EDN_IS_DRAFT, EDN_IS_IN_FORCE, EDN_IS_SUPERSEDED, EDN_IS__COUNT };
enum edition_right { EDN_MAY_CHANGE, EDN_MAY__COUNT };

extern const struct record_type edition_type;

#endif
