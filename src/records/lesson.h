/* lesson.h -- names of the fields and states of a lesson. */
#ifndef RECORDS_LESSON_H
#define RECORDS_LESSON_H

#include "model/record.h"

enum lesson_field {
	LSN_TITLE, LSN_KIND, LSN_ORIGIN, LSN_LEARNED_ON, LSN_WHAT_HAPPENED, LSN_ADVICE,
	LSN_AUDIENCE, LSN_FORUMS, LSN_PUBLISHED_ON,
	LSN__COUNT
};
enum lesson_state { LSN_IS_DRAFT, LSN_IS_PUBLISHED, LSN_IS_OUTDATED, LSN_IS__COUNT };
enum lesson_right { LSN_MAY_WRITE, LSN_MAY_PUBLISH, LSN_MAY__COUNT };

extern const struct record_type lesson_type;

#endif
