/*
 * notices.h -- telling people: what gives rise to a notice, and how it reaches them.
 *
 * A write leaves notices by the hook: to whoever a record was given to, and to those who
 * may now approve it.  The clock does the rest, for each organisation:
 *
 *     notices_carry      the outbox onto people's lists, each judged as themselves; then
 *                        mails for what is told at once
 *     notices_of_dates   dates on records that come near or are over (duty/ladder.h)
 *     notices_digests    the day's mail
 *
 * Mails are only written down here (store/sendings.h), read as the person that they go to;
 * postman.h sends them.  All bear being run again, and by several servers at once.
 */
#ifndef ACTIONS_NOTICES_H
#define ACTIONS_NOTICES_H

#include "store/store.h"

/* A hook of the store. */
enum fail notices_after_write(struct act *a, const struct row *before,
                              const struct row *after) MUST_USE;

/* Duties of the clock; the context is the site. */
enum fail notices_carry(struct store *s, void *site, int64_t *count) MUST_USE;
enum fail notices_of_dates(struct store *s, void *site, int64_t *count) MUST_USE;
enum fail notices_digests(struct store *s, void *site, int64_t *count) MUST_USE;

/* A mail to oneself that says that mail works; inside a store_write.  FAIL_REFUSED: no mail
 * is sent here, or the person has no address. */
struct site;
enum fail notices_test_mail(struct act *a, const struct site *site, struct refusal *why,
                            struct id *out) MUST_USE;

#endif
