/* treatment.h -- names of the fields and states of the treatment of a risk or gap. */
#ifndef RECORDS_TREATMENT_H
#define RECORDS_TREATMENT_H

#include "model/record.h"

enum treatment_field {
	TRT_TITLE, TRT_RISK, TRT_ANSWER, TRT_MEASURES, TRT_COST, TRT_DUE_ON, TRT_DONE_ON,
	TRT_RESULT, TRT_VERIFIED_BY, TRT_VERIFIED_ON, TRT__COUNT
};
enum treatment_state {
	TRT_IS_PROPOSED, TRT_IS_AGREED, TRT_IS_DONE, TRT_IS_VERIFIED, TRT_IS_GIVEN_UP,
	TRT_IS__COUNT
};
enum treatment_right {
	TRT_MAY_WRITE, TRT_MAY_AGREE, TRT_MAY_REPORT, TRT_MAY_VERIFY, TRT_MAY__COUNT
};

extern const struct record_type treatment_type;

#endif
