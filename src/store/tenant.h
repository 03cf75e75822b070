/*
 * tenant.h -- the organisations that share one installation and never see each other.
 *
 * A tenant has a name in both languages and a time zone, which says what "today" is.  Its
 * root unit is the setting "unit.root" (a record's UUID), set by whoever makes that record.
 */
#ifndef STORE_TENANT_H
#define STORE_TENANT_H

#include "model/actor.h"
#include "store/store.h"

struct tenant {
	struct id org;
	struct str name;
	struct str french;
	struct str zone;                /* "America/Vancouver" */
	struct instant created_at;
};

/* The row of the act's own tenant, and its entry in the history; for whoever makes one with
 * all that belongs to it. */
enum fail tenant_insert(struct act *a, const struct tenant *t) MUST_USE;
/* FAIL_REFUSED with reasons when the name is empty or the zone is not known here. */
enum fail tenant_create(struct store *s, struct str name, struct str french,
                        struct str zone, struct refusal *why, struct id *org) MUST_USE;
enum fail tenant_rename(struct store *s, struct id org, struct str name, struct str french,
                        struct str zone, struct refusal *why) MUST_USE;
enum fail tenant_list(struct store *s, struct arena *a, struct tenant **out,
                      size_t *count) MUST_USE;
enum fail tenant_get(struct store *s, struct arena *a, struct id org,
                     struct tenant *out) MUST_USE;
/* The act's own. */
enum fail tenant_here(struct act *a, struct tenant *out) MUST_USE;
/* The only one there is; FAIL_NOT_FOUND when there is none, FAIL_BUSY when there are more.
 */
enum fail tenant_only(struct store *s, struct arena *a, struct tenant *out) MUST_USE;

/* The program itself, acting for a tenant; `name` stands in the history ("clock"). */
struct actor tenant_system(struct id org, struct str name);

#endif
