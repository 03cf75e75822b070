/* project.h -- names of the fields and states of a project. */
#ifndef RECORDS_PROJECT_H
#define RECORDS_PROJECT_H

#include "model/record.h"

enum project_field {
	PRJ_TITLE, PRJ_STAGE, PRJ_SYSTEMS, PRJ_LEAD, PRJ_PURPOSE, PRJ_LIFECYCLE,
	PRJ_BUDGET, PRJ_DAYS, PRJ_CLAUSES, PRJ_TRACE, PRJ_STARTED_ON, PRJ_BUILD_ON,
	PRJ_ENDED_ON, PRJ__COUNT
};
enum project_state { PRJ_IS_OPEN, PRJ_IS_ENDED, PRJ_IS_GIVEN_UP, PRJ_IS__COUNT };
enum project_right { PRJ_MAY_WRITE, PRJ_MAY__COUNT };

extern const struct record_type project_type;

#endif
