/* settings.c -- the page of an organisation's settings. */
#include "actions/settings.h"

#include "web/record.h"
#include "web/web.h"
#include "documents/words.h"

struct setting_page {
	struct visit *v;
	struct setting_state all[SET__COUNT];
};

static enum fail load(struct act *a, void *arg)
{
	struct setting_page *x = arg;

	return settings_read(a, x->all);
}

static struct str last_choice(struct visit *v, const struct setting_state *s)
{
	struct message m =
		MESSAGE2(N_("Last chosen by %1, %2."), s->by, visit_instant(v, s->at));

	return instant_is_set(s->at) ? tr_message(v->arena, v->lang, &m) : STR_NONE;
}

/* Only what this person may choose, and what is in force. */
static void fill_choices(struct visit *v, const struct setting_state *s,
                         struct shown_setting *to)
{
	const struct setting *t = s->setting;

	to->choices.at = ARENA_TRY(v->arena, struct control_choice, t->choices.count);
	for (size_t i = 0; to->choices.at && i < t->choices.count; i++) {
		const struct choice *c = &t->choices.at[i];

		if (i != s->choice && !(s->may & BIT(i)))
			continue;
		to->choices.at[to->choices.count++] =
			(struct control_choice){ str_of(c->name), str_of(SAY(v, c->label)),
			                         i == s->choice };
	}
}

static void fill_one(struct visit *v, const struct setting_state *s, size_t at,
                     struct shown_setting *to)
{
	const struct setting *t = s->setting;

	*to = (struct shown_setting){
		.id = str_format(v->arena, "s%zu", at),
		.name = str_of(t->name),
		.label = SAY(v, t->label),
		.help = SAY(v, t->help),
		.who = SAY(v, t->who),
		.value = SAY(v, t->choices.at[s->choice].label),
		.last = last_choice(v, s),
		.reason = s->reason,
	};
	fill_choices(v, s, to);
	to->may = to->choices.count > 1;
}

static void show(struct visit *v)
{
	struct setting_page x = { .v = v };
	struct settings_view view = { 0 };
	enum fail f = visit_read(v, load, &x);

	view.settings.at = ARENA_TRY(v->arena, struct shown_setting, SET__COUNT);
	if (f == OK && !view.settings.at)
		f = fail_say(FAIL_MEMORY, "no memory for a page of settings");
	if (f != OK) {
		visit_failed(v, f);
		return;
	}
	for (size_t i = 0; i < SET__COUNT; i++)
		fill_one(v, &x.all[i], i, &view.settings.at[view.settings.count++]);
	view.administers = visit_may_at_large(v, "installation.users");
	view.csrf = visit_csrf(v);
	reasons_fill(v, NULL, &view.reasons);
	if (v->why.count > 0)
		v->r->status = 422;
	visit_frame_at(v, &view.frame, str_of(SAY(v, N_("Settings"))), "/admin/settings");
	VISIT_SHOW(v, settings, &view);
}

void settings_page(struct request *q, struct response *r)
{
	struct visit v;

	if (visit_open(&v, q, r))
		show(&v);
}

static enum fail choose(struct act *a, void *arg)
{
	struct visit *v = arg;
	const struct setting *s = setting_find(form_get(v, "name"));

	v->why.count = 0;
	if (!s || !settings_may_be_read(a->actor, a->today))
		return FAIL_NOT_FOUND;
	return setting_choose(a, s, form_get(v, "value"), form_get(v, "reason"), &v->why);
}

void settings_post(struct request *q, struct response *r)
{
	struct visit v;

	if (!visit_open(&v, q, r))
		return;
	enum fail f = visit_write(&v, choose, &v);
	if (f == OK)
		visit_go(&v, STR("/admin/settings"), "setting");
	else if (f == FAIL_REFUSED)
		show(&v);
	else
		visit_failed(&v, f);
}
