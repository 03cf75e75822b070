/* system.h -- names of the fields and states of an information system. */
#ifndef RECORDS_SYSTEM_H
#define RECORDS_SYSTEM_H

#include "model/record.h"

enum system_field {
	SYS_TITLE, SYS_ABBREVIATION, SYS_PURPOSE, SYS_KIND, SYS_HOSTING, SYS_ACCOUNTABLE,
	SYS_TECHNICAL, SYS_INFORMATION, SYS_RANK, SYS_PERSONAL, SYS_PAYMENT, SYS_CRITICAL,
	SYS_IN_SERVICE_ON, SYS_UPDATE_ON, SYS_RESTORE_MONTHS, SYS_RESTORE_TESTED_ON,
	SYS_RESTORE_DUE_ON, SYS_LOG_MONTHS, SYS_LOG_SAMPLED_ON, SYS_LOG_SAMPLE,
	SYS_PATCH_DAYS, SYS_PATCH_LOG_ON, SYS_PATCH_LOG_UNTIL, SYS_CHANGE_LOG_ON,
	SYS_VULNERABILITY_LOG_ON, SYS_NO_VULNERABILITIES_ON, SYS_NO_PATCHES_ON,
	SYS_NO_CHANGES_ON, SYS_SCANNED_BEFORE_ON, SYS_SCANNED_AFTER_ON,
	SYS_TESTED_BEFORE_ON, SYS_ACCEPTED_BEFORE_ON, SYS_LAUNCH_ACCEPTANCE,
	SYS_CONFIRMED_ON, SYS_LEAVES_ON, SYS__COUNT
};
enum system_state {
	SYS_IS_PLANNED, SYS_IS_IN_SERVICE, SYS_IS_LEAVING, SYS_IS_RETIRED, SYS_IS__COUNT
};
enum system_right {
	SYS_MAY_WRITE, SYS_MAY_LAUNCH, SYS_MAY_CONFIRM, SYS_MAY_RETIRE, SYS_MAY__COUNT
};

extern const struct record_type system_type;

/*
 * What another record says of the system: a date kept by the program moves to `day` when it
 * is empty or earlier.  For effects of other types.
 */
enum fail system_saw(struct act *a, struct id system, int field, struct date day) MUST_USE;
/* A scan or test of `day`: kept under `before` when it was no later than the first day in
 * service, otherwise under `after` (-1: not kept). */
enum fail system_was_tried(struct act *a, struct id system, struct date day, int before,
                           int after) MUST_USE;

#endif
