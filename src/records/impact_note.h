/* impact_note.h -- names of the fields and states of a note to a line of business. */
#ifndef RECORDS_IMPACT_NOTE_H
#define RECORDS_IMPACT_NOTE_H

#include "model/record.h"

enum impact_note_field {
	IMP_TITLE, IMP_KIND, IMP_EDITION, IMP_AREA, IMP_RECIPIENT, IMP_SUMMARY,
	IMP_IMPACT, IMP_CHANNEL, IMP_SENT_ON, IMP_ANSWER_DUE_ON, IMP_ANSWERED_ON,
	IMP_ANSWER,
	IMP__COUNT
};
enum impact_note_state {
	IMP_IS_DRAFT, IMP_IS_SENT, IMP_IS_ACKNOWLEDGED,
	IMP_IS__COUNT
};
enum impact_note_right {
	IMP_MAY_WRITE, IMP_MAY_ACKNOWLEDGE,
	IMP_MAY__COUNT
};

extern const struct record_type impact_note_type;

#endif
