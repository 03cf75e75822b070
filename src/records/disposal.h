/* disposal.h -- names of the fields and states of a disposal. */
#ifndef RECORDS_DISPOSAL_H
#define RECORDS_DISPOSAL_H

#include "model/record.h"

enum disposal_field {
	DSP_TITLE,
	DSP_GROUNDS,
	DSP_RECORDS,
	DSP_PROPOSED_BY,
	DSP_APPROVED_BY,
	DSP_APPROVED_ON,
	DSP_DONE_ON,
	DSP__COUNT
};
enum disposal_state {
	DSP_IS_DRAFT,
	DSP_IS_PROPOSED,
	DSP_IS_APPROVED,
	DSP_IS_DONE,
	DSP_IS_REJECTED,
	DSP_IS_STOPPED,
	DSP_IS__COUNT
};
enum disposal_right { DSP_MAY_PROPOSE, DSP_MAY_APPROVE, DSP_MAY__COUNT };

extern const struct record_type disposal_type;

#endif
