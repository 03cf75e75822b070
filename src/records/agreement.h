/* agreement.h -- names of the fields and states of an agreement. */
#ifndef RECORDS_AGREEMENT_H
#define RECORDS_AGREEMENT_H

#include "model/record.h"

enum agreement_field {
	AGR_TITLE, AGR_KIND, AGR_PARTY, AGR_PARTY_NODE, AGR_COVERS, AGR_THEY_DO,
	AGR_WE_KEEP,
	AGR_STARTS_ON, AGR_ENDS_ON, AGR_SIGNED_FILE, AGR_SIGNATORY, AGR_REVIEW_DUE_ON,
	AGR__COUNT
};
enum agreement_state { AGR_IS_DRAFT, AGR_IS_IN_FORCE, AGR_IS_ENDED, AGR_IS__COUNT };
enum agreement_right { AGR_MAY_WRITE, AGR_MAY_SIGN, AGR_MAY__COUNT };

extern const struct record_type agreement_type;

#endif
