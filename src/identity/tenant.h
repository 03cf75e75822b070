/* tenant.h -- making a new organisation with what it starts with; used inside identity/. */
#ifndef IDENTITY_TENANT_H
#define IDENTITY_TENANT_H

#include "base/refusal.h"
#include "store/store.h"

struct new_tenant {
	struct str name, name_fr;
	struct str zone;
	struct id *root_out;
};

/* Inside a store_write by the program, as the tenant `a->actor->org`. */
enum fail tenant_make(struct act *a, const struct new_tenant *in,
                      struct refusal *why) MUST_USE;

/* Those of content/retention.yaml that the organisation has not. */
enum fail tenant_rules_make(struct act *a, struct id unit, struct refusal *why,
                            int64_t *made) MUST_USE;

/* A new organisation has all of it already.  (supply.c) */
enum fail supply_remember(struct act *a) MUST_USE;

struct yaml;
/* A file that is compiled in; null without memory. */
const struct yaml *shipped_content(struct arena *a, const char *path);

#endif
