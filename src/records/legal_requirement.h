/* legal_requirement.h -- names of the fields and states of a row of the legal matrix. */
#ifndef RECORDS_LEGAL_REQUIREMENT_H
#define RECORDS_LEGAL_REQUIREMENT_H

#include "model/record.h"

enum legal_requirement_field {
	LEG_TITLE, LEG_LAW, LEG_PROVISION, LEG_INSTRUMENT, LEG_JURISDICTION, LEG_TRIGGER,
	LEG_RECIPIENT, LEG_DEADLINE, LEG_HOURS, LEG_STARTS_AT, LEG_CONTENT, LEG_CHANNEL,
	LEG_PLANS,
	LEG_COUNSEL, LEG_ADVICE, LEG_REVIEWED_ON, LEG_REVIEW_DUE_ON,
	LEG__COUNT
};
enum legal_requirement_state {
	LEG_IS_DRAFT, LEG_IS_CONFIRMED, LEG_IS_REPEALED,
	LEG_IS__COUNT
};
enum legal_requirement_right { LEG_MAY_WRITE, LEG_MAY_CONFIRM, LEG_MAY__COUNT };

extern const struct record_type legal_requirement_type;

#endif
