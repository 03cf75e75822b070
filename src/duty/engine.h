/*
 * engine.h -- how duties stand, kept: worked out when a record is written, when time has
 * passed, and all of them when the packs change.
 *
 * The three ways come to the same rows, byte for byte (tests/unit/actions/test_engine.c).
 * An instant never lies before the last entry of the history, so that what was just
 * written counts.
 */
#ifndef DUTY_ENGINE_H
#define DUTY_ENGINE_H

#include "duty/world.h"
#include "store/duty_rows.h"

/* The duties of all organisations of this process; before the first request.  Null: none.
 */
void duty_engine_use(const struct duties *duties);
const struct duties *duty_engine_duties(void);

/* After a write: only what rests on the record.  Hook of the store. */
enum fail duty_after_write(struct act *a, const struct row *before,
                           const struct row *after) MUST_USE;
/* Inside a store_write: subjects that time has changed, at most so many. */
enum fail duty_pass_time(struct act *a, size_t most, int64_t *count) MUST_USE;
/* Everything of a tenant, in transactions of a few subjects each. */
enum fail duty_evaluate(struct store *s, const struct actor *who, int64_t *count) MUST_USE;
/* The scheduler's call: all tenants; everything where packs, calendars or zones are others.
 */
enum fail duty_clock(struct store *s, int64_t *count) MUST_USE;

/* How it stands at an instant, as it was known then or is known now; for each instance that
 * the actor may see.  Nothing is kept. */
typedef enum fail duty_told(void *arg, struct act *a, const struct duty *d,
                            const struct row *subject, const struct standing *s);
enum fail duty_as_of(struct act *a, struct instant at, enum known_when known,
                     const struct duty *only, duty_told *told, void *arg) MUST_USE;

/* The same as it is now, whether or not the rows are kept. */
enum fail duty_as_it_is(struct act *a, const struct duty *only, duty_told *told,
                        void *arg) MUST_USE;

/* The instant of an act, not before the last entry of the history. */
enum fail duty_now(struct act *a, struct instant *out) MUST_USE;
/* What a row of an instance says of a standing. */
struct duty_row duty_row_of(const struct world *w, const struct duty *d,
                            const struct row *subject, const struct standing *s);

#endif
