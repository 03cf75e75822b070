/*
 * duty.c -- one duty: what it asks, where that stands, how it is worked out, and how it
 * stands for each subject.
 */
#include "web/duty_facts.h"
#include "web/web.h"

#define FACTS_MOST 16

struct duty_page {
	struct visit *v;
	const struct duty *duty;
	struct duty_view view;
};

void duty_fact_add(struct visit *v, struct duty_fact *at, size_t *count, const char *label,
                   struct str text)
{
	if (text.n > 0)
		at[(*count)++] = (struct duty_fact){ SAY(v, label), text };
}

struct str duty_caution(struct visit *v, const struct duty *d)
{
	if (duty_is_law(d))
		return STR("");
	return str_of(SAY(
		v, N_("The source of this duty, or of its limit, was not read by us. It is "
	              "shown so that nobody forgets it, and is not to be taken as law "
	              "until somebody confirms it.")));
}

static const char *basis_label(enum duty_basis b)
{
	return b == BASIS_LOCAL    ? N_("a local target: no source gives it")
	       : b == BASIS_POLICY ? N_("a policy of the organisation")
	                           : N_("the source itself");
}

static const char *rule_words(enum rule_kind k)
{
	static const char *const words[] = {
		[RULE_STANDING] = N_("There must always be one in force, without a gap."),
		[RULE_EXISTS] = N_("Each subject must have a record in a given state."),
		[RULE_EVERY] = N_("It is done again after a given time, or on given days."),
		[RULE_WITHIN] = N_("A clock runs from the earliest start that is known."),
		[RULE_PROMPTLY] = N_("It is done without delay; the time taken is shown."),
		[RULE_AFTER] =
			N_("A change asks once whether it touches the subject. If it "
		           "does, there must be evidence dated after it."),
		[RULE_CONTAINS] = N_("A document holds every required part, each located "
		                     "and confirmed."),
		[RULE_EACH] =
			N_("Every occurrence carries a step, a decision or a notice."),
		[RULE_INFORMATION] = N_("Nothing is worked out: it is shown so that nobody "
		                        "forgets it."),
	};

	return words[k];
}

static enum fail fill_facts(struct duty_page *p)
{
	const struct duty *d = p->duty;
	struct visit *v = p->v;
	struct duty_fact *at = ARENA_TRY(v->arena, struct duty_fact, FACTS_MOST);
	size_t *n = &p->view.facts.count;

	p->view.facts.at = at;
	if (!at)
		return FAIL_MEMORY;
	duty_fact_add(v, at, n, N_("Rule"), str_of(SAY(v, rule_words(d->rule.kind))));
	duty_fact_add(v, at, n, N_("What would meet it"), said_in(d->evidence, v->lang));
	duty_fact_add(v, at, n, N_("Stands in"), duty_cites(v, d));
	duty_fact_add(v, at, n, N_("Force"), str_of(SAY(v, force_label(d->rule.force))));
	duty_fact_add(v, at, n, N_("Who owes it"), said_in(d->actor, v->lang));
	duty_fact_add(v, at, n, N_("Who is told"), said_in(d->notified, v->lang));
	duty_fact_add(v, at, n, N_("Its limit comes from"),
	              str_of(SAY(v, basis_label(d->basis))));
	duty_fact_add(v, at, n, N_("Applies in"), d->jurisdiction);
	duty_fact_add(v, at, n, N_("Note"), said_in(d->note, v->lang));
	return OK;
}

static enum fail load(struct act *a, void *arg)
{
	struct duty_page *p = arg;
	struct visit *v = p->v;
	struct duty_query q = { .duty = p->duty->id,
		                .by_due = true,
		                .limit = 50,
		                .after = query_get(v, "after") };
	struct duty_rows rows;
	struct str next;
	enum fail f = duty_row_list(a, &q, &rows, &next);

	if (f == OK && next.n)
		p->view.next_href =
			str_format(v->arena, "/duties/%.*s?after=%.*s",
		                   STR_ARG(p->duty->id),
		                   STR_ARG(percent_encode(v->arena, next)));
	return f ? f : duty_lines_fill(v, a, &rows, &p->view.lines);
}

const struct duty *duty_asked(struct visit *v)
{
	const struct duties *duties = duty_engine_duties();

	return duties ? duty_find(duties, v->q->params[0]) : NULL;
}

void duty_page(struct request *q, struct response *r)
{
	struct visit v;
	struct duty_page p = { .v = &v };

	if (!visit_open(&v, q, r))
		return;
	p.duty = duty_asked(&v);
	enum fail f = p.duty ? fill_facts(&p) : FAIL_NOT_FOUND;
	if (f == OK)
		f = visit_read(&v, load, &p);
	if (f != OK) {
		visit_failed(&v, f);
		return;
	}
	p.view.id = p.duty->id;
	p.view.text = said_in(p.duty->text, v.lang);
	p.view.lede = said_in(p.duty->area->label, v.lang);
	p.view.caution = duty_caution(&v, p.duty);
	p.view.lines.caption = SAY(&v, N_("How it stands, for each subject"));
	if (p.duty->parent) {
		p.view.parent = said_in(p.duty->parent->text, v.lang);
		p.view.parent_href = str_format(v.arena, "/duties/%.*s",
		                                STR_ARG(p.duty->parent->id));
	}
	visit_frame_at(&v, &p.view.frame, p.view.text, "/duties");
	VISIT_SHOW(&v, duty, &p.view);
}
