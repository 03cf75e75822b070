/* subject.h -- what the files that gather facts share; only for this folder. */
#ifndef DUTY_SUBJECT_H
#define DUTY_SUBJECT_H

#include "duty/world.h"

/* The facts of one duty about one subject, while they are gathered. */
struct gathering {
	struct world *w;
	const struct duty *duty;
	const struct row *subject;      /* null: the organisation */
	struct subject_facts facts;
	struct proof *proofs;
	struct id *proof_ids;           /* beside proofs */
	size_t room;
	struct instant next;            /* the first instant ahead that is a fact */
};

/* A moment ahead changes the facts when it comes. */
void gather_ahead(struct gathering *g, struct instant at);
/* Evidence, kept in order of its instant, then its id; ahead of now it does not count. */
enum fail gather_proof(struct gathering *g, struct id id, struct instant at,
                       struct instant until, enum ground ground) MUST_USE;
enum fail gather_evidence(struct gathering *g, const struct wanted_evidence *wanted)
	MUST_USE;

/* ---- subject_parts.c: what is counted ---- */
enum fail gather_contents(struct gathering *g) MUST_USE;
enum fail gather_occurrences(struct gathering *g) MUST_USE;

#endif
