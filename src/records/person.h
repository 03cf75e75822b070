/* person.h -- names of the fields and states of a person. */
#ifndef RECORDS_PERSON_H
#define RECORDS_PERSON_H

#include "model/record.h"

enum person_field {
	PER_NAME, PER_POSITION, PER_EMAIL, PER_PHONE, PER_LANGUAGE, PER_REPORTS_TO,
	PER_EMPLOYER,
	PER_SINCE, PER_LEFT_ON,
	PER__COUNT
};
enum person_state { PER_IS_ACTIVE, PER_IS_GONE, PER_IS__COUNT };
enum person_right { PER_MAY_CHANGE, PER_MAY__COUNT };

extern const struct record_type person_type;

#endif
