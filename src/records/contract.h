/* contract.h -- names of the fields and states of a contract. */
#ifndef RECORDS_CONTRACT_H
#define RECORDS_CONTRACT_H

#include "model/record.h"

enum contract_field {
	CTR_TITLE, CTR_SUPPLIER, CTR_KIND, CTR_NUMBER, CTR_SYSTEMS, CTR_PROJECT,
	CTR_MANAGER, CTR_REQUIREMENTS, CTR_SCHEDULE, CTR_SCHEDULE_NAME,
	CTR_SCHEDULE_SIGNED_ON, CTR_STARTS_ON, CTR_ENDS_ON, CTR__COUNT
};
enum contract_state { CTR_IS_DRAFT, CTR_IS_IN_FORCE, CTR_IS_ENDED, CTR_IS__COUNT };
enum contract_right { CTR_MAY_WRITE, CTR_MAY_SIGN, CTR_MAY__COUNT };

extern const struct record_type contract_type;

#endif
