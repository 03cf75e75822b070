/* risk_register_review.h -- names of the fields and states of a review of the risk
 * register. */
#ifndef RECORDS_RISK_REGISTER_REVIEW_H
#define RECORDS_RISK_REGISTER_REVIEW_H

#include "model/record.h"

enum risk_register_review_field {
	RRV_TITLE, RRV_FROM_ON, RRV_HELD_ON, RRV_PARTICIPANTS, RRV_OUTCOME, RRV_RISKS,
	RRV__COUNT
};
enum risk_register_review_state { RRV_IS_PLANNED, RRV_IS_HELD, RRV_IS__COUNT };
enum risk_register_review_right { RRV_MAY_WRITE, RRV_MAY_HOLD, RRV_MAY__COUNT };

extern const struct record_type risk_register_review_type;

#endif
