/* duty_print.c -- how a duty stands: a line, everything about one, then beside now. */
#include "cli/duty_print.h"

#include <stdio.h>

#include "base/limits.h"
#include "codec/json.h"
#include "duty/why.h"

/* ---- words ---- */

static struct str code_of(struct act *a, const struct row *subject)
{
	return subject ? row_code(a->arena, subject) : STR("organisation");
}

static enum fail owner_of(struct act *a, const struct duty *d, const struct row *subject,
                          struct str *out)
{
	struct link_face face;
	enum fail f;

	*out = d->owner_role;
	if (d->owner_role.n > 0 || !subject || !id_is_set(subject->owner))
		return OK;
	f = link_faces(a, &subject->owner, 1, &face);
	*out = f ? STR("") : face.code;
	return f;
}

static void pair_instant(struct json_out *j, struct arena *a, const char *name,
                         struct instant t)
{
	json_name(j, name);
	if (instant_is_set(t))
		json_put_str(j, instant_text(a, t));
	else
		json_put_null(j);
}

/* ---- one line ---- */

static enum fail put_standing(struct json_out *j, struct act *a, const struct ruling *r)
{
	struct str why;
	enum fail f = why_say(a, &r->why, WHY_CODES, &why);

	json_pair_z(j, "state", duty_state_name(r->state));
	json_pair_z(j, "ground", r->ground == GROUND_NONE ? "" : ground_label(r->ground));
	pair_instant(j, a->arena, "since", r->since);
	pair_instant(j, a->arena, "due_at", r->due_at);
	json_pair_str(j, "why", why);
	return f;
}

static enum fail print_json_line(struct act *a, const struct duty *d,
                                 const struct row *subject, const struct ruling *r)
{
	struct text t = text_on(a->arena, LIMIT_PAGE_BYTES);
	struct json_out j = json_to(&t);
	struct str owner;
	enum fail f = owner_of(a, d, subject, &owner);

	json_open_object(&j);
	json_pair_str(&j, "duty", d->id);
	json_pair_str(&j, "subject", code_of(a, subject));
	json_pair_z(&j, "force", force_name(d->rule.force));
	json_pair_str(&j, "owner", owner);
	if (!f)
		f = put_standing(&j, a, r);
	json_close_object(&j);
	if (!f)
		printf("%.*s\n", STR_ARG(text_str(&t)));
	return f;
}

enum fail duty_print_line(void *arg, struct act *a, const struct duty *d,
                          const struct row *subject, const struct standing *s)
{
	const struct duty_printing *p = arg;
	struct str why, code = code_of(a, subject);
	enum fail f;

	if (p->json)
		return print_json_line(a, d, subject, &s->ruling);
	f = why_say(a, &s->ruling.why, WHY_CODES, &why);
	if (!f)
		printf("%-9.*s %-14.*s %-18s %.*s\n", STR_ARG(d->id), STR_ARG(code),
		       tr(a->actor->lang, duty_state_label(s->ruling.state)),
		       STR_ARG(why));
	return f;
}

/* ---- everything about one ---- */

static enum fail put_evidence(struct json_out *j, struct act *a,
                              const struct subject_facts *facts)
{
	enum fail f = OK;

	json_name(j, "evidence");
	json_open_array(j);
	for (size_t i = 0; !f && i < facts->proof_count; i++) {
		struct str what;

		f = why_text(a, facts->proofs[i].what, WHY_CODES, &what);
		json_open_object(j);
		json_pair_str(j, "record", what);
		pair_instant(j, a->arena, "at", facts->proofs[i].at);
		json_close_object(j);
	}
	json_close_array(j);
	return f;
}

/* Which start the clock used, and which it could have used. */
static enum fail put_starts(struct json_out *j, struct act *a, const struct standing *s)
{
	enum fail f = OK;

	json_name(j, "starts");
	json_open_array(j);
	for (size_t i = 0; !f && i < s->facts.start_count; i++) {
		struct str what;

		f = why_text(a, s->facts.starts[i].what, WHY_CODES, &what);
		json_open_object(j);
		json_pair_str(j, "start", what);
		pair_instant(j, a->arena, "at", s->facts.starts[i].at);
		json_pair_bool(j, "used", s->ruling.start == (int)i);
		json_close_object(j);
	}
	json_close_array(j);
	return f;
}

static void put_clauses(struct json_out *j, const struct duty *d)
{
	json_name(j, "clauses");
	json_open_array(j);
	for (size_t i = 0; i < d->cite_count; i++) {
		const struct duty_clause *c = &d->cites[i];
		size_t last = c->instrument->edition_count;

		json_open_object(j);
		json_pair_str(j, "instrument", c->instrument->id);
		json_pair_str(j, "edition",
		              c->edition.n > 0 || last == 0
		                      ? c->edition
		                      : c->instrument->editions[last - 1].id);
		json_pair_str(j, "clause", c->clause);
		json_close_object(j);
	}
	json_close_array(j);
}

static enum fail print_json_why(struct act *a, const struct duty *d,
                                const struct row *subject, const struct standing *s)
{
	struct text t = text_on(a->arena, LIMIT_PAGE_BYTES);
	struct json_out j = json_to(&t);
	enum lang lang = a->actor->lang;
	enum fail f;

	json_open_object(&j);
	json_pair_str(&j, "duty", d->id);
	json_pair_str(&j, "subject", code_of(a, subject));
	json_pair_str(&j, "text", said_in(d->text, lang));
	json_pair_z(&j, "force", force_name(d->rule.force));
	json_pair_bool(&j, "law", duty_is_law(d));
	json_pair_z(&j, "sure", how_sure_name(d->sure));
	json_pair_z(&j, "basis", duty_basis_name(d->basis));
	put_clauses(&j, d);
	f = put_standing(&j, a, &s->ruling);
	pair_instant(&j, a->arena, "changes_at", s->ruling.changes_at);
	json_pair_bool(&j, "local_limit", s->ruling.due_is_local);
	if (!f)
		f = put_evidence(&j, a, &s->facts);
	if (!f)
		f = put_starts(&j, a, s);
	json_pair_str(&j, "met_by", said_in(d->evidence, lang));
	json_close_object(&j);
	if (!f)
		printf("%.*s\n", STR_ARG(text_str(&t)));
	return f;
}

static enum fail print_starts(struct act *a, const struct standing *s)
{
	enum fail f = OK;

	for (size_t i = 0; !f && i < s->facts.start_count; i++) {
		const struct clock_start *start = &s->facts.starts[i];
		struct str what;

		f = why_text(a, start->what, WHY_CODES, &what);
		if (!f)
			printf("  %s %.*s: %.*s\n",
			       s->ruling.start == (int)i ? "start" : "  or ", STR_ARG(what),
			       STR_ARG(instant_is_set(start->at)
			                       ? instant_text(a->arena, start->at)
			                       : STR("-")));
	}
	return f;
}

static enum fail print_text_why(struct act *a, const struct duty *d,
                                const struct row *subject, const struct standing *s)
{
	const struct ruling *r = &s->ruling;
	enum lang lang = a->actor->lang;
	struct str why;
	enum fail f = why_say(a, &r->why, WHY_CODES, &why);

	if (f)
		return f;
	printf("%.*s  %.*s  %s%s%s\n", STR_ARG(d->id), STR_ARG(code_of(a, subject)),
	       tr(lang, duty_state_label(r->state)), r->ground ? ", " : "",
	       r->ground ? tr(lang, ground_label(r->ground)) : "");
	printf("  %.*s\n  %.*s\n", STR_ARG(said_in(d->text, lang)), STR_ARG(why));
	for (size_t i = 0; i < d->cite_count; i++)
		printf("  %.*s, %.*s\n", STR_ARG(d->cites[i].instrument->id),
		       STR_ARG(d->cites[i].clause));
	if (instant_is_set(r->due_at))
		printf("  until %.*s%s\n", STR_ARG(instant_text(a->arena, r->due_at)),
		       r->due_is_local ? " (local)" : "");
	f = print_starts(a, s);
	printf("  met by: %.*s\n", STR_ARG(said_in(d->evidence, lang)));
	return f;
}

enum fail duty_print_why(void *arg, struct act *a, const struct duty *d,
                         const struct row *subject, const struct standing *s)
{
	struct duty_printing *p = arg;

	if (!id_equal(subject ? subject->id : a->actor->org, p->subject))
		return OK;
	p->told = true;
	return p->json ? print_json_why(a, d, subject, s)
	               : print_text_why(a, d, subject, s);
}

/* ---- then beside now ---- */

struct duty_pair {
	struct duty_pair *next;
	const struct duty *duty;
	const struct row *subject;
	struct ruling then, now;
	bool known_then, known_now;
};

static struct id subject_id(struct act *a, const struct row *subject)
{
	return subject ? subject->id : a->actor->org;
}

static struct duty_pair *add_pair(struct duty_both *b, struct act *a, const struct duty *d,
                                  const struct row *subject)
{
	struct duty_pair *p = ARENA_NEW(a->arena, struct duty_pair);

	p->duty = d;
	p->subject = subject;
	if (!b->last)
		b->last = &b->first;
	*b->last = p;
	b->last = &p->next;
	return p;
}

enum fail duty_both_then(void *arg, struct act *a, const struct duty *d,
                         const struct row *subject, const struct standing *s)
{
	struct duty_pair *p = add_pair(arg, a, d, subject);

	p->then = s->ruling;
	p->known_then = true;
	return OK;
}

/* Both come in the order of duties and subjects, so the search goes on where it was. */
enum fail duty_both_now(void *arg, struct act *a, const struct duty *d,
                        const struct row *subject, const struct standing *s)
{
	struct duty_both *b = arg;
	struct duty_pair *p = b->next ? b->next : b->first;

	while (p && !(p->duty == d && id_equal(subject_id(a, p->subject),
	                                       subject_id(a, subject))))
		p = p->next;
	if (p)
		b->next = p;
	else
		p = add_pair(b, a, d, subject);
	p->now = s->ruling;
	p->known_now = true;
	return OK;
}

static enum fail put_side(struct json_out *j, struct act *a, const char *name, bool known,
                          const struct ruling *r)
{
	enum fail f = OK;

	json_name(j, name);
	if (!known) {
		json_put_null(j);
		return OK;
	}
	json_open_object(j);
	f = put_standing(j, a, r);
	json_close_object(j);
	return f;
}

static enum fail print_pair(struct act *a, const struct duty_pair *p, bool json)
{
	struct text t = text_on(a->arena, LIMIT_PAGE_BYTES);
	struct json_out j = json_to(&t);
	struct str code = code_of(a, p->subject);
	bool differ = p->known_then != p->known_now || p->then.state != p->now.state;
	enum fail f;

	if (!json) {
		printf("%-9.*s %-14.*s %-18s %-18s%s\n", STR_ARG(p->duty->id),
		       STR_ARG(code),
		       p->known_then ? duty_state_name(p->then.state) : "-",
		       p->known_now ? duty_state_name(p->now.state) : "-",
		       differ ? " late entry" : "");
		return OK;
	}
	json_open_object(&j);
	json_pair_str(&j, "duty", p->duty->id);
	json_pair_str(&j, "subject", code);
	f = put_side(&j, a, "known_then", p->known_then, &p->then);
	if (!f)
		f = put_side(&j, a, "known_now", p->known_now, &p->now);
	json_pair_bool(&j, "late_entry", differ);
	json_close_object(&j);
	if (!f)
		printf("%.*s\n", STR_ARG(text_str(&t)));
	return f;
}

enum fail duty_both_print(struct act *a, struct duty_both *both)
{
	enum fail f = OK;

	for (const struct duty_pair *p = both->first; !f && p; p = p->next)
		f = print_pair(a, p, both->printing->json);
	return f;
}
