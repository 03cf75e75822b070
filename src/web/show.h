/*
 * show.h -- what the compiled templates are written with: values escaped by position.
 *
 * tools/tmplc.c decides the position of every value at build; these functions write it.
 *   SHOW_TEXT        between tags            & < > " ' become entities
 *   SHOW_ATTRIBUTE   in a quoted attribute   the same
 *   SHOW_URL         a whole address         only /path, #part, ?query, http(s):, mailto:
 *   SHOW_URL_PART    a piece of an address   percent-encoded, so it stays one piece
 * All writing goes into a text with a ceiling; the caller looks at text_failed once.
 */
#ifndef WEB_SHOW_H
#define WEB_SHOW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/text.h"
#include "codec/catalog.h"

struct show {
	struct text *to;
	struct arena *arena;
	enum lang lang;
};

enum show_as { SHOW_TEXT, SHOW_ATTRIBUTE, SHOW_URL, SHOW_URL_PART };

/* HTML that may be written as it is; only markdown.c makes it. */
struct safe_html {
	struct str html;
};

void show_raw(struct show *o, const char *p, size_t n);
void show_value(struct show *o, enum show_as how, struct str s);
void show_html(struct show *o, struct safe_html s);
void show_words(struct show *o, enum show_as how, const char *msgid, struct str a,
                struct str b, struct str c);
/* The count comes as a number for the grammar and as text (%1) for the eye. */
#define trn_key(one, many) (one), (many)
void show_plural(struct show *o, enum show_as how, const char *one, const char *many,
                 int64_t count, struct str a, struct str b, struct str c);

struct str show_str(struct show *o, struct str s);
struct str show_z(struct show *o, const char *z);
struct str show_int(struct show *o, int64_t n);
struct str show_size(struct show *o, uint64_t n);
#define AS_STR(o, x) \
	_Generic((x), \
		struct str: show_str, \
		char *: show_z, \
		const char *: show_z, \
		int: show_int, \
		long: show_int, \
		long long: show_int, \
		unsigned: show_size, \
		unsigned long: show_size, \
		unsigned long long: show_size)((o), (x))

bool true_str(struct str s);
bool true_html(struct safe_html s);
bool true_z(const char *z);
bool true_number(int64_t n);
bool true_size(uint64_t n);
bool true_pointer(const void *p);
#define IS_TRUE(x) \
	_Generic((x), \
		struct str: true_str, \
		struct safe_html: true_html, \
		char *: true_z, \
		const char *: true_z, \
		bool: true_size, \
		int: true_number, \
		long: true_number, \
		long long: true_number, \
		unsigned: true_size, \
		unsigned long: true_size, \
		unsigned long long: true_size, \
		default: true_pointer)(x)

#endif
