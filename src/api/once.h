/*
 * once.h -- Idempotency-Key: a change that is sent twice is done once.
 *
 * The header names the request, per account: `Idempotency-Key: "8e03978e-40d5-..."`.  The
 * same key with the same request gets the answer that was given; with another request 422;
 * while the first is still being answered 409.  What is compared: method, address,
 * If-Match, and every byte of the body or its files.
 *
 * Source: draft-ietf-httpapi-idempotency-key-header-07
 */
#ifndef API_ONCE_H
#define API_ONCE_H

#include "store/answers.h"

struct call;

#define ONCE_KEY_BYTES 255              /* of the key at most */

struct once {
	bool asked;                     /* the request carries a key */
	bool other;                     /* the key was used for another request */
	bool replayed;                  /* the answer is the remembered one */
	struct remembered answer;
};

/* Reads the header and claims the key until the request is answered; false: 400 or 409 is
 * written. */
bool once_open(struct call *c);
/* First and last in the transaction of the change; look: OK when it was done before. */
enum fail once_look(struct act *a, struct call *c) MUST_USE;
enum fail once_keep(struct act *a, struct call *c) MUST_USE;
/* The refusal of a key that was used for another request. */
void once_refused(struct call *c);

#endif
