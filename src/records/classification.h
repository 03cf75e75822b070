/* classification.h -- names of the fields of a classification label. */
#ifndef RECORDS_CLASSIFICATION_H
#define RECORDS_CLASSIFICATION_H

#include "model/record.h"

enum classification_field {
	CLS_TITLE, CLS_RANK, CLS_CODE, CLS_INJURY, CLS_HANDLING,
	CLS__COUNT
};
enum classification_right { CLS_MAY_CHANGE, CLS_MAY__COUNT };

extern const struct record_type classification_type;

#endif
