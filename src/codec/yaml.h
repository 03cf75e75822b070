/*
 * yaml.h -- YAML as packs are written in: maps, lists and scalars, each with its place.
 *
 * Only the plain part of YAML: anchors, aliases, tags, keys that are no text, the same key
 * twice and several documents in one file are refused, each with line and column.  A scalar
 * is text; what it means (a number, a date, yes or no) is for the reader of the pack to
 * say. Never read for somebody outside: packs come with the program or from its
 * administrator. Errors: FAIL_FORMAT with `error` filled, FAIL_MEMORY.  Everything lives in
 * the arena.
 */
#ifndef CODEC_YAML_H
#define CODEC_YAML_H

#include "base/fail.h"
#include "base/refusal.h"
#include "base/text.h"

#define YAML_MOST_BYTES (8u * 1024 * 1024)
#define YAML_MOST_NODES 500000u
#define YAML_MOST_DEPTH 32u

enum yaml_kind { YAML_SCALAR, YAML_LIST, YAML_MAP };

struct yaml {
	enum yaml_kind kind;
	bool plain; /* a scalar without quotes: `~`, 3 and yes may mean more */
	struct str key;                 /* in a map */
	struct str text;                /* of a scalar */
	struct yaml *first;             /* of a list or map */
	struct yaml *next;
	size_t count;
	uint32_t line, column;          /* from 1; columns count characters */
};

struct yaml_error {
	uint32_t line, column;
	struct message what;
};

enum fail yaml_read(struct arena *a, struct str s, struct yaml **out,
                    struct yaml_error *error) MUST_USE;

const struct yaml *yaml_member(const struct yaml *map, const char *key);       /* or null */
struct str yaml_text(const struct yaml *map, const char *key);  /* empty when no scalar */

#endif
