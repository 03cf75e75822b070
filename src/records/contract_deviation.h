/* contract_deviation.h -- names of the fields and states of a deviation from a security
 * schedule. */
#ifndef RECORDS_CONTRACT_DEVIATION_H
#define RECORDS_CONTRACT_DEVIATION_H

#include "model/record.h"

enum contract_deviation_field {
	CDV_TITLE, CDV_CONTRACT, CDV_SECTION, CDV_ALTERS, CDV_SHARED, CDV_WORDING,
	CDV_COUNSEL, CDV_ADVICE, CDV_REVIEWED_BY, CDV_REVIEWED_ON, CDV_GROUNDS,
	CDV_APPROVER, CDV_DECIDED_BY, CDV_DECIDED_ON, CDV__COUNT
};
enum contract_deviation_state {
	CDV_IS_PROPOSED, CDV_IS_REVIEWED, CDV_IS_APPROVED, CDV_IS_REFUSED, CDV_IS__COUNT
};
enum contract_deviation_right {
	CDV_MAY_WRITE, CDV_MAY_REVIEW, CDV_MAY_APPROVE, CDV_MAY__COUNT
};

extern const struct record_type contract_deviation_type;

#endif
