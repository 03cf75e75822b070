/* training_completion.h -- names of the fields of a course that somebody completed. */
#ifndef RECORDS_TRAINING_COMPLETION_H
#define RECORDS_TRAINING_COMPLETION_H

#include "model/act.h"
#include "model/record.h"

enum training_completion_field {
	TRN_TITLE, TRN_PERSON, TRN_KIND, TRN_COMPLETED_ON, TRN_EXPIRES_ON,
	TRN_COUNTS_UNTIL, TRN_SCORE, TRN_PROVIDER, TRN_REFERENCE, TRN_SOURCE, TRN_FILE,
	TRN__COUNT
};
enum training_completion_state { TRN_IS_CURRENT, TRN_IS_LAPSED, TRN_IS__COUNT };
enum training_completion_right {
	TRN_MAY_KEEP, TRN_MAY__COUNT
};

extern const struct record_type training_completion_type;

/* Is the same course of the same person and day in the records already, apart from `r`? */
bool training_is_recorded(const struct act *a, const struct row *r);

#endif
