/*
 * value.h -- what can be said of one value without knowing the record.
 *
 * The canonical text of a value is what history and the ledger keep: it says the same thing
 * in the same bytes for ever, and value_read makes the value from it again.
 *
 *     line, text   as it is          number   decimal         flag     yes or no
 *     choice       its name          date     YYYY-MM-DD      instant  RFC 3339
 *     link         UUIDs, ascending, parted by spaces
 *     file         SHA-256, bytes, media type, name, parted by spaces
 *     bilingual    two parts, each under its own name: "title.en", "title.fr"
 */
#ifndef MODEL_VALUE_H
#define MODEL_VALUE_H

#include "model/row.h"

bool value_equal(const struct field *f, const struct value *x, const struct value *y);
/* Is it well-formed and within the field's limits?  Adds every reason. */
bool value_check(const struct field *f, int index, const struct value *v, struct refusal *why);

bool field_is_bilingual(const struct field *f);
bool field_is_text(const struct field *f);      /* line, text, or both languages of one */
/* p null when the value, or that language of it, is not filled. */
struct str value_canonical(struct arena *a, const struct field *f, const struct value *v,
                           enum lang part);
/* From canonical text into *v (added to it for the second language). */
bool value_read(struct arena *a, const struct field *f, enum lang part, struct str text,
                struct value *v);

/* Every value of a row under its name, built-in ones too; for history and replay. */
struct named_value {
	int field;                      /* or enum built_in_field */
	enum lang part;                 /* of a bilingual field */
	struct str name;                /* "title", "title.fr", "unit", "state", ... */
	struct str text;                /* canonical; p null: not filled */
};
#define NAMED_VALUES_MAX (2 * 64 + 8)
/* Into `out`, room for NAMED_VALUES_MAX; always the same names in the same order. */
size_t row_canonical(struct arena *a, const struct row *r, struct named_value *out);
/* Those that differ, with their text afterwards; before may be null (all that are filled). */
size_t row_difference(struct arena *a, const struct row *before, const struct row *after,
                      struct named_value *out);

#endif
