/*
 * duties.c -- the register of duties: every duty for every subject, with filters.
 */
#include "web/duty_shown.h"
#include "web/web.h"

#define FORCES 4

struct duties_page {
	struct visit *v;
	struct duty_query query;
	bool by_id, mine;
	struct duties_view view;
};

/* ---- what the address asks for ---- */

/* Views that everybody has: a name in the address, and the states that it shows. */
static const struct {
	const char *name, *label;
	uint64_t states;
} views[] = {
	{ "", N_("All"), 0 },
	{ "now", N_("Asks something now"),
	  BIT(DUTY_OVERDUE) | BIT(DUTY_DUE) | BIT(DUTY_TO_DECIDE) },
	{ "coming", N_("Upcoming"), BIT(DUTY_UPCOMING) },
	{ "missing", N_("Nothing on record"),
	  BIT(DUTY_NOTHING_ON_RECORD) | BIT(DUTY_CANNOT_TELL) },
	{ "not-started", N_("Not started"), BIT(DUTY_NOT_STARTED) },
	{ "met", N_("Met"), BIT(DUTY_MET) | BIT(DUTY_MET_LATE) },
	{ "aside", N_("Set aside"),
	  BIT(DUTY_EXEMPT) | BIT(DUTY_NOT_APPLICABLE) | BIT(DUTY_INHERITED) |
	          BIT(DUTY_RELIED_ON) },
};

static uint64_t states_asked(const struct visit *v)
{
	enum duty_state one = duty_state_named(query_get(v, "state"));

	if (one < DUTY__COUNT)
		return BIT(one);
	for (size_t i = 0; i < COUNT(views); i++)
		if (str_is(query_get(v, "view"), views[i].name))
			return views[i].states;
	return 0;
}

static enum fail read_query(struct duties_page *p, struct act *a)
{
	struct visit *v = p->v;
	struct str subject = query_get(v, "subject");
	enum fail f;

	p->query = (struct duty_query){
		.duty = query_get(v, "duty"),
		.area = query_get(v, "area"),
		.force = query_get(v, "force"),
		.act = query_get(v, "act"),
		.owner = p->mine ? v->actor->person : ID_NONE,
		.by_due = !p->by_id,
		.limit = 50,
		.after = query_get(v, "after"),
	};
	f = duty_query_states(v, &p->query, states_asked(v));
	if (f || subject.n == 0)
		return f;
	if (str_is(subject, "organisation")) {
		p->query.subject = v->actor->org;
		return OK;
	}
	struct row *r;
	f = record_by_code(a, subject, &r);
	if (f == OK)
		p->query.subject = r->id;
	return f;
}

/* The present address with other values for some of its names. */
static struct str address_with(struct duties_page *p, const char *name, struct str value)
{
	static const char *const kept[] = { "view",    "state", "area", "force", "duty",
		                            "subject", "whose", "sort", "act" };
	struct text t = text_on(p->v->arena, 2000);
	bool first = true;

	text_addz(&t, "/duties");
	for (size_t i = 0; i < COUNT(kept); i++) {
		struct str had = query_get(p->v, kept[i]);

		if (had.n == 0 || strcmp(kept[i], name) == 0)
			continue;
		text_addf(&t, "%c%s=%.*s", first ? '?' : '&', kept[i],
		          STR_ARG(percent_encode(p->v->arena, had)));
		first = false;
	}
	if (value.n)
		text_addf(&t, "%c%s=%.*s", first ? '?' : '&', name,
		          STR_ARG(percent_encode(p->v->arena, value)));
	return text_str(&t);
}

/* ---- the form ---- */

static void add_choice(struct list_filter *f, struct str chosen, const char *value,
                       const char *label)
{
	f->choices.at[f->choices.count++] =
		(struct list_choice){ value, label, str_is(chosen, value) };
}

static struct list_filter *add_filter(struct duties_page *p, const char *name,
                                      const char *label, size_t choices)
{
	struct list_filter *f = &p->view.filters.at[p->view.filters.count++];

	*f = (struct list_filter){ .name = name,
		                   .label = SAY(p->v, label),
		                   .value = query_get(p->v, name),
		                   .is_choice = true };
	f->choices.at = ARENA_TRY(p->v->arena, struct list_choice, choices);
	return f->choices.at ? f : NULL;
}

static enum fail fill_filters(struct duties_page *p)
{
	const struct duties *duties = duty_engine_duties();
	struct visit *v = p->v;

	p->view.filters.at = ARENA_TRY(v->arena, struct list_filter, 3);
	if (!p->view.filters.at || !duties)
		return duties ? FAIL_MEMORY : OK;
	struct list_filter *area = add_filter(p, "area", N_("Area"), duties->area_count);
	struct list_filter *force = add_filter(p, "force", N_("Force"), FORCES);
	struct list_filter *state = add_filter(p, "state", N_("State"), DUTY__COUNT);
	if (!area || !force || !state)
		return FAIL_MEMORY;
	for (size_t i = 0; i < duties->area_count; i++)
		add_choice(area, area->value, str_z(v->arena, duties->areas[i].id),
		           str_z(v->arena, said_in(duties->areas[i].label, v->lang)));
	for (int i = 0; i < FORCES; i++)
		add_choice(force, force->value, force_name((enum force)i),
		           SAY(v, force_label((enum force)i)));
	for (int i = 0; i < DUTY__COUNT; i++)
		add_choice(state, state->value, duty_state_name((enum duty_state)i),
		           SAY(v, duty_state_label((enum duty_state)i)));
	return OK;
}

static enum fail fill_tabs(struct duties_page *p)
{
	struct visit *v = p->v;
	bool one_state = query_get(v, "state").n > 0;

	p->view.tabs.at = ARENA_TRY(v->arena, struct list_tab, COUNT(views));
	if (!p->view.tabs.at)
		return FAIL_MEMORY;
	for (size_t i = 0; i < COUNT(views); i++)
		p->view.tabs.at[p->view.tabs.count++] = (struct list_tab){
			.href = address_with(p, "view", str_of(views[i].name)),
			.label = SAY(v, views[i].label),
			.current =
				!one_state && str_is(query_get(v, "view"), views[i].name),
		};
	return OK;
}

static enum fail load(struct act *a, void *arg)
{
	struct duties_page *p = arg;
	struct duty_rows rows;
	struct str next;
	enum fail f = read_query(p, a);

	if (f == OK)
		f = duty_row_list(a, &p->query, &rows, &next);
	if (f == OK && next.n)
		p->view.next_href = address_with(p, "after", str_copy(p->v->arena, next));
	return f ? f : duty_lines_fill(p->v, a, &rows, &p->view.lines);
}

void duties_page(struct request *q, struct response *r)
{
	struct visit v;
	struct duties_page p = { .v = &v };

	if (!visit_open(&v, q, r))
		return;
	p.mine = str_is(query_get(&v, "whose"), "mine");
	p.by_id = str_is(query_get(&v, "sort"), "id");
	enum fail f = fill_filters(&p);
	if (f == OK)
		f = fill_tabs(&p);
	if (f == OK)
		f = visit_read(&v, load, &p);
	if (f != OK) {
		visit_failed(&v, f);
		return;
	}
	p.view.lede = str_of(SAY(
		&v,
		N_("Everything that is owed, worked out from the records. Nobody types a "
	           "state.")));
	p.view.lines.caption = SAY(&v, N_("Duties"));
	p.view.mine = p.mine;
	p.view.by_id = p.by_id;
	p.view.duty = query_get(&v, "duty");
	p.view.subject = query_get(&v, "subject");
	p.view.clear_href = STR("/duties");
	p.view.filtered = q->query.count > 0;
	if (query_get(&v, "after").n)
		p.view.first_href = address_with(&p, "after", STR(""));
	visit_frame_at(&v, &p.view.frame, str_of(SAY(&v, N_("Duties"))), "/duties");
	VISIT_SHOW(&v, duties, &p.view);
}
