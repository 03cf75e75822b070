/*
 * openapi.h -- the description of the API (OpenAPI 3.1), made from the record types alone.
 *
 * The same bytes each time: docs/openapi.json is checked in and compared.
 */
#ifndef API_OPENAPI_H
#define API_OPENAPI_H

#include "model/record.h"

void openapi_write(struct text *out, const struct registry *types);

#endif
