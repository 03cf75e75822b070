/* exercise.h -- names of the fields and states of an exercise. */
#ifndef RECORDS_EXERCISE_H
#define RECORDS_EXERCISE_H

#include "model/record.h"

enum exercise_field {
	EXR_TITLE, EXR_PLANS, EXR_KIND, EXR_OBJECTIVES, EXR_SCENARIO, EXR_INJECTS,
	EXR_PLANNED_FOR,
	EXR_HELD_ON, EXR_LEAD, EXR_PARTICIPANTS, EXR_OTHERS, EXR_RESULTS, EXR_OUTCOME,
	EXR_CHANGES, EXR_REPORT, EXR_ACTIONS,
	EXR__COUNT
};
enum exercise_state {
	EXR_IS_PLANNED, EXR_IS_HELD, EXR_IS_CLOSED, EXR_IS_CANCELLED,
	EXR_IS__COUNT
};
enum exercise_right { EXR_MAY_PLAN, EXR_MAY_RECORD, EXR_MAY_CLOSE, EXR_MAY__COUNT };

extern const struct record_type exercise_type;

#endif
