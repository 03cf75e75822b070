/*
 * acknowledge.h -- acknowledging a policy from a link that identifies nobody.
 *
 * Opening the link reads, no more.  Whoever is signed in confirms as themselves; everybody
 * else gives their address, is sent a one-time code if it belongs to somebody who is asked,
 * and confirms with it.  Whether an address is known is never told.
 */
#ifndef ACTIONS_ACKNOWLEDGE_H
#define ACTIONS_ACKNOWLEDGE_H

#include "store/store.h"

/* The request that the link belongs to; *program is who opens it, see by_link.h. */
enum fail acknowledge_open(struct store *s, struct arena *a, struct str key, enum lang lang,
                           struct actor *program, struct id *request) MUST_USE;

/* ---- inside a store_write as the program ---- */
/* Sends a code, or does nothing: to the caller it is the same. */
enum fail acknowledge_send_code(struct act *a, struct id request,
                                struct str email) MUST_USE;
/* *right false: it is not the code, or no longer; nothing was acknowledged. */
enum fail acknowledge_with_code(struct act *a, struct id request, struct str email,
                                struct str code, struct refusal *why,
                                bool *right) MUST_USE;

/* ---- inside a store_write as the person ---- */
enum fail acknowledge_signed_in(struct act *a, struct id request,
                                struct refusal *why) MUST_USE;

/* ---- how many have ---- */
#define ACKNOWLEDGE_NAMED 200           /* of those who have not, at most so many named */
struct acknowledge_count {
	int64_t asked, given;
	struct row **missing;           /* by name; at most ACKNOWLEDGE_NAMED */
	size_t missing_count;
};
/* As the reader; what they may not see is not counted. */
enum fail acknowledge_count(struct act *a, const struct row *request,
                            struct acknowledge_count *out) MUST_USE;

#endif
