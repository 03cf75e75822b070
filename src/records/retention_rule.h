/* retention_rule.h -- names of the fields of a retention rule. */
#ifndef RECORDS_RETENTION_RULE_H
#define RECORDS_RETENTION_RULE_H

#include "model/record.h"

enum retention_rule_field {
	RET_TITLE,
	RET_NAME,
	RET_TRIGGER,
	RET_COUNTS_FROM,
	RET_YEARS,
	RET_AFTER,
	RET_LOCAL,
	RET_SOURCE,
	RET__COUNT
};
enum retention_rule_right { RET_MAY_CHANGE, RET_MAY__COUNT };

extern const struct record_type retention_rule_type;

#endif
