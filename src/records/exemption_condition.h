/* exemption_condition.h -- names of the fields and states of a condition of an exemption.
 */
#ifndef RECORDS_EXEMPTION_CONDITION_H
#define RECORDS_EXEMPTION_CONDITION_H

#include "model/record.h"

enum exemption_condition_field {
	EXC_TITLE, EXC_EXEMPTION, EXC_WORDS, EXC_FOLLOW_UP_ON, EXC_EXTENDED_TO,
	EXC_DUE_ON, EXC_MET_ON, EXC_ANSWER, EXC_EVIDENCE, EXC_SETTLED_ON,
	EXC__COUNT
};
enum exemption_condition_state {
	EXC_IS_OPEN, EXC_IS_REPORTED, EXC_IS_MET, EXC_IS_DROPPED,
	EXC_IS__COUNT
};
enum exemption_condition_right {
	EXC_MAY_SET, EXC_MAY_REPORT, EXC_MAY_ACCEPT,
	EXC_MAY__COUNT
};

extern const struct record_type exemption_condition_type;

#endif
