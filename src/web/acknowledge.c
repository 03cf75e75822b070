/*
 * acknowledge.c -- a policy acknowledged from its link, and how many have.
 *
 *     /a/KEY -> an address at work -> the code from the mail -> on record
 *         \-> signed in: one button
 *
 * Opening the link writes nothing and names nobody.  An address gets the same answer
 * whether it is known or not; it is never part of an address of ours.
 */
#include "actions/acknowledge.h"

#include "documents/words.h"
#include "records/acknowledgement_request.h"
#include "records/document_version.h"
#include "records/edition.h"
#include "records/linked.h"
#include "records/person.h"
#include "web/markdown.h"
#include "web/record.h"
#include "web/visitor.h"
#include "web/web.h"

struct acknowledging {
	struct visit *v;
	struct actor program;
	struct id request;
	struct str email;
	bool right;
	struct acknowledge_view view;
};

static bool open_link(struct acknowledging *x, struct request *q, struct response *r)
{
	struct visit *v = x->v;

	visit_anyone(v, q, r);
	enum fail f = acknowledge_open(v->site->store, v->arena, q->params[0], v->lang,
	                               &x->program, &x->request);
	if (f != OK) {
		visit_failed(v, f);
		return false;
	}
	visitor_of(v, &x->program);
	return true;
}

static bool person_is_known(const struct acknowledging *x)
{
	const struct visit *v = x->v;

	return v->signed_in && id_equal(v->actor->org, x->program.org) &&
	       id_is_set(v->actor->person);
}

/* ---- the page ---- */

static void fill_text(struct acknowledging *x, struct act *a, const struct row *request)
{
	const struct row *edition = row_linked(a, request, ACR_EDITION, &edition_type);
	const struct row *version =
		row_linked(a, request, ACR_VERSION, &document_version_type);

	if (edition) {
		x->view.text_title = row_title(edition, x->v->lang);
		x->view.address = row_text(edition, EDN_ADDRESS);
	} else if (version) {
		x->view.text_title = row_title(version, x->v->lang);
	}
	if (!str_starts(x->view.address, "https://") &&
	    !str_starts(x->view.address, "http://"))
		x->view.address = STR_NONE;
}

static enum fail load(struct act *a, void *arg)
{
	struct acknowledging *x = arg;
	struct visit *v = x->v;
	struct row *request;
	enum fail f = record_get(a, &acknowledgement_request_type, x->request, &request);

	if (f != OK)
		return f;
	x->view.title = row_title(request, v->lang);
	x->view.summary =
		markdown_html(v->arena, row_text_in(request, ACR_SUMMARY, v->lang));
	x->view.words = markdown_html(v->arena, row_text_in(request, ACR_WORDS, v->lang));
	x->view.due_on = words_date(v->arena, v->lang, row_date(request, ACR_DUE_ON));
	x->view.closed = request->state != ACR_IS_OPEN;
	fill_text(x, a, request);
	return OK;
}

static void show(struct acknowledging *x)
{
	struct visit *v = x->v;
	enum fail f = store_read(v->site->store, &x->program, v->arena, load, x);

	if (f != OK) {
		visit_failed(v, f);
		return;
	}
	x->view.action = str_format(v->arena, "/a/%.*s", STR_ARG(v->q->params[0]));
	x->view.sign_in =
		str_format(v->arena, "/sign-in?next=%.*s", STR_ARG(x->view.action));
	x->view.csrf = visitor_csrf(v);
	x->view.email = x->email;
	x->view.given = str_is(query_get(v, "said"), "acknowledged");
	x->view.signed_in = person_is_known(x);
	if (x->view.signed_in)
		x->view.person = v->actor->name;
	reasons_fill(v, NULL, &x->view.reasons);
	x->view.reasons.title = SAY(v, N_("Nothing is recorded yet"));
	if (v->why.count > 0)
		v->r->status = 422;
	visit_frame(v, &x->view.frame, x->view.title);
	VISIT_SHOW(v, acknowledge, &x->view);
}

void acknowledge_page(struct request *q, struct response *r)
{
	struct visit v;
	struct acknowledging x = { .v = &v };

	if (open_link(&x, q, r))
		show(&x);
}

/* ---- confirming ---- */

static enum fail send_code(struct act *a, void *arg)
{
	struct acknowledging *x = arg;

	return acknowledge_send_code(a, x->request, x->email);
}

static enum fail with_code(struct act *a, void *arg)
{
	struct acknowledging *x = arg;

	x->v->why = refusal_on(x->v->arena);
	return acknowledge_with_code(a, x->request, x->email, form_get(x->v, "code"),
	                             &x->v->why, &x->right);
}

static enum fail signed_in(struct act *a, void *arg)
{
	struct acknowledging *x = arg;

	x->v->why = refusal_on(x->v->arena);
	return acknowledge_signed_in(a, x->request, &x->v->why);
}

static void answer(struct acknowledging *x, enum fail f)
{
	struct visit *v = x->v;

	if (f == OK && x->right)
		visit_go(v,
		         str_format(v->arena, "/a/%.*s?said=acknowledged",
		                    STR_ARG(v->q->params[0])),
		         NULL);
	else if (f == OK || f == FAIL_REFUSED)
		show(x);
	else
		visit_failed(v, f);
}

static void post_code(struct acknowledging *x)
{
	struct visit *v = x->v;
	enum fail f = store_write(v->site->store, &x->program, v->arena, with_code, x);

	x->view.sent = true;
	if (f == OK && !x->right)
		refuse(&v->why, FIELD_NONE, "this is not the code, or it has ended",
		       "Look at the last mail, or have another code sent.");
	answer(x, f);
}

static void post_send(struct acknowledging *x)
{
	struct visit *v = x->v;

	x->view.sent = x->email.n > 0;
	if (!x->view.sent)
		refuse(&v->why, FIELD_NONE, "no address is given",
		       "Write your e-mail address at work.");
	answer(x, x->view.sent ? store_write(v->site->store, &x->program, v->arena,
	                                     send_code, x)
	                       : OK);
}

void acknowledge_post(struct request *q, struct response *r)
{
	struct visit v;
	struct acknowledging x = { .v = &v };

	if (!open_link(&x, q, r))
		return;
	struct str what = form_get(&v, "do");
	x.email = str_trim(form_get(&v, "email"));
	if (!visitor_may_post(&v)) {
		show(&x);
	} else if (str_is(what, "signed_in") && person_is_known(&x)) {
		enum fail f = visit_write(&v, signed_in, &x);

		x.right = f == OK;
		answer(&x, f);
	} else if (str_is(what, "code")) {
		post_code(&x);
	} else {
		post_send(&x);
	}
}

/* ---- how many have ---- */

struct people {
	struct visit *v;
	struct row *request;
	struct acknowledge_count count;
	struct acknowledge_people_view view;
};

static enum fail load_people(struct act *a, void *arg)
{
	struct people *p = arg;
	enum fail f = record_asked(p->v, a, &p->request);

	if (f == OK && !type_is(p->request->type, &acknowledgement_request_type))
		return FAIL_NOT_FOUND;
	return f == OK ? acknowledge_count(a, p->request, &p->count) : f;
}

static bool fill_missing(struct people *p)
{
	struct visit *v = p->v;
	size_t n = p->count.missing_count;

	p->view.missing.at = ARENA_TRY(v->arena, struct acknowledge_person, n + 1);
	if (!p->view.missing.at)
		return false;
	for (size_t i = 0; i < n; i++)
		p->view.missing.at[p->view.missing.count++] = (struct acknowledge_person){
			.href = record_href(v->arena, p->count.missing[i]),
			.name = row_title(p->count.missing[i], v->lang),
			.email = row_text(p->count.missing[i], PER_EMAIL),
		};
	p->view.all = p->count.given == p->count.asked;
	p->view.more = p->count.asked - p->count.given > (int64_t)n;
	return true;
}

void acknowledge_people_page(struct request *q, struct response *r)
{
	struct visit v;
	struct people *p = ARENA_NEW(q->arena, struct people);

	if (!visit_open(&v, q, r))
		return;
	p->v = &v;
	enum fail f = visit_read(&v, load_people, p);
	if (f == OK && !fill_missing(p))
		f = FAIL_MEMORY;
	if (f != OK) {
		visit_failed(&v, f);
		return;
	}
	record_head_fill(&v, p->request, &p->view.head);
	p->view.given = str_format(v.arena, "%lld", (long long)p->count.given);
	p->view.asked = str_format(v.arena, "%lld", (long long)p->count.asked);
	p->view.open = p->request->state == ACR_IS_OPEN;
	p->view.link =
		str_format(v.arena, "/a/%.*s", STR_ARG(row_text(p->request, ACR_KEY)));
	p->view.list_href = str_format(v.arena, "/acknowledgement?request=%.*s",
	                               STR_ARG(p->view.head.code));
	visit_frame_at(&v, &p->view.frame,
	               visit_words(&v, N_("Acknowledgements of %1"), p->view.head.code),
	               str_z(v.arena, p->view.head.list_href));
	VISIT_SHOW(&v, acknowledge_people, &p->view);
}
