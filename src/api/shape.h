/*
 * shape.h -- records as JSON, and JSON as changes of records.
 *
 *     { "type": "plan", "id": "...", "code": "PLN-0003", "version": 4, "state": "draft",
 *       "unit": LINK, "owner": LINK or null, "label": 1, "need_to_know": [LINK],
 *       "created_at": "...", "changed_at": "...",
 *       "fields": { "title": { "en": "...", "fr": "..." }, "lead": LINK, ... },
 *       "steps": ["adopt"] }
 *
 * LINK is { "id", "type", "code", "title" }, or { "masked": true } when the reader may not
 * see it.  In a change a link is named by its id, its code or (where one type is meant) its
 * title.
 */
#ifndef API_SHAPE_H
#define API_SHAPE_H

#include "api/call.h"

/* `steps` as well: those that the actor may take now. */
enum fail shape_record(struct act *a, struct call *c, const struct row *r,
                       bool steps) MUST_USE;
enum fail shape_link(struct act *a, struct call *c, struct id id) MUST_USE;
/* The events after version `since` (0: all), newest last, as an array; the newest `most` of
 * them (0: all). */
enum fail shape_history(struct act *a, struct call *c, const struct row *r, int64_t since,
                        size_t most) MUST_USE;

/*
 * The body's "fields", "unit", "label", "owner", "need_to_know" and "reason" as a change.
 * What cannot be read, or names no field, is a reason in c->why and FAIL_REFUSED.  Of a
 * bilingual text the language that is not given stays as it is in `now` (null for a new
 * record).
 */
enum fail shape_change(struct act *a, struct call *c, const struct row *now,
                       struct change **out) MUST_USE;

#endif
