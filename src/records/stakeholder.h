/* stakeholder.h -- names of the fields and states of a stakeholder of awareness. */
#ifndef RECORDS_STAKEHOLDER_H
#define RECORDS_STAKEHOLDER_H

#include "model/record.h"

enum stakeholder_field {
	STK_TITLE, STK_PERSON, STK_ROLE, STK_INTEREST, STK_ASKED, STK_CONTACT,
	STK_SPOKEN_ON, STK__COUNT
};
enum stakeholder_state {
	STK_IS_CURRENT, STK_IS_FORMER, STK_IS__COUNT
};
enum stakeholder_right {
	STK_MAY_KEEP, STK_MAY__COUNT
};

extern const struct record_type stakeholder_type;

#endif
