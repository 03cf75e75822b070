/* change.h -- names of the fields and states of a change to a system. */
#ifndef RECORDS_CHANGE_H
#define RECORDS_CHANGE_H

#include "model/record.h"

enum change_field {
	CHG_TITLE, CHG_SYSTEM, CHG_KIND, CHG_URGENCY, CHG_PATCH, CHG_DESCRIPTION,
	CHG_RISKS, CHG_MITIGATIONS, CHG_REFERENCE, CHG_PLANNED_FOR, CHG_MADE_ON,
	CHG_TOUCHES_PLAN, CHG_PLAN_GROUNDS, CHG_TOUCHES_RISKS, CHG_RISK_GROUNDS,
	CHG_APPROVED_BY, CHG_APPROVED_ON, CHG__COUNT
};
enum change_state {
	CHG_IS_PROPOSED, CHG_IS_APPROVED, CHG_IS_MADE, CHG_IS_CLOSED, CHG_IS_REFUSED,
	CHG_IS_GIVEN_UP, CHG_IS__COUNT
};
enum change_right { CHG_MAY_WRITE, CHG_MAY_APPROVE, CHG_MAY_MAKE, CHG_MAY__COUNT };

extern const struct record_type change_type;

#endif
