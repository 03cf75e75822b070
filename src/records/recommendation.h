/* recommendation.h -- names of the fields and states of a recommendation. */
#ifndef RECORDS_RECOMMENDATION_H
#define RECORDS_RECOMMENDATION_H

#include "model/record.h"

enum recommendation_field {
	REC_TITLE, REC_FINDING, REC_GAP, REC_MERGE_KEY, REC_ELEMENTS, REC_WORDS,
	REC_RESPONSE,
	REC_DUE_ON, REC_DONE_ON,
	REC__COUNT
};
enum recommendation_state {
	REC_IS_OPEN, REC_IS_AGREED, REC_IS_REJECTED, REC_IS_DONE,
	REC_IS__COUNT
};
enum recommendation_right {
	REC_MAY_WRITE, REC_MAY_ANSWER, REC_MAY_CLOSE,
	REC_MAY__COUNT
};

extern const struct record_type recommendation_type;

#endif
