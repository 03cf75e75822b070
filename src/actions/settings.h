/*
 * settings.h -- an organisation's settings: looked at and chosen, by page, API and command
 * line alike.
 *
 * Looking takes "setting.read" (every role that reads everything) or the right to run the
 * installation.  Choosing takes the right that the setting names, for the whole
 * organisation; some choices are also open to whoever runs the installation.  Each change
 * is an entry of the history with its reason.  All calls run inside store_read or
 * store_write.
 */
#ifndef ACTIONS_SETTINGS_H
#define ACTIONS_SETTINGS_H

#include "codec/catalog.h"
#include "codec/json.h"
#include "records/settings.h"

struct setting_state {
	const struct setting *setting;
	size_t choice;                  /* in force */
	struct instant at;              /* when it was last chosen; unset: never */
	struct str by, reason;
	uint64_t may;                   /* BIT(choice): the actor may choose */
};

/* For what a page offers; settings_read and setting_choose judge by themselves. */
bool settings_may_be_read(const struct actor *who, struct date today);
/* FAIL_NOT_FOUND for who may not look. */
enum fail settings_read(struct act *a, struct setting_state out[SET__COUNT]) MUST_USE;
/* FAIL_REFUSED: `why` says what is wrong, or who may choose. */
enum fail setting_choose(struct act *a, const struct setting *s, struct str value,
                         struct str reason, struct refusal *why) MUST_USE;

/* One setting as an object, texts in the language. */
void setting_put(struct json_out *j, struct arena *a, enum lang lang,
                 const struct setting_state *s);

#endif
