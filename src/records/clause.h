/* clause.h -- names of the fields of a clause. */
#ifndef RECORDS_CLAUSE_H
#define RECORDS_CLAUSE_H

#include "model/record.h"

enum clause_field {
	CLA_TITLE, CLA_EDITION, CLA_NUMBER, CLA_WORDS, CLA_QUOTED, CLA_FORCE, CLA_CONFIRMED,
	CLA__COUNT
};
enum clause_right { CLA_MAY_CHANGE, CLA_MAY__COUNT };

extern const struct record_type clause_type;

#endif
