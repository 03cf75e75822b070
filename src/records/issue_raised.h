/* issue_raised.h -- names of the fields and states of an issue. */
#ifndef RECORDS_ISSUE_RAISED_H
#define RECORDS_ISSUE_RAISED_H

#include "model/record.h"

enum issue_raised_field {
	ISU_TITLE, ISU_DESCRIPTION, ISU_WEIGHT, ISU_ARISEN_ON, ISU_ABOUT, ISU_RAISED_ON,
	ISU_FORUM, ISU_ASKED, ISU_OUTCOME, ISU_SETTLED_ON,
	ISU__COUNT
};
enum issue_raised_state {
	ISU_IS_NOTED, ISU_IS_RAISED, ISU_IS_SETTLED, ISU_IS_KEPT,
	ISU_IS__COUNT
};
enum issue_raised_right { ISU_MAY_NOTE, ISU_MAY_RAISE, ISU_MAY__COUNT };

extern const struct record_type issue_raised_type;

#endif
