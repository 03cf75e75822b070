/* advisory.h -- names of the fields and states of an advisory. */
#ifndef RECORDS_ADVISORY_H
#define RECORDS_ADVISORY_H

#include "model/record.h"

enum advisory_field {
	ADV_TITLE, ADV_SOURCE, ADV_ISSUER, ADV_REFERENCE, ADV_CVES, ADV_PRODUCTS,
	ADV_SUMMARY, ADV_PUBLISHED_ON, ADV_RECEIVED_ON, ADV_SCORE, ADV_GROUNDS,
	ADV_SYSTEMS, ADV_DECIDED_BY, ADV_DECIDED_ON, ADV_TOLD, ADV_TOLD_OTHERS,
	ADV_TOLD_ON, ADV_SETTLED_ON, ADV__COUNT
};
enum advisory_state {
	ADV_IS_RECEIVED, ADV_IS_RELEVANT, ADV_IS_SETTLED, ADV_IS_NOT_RELEVANT,
	ADV_IS__COUNT
};
enum advisory_right { ADV_MAY_WRITE, ADV_MAY_TRIAGE, ADV_MAY__COUNT };

extern const struct record_type advisory_type;

#endif
