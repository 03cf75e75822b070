/* business_impact_analysis.h -- names of the fields and states of a business impact
 * analysis. */
#ifndef RECORDS_BUSINESS_IMPACT_ANALYSIS_H
#define RECORDS_BUSINESS_IMPACT_ANALYSIS_H

#include "model/record.h"

enum business_impact_analysis_field {
	BIA_TITLE, BIA_SYSTEMS, BIA_PLANS, BIA_RANK, BIA_IMPACT, BIA_OUTAGE_HOURS,
	BIA_RECOVERY_HOURS, BIA_LOSS_HOURS, BIA_APPROVED_BY, BIA_APPROVED_ON,
	BIA_REVIEW_DUE_ON, BIA__COUNT
};
enum business_impact_analysis_state {
	BIA_IS_DRAFT, BIA_IS_APPROVED, BIA_IS_REPLACED, BIA_IS__COUNT
};
enum business_impact_analysis_right { BIA_MAY_WRITE, BIA_MAY_APPROVE, BIA_MAY__COUNT };

extern const struct record_type business_impact_analysis_type;

#endif
