/*
 * json.h -- strict JSON (RFC 8259, I-JSON): reading into a tree, writing as a stream.
 *
 * Refused with line, column and JSON Pointer: names twice, bad UTF-8, lone surrogates,
 * depth over LIMIT_JSON_DEPTH, numbers past int64 or not finite, anything after the value.
 * A byte order mark before the value is passed over. Strings without escapes are views of
 * the input, which must outlive the tree. Errors: FAIL_FORMAT with `error` filled,
 * FAIL_MEMORY.  Columns count characters from 1.
 */
#ifndef CODEC_JSON_H
#define CODEC_JSON_H

#include "base/fail.h"
#include "base/text.h"

enum json_kind { JSON_NULL, JSON_FALSE, JSON_TRUE, JSON_INT, JSON_REAL, JSON_STRING,
                 JSON_ARRAY, JSON_OBJECT };

struct json {
	enum json_kind kind;
	struct str text;                /* string; number as written */
	struct str name;                /* in an object */
	int64_t number;                 /* JSON_INT */
	double real;                    /* JSON_INT and JSON_REAL */
	struct json *first;             /* of an array or object */
	struct json *next;
	size_t count;
	uint32_t line, column;
};

struct json_error {
	uint32_t line, column;
	struct str pointer;             /* "/fields/3/name" */
	const char *what;               /* msgid */
};

enum fail json_read(struct arena *a, struct str s, struct json **out,
                    struct json_error *error) MUST_USE;
const struct json *json_member(const struct json *object, const char *name);  /* or null */
/* empty when not one */
struct str json_string(const struct json *object, const char *name);
bool json_int(const struct json *object, const char *name, int64_t *out);

/* ---- writing: commas and quotes follow from the calls; misuse is a BUG ---- */
struct json_out {
	struct text *to;
	uint64_t comma;                 /* a bit for each depth: an element was written */
	uint64_t object;                /* a bit for each depth: it is an object */
	unsigned depth;
	bool after_name;
	bool done;                      /* the outermost value was begun */
};
struct json_out json_to(struct text *t);
void json_open_object(struct json_out *j);
void json_close_object(struct json_out *j);
void json_open_array(struct json_out *j);
void json_close_array(struct json_out *j);
void json_name(struct json_out *j, const char *name);
void json_name_str(struct json_out *j, struct str name);
void json_put_str(struct json_out *j, struct str s);
void json_put_z(struct json_out *j, const char *z);
void json_put_int(struct json_out *j, int64_t n);
void json_put_real(struct json_out *j, double n);       /* finite, else a BUG */
void json_put_bool(struct json_out *j, bool b);
void json_put_null(struct json_out *j);
void json_put_raw(struct json_out *j, struct str json);         /* already JSON */
/* name and value in one: "pack": "ma-is009" */
void json_pair_str(struct json_out *j, const char *name, struct str s);
void json_pair_z(struct json_out *j, const char *name, const char *z);
void json_pair_int(struct json_out *j, const char *name, int64_t n);
void json_pair_bool(struct json_out *j, const char *name, bool b);
void json_pair_real(struct json_out *j, const char *name, double n);

/* The number as ECMAScript writes it: 1, 0.5, 1e+21; finite, else a BUG. */
void json_number_add(struct text *t, double n);

/*
 * RFC 8785 canonical form of a tree.  Every number is a double there: whole numbers past
 * 2^53 lose digits, so put such values in strings before they are hashed.
 */
struct str json_canonical(struct arena *a, const struct json *v);

#endif
