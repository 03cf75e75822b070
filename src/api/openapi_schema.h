/* openapi_schema.h -- what the description of the API says of the shape of things. */
#ifndef API_OPENAPI_SCHEMA_H
#define API_OPENAPI_SCHEMA_H

#include "codec/json.h"
#include "model/record.h"

/* "plan_element" into "PlanElement". */
void openapi_schema_name(const struct record_type *t, char *out, size_t room);
/* The member "components". */
void openapi_components(struct json_out *j, const struct registry *types);

#endif
