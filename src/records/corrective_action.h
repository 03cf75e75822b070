/* corrective_action.h -- names of the fields and states of a corrective action. */
#ifndef RECORDS_CORRECTIVE_ACTION_H
#define RECORDS_CORRECTIVE_ACTION_H

#include "model/record.h"

enum corrective_action_field {
	COR_TITLE, COR_FINDING, COR_RECOMMENDATION, COR_EXERCISE, COR_INCIDENT,
	COR_MEASURES, COR_DUE_ON, COR_AGREED_ON, COR_DONE_ON, COR_WHAT_WAS_DONE,
	COR_EVIDENCE, COR_CHECK_HOW, COR_CHECKED_ON, COR_EFFECTIVE, COR_CHECK_NOTE,
	COR_AUDITOR, COR_ACCEPTANCE, COR_CLOSED_ON, COR_REPEAT_OF,
	COR__COUNT
};
enum corrective_action_state {
	COR_IS_PROPOSED, COR_IS_AGREED, COR_IS_DONE, COR_IS_CHECKED, COR_IS_CLOSED,
	COR_IS__COUNT
};
enum corrective_action_right {
	COR_MAY_WRITE, COR_MAY_AGREE, COR_MAY_REPORT, COR_MAY_CHECK, COR_MAY_ACCEPT,
	COR_MAY__COUNT
};

extern const struct record_type corrective_action_type;

#endif
