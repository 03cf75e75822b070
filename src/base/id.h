/*
 * id.h -- identifiers of 16 bytes: UUID version 7 (RFC 9562).
 *
 * In one process they ascend strictly.  As text: 8-4-4-4-12 lower-case hexadecimal.
 */
#ifndef BASE_ID_H
#define BASE_ID_H

#include <stdbool.h>
#include <stdint.h>

#include "base/text.h"
#include "base/time.h"

struct id {
	uint8_t b[16];
};

#define ID_NONE ((struct id){ { 0 } })

struct id id_new(void);
bool id_is_set(struct id id);
bool id_equal(struct id a, struct id b);
int id_compare(struct id a, struct id b);
struct str id_text(struct arena *a, struct id id);
bool id_parse(struct str s, struct id *out);

#endif
