/* privacy_breach.h -- names of the fields and states of a privacy breach. */
#ifndef RECORDS_PRIVACY_BREACH_H
#define RECORDS_PRIVACY_BREACH_H

#include "model/record.h"

enum privacy_breach_field {
	BRE_TITLE, BRE_INCIDENT, BRE_KIND, BRE_DESCRIPTION, BRE_INFORMATION, BRE_FROM,
	BRE_TO, BRE_LEARNED_AT, BRE_PEOPLE, BRE_HARM, BRE_HARM_REASON, BRE_JUDGED_AT,
	BRE_JUDGED_BY, BRE_TELL, BRE_TELL_REASON, BRE_DECIDED_AT, BRE_DECIDED_BY,
	BRE_CONTACT, BRE_STEPS_TAKEN, BRE_ADVICE, BRE_OUTCOME,
	BRE__COUNT
};
enum privacy_breach_state { BRE_IS_ASSESSING, BRE_IS_JUDGED, BRE_IS_CLOSED, BRE_IS__COUNT };
enum privacy_breach_right { BRE_MAY_WRITE, BRE_MAY_DECIDE, BRE_MAY__COUNT };

extern const struct record_type privacy_breach_type;

struct row;

/* Whether all stands in it that a notice must say, to the commissioner or to a person. */
bool breach_can_be_told(const struct row *r, bool to_person);

#endif
