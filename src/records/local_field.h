/* local_field.h -- names of the fields and states of a field that an organisation added. */
#ifndef RECORDS_LOCAL_FIELD_H
#define RECORDS_LOCAL_FIELD_H

#include "model/local.h"

enum local_field_field {
	LOF_TITLE, LOF_OF, LOF_KEY, LOF_KIND, LOF_OPTIONS, LOF_TARGET, LOF_HELP,
	LOF_REQUIRED, LOF_LISTED, LOF__COUNT
};
enum local_field_state { LOF_IS_ACTIVE, LOF_IS_RETIRED, LOF_IS__COUNT };
enum local_field_right { LOF_MAY_KEEP, LOF_MAY__COUNT };

extern const struct record_type local_field_type;

/* A definition as a field of the type it is of; false when that type is not there. */
bool local_field_read(struct arena *a, const struct registry *g, enum lang lang,
                      const struct row *r, struct local_field *out);

#endif
