/* applicability_decision.h -- names of the fields and states of a decision how an
 * instrument applies. */
#ifndef RECORDS_APPLICABILITY_DECISION_H
#define RECORDS_APPLICABILITY_DECISION_H

#include "model/record.h"

enum applicability_decision_field {
	APD_TITLE, APD_EDITION, APD_CLAUSES, APD_AREA, APD_DECISION, APD_GROUNDS,
	APD_STATEMENT, APD_COMPLIANCE, APD_EXEMPTION, APD_UNTIL, APD_DECIDED_ON,
	APD_REVIEW_DUE_ON,
	APD__COUNT
};
enum applicability_decision_state {
	APD_IS_DRAFT, APD_IS_PROPOSED, APD_IS_APPROVED, APD_IS_LAPSED,
	APD_IS_REPLACED,
	APD_IS__COUNT
};
enum applicability_decision_right {
	APD_MAY_WRITE, APD_MAY_APPROVE,
	APD_MAY__COUNT
};

extern const struct record_type applicability_decision_type;

#endif
