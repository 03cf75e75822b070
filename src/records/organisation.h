/* organisation.h -- names of the fields and states of a node of the organisation. */
#ifndef RECORDS_ORGANISATION_H
#define RECORDS_ORGANISATION_H

#include "model/record.h"

enum organisation_field {
	ORG_TITLE, ORG_PARENT, ORG_KIND, ORG_ABBREVIATION, ORG_MANDATE, ORG_HEAD,
	ORG_JURISDICTION,
	ORG_TIME_ZONE, ORG_WEBSITE,
	ORG__COUNT
};
enum organisation_state { ORG_IS_ACTIVE, ORG_IS_CLOSED, ORG_IS__COUNT };
enum organisation_right { ORG_MAY_CHANGE, ORG_MAY_CLOSE, ORG_MAY__COUNT };

extern const struct record_type organisation_type;

#endif
