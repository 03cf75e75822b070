/* refusal.c -- collecting the reasons why something is refused. */
#include "base/refusal.h"

#include "base/arena.h"
#include "base/limits.h"

struct refusal refusal_on(struct arena *a)
{
	return (struct refusal){ .arena = a };
}

bool refuse_with(struct refusal *why, int field, struct message message,
                 struct message advice)
{
	if (why->count == why->room) {
		size_t room = why->room ? why->room * 2 : 8;
		struct reason *at = ARENA_TRY(why->arena, struct reason, room);
		if (!at) {
			arena_fail(why->arena);
			return false;
		}
		if (why->count)
			memcpy(at, why->at, why->count * sizeof *at);
		why->at = at;
		why->room = room;
	}
	why->at[why->count++] =
		(struct reason){ .field = field, .why = message, .advice = advice };
	return false;
}

bool refuse(struct refusal *why, int field, const char *message, const char *advice)
{
	return refuse_with(why, field, MESSAGE(message), MESSAGE(advice));
}

bool refuse_forbidden(struct refusal *why, const char *message, const char *advice)
{
	why->kind = REFUSAL_FORBIDDEN;
	return refuse(why, FIELD_NONE, message, advice);
}

bool refused(const struct refusal *why)
{
	return why->count > 0;
}

struct str message_fill(struct arena *a, const char *text, const struct message *m)
{
	struct text t = text_on(a, LIMIT_TEXT_FIELD_BYTES);

	for (; *text; text++) {
		if (text[0] == '%' && text[1] >= '1' && text[1] < '1' + MESSAGE_ARGS) {
			text_add(&t, m->args[text[1] - '1']);
			text++;
		} else {
			text_addc(&t, *text);
		}
	}
	return text_str(&t);
}
