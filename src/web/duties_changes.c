/*
 * duties_changes.c -- what changed in how the duties stand, and by which evidence.
 */
#include "codec/messages.h"
#include "duty/why.h"
#include "web/duty_shown.h"
#include "web/web.h"

#define LINES_MOST 100
#define DAYS_SHOWN 30

struct changes_page {
	struct visit *v;
	struct date from, until;
	struct duties_changes_view view;
};

static struct str state_words(struct visit *v, struct str name)
{
	enum duty_state s = duty_state_named(name);

	return s < DUTY__COUNT ? str_of(SAY(v, duty_state_label(s))) : STR("");
}

static enum fail fill_proof(struct visit *v, struct act *a, struct id proof,
                            struct duties_change *to)
{
	struct link_face face;
	enum fail f;

	if (!id_is_set(proof))
		return OK;
	f = link_faces(a, &proof, 1, &face);
	if (f || face.masked || !face.type)
		return f;
	to->proof = face.code;
	to->proof_href = str_format(v->arena, "/%s/%.*s", face.type->name,
	                            STR_ARG(face.code));
	return OK;
}

static enum fail fill_line(struct changes_page *p, struct act *a,
                           const struct duty_change *c, const struct duty_about *about)
{
	const struct duties *duties = duty_engine_duties();
	const struct duty *d = duties ? duty_find(duties, c->duty) : NULL;
	struct visit *v = p->v;
	struct duties_change *to = &p->view.lines.at[p->view.lines.count++];
	struct message why;
	enum fail f = OK;

	*to = (struct duties_change){
		.at = visit_instant(v, c->at),
		.id = c->duty,
		.href = duty_address(v, c->duty, about->code),
		.text = d ? said_in(d->text, v->lang) : c->duty,
		.subject = about->title,
		.before = state_words(v, c->before),
		.after = state_words(v, c->after),
		.late = duty_state_named(c->after) == DUTY_OVERDUE,
	};
	if (message_unpack(a->arena, c->why, &why))
		f = why_say(a, &why, WHY_TITLES, &to->why);
	return f ? f : fill_proof(v, a, c->proof, to);
}

/* What stood for the first time did not change: it is left out. */
static size_t known_before(struct duty_change *at, size_t count)
{
	size_t n = 0;

	for (size_t i = 0; i < count; i++)
		if (at[i].before.n > 0)
			at[n++] = at[i];
	return n;
}

static enum fail load(struct act *a, void *arg)
{
	struct changes_page *p = arg;
	struct visit *v = p->v;
	struct duty_change *changes;
	struct duty_rows rows = { 0 };
	size_t count;
	enum fail f = duty_changes(a, day_start(p->from, v->zone),
	                           day_end(p->until, v->zone), STR(""), ID_NONE, &changes,
	                           &count);

	if (f)
		return f;
	count = known_before(changes, count);
	p->view.cut = count > LINES_MOST;
	count = count > LINES_MOST ? LINES_MOST : count;
	p->view.lines.count = 0;
	p->view.lines.at = ARENA_TRY(v->arena, struct duties_change, count + 1);
	rows.at = ARENA_TRY(v->arena, struct duty_row, count + 1);
	struct duty_about *abouts = ARENA_TRY(v->arena, struct duty_about, count + 1);
	if (!p->view.lines.at || !rows.at || !abouts)
		return FAIL_MEMORY;
	for (size_t i = 0; i < count; i++)
		rows.at[rows.count++].subject = changes[i].subject;
	f = duty_abouts(v, a, &rows, abouts);
	for (size_t i = 0; f == OK && i < count; i++)
		f = fill_line(p, a, &changes[i], &abouts[i]);
	return f;
}

void duties_changes_page(struct request *q, struct response *r)
{
	struct visit v;
	struct changes_page p = { .v = &v };

	if (!visit_open(&v, q, r))
		return;
	if (!date_parse(query_get(&v, "until"), &p.until))
		p.until = v.today;
	if (!date_parse(query_get(&v, "from"), &p.from))
		p.from = date_add_days(p.until, -DAYS_SHOWN);
	enum fail f = visit_read(&v, load, &p);
	if (f != OK) {
		visit_failed(&v, f);
		return;
	}
	p.view.from = date_text(v.arena, p.from);
	p.view.until = date_text(v.arena, p.until);
	visit_frame_at(&v, &p.view.frame, str_of(SAY(&v, N_("What changed"))), "/duties");
	VISIT_SHOW(&v, duties_changes, &p.view);
}
