/* awareness_plan.h -- names of the fields and states of a year's awareness plan. */
#ifndef RECORDS_AWARENESS_PLAN_H
#define RECORDS_AWARENESS_PLAN_H

#include "model/act.h"
#include "model/record.h"

enum awareness_plan_field {
	AWP_TITLE, AWP_STARTS_ON, AWP_ENDS_ON, AWP_LEAD, AWP_AUDIENCE, AWP_GOALS,
	AWP_LISTING, AWP_ADVICE, AWP_SIGNED_ON, AWP_SIGNED_BY, AWP_COVERS_FROM,
	AWP_IN_FORCE_FROM, AWP_REVIEWED_ON, AWP_REVIEW_RESULT, AWP_REVIEW_NOTE,
	AWP_REVIEW_DUE_ON, AWP_ITEMS, AWP_DELIVERED, AWP_REACH, AWP_OUTCOME,
	AWP__COUNT
};
enum awareness_plan_state {
	AWP_IS_DRAFT, AWP_IS_SUBMITTED, AWP_IS_SIGNED, AWP_IS_CLOSED, AWP_IS__COUNT
};
enum awareness_plan_right {
	AWP_MAY_WRITE, AWP_MAY_SIGN, AWP_MAY_REVIEW, AWP_MAY__COUNT
};

extern const struct record_type awareness_plan_type;

/* Counts the plan's items and what was delivered of them anew; after an item changed. */
enum fail awareness_plan_count(struct act *a, struct id plan) MUST_USE;

#endif
