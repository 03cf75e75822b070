/* duty_decision.h -- names of the fields and states of a decision about a duty. */
#ifndef RECORDS_DUTY_DECISION_H
#define RECORDS_DUTY_DECISION_H

#include "model/decision.h"
#include "model/record.h"

enum duty_decision_field {
	DDC_TITLE, DDC_KIND, DDC_DUTY, DDC_INVENTORY, DDC_SUBJECT, DDC_GROUNDS, DDC_FROM_ON,
	DDC_UNTIL_ON, DDC_AGREEMENT, DDC_EVIDENCE, DDC_FILE, DDC__COUNT
};
enum duty_decision_state { DDC_IS_PROPOSED, DDC_IS_IN_FORCE, DDC_IS_ENDED, DDC_IS__COUNT };
enum duty_decision_right {
	DDC_MAY_WRITE, DDC_MAY_DECLARE, DDC_MAY_APPROVE, DDC_MAY__COUNT
};

extern const struct record_type duty_decision_type;

/* False when it does not stand. */
bool duty_decision_read(const struct row *r, struct duty_decision *out);

#endif
