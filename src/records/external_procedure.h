/* external_procedure.h -- names of the fields and states of an external party's procedure.
 */
#ifndef RECORDS_EXTERNAL_PROCEDURE_H
#define RECORDS_EXTERNAL_PROCEDURE_H

#include "model/record.h"

enum external_procedure_field {
	EXP_TITLE, EXP_PARTY, EXP_CONTACT, EXP_CONTACT_CHECKED_ON, EXP_REFERENCE,
	EXP_VERSION,
	EXP_FILE, EXP_NAMED_IN, EXP_PLANS, EXP_AGREEMENT, EXP_REVIEWED_ON,
	EXP_REVIEW_DUE_ON,
	EXP_NOTE,
	EXP__COUNT
};
enum external_procedure_state {
	EXP_IS_ASKED_FOR, EXP_IS_HELD, EXP_IS_OUTDATED,
	EXP_IS__COUNT
};
enum external_procedure_right { EXP_MAY_CHANGE, EXP_MAY__COUNT };

extern const struct record_type external_procedure_type;

#endif
