/*
 * by_link.h -- a record found by the key of its link, by somebody who need not be signed
 * in.
 *
 * A link names no organisation and nobody: whoever opens it acts as the program of the
 * organisation whose record has the key, until they say who they are.
 */
#ifndef ACTIONS_BY_LINK_H
#define ACTIONS_BY_LINK_H

#include "store/store.h"

struct by_link {
	const struct record_type *type;
	int field;                      /* the unique line that holds the key */
	struct str key;
	struct str name; /* of the actor, as history tells it: "acknowledgement link" */
	enum lang lang;
};
/* FAIL_NOT_FOUND: no link of ours. */
enum fail by_link_find(struct store *s, struct arena *a, const struct by_link *link,
                       struct actor *program, struct id *record) MUST_USE;

#endif
