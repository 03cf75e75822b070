/* conformity_clause.h -- names of the fields of a clause that a procedure was held against.
 */
#ifndef RECORDS_CONFORMITY_CLAUSE_H
#define RECORDS_CONFORMITY_CLAUSE_H

#include "model/record.h"

enum conformity_clause_field {
	CNC_TITLE, CNC_CONFORMITY, CNC_CLAUSE, CNC_RESULT, CNC_PLACE, CNC_NOTE,
	CNC__COUNT
};
enum conformity_clause_right {
	CNC_MAY_WRITE,
	CNC_MAY__COUNT
};

extern const struct record_type conformity_clause_type;

#endif
