/* security_test.h -- names of the fields and states of a test of a system. */
#ifndef RECORDS_SECURITY_TEST_H
#define RECORDS_SECURITY_TEST_H

#include "model/record.h"

enum security_test_field {
	TST_TITLE, TST_SYSTEM, TST_KIND, TST_SCOPE, TST_PLANNED_FOR, TST_TESTED_ON,
	TST_TESTER, TST_RESULTS, TST_REPORT, TST_APPROVED_BY, TST_APPROVED_ON, TST__COUNT
};
enum security_test_state {
	TST_IS_PLANNED, TST_IS_DONE, TST_IS_APPROVED, TST_IS_FAILED, TST_IS_CALLED_OFF,
	TST_IS__COUNT
};
enum security_test_right { TST_MAY_WRITE, TST_MAY_APPROVE, TST_MAY__COUNT };

extern const struct record_type security_test_type;

#endif
