/* scan.h -- names of the fields and states of a scan. */
#ifndef RECORDS_SCAN_H
#define RECORDS_SCAN_H

#include "model/record.h"

enum scan_field {
	SCN_TITLE, SCN_SYSTEMS, SCN_KIND, SCN_DONE_BY, SCN_SCANNER, SCN_SIGNED_IN,
	SCN_SCOPE, SCN_PLANNED_FOR, SCN_SCANNED_ON, SCN_CRITICAL, SCN_HIGH, SCN_MEDIUM,
	SCN_LOW, SCN_REPORT, SCN__COUNT
};
enum scan_state { SCN_IS_PLANNED, SCN_IS_DONE, SCN_IS_CALLED_OFF, SCN_IS__COUNT };
enum scan_right { SCN_MAY_WRITE, SCN_MAY__COUNT };

extern const struct record_type scan_type;

#endif
