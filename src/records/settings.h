/*
 * settings.h -- what an organisation chooses for itself: the table of its settings.
 *
 * Each is one of a few named choices; the first is in force until somebody chooses.  The
 * table says what a setting is called, what it does and who may choose, and is all that
 * command line, page and API know of it.  To add one: a name here, a row in settings.c, and
 * the place that asks setting_is().
 *
 * Choosing is done by actions/settings.h, which judges who may.
 */
#ifndef RECORDS_SETTINGS_H
#define RECORDS_SETTINGS_H

#include "model/act.h"
#include "model/record.h"

enum setting_name {
	SET_OPERATOR_MAY_READ, SET_PLAN_READING, SET_JURISDICTIONS,
	SET__COUNT
};

struct setting {
	const char *name;               /* "operator.may_read": CLI, API, history */
	const char *label;
	const char *help;
	const char *who;                /* who may choose, in words */
	const char *right;              /* held for the whole organisation */
	struct {
		const struct choice *at;
		size_t count;
	} choices;
	uint64_t operator_may; /* BIT(choice): also chosen by who runs the installation */
};

extern const struct setting settings[SET__COUNT];

const struct setting *setting_find(struct str name);    /* null: none */
/* Which choice is in force: its place in choices.at.  What nobody knows any more counts as
 * not chosen. */
enum fail setting_choice(struct act *a, enum setting_name which, size_t *out) MUST_USE;
size_t choice_place(const struct setting *s, struct str name);  /* choices.count: none */

/* Every mistake in the table as one line each in *faults; true when there is none. */
bool settings_check(struct text *faults);

#endif
