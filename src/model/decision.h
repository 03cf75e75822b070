/*
 * decision.h -- what somebody decided or stated about a duty, as the duty engine reads it.
 *
 * The records are of one type, which the registry names (`duty_decisions`) with the
 * function that reads one.  Only those that stand are read: approved or declared, and not
 * ended.
 */
#ifndef MODEL_DECISION_H
#define MODEL_DECISION_H

#include "base/id.h"
#include "base/text.h"
#include "base/time.h"

enum decision_kind {
	DECISION_NOT_APPLICABLE,
	DECISION_EXEMPT,
	DECISION_INHERITED,
	DECISION_NONE_EXISTS,           /* the organisation says that there is none */
	DECISION_INVENTORY_COMPLETE,    /* all records of a type are there */
	DECISION_ON_WORD,               /* it was done, on somebody's word */
};

struct duty_decision {
	struct id id;
	enum decision_kind kind;
	struct str duty;                /* its id; not of an inventory */
	struct str inventory;           /* name of a type of record */
	struct id subject;              /* ID_NONE: of the organisation, or of all */
	struct date from, until;        /* first and last day; unset: no such bound */
};

#endif
