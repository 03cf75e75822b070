/*
 * duty_shown.c -- how a duty stands, as a line that people read.
 */
#include "web/duty_shown.h"

#include "records/role.h"

enum duty_state duty_state_named(struct str name)
{
	for (int i = 0; i < DUTY__COUNT; i++)
		if (str_is(name, duty_state_name((enum duty_state)i)))
			return (enum duty_state)i;
	return DUTY__COUNT;
}

bool duty_state_asks(enum duty_state s)
{
	return s == DUTY_DUE || s == DUTY_OVERDUE || s == DUTY_TO_DECIDE ||
	       s == DUTY_NOTHING_ON_RECORD || s == DUTY_CANNOT_TELL;
}

enum fail duty_query_states(struct visit *v, struct duty_query *q, uint64_t states)
{
	const char **names = ARENA_TRY(v->arena, const char *, DUTY__COUNT);

	if (!names)
		return FAIL_MEMORY;
	for (int i = 0; i < DUTY__COUNT; i++)
		names[i] = duty_state_name((enum duty_state)i);
	q->states = states;
	q->state_names = names;
	q->state_count = DUTY__COUNT;
	return OK;
}

struct date duty_day(const struct visit *v, struct instant t)
{
	return v->zone ? zone_date(v->zone, t) : instant_utc_date(t);
}

struct str duty_address(struct visit *v, struct str duty, struct str code)
{
	return str_format(v->arena, "/duties/%.*s/%.*s", STR_ARG(duty),
	                  STR_ARG(code.n ? code : STR("organisation")));
}

struct str duty_cites(struct visit *v, const struct duty *d)
{
	struct text t = text_on(v->arena, 2000);

	for (size_t i = 0; i < d->cite_count; i++) {
		const struct duty_clause *c = &d->cites[i];

		text_addf(&t, "%s%.*s, %.*s", i ? "; " : "",
		          STR_ARG(said_in(c->instrument->title, v->lang)),
		          STR_ARG(c->clause));
	}
	return text_str(&t);
}

/* ---- who and what ---- */

static struct str role_title(struct visit *v, struct act *a, struct str name)
{
	struct filter named = { .field = ROL_NAME,
		                .op = IS,
		                .value = { .filled = true, .text = name } };
	struct query q = { .type = &role_type,
		           .filters = &named,
		           .filter_count = 1,
		           .limit = 1 };
	struct answer rows;

	if (record_list(a, &q, &rows) == OK && rows.count == 1)
		return row_title(rows.rows[0], v->lang);
	return name;
}

struct str duty_with(struct visit *v, struct act *a, const struct duty_row *r)
{
	if (id_is_set(r->owner) && id_equal(r->owner, v->actor->person))
		return str_of(SAY(v, N_("You")));
	if (id_is_set(r->owner))
		return shown_title(v, a, r->owner);
	return r->role.n ? role_title(v, a, r->role) : STR("");
}

enum fail duty_abouts(struct visit *v, struct act *a, const struct duty_rows *rows,
                      struct duty_about *out)
{
	struct link_face *faces = ARENA_TRY(v->arena, struct link_face, rows->count + 1);
	struct id *ids = ARENA_TRY(v->arena, struct id, rows->count + 1);

	if (!faces || !ids)
		return FAIL_MEMORY;
	for (size_t i = 0; i < rows->count; i++)
		ids[i] = rows->at[i].subject;
	enum fail f = link_faces(a, ids, rows->count, faces);
	for (size_t i = 0; f == OK && i < rows->count; i++)
		if (id_equal(ids[i], v->actor->org))
			out[i] = (struct duty_about){ .title = v->organisation };
		else if (faces[i].type && !faces[i].masked)
			out[i] = (struct duty_about){
				.title = faces[i].title.n ? faces[i].title : faces[i].code,
				.code = faces[i].code,
				.href = str_format(v->arena, "/%s/%.*s",
				                   faces[i].type->name,
				                   STR_ARG(faces[i].code)),
			};
		else
			out[i] = (struct duty_about){
				.title = str_of(SAY(v, N_("(a record you may not see)")))
			};
	return f;
}

/* ---- lines ---- */

static void fill_due(struct visit *v, const struct duty_row *r, enum duty_state s,
                     struct duty_line *to)
{
	if (!instant_is_set(r->due_at))
		return;
	struct date due = duty_day(v, r->due_at);
	bool asks = s == DUTY_DUE || s == DUTY_OVERDUE || s == DUTY_UPCOMING;

	to->when = words_date(v->arena, v->lang, due);
	if (asks)
		to->due = words_due(v->arena, v->lang, due, v->today);
	to->soon = s == DUTY_DUE;
	if (r->local_limit)
		to->due = str_format(v->arena, "%.*s%s%s", STR_ARG(to->due),
		                     to->due.n ? ", " : "", SAY(v, N_("local target")));
}

static struct duty_line line_of(struct visit *v, struct act *a, const struct duty *d,
                                const struct duty_row *r, const struct duty_about *about)
{
	enum duty_state s = duty_state_named(r->state);
	struct duty_line to = {
		.id = r->duty,
		.href = duty_address(v, r->duty, about->code),
		.text = d ? said_in(d->text, v->lang) : r->duty,
		.cites = d ? duty_cites(v, d) : STR(""),
		.force = d ? str_of(SAY(v, force_label(d->rule.force))) : r->force,
		.subject = about->title,
		.subject_href = about->href,
		.state = s < DUTY__COUNT ? str_of(SAY(v, duty_state_label(s))) : r->state,
		.with = duty_with(v, a, r),
		.late = s == DUTY_OVERDUE && !r->local_limit,
		.grey = s == DUTY_NOT_STARTED,
		.open = duty_state_asks(s),
	};

	fill_due(v, r, s, &to);
	return to;
}

enum fail duty_lines_fill(struct visit *v, struct act *a, const struct duty_rows *rows,
                          struct duty_lines *out)
{
	const struct duties *duties = duty_engine_duties();
	struct duty_about *abouts = ARENA_TRY(v->arena, struct duty_about, rows->count + 1);

	out->lines.count = 0;
	out->lines.at = ARENA_TRY(v->arena, struct duty_line, rows->count + 1);
	if (!abouts || !out->lines.at)
		return FAIL_MEMORY;
	enum fail f = duty_abouts(v, a, rows, abouts);
	for (size_t i = 0; f == OK && i < rows->count; i++) {
		const struct duty_row *r = &rows->at[i];

		out->lines.at[out->lines.count++] = line_of(
			v, a, duties ? duty_find(duties, r->duty) : NULL, r, &abouts[i]);
	}
	return f;
}
