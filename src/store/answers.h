/*
 * answers.h -- answers that are remembered, so that a request sent twice is done once.
 *
 * A caller names a request by a key (Idempotency-Key).  What was answered is kept in the
 * transaction that did it: after a crash either both are there or neither.  Refusals are
 * not kept: nothing was done.  After ANSWER_HOURS it is forgotten; erasing a record
 * destroys every remembered answer that speaks of it, and leaves that it was done.
 *
 * Source: draft-ietf-httpapi-idempotency-key-header-07
 */
#ifndef STORE_ANSWERS_H
#define STORE_ANSWERS_H

#include "model/act.h"
#include "crypto/crypto.h"

#define ANSWER_HOURS 24

/* The table, for db_script. */
extern const char *const answers_schema;

struct remembered {
	uint8_t key[SHA256_BYTES];      /* of the account and what it called the request */
	uint8_t request[SHA256_BYTES];  /* of all that was asked */
	int status;
	int64_t version;                /* of the record, for the ETag; 0: none */
	struct str location;            /* of what was made; may be empty */
	struct str body;
	bool erased;                    /* the body is gone, with a record */
};

/*
 * In a store_write, before anything else: takes the tenant's order, so that two nodes do
 * not both find nothing.  `known` has key and request; FAIL_NOT_FOUND: not answered yet;
 * FAIL_REFUSED: the key was used for another request.
 */
enum fail answer_known(struct act *a, struct remembered *known) MUST_USE;
/* In the same transaction, once it is done. */
enum fail answer_remember(struct act *a, const struct remembered *answer) MUST_USE;
/* By the clock: those that are old enough leave the table. */
enum fail answers_forget(struct store *s, int64_t *count) MUST_USE;

#endif
