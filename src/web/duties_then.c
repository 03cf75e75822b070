/*
 * duties_then.c -- how all duties stood at the end of a day: as it was known then, and as
 * it is known now; and what evidence that was entered later changed.
 */
#include "web/duty_shown.h"
#include "web/web.h"

#define KEPT_MOST 5000
#define LINES_MOST 200

struct stood {
	const struct duty *duty;
	struct id subject;
	enum duty_state then, now;      /* DUTY__COUNT: it was not owed */
};

struct then_page {
	struct visit *v;
	struct instant at;
	struct stood *kept;
	size_t count, next; /* of those, where the second reading looks first */
	bool second;
	struct duties_then_view view;
};

/* Both readings tell in the same order, but each may have what the other lacks. */
static struct stood *kept_of(struct then_page *p, const struct duty *d, struct id subject)
{
	for (size_t i = 0; i < p->count; i++) {
		struct stood *s = &p->kept[(p->next + i) % p->count];

		if (s->duty == d && id_equal(s->subject, subject)) {
			p->next = (size_t)(s - p->kept) + 1;
			return s;
		}
	}
	if (p->count == KEPT_MOST)
		return NULL;
	p->kept[p->count] = (struct stood){ d, subject, DUTY__COUNT, DUTY__COUNT };
	return &p->kept[p->count++];
}

static enum fail take(void *arg, struct act *a, const struct duty *d,
                      const struct row *subject, const struct standing *s)
{
	struct then_page *p = arg;
	struct stood *to = kept_of(p, d, subject ? subject->id : a->actor->org);

	if (!to)
		p->view.cut = true;
	else if (p->second)
		to->now = s->ruling.state;
	else
		to->then = s->ruling.state;
	return OK;
}

/* ---- showing ---- */

static void count_states(struct then_page *p)
{
	for (int i = 0; i < DUTY__COUNT; i++) {
		struct then_count *to = &p->view.counts.at[p->view.counts.count];

		*to = (struct then_count){
			.state = str_of(SAY(p->v, duty_state_label((enum duty_state)i)))
		};
		for (size_t k = 0; k < p->count; k++) {
			to->then += p->kept[k].then == (enum duty_state)i;
			to->now += p->kept[k].now == (enum duty_state)i;
		}
		p->view.counts.count += to->then > 0 || to->now > 0;
	}
}

static struct str state_words(struct visit *v, enum duty_state s)
{
	return str_of(SAY(v, s < DUTY__COUNT ? duty_state_label(s) : N_("Not owed")));
}

/* Leaves out what the reader may not see. */
static enum fail keep_visible(struct then_page *p, struct act *a, struct duty_rows *rows,
                              struct duty_about *abouts)
{
	size_t n = 0;
	enum fail f;

	for (size_t i = 0; i < p->count; i++)
		rows->at[i].subject = p->kept[i].subject;
	rows->count = p->count;
	f = duty_abouts(p->v, a, rows, abouts);
	for (size_t i = 0; f == OK && i < p->count; i++) {
		bool whole = id_equal(p->kept[i].subject, p->v->actor->org);

		if (!whole && abouts[i].code.n == 0)
			continue;
		p->kept[n] = p->kept[i];
		abouts[n++] = abouts[i];
	}
	p->count = n;
	return f;
}

static void show_differences(struct then_page *p, const struct duty_about *abouts)
{
	struct visit *v = p->v;

	for (size_t i = 0; i < p->count; i++) {
		const struct stood *s = &p->kept[i];

		if (s->then == s->now)
			continue;
		if (p->view.lines.count == LINES_MOST) {
			p->view.cut = true;
			return;
		}
		p->view.lines.at[p->view.lines.count++] = (struct then_line){
			.id = s->duty->id,
			.href = duty_address(v, s->duty->id, abouts[i].code),
			.text = said_in(s->duty->text, v->lang),
			.subject = abouts[i].title,
			.then = state_words(v, s->then),
			.now = state_words(v, s->now),
		};
	}
}

static enum fail load(struct act *a, void *arg)
{
	struct then_page *p = arg;
	struct arena *arena = p->v->arena;
	struct duty_rows rows = { ARENA_TRY(arena, struct duty_row, KEPT_MOST), 0 };
	struct duty_about *abouts = ARENA_TRY(arena, struct duty_about, KEPT_MOST);

	p->count = p->next = p->view.lines.count = p->view.counts.count = 0;
	p->kept = ARENA_TRY(arena, struct stood, KEPT_MOST);
	p->view.counts.at = ARENA_TRY(arena, struct then_count, DUTY__COUNT);
	p->view.lines.at = ARENA_TRY(arena, struct then_line, LINES_MOST);
	if (!rows.at || !abouts || !p->kept || !p->view.counts.at || !p->view.lines.at)
		return FAIL_MEMORY;
	p->second = false;
	enum fail f = duty_as_of(a, p->at, KNOWN_THEN, NULL, take, p);
	p->second = true;
	p->next = 0;
	if (f == OK)
		f = duty_as_of(a, p->at, KNOWN_NOW, NULL, take, p);
	if (f == OK)
		f = keep_visible(p, a, &rows, abouts);
	if (f)
		return f;
	count_states(p);
	show_differences(p, abouts);
	return OK;
}

void duties_then_page(struct request *q, struct response *r)
{
	struct visit v;
	struct then_page p = { .v = &v };
	struct date day;
	enum fail f = OK;

	if (!visit_open(&v, q, r))
		return;
	p.view.at = query_get(&v, "at");
	p.view.asked = date_parse(p.view.at, &day);
	if (p.view.asked) {
		p.at = day_end(day, v.zone);
		f = visit_read(&v, load, &p);
	}
	if (f != OK) {
		visit_failed(&v, f);
		return;
	}
	visit_frame_at(&v, &p.view.frame, str_of(SAY(&v, N_("Duties as of a day"))),
	               "/duties");
	VISIT_SHOW(&v, duties_then, &p.view);
}
