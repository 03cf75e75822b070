/*
 * text.h -- views of text, and building text with a ceiling.
 *
 * A `struct str` is a view: UTF-8 bytes that somebody else owns, not terminated.  A
 * `struct text` grows inside an arena up to a ceiling; past it the builder turns sticky
 * (`text_failed`) and keeps what it had, so the caller checks once at the end.
 *
 *     struct text t = text_on(arena, LIMIT_PAGE_BYTES);
 *     text_add(&t, STR("Hello, "));
 *     text_addf(&t, "%d records", n);
 *     struct str out = text_str(&t);
 */
#ifndef BASE_TEXT_H
#define BASE_TEXT_H

#include "base/banned.h"

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/array.h"

struct arena;

struct str {
	const char *p;
	size_t n;
};

#define STR(literal) ((struct str){ "" literal "", sizeof(literal) - 1 })
#define STR_NONE ((struct str){ NULL, 0 })
/* For printf("%.*s", STR_ARG(s)). */
#define STR_ARG(s) ((int)(s).n), ((s).p ? (s).p : "")

struct str str_of(const char *z); /* null gives STR_NONE */
bool str_is(struct str s, const char *z);
bool str_equal(struct str a, struct str b);
int str_compare(struct str a, struct str b); /* bytewise, as both databases order */
bool str_starts(struct str s, const char *z);
bool str_ends(struct str s, const char *z);
struct str str_trim(struct str s); /* spaces, tabs, line ends */
struct str str_from(struct str s, size_t start); /* the rest, empty past the end */
struct str str_cut(struct str s, size_t n); /* at most n bytes */
/* The part before the first `c`; *rest becomes what follows it (p null when none). */
struct str str_split(struct str s, char c, struct str *rest);
size_t str_find(struct str s, struct str needle); /* SIZE_MAX when absent */
bool str_to_i64(struct str s, int64_t *out); /* whole text, decimal, optional '-' */
bool str_is_utf8(struct str s); /* well-formed, no NUL */
size_t str_utf8_length(struct str s); /* code points */
/* At most n bytes, never through the middle of a character. */
struct str str_cut_utf8(struct str s, size_t n);
struct str str_copy(struct arena *a, struct str s); /* terminated copy as well */
const char *str_z(struct arena *a, struct str s); /* terminated copy */
struct str str_format(struct arena *a, const char *format, ...) PRINTF_LIKE(2, 3);
/* A file name or ID for a terminal or log: control bytes become '?'. */
struct str str_printable(struct arena *a, struct str s);

struct text {
	struct arena *arena;
	char *p;
	size_t n;
	size_t room;
	size_t ceiling;
	bool failed;
};

struct text text_on(struct arena *a, size_t ceiling);
void text_add(struct text *t, struct str s);
void text_addz(struct text *t, const char *z);
void text_addc(struct text *t, char c);
void text_addf(struct text *t, const char *format, ...) PRINTF_LIKE(2, 3);
void text_addfv(struct text *t, const char *format, va_list args);
void text_add_utf8(struct text *t, uint32_t code_point);
struct str text_str(const struct text *t); /* also terminated by a NUL */
bool text_failed(const struct text *t);

#endif
