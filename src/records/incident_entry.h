/* incident_entry.h -- names of the fields of an entry in the timeline of an incident. */
#ifndef RECORDS_INCIDENT_ENTRY_H
#define RECORDS_INCIDENT_ENTRY_H

#include "model/record.h"

enum incident_entry_field {
	ICE_TITLE, ICE_INCIDENT, ICE_KIND, ICE_HAPPENED_AT, ICE_BY, ICE_TOLD, ICE_DETAIL,
	ICE__COUNT
};
enum incident_entry_right { ICE_MAY_WRITE, ICE_MAY__COUNT };

extern const struct record_type incident_entry_type;

struct act;
struct row;

/* What the incident is classed as from now on, and why, as an entry of its own. */
enum fail incident_class_entry(struct act *a, const struct row *incident) MUST_USE;

#endif
