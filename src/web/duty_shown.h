/*
 * duty_shown.h -- duties on pages: what the pages about them share.
 *
 * A duty for one subject has the address /duties/DUTY/CODE, or /duties/DUTY/organisation
 * for what the organisation itself owes.
 */
#ifndef WEB_DUTY_SHOWN_H
#define WEB_DUTY_SHOWN_H

#include "duty/engine.h"
#include "web/shown.h"

/* Inside a read.  Several at once: the subjects' titles are asked for together. */
enum fail duty_lines_fill(struct visit *v, struct act *a, const struct duty_rows *rows,
                          struct duty_lines *out) MUST_USE;
/* "MISO handbook H8; ISS 1.2" */
struct str duty_cites(struct visit *v, const struct duty *d);
/* DUTY__COUNT when it is none. */
enum duty_state duty_state_named(struct str name);
/* Asks something of somebody. */
bool duty_state_asks(enum duty_state s);
/* Only rows in these states, BIT(DUTY_DUE) | ... */
enum fail duty_query_states(struct visit *v, struct duty_query *q,
                            uint64_t states) MUST_USE;
/* The day in the organisation's zone. */
struct date duty_day(const struct visit *v, struct instant t);
/* Who is asked: a person, or what a role is called. */
struct str duty_with(struct visit *v, struct act *a, const struct duty_row *r);
struct str duty_address(struct visit *v, struct str duty, struct str code);
/* What a row is about: the title of a record, or the organisation's name.  `code` is empty
 * for the organisation. */
struct duty_about {
	struct str title, code, href;
};
enum fail duty_abouts(struct visit *v, struct act *a, const struct duty_rows *rows,
                      struct duty_about *out) MUST_USE;

#endif
