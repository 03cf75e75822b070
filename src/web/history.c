/*
 * history.c -- what happened to a record, in words, newest first; and two versions of it
 * side by side.
 */
#include "web/history.h"

static const struct {
	const char *what;
	const char *text;
} deeds[] = {
	{ "create", N_("Created") },
	{ "change", N_("Changed") },
	{ "withdraw", N_("Moved to the bin") },
	{ "restore", N_("Restored") },
	{ "erase", N_("Erased") },
	{ "dispose", N_("Disposed of: its time was over") },
	{ "follow", N_("Followed the record it belongs to") },
	{ "follow:marked", N_("Followed the record it belongs to") },
	{ "set", N_("Set by the program") },
};

struct str history_what(struct visit *v, const struct record_type *t, struct str what)
{
	for (size_t i = 0; i < COUNT(deeds); i++)
		if (str_is(what, deeds[i].what))
			return str_of(SAY(v, deeds[i].text));
	if (str_starts(what, "step:")) {
		const struct step *step = step_find(t, str_from(what, 5));

		if (step)
			return str_of(SAY(v, step->label));
	}
	return what;
}

struct str history_field(struct visit *v, const struct record_type *t,
                         const struct field_change *c)
{
	switch (c->field) {
	case FIELD_UNIT: return str_of(SAY(v, N_("Unit")));
	case FIELD_LABEL: return str_of(SAY(v, N_("Classification")));
	case FIELD_OWNER: return str_of(SAY(v, N_("Owner")));
	case FIELD_STATE: return str_of(SAY(v, N_("State")));
	case FIELD_NEED_TO_KNOW: return str_of(SAY(v, N_("Need to know")));
	default: break;
	}
	bool now = c->field >= 0 && (size_t)c->field < t->fields.count;
	const char *label = now ? t->fields.at[c->field].label : c->label;
	struct message m =
		MESSAGE2(N_("%1 (then called %2)"),
	                 label ? str_of(SAY(v, label)) : c->name, c->was);
	return c->was.n > 0 ? tr_message(v->arena, v->lang, &m) : m.args[0];
}

static enum fail fill_event(struct visit *v, const struct row *r, const struct event *from,
                            struct shown_event *to)
{
	to->when = visit_instant(v, from->at);
	to->by = from->by_name;
	to->what = history_what(v, r->type, from->what);
	to->reason = from->reason;
	if (from->version > 1)
		to->compare =
			str_format(v->arena, "/%s/%.*s/compare?from=%lld&to=%lld",
		                   r->type->name, STR_ARG(row_code(v->arena, r)),
		                   (long long)from->version - 1, (long long)from->version);
	to->changes.at = ARENA_TRY(v->arena, struct shown_change, from->change_count + 1);
	if (!to->changes.at)
		return FAIL_MEMORY;
	for (size_t i = 0; i < from->change_count; i++)
		to->changes.at[to->changes.count++] = (struct shown_change){
			.name = history_field(v, r->type, &from->changes[i]),
			.before = from->changes[i].before,
			.after = from->changes[i].after,
			.erased = from->changes[i].erased,
		};
	return OK;
}

enum fail history_fill(struct visit *v, struct act *a, const struct row *r, size_t most,
                       struct record_view *view)
{
	struct event *events;
	size_t count;
	enum fail f = record_history(a, r->type, r->id, &events, &count);

	if (f != OK)
		return f;
	view->more_events = count > most;
	view->events.at = ARENA_TRY(v->arena, struct shown_event, count + 1);
	if (!view->events.at)
		return FAIL_MEMORY;
	for (size_t i = count; i > 0 && view->events.count < most && f == OK; i--)
		f = fill_event(v, r, &events[i - 1],
		               &view->events.at[view->events.count++]);
	return f;
}
