/*
 * act.h -- one thing somebody does, at one moment: what checks and effects are given.
 */
#ifndef MODEL_ACT_H
#define MODEL_ACT_H

#include "base/arena.h"
#include "base/time.h"
#include "model/actor.h"

struct known;
struct registry;
struct store;
struct tx;
struct zone;

struct act {
	const struct actor *actor;
	struct arena *arena;
	struct instant now; /* the clock of this act; history may use a later one */
	const struct zone *zone;        /* the tenant's; null: UTC */
	struct date today;              /* in it */
	struct store *store;
	const struct registry *types;   /* with the fields that the organisation added */
	struct tx *tx;                  /* the transaction; null outside of one */
	struct known *known;            /* store/: what was read already; or null */
	bool writes;
	int depth;                      /* of effects within effects, bounded by store/ */
};

static inline struct date act_today(const struct act *a)
{
	return a->today;
}

#endif
