/* audit.h -- names of the fields and states of an audit. */
#ifndef RECORDS_AUDIT_H
#define RECORDS_AUDIT_H

#include "model/record.h"

enum audit_field {
	AUD_TITLE, AUD_BODY, AUD_KIND, AUD_LEAD, AUD_LIAISON, AUD_SCOPE, AUD_CRITERIA,
	AUD_PERIOD_FROM, AUD_PERIOD_TO, AUD_PLANNED_FOR, AUD_FIELDWORK_FROM,
	AUD_FIELDWORK_TO,
	AUD_DRAFT_DUE_ON, AUD_REPORT_ON, AUD_REPORT, AUD_CONCLUSION,
	AUD__COUNT
};
enum audit_state {
	AUD_IS_PLANNED, AUD_IS_FIELDWORK, AUD_IS_REPORTING, AUD_IS_FOLLOWED_UP,
	AUD_IS_CLOSED,
	AUD_IS_CANCELLED,
	AUD_IS__COUNT
};
enum audit_right { AUD_MAY_PLAN, AUD_MAY_CONDUCT, AUD_MAY__COUNT };

extern const struct record_type audit_type;

#endif
