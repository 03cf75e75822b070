/*
 * refusal.h -- why something was not allowed or not complete, and what to do about it.
 *
 * Checks collect every reason before they answer; pages, API and command line show the
 * same list.  A message is an English text that doubles as the key of its translation;
 * %1, %2, %3 stand for its arguments (never for pieces of a sentence).
 *
 *     return refuse(why, EXM_ACCEPTANCE, "high risk has not been accepted by its owner",
 *                   "Attach the signed statement of acceptable risk.");
 */
#ifndef BASE_REFUSAL_H
#define BASE_REFUSAL_H

#include <stdbool.h>
#include <stddef.h>

#include "base/text.h"

struct arena;

#define MESSAGE_ARGS 3
struct message {
	const char *id; /* English text, also the translation's key */
	struct str args[MESSAGE_ARGS];
};

/* Fields that are no field of the type: the whole record, and the built-in ones. */
enum built_in_field {
	FIELD_NONE = -1,
	FIELD_UNIT = -2,
	FIELD_LABEL = -3, /* classification */
	FIELD_OWNER = -4,
	FIELD_STATE = -5,
	FIELD_VERSION = -6,
	FIELD_NEED_TO_KNOW = -7,
	FIELD_REASON = -8,
};

struct reason {
	int field; /* index in the type, or enum built_in_field */
	struct str where; /* row, cell, line: free text, may be empty */
	struct message why;
	struct message advice; /* .id null when there is none */
};

enum refusal_kind { /* decides the HTTP status: 422, 403, 409, 404 */
	            REFUSAL_INCOMPLETE = 0,
	            REFUSAL_FORBIDDEN, /* right, scope, separation of duties */
	            REFUSAL_CONFLICT, /* wrong state for the step, stale version */
};

struct refusal {
	struct arena *arena;
	enum refusal_kind kind;
	struct reason *at;
	size_t count;
	size_t room;
};

struct refusal refusal_on(struct arena *a);
/* All return false, so that a check can end on them. */
bool refuse(struct refusal *why, int field, const char *message, const char *advice);
bool refuse_with(struct refusal *why, int field, struct message message,
                 struct message advice);
bool refuse_forbidden(struct refusal *why, const char *message, const char *advice);
bool refused(const struct refusal *why);

#define MESSAGE(text) ((struct message){ .id = (text) })
#define MESSAGE1(text, a) ((struct message){ .id = (text), .args = { (a) } })
#define MESSAGE2(text, a, b) ((struct message){ .id = (text), .args = { (a), (b) } })
#define MESSAGE3(text, a, b, c) \
	((struct message){ .id = (text), .args = { (a), (b), (c) } })

/* Fills %1..%3 of an (already translated) text with the message's arguments. */
struct str message_fill(struct arena *a, const char *text, const struct message *m);

#endif
