/* waiting.c -- linked only while the plan check is not there yet (see meson.build). */
#include "base/fail.h"

#define WAITS(name) void name(void); void name(void) { BUG("%s is not there yet", #name); }
WAITS(plan_check_accept)
WAITS(plan_check_excuse)
WAITS(plan_check_finding)
WAITS(plan_check_inherit)
WAITS(plan_check_keep_text)
WAITS(plan_check_reject)
WAITS(plan_check_reopen)
WAITS(plan_check_start)
WAITS(plan_check_view)
WAITS(plan_finding_warnings)
WAITS(plan_report_csv)
WAITS(plan_report_json)
