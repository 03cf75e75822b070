/* plan.h -- names of the fields and states of a plan. */
#ifndef RECORDS_PLAN_H
#define RECORDS_PLAN_H

#include "model/record.h"

enum plan_field {
	PLN_TITLE, PLN_KIND, PLN_SCOPE, PLN_DOCUMENT, PLN_PROCEDURES, PLN_PACK, PLN_LEAD,
	PLN_ALTERNATE, PLN_DISTRIBUTION, PLN_TEST_MONTHS, PLN_TESTED_ON, PLN_TESTED_BY,
	PLN_TEST_DUE_ON, PLN_REVIEW_DUE_ON, PLN_AGREEMENTS,
	PLN__COUNT
};
enum plan_state { PLN_IS_DRAFT, PLN_IS_IN_FORCE, PLN_IS_RETIRED, PLN_IS__COUNT };
enum plan_right { PLN_MAY_WRITE, PLN_MAY_ADOPT, PLN_MAY_RETIRE, PLN_MAY__COUNT };

extern const struct record_type plan_type;

#endif
