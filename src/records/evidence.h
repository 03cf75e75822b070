/* evidence.h -- names of the fields of a piece of evidence. */
#ifndef RECORDS_EVIDENCE_H
#define RECORDS_EVIDENCE_H

#include "model/record.h"

enum evidence_field {
	EVD_TITLE, EVD_ABOUT, EVD_KIND, EVD_FILE, EVD_FROM, EVD_TO, EVD_RECEIVED_ON,
	EVD_SOURCE,
	EVD_NOTE, EVD_REPLACES,
	EVD__COUNT
};
enum evidence_right { EVD_MAY_ADD, EVD_MAY__COUNT };

extern const struct record_type evidence_type;

#endif
