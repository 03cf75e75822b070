/* risk_assessment.h -- names of the fields and states of a security threat and risk
 * assessment. */
#ifndef RECORDS_RISK_ASSESSMENT_H
#define RECORDS_RISK_ASSESSMENT_H

#include "model/record.h"

enum risk_assessment_field {
	STR_TITLE, STR_SYSTEM, STR_KIND, STR_STAGE, STR_OCCASION, STR_CHANGE,
	STR_PREVIOUS, STR_PROCESS, STR_PROCESS_VERSION, STR_TEMPLATE, STR_EVALUATOR,
	STR_BUSINESS, STR_PARTICIPANTS, STR_OTHERS, STR_SCOPE, STR_STARTED_ON,
	STR_COMPLETED_ON, STR_FINDINGS, STR_REPORT, STR_DECISION, STR_DECIDED_BY,
	STR_DECIDED_ON, STR_REVIEW_DUE_ON, STR__COUNT
};
enum risk_assessment_state {
	STR_IS_PLANNED, STR_IS_UNDER_WAY, STR_IS_TO_DECIDE, STR_IS_COMPLETE,
	STR_IS_REPLACED, STR_IS_GIVEN_UP, STR_IS__COUNT
};
enum risk_assessment_right { STR_MAY_WRITE, STR_MAY_DECIDE, STR_MAY__COUNT };

extern const struct record_type risk_assessment_type;

/* A change touched the risks of the system: what is complete holds no longer than `day`. */
enum fail assessments_are_due(struct act *a, struct id system, struct date day) MUST_USE;

#endif
