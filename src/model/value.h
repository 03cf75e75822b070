/*
 * value.h -- what can be said of one value without knowing the record.
 *
 * The canonical text of a value is JSON (RFC 8785).  History and the ledger keep it: it
 * says the same thing in the same bytes for ever, and value_read makes the value from it
 * again.
 *
 *     line, text, choice   "text"              bilingual   {"en":"text","fr":"text"}
 *     number               42                  date        "2026-03-31"
 *     flag                 true, false         instant     "2026-03-31T14:00:00Z"
 *     link                 ["UUID", ...], ascending
 *     file                 {"bytes":12,"media":"...","name":"...","sha256":"..."}
 *
 * A whole number that JSON cannot hold exactly (beyond 2^53) is written as text.
 */
#ifndef MODEL_VALUE_H
#define MODEL_VALUE_H

#include "model/row.h"

bool value_equal(const struct field *f, const struct value *x, const struct value *y);
/* Is it well-formed and within the field's limits?  Adds every reason. */
bool value_check(const struct field *f, int index, const struct value *v,
                 struct refusal *why);

bool field_is_bilingual(const struct field *f);
bool field_is_text(const struct field *f);      /* line, text, or both languages of one */
/* p null when the value is not filled. */
struct str value_canonical(struct arena *a, const struct field *f, const struct value *v);
/* From canonical text; p null or "null" empties.  False when it is not of this type. */
bool value_read(struct arena *a, const struct field *f, struct str json, struct value *v);

/* Every value of a row under its name, built-in ones too; for history and replay. */
struct named_value {
	int field; /* or enum built_in_field; FIELD_NONE for the rest */
	struct str name; /* "title", ..., "@unit", "@label", "@owner", "@state" */
	struct str json;                /* canonical; p null: not filled */
};
#define NAMED_VALUES_MAX (64 + 8)
/* Into `out`, room for NAMED_VALUES_MAX; always the same names in the same order. */
size_t row_canonical(struct arena *a, const struct row *r, struct named_value *out);
/* Those that differ, with their text afterwards; before may be null (all that are filled).
 */
size_t row_difference(struct arena *a, const struct row *before, const struct row *after,
                      struct named_value *out);

#endif
