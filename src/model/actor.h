/*
 * actor.h -- who is asking: the vocabulary only.  identity/ loads it, access/ judges it.
 *
 * An actor belongs to exactly one tenant (`org`).  What a person may do comes from grants:
 * one for each role assignment in force, with the organisation units it covers (the node
 * and everything below, already expanded) and the highest classification it may see.
 * Owned by the arena it was loaded in; never shared between requests.
 */
#ifndef MODEL_ACTOR_H
#define MODEL_ACTOR_H

#include <stdbool.h>
#include <stddef.h>

#include "base/id.h"
#include "base/text.h"
#include "base/time.h"
#include "codec/catalog.h"

struct grant {
	struct str role;                /* "security-officer" */
	struct str title, french;       /* of the appointment, in both languages */
	const struct str *rights;       /* patterns: "plan.read", "plan.*", "*.read", "*" */
	size_t right_count;
	bool everywhere;                /* the whole tenant; units is then not used */
	const struct id *units;         /* sorted, subtree expanded */
	size_t unit_count;
	int clearance;                  /* highest label rank it may see */
	bool read_only;                 /* auditor: no right but reading counts */
	struct date until;              /* last day it holds; unset: no end */
};

enum actor_kind {
	ACTOR_PERSON,                   /* signed in, or by token */
	ACTOR_SYSTEM, /* the program itself: clock, jobs, set-up; named in history */
	ACTOR_OPERATOR,                 /* the command line of the installation */
};

struct actor {
	enum actor_kind kind;
	struct id org;
	struct id user;                 /* the account; of a system actor: ID_NONE */
	struct id person;               /* the person record of the account */
	struct str name;                /* "Dana Whitford"; of a system actor: what acts */
	enum lang lang;
	const struct grant *grants;
	size_t grant_count;
	bool by_token;                  /* came with an API token, whatever its scope */
	bool token_read_only;           /* an API token scoped to reading */
	const struct str
		*token_scopes; /* right patterns a token is cut down to; count 0: all */
	size_t token_scope_count;
};

#endif
