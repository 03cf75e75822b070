/* privacy_assessment.h -- names of the fields and states of a privacy impact assessment. */
#ifndef RECORDS_PRIVACY_ASSESSMENT_H
#define RECORDS_PRIVACY_ASSESSMENT_H

#include "model/record.h"

enum privacy_assessment_field {
	PIA_TITLE, PIA_SYSTEM, PIA_ABOUT, PIA_REFERENCE, PIA_PERSONAL, PIA_RISKS,
	PIA_MEASURES, PIA_STARTED_ON, PIA_SUBMITTED_ON, PIA_COMPLETED_ON, PIA_REPORT,
	PIA_OFFICER, PIA_REVIEW_DUE_ON, PIA__COUNT
};
enum privacy_assessment_state {
	PIA_IS_UNDER_WAY, PIA_IS_SUBMITTED, PIA_IS_COMPLETE, PIA_IS_NOT_REQUIRED,
	PIA_IS_REPLACED, PIA_IS__COUNT
};
enum privacy_assessment_right { PIA_MAY_WRITE, PIA_MAY_COMPLETE, PIA_MAY__COUNT };

extern const struct record_type privacy_assessment_type;

#endif
