/* plan_check.h -- names of the fields and states of a run of the plan check. */
#ifndef RECORDS_PLAN_CHECK_H
#define RECORDS_PLAN_CHECK_H

#include "model/record.h"

enum plan_check_field {
	PLC_TITLE, PLC_PLAN, PLC_VERSION, PLC_PACK, PLC_EDITION, PLC_FILE_NAME, PLC_SHA256,
	PLC_LANGUAGE, PLC_RAN_ON, PLC_RESULT, PLC_MET, PLC_PARTIAL, PLC_MISSING, PLC_OPEN,
	PLC_NOTE, PLC_TEXT, PLC_READING,
	PLC__COUNT
};
enum plan_check_state { PLC_IS_OPEN, PLC_IS_JUDGED, PLC_IS_REPLACED, PLC_IS__COUNT };
enum plan_check_right { PLC_MAY_RUN, PLC_MAY_JUDGE, PLC_MAY__COUNT };

extern const struct record_type plan_check_type;

#endif
