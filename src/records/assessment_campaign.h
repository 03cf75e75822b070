/* assessment_campaign.h -- names of the fields and states of a campaign of assessment. */
#ifndef RECORDS_ASSESSMENT_CAMPAIGN_H
#define RECORDS_ASSESSMENT_CAMPAIGN_H

#include "model/record.h"

enum assessment_campaign_field {
	ASC_TITLE, ASC_FRAMEWORK, ASC_VERSION, ASC_AREAS, ASC_ANSWERED, ASC_GAPS,
	ASC_POSTURE, ASC_STARTED_ON, ASC_COMPLETED_ON, ASC_SUMMARY, ASC_VALIDATED_BY,
	ASC_VALIDATED_ON, ASC__COUNT
};
enum assessment_campaign_state {
	ASC_IS_UNDER_WAY, ASC_IS_COMPLETE, ASC_IS_VALIDATED, ASC_IS__COUNT
};
enum assessment_campaign_right { ASC_MAY_WRITE, ASC_MAY_VALIDATE, ASC_MAY__COUNT };

extern const struct record_type assessment_campaign_type;

#endif
