/*
 * duty_standing.c -- one duty for one subject: how it stands and why, which start the clock
 * used and which it could have used, how it stood on another day, and what changed.
 */
#include "codec/messages.h"
#include "duty/why.h"
#include "web/duty_facts.h"
#include "web/record.h"
#include "web/web.h"

#define FACTS_MOST 12
#define EVENTS_MOST 50

struct standing_page {
	struct visit *v;
	const struct duty *duty;
	struct row *subject;            /* null: the organisation */
	struct instant at;              /* another day; unset: none was asked for */
	struct duty_standing_view view;
};

static struct str state_words(struct visit *v, struct str name)
{
	enum duty_state s = duty_state_named(name);

	return s < DUTY__COUNT ? str_of(SAY(v, duty_state_label(s))) : name;
}

static struct id subject_id(const struct standing_page *p)
{
	return p->subject ? p->subject->id : p->v->actor->org;
}

/* ---- how it stands now ---- */

static enum fail find_subject(struct standing_page *p, struct act *a)
{
	struct str code = p->v->q->params[1];

	if (str_is(code, "organisation")) {
		p->view.subject = p->v->organisation;
		return OK;
	}
	enum fail f = record_by_code(a, code, &p->subject);
	if (f)
		return f;
	p->view.subject = row_title(p->subject, p->v->lang);
	p->view.subject_href = record_href(p->v->arena, p->subject);
	return OK;
}

static enum fail fill_proof(struct standing_page *p, struct act *a, struct id proof)
{
	struct link_face face;
	enum fail f;

	if (!id_is_set(proof))
		return OK;
	f = link_faces(a, &proof, 1, &face);
	if (f || face.masked || !face.type)
		return f;
	p->view.proof = str_format(p->v->arena, "%.*s %.*s", STR_ARG(face.code),
	                           STR_ARG(face.title));
	p->view.proof_href = str_format(p->v->arena, "/%s/%.*s", face.type->name,
	                                STR_ARG(face.code));
	return OK;
}

static struct str due_words(struct visit *v, const struct ruling *r)
{
	if (!instant_is_set(r->due_at))
		return STR("");
	return r->due_is_local ? visit_words(v, N_("%1, a local target"),
	                                     visit_instant(v, r->due_at))
	                       : visit_instant(v, r->due_at);
}

static enum fail fill_facts(struct standing_page *p, const struct ruling *r)
{
	const struct duty *d = p->duty;
	struct visit *v = p->v;
	struct duty_fact *at = ARENA_TRY(v->arena, struct duty_fact, FACTS_MOST);
	size_t *n = &p->view.facts.count;

	p->view.facts.at = at;
	if (!at)
		return FAIL_MEMORY;
	if (r->ground != GROUND_NONE)
		duty_fact_add(v, at, n, N_("Ground"),
		              str_of(SAY(v, ground_label(r->ground))));
	if (instant_is_set(r->since))
		duty_fact_add(v, at, n, N_("Since"), visit_instant(v, r->since));
	duty_fact_add(v, at, n, N_("Limit"), due_words(v, r));
	if (instant_is_set(r->changes_at))
		duty_fact_add(v, at, n, N_("Time alone changes it"),
		              visit_instant(v, r->changes_at));
	duty_fact_add(v, at, n, N_("What would meet it"), said_in(d->evidence, v->lang));
	duty_fact_add(v, at, n, N_("Stands in"), duty_cites(v, d));
	duty_fact_add(v, at, n, N_("Force"), str_of(SAY(v, force_label(d->rule.force))));
	duty_fact_add(v, at, n, N_("Caution"), duty_caution(v, d));
	return OK;
}

static enum fail fill_starts(struct standing_page *p, struct act *a,
                             const struct standing *s)
{
	const struct subject_facts *facts = &s->facts;
	struct visit *v = p->v;
	enum fail f = OK;

	if (facts->start_count == 0)
		return OK;
	p->view.starts.at = ARENA_TRY(v->arena, struct duty_start, facts->start_count);
	if (!p->view.starts.at)
		return FAIL_MEMORY;
	for (size_t i = 0; f == OK && i < facts->start_count; i++) {
		const struct clock_start *c = &facts->starts[i];
		struct duty_start *to = &p->view.starts.at[p->view.starts.count++];

		*to = (struct duty_start){ .used = (int)i == s->ruling.start };
		if (instant_is_set(c->at))
			to->at = visit_instant(v, c->at);
		f = why_text(a, c->what, WHY_TITLES, &to->what);
	}
	return f;
}

static enum fail stands_now(struct standing_page *p, struct act *a)
{
	struct world w;
	struct standing s;
	struct instant now;
	enum fail f = duty_now(a, &now);

	if (f == OK)
		f = world_open(&w, a, duty_engine_duties(), facts_now(a), now);
	if (f == OK && (!world_has(&w, p->duty) ||
	                (p->subject && !duty_is_about(p->duty, p->subject))))
		return FAIL_NOT_FOUND;
	if (f == OK)
		f = duty_stands(&w, p->duty, p->subject, &s);
	if (f == OK)
		f = why_say(a, &s.ruling.why, WHY_TITLES, &p->view.why);
	if (f)
		return f;
	p->view.why = words_sentence(a->arena, p->view.why);
	p->view.state = str_of(SAY(p->v, duty_state_label(s.ruling.state)));
	p->view.late = s.ruling.state == DUTY_OVERDUE && !s.ruling.due_is_local;
	p->view.worked_out = visit_words(p->v, N_("Worked out %1."),
	                                 visit_instant(p->v, now));
	f = fill_proof(p, a, s.proof);
	if (f == OK)
		f = fill_facts(p, &s.ruling);
	return f ? f : fill_starts(p, a, &s);
}

/* ---- another day ---- */

struct told {
	struct standing_page *page;
	struct str *state, *why;
};

static enum fail take(void *arg, struct act *a, const struct duty *d,
                      const struct row *subject, const struct standing *s)
{
	struct told *t = arg;
	struct standing_page *p = t->page;

	(void)d;
	if ((subject != NULL) != (p->subject != NULL) ||
	    (subject && !id_equal(subject->id, p->subject->id)))
		return OK;
	*t->state = str_of(SAY(p->v, duty_state_label(s->ruling.state)));
	return why_say(a, &s->ruling.why, WHY_TITLES, t->why);
}

static enum fail stood_then(struct standing_page *p, struct act *a)
{
	struct str nothing = str_of(SAY(p->v, N_("It was not owed yet.")));
	struct told then = { p, &p->view.then_state, &p->view.then_why };
	struct told now = { p, &p->view.now_state, &p->view.now_why };

	if (!instant_is_set(p->at))
		return OK;
	p->view.asked_then = true;
	p->view.then_state = p->view.now_state = nothing;
	enum fail f = duty_as_of(a, p->at, KNOWN_THEN, p->duty, take, &then);
	return f ? f : duty_as_of(a, p->at, KNOWN_NOW, p->duty, take, &now);
}

/* ---- what changed ---- */

static enum fail fill_events(struct standing_page *p, struct act *a)
{
	struct instant begin = { 0 }, end = { INT64_MAX };
	struct visit *v = p->v;
	struct duty_change *changes;
	size_t count;
	enum fail f = duty_changes(a, begin, end, p->duty->id, subject_id(p), &changes,
	                           &count);

	p->view.events.at = ARENA_TRY(v->arena, struct duty_event, EVENTS_MOST);
	if (!p->view.events.at)
		return FAIL_MEMORY;
	for (size_t i = 0; f == OK && i < count && i < EVENTS_MOST; i++) {
		struct duty_event *to = &p->view.events.at[p->view.events.count++];
		struct message why;

		*to = (struct duty_event){ .at = visit_instant(v, changes[i].at),
			                   .before = state_words(v, changes[i].before),
			                   .after = state_words(v, changes[i].after) };
		if (message_unpack(a->arena, changes[i].why, &why))
			f = why_say(a, &why, WHY_TITLES, &to->why);
	}
	return f;
}

static enum fail load(struct act *a, void *arg)
{
	struct standing_page *p = arg;
	enum fail f;

	p->view.starts.count = p->view.events.count = p->view.facts.count = 0;
	f = find_subject(p, a);
	if (f == OK)
		f = stands_now(p, a);
	if (f == OK)
		f = stood_then(p, a);
	return f ? f : fill_events(p, a);
}

void duty_standing_page(struct request *q, struct response *r)
{
	struct visit v;
	struct standing_page p = { .v = &v };
	struct date day;

	if (!visit_open(&v, q, r))
		return;
	p.duty = duty_asked(&v);
	p.view.at = query_get(&v, "at");
	if (v.zone && date_parse(p.view.at, &day))
		p.at = day_end(day, v.zone);
	enum fail f = p.duty ? visit_read(&v, load, &p) : FAIL_NOT_FOUND;
	if (f != OK) {
		visit_failed(&v, f);
		return;
	}
	p.view.id = p.duty->id;
	p.view.text = said_in(p.duty->text, v.lang);
	p.view.href = str_format(v.arena, "/duties/%.*s", STR_ARG(p.duty->id));
	const struct record_type *decision =
		registry_find(store_registry(v.site->store), STR("duty_decision"));
	if (decision && visit_may_create(&v, decision))
		p.view.decide_href = str_format(
			v.arena, "/duty_decision/new?duty=%.*s%s%.*s", STR_ARG(p.duty->id),
			p.subject ? "&subject=" : "",
			STR_ARG(p.subject ? v.q->params[1] : STR("")));
	visit_frame_at(&v, &p.view.frame, p.view.text, "/duties");
	VISIT_SHOW(&v, duty_standing, &p.view);
}
