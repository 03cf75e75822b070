/* awareness_material.h -- names of the fields and states of material for awareness. */
#ifndef RECORDS_AWARENESS_MATERIAL_H
#define RECORDS_AWARENESS_MATERIAL_H

#include "model/record.h"

enum awareness_material_field {
	AWM_TITLE, AWM_KIND, AWM_SOURCE, AWM_FROM, AWM_ADDRESS, AWM_FILE, AWM_LANGUAGE,
	AWM_TOPIC, AWM_RECEIVED_ON, AWM_REVIEW_DUE_ON, AWM_NOTE, AWM__COUNT
};
enum awareness_material_state {
	AWM_IS_CURRENT, AWM_IS_RETIRED, AWM_IS__COUNT
};
enum awareness_material_right {
	AWM_MAY_KEEP, AWM_MAY__COUNT
};

extern const struct record_type awareness_material_type;

#endif
