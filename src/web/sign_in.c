/*
 * sign_in.c -- the ways in and out: set-up with the code, sign-in, sign-out, and the
 * language.
 *
 * Forms before a session carry a visitor's token (visitor.h), so that nobody can be signed
 * in as somebody else by a foreign page.
 */
#include "web/kept.h"
#include "web/record.h"
#include "web/visitor.h"
#include "web/web.h"

static bool needs_set_up(struct visit *v)
{
	bool open = false;

	return setup_open(v->site->store, &open) == OK && open;
}

/* ---- sign-in ---- */

static void show_sign_in(struct visit *v, struct str next, const struct kept *kept)
{
	struct sign_in_view view = { .kept = *kept };

	view.next = own_place(next, "/");
	view.login = form_get(v, "login");
	view.csrf = visitor_csrf(v);
	reasons_fill(v, NULL, &view.reasons);
	view.reasons.title = SAY(v, N_("You are not signed in"));
	if (v->why.count > 0)
		v->r->status = 422;
	v->signed_in = false;
	visit_frame(v, &view.frame, str_of(SAY(v, N_("Sign in"))));
	VISIT_SHOW(v, sign_in, &view);
}

void sign_in_keeping(struct visit *v)
{
	struct kept kept;

	if (!kept_of_form(v, &kept)) {
		visit_failed(v, FAIL_MEMORY);
		return;
	}
	v->r->status = 403;
	show_sign_in(v, v->q->target, &kept);
}

void sign_in_page(struct request *q, struct response *r)
{
	struct visit v;

	visit_anyone(&v, q, r);
	if (needs_set_up(&v))
		visit_go(&v, STR("/set-up"), NULL);
	else if (v.signed_in)
		visit_go(&v, own_place(query_get(&v, "next"), "/"), NULL);
	else
		show_sign_in(&v, query_get(&v, "next"), &(struct kept){ 0 });
}

/* To where one wanted to go, or back to the form that was kept. */
static void go_on(struct visit *v, const struct session *session)
{
	struct kept kept;

	visit_set_cookie(v, session->secret);
	if (!kept_of_sign_in(v, true, &kept) || kept.count == 0)
		visit_go(v, own_place(form_get(v, "next"), "/"), NULL);
	else
		kept_show(v, &kept, session->secret);
}

void sign_in_post(struct request *q, struct response *r)
{
	struct visit v;
	struct session session;

	visit_anyone(&v, q, r);
	struct sign_in in = {
		.login = str_trim(form_get(&v, "login")),
		.password = form_get(&v, "password"),
		.address = q->peer,
		.agent = request_header(q, "user-agent"),
		.lang = v.lang,
	};

	if (visitor_may_post(&v)) {
		enum fail f = session_start(v.site->store, v.arena, &in, &v.why, &session);

		if (f == OK) {
			go_on(&v, &session);
			return;
		}
		if (f != FAIL_REFUSED) {
			visit_failed(&v, f);
			return;
		}
	}
	struct kept kept;
	if (kept_of_sign_in(&v, false, &kept))
		show_sign_in(&v, form_get(&v, "next"), &kept);
	else
		visit_failed(&v, FAIL_MEMORY);
}

void sign_out_post(struct request *q, struct response *r)
{
	struct visit v;

	if (!visit_open(&v, q, r))
		return;
	enum fail f = session_end(v.site->store, visit_cookie(&v));
	if (f != OK) {
		visit_failed(&v, f);
		return;
	}
	visit_set_cookie(&v, STR(""));
	visit_go(&v, STR("/sign-in"), "signed-out");
}

/* ---- set-up ---- */

static void show_set_up(struct visit *v)
{
	struct set_up_view view = {
		.code = form_get(v, "code"),
		.organisation = form_get(v, "organisation"),
		.organisation_fr = form_get(v, "organisation_fr"),
		.login = form_get(v, "login"),
		.person = form_get(v, "person"),
		.email = form_get(v, "email"),
		.zone = form_get(v, "zone"),
	};

	if (view.zone.n == 0)
		view.zone = STR("America/Vancouver");
	if (view.code.n == 0)
		view.code = query_get(v, "code");
	view.csrf = visitor_csrf(v);
	reasons_fill(v, NULL, &view.reasons);
	view.reasons.title = SAY(v, N_("Set-up is not done"));
	if (v->why.count > 0)
		v->r->status = 422;
	visit_frame(v, &view.frame, str_of(SAY(v, N_("Set up Wardroom"))));
	VISIT_SHOW(v, set_up, &view);
}

static bool set_up_is_open(struct visit *v, struct request *q, struct response *r)
{
	visit_anyone(v, q, r);
	if (needs_set_up(v))
		return true;
	visit_failed(v, FAIL_NOT_FOUND);
	return false;
}

void set_up_page(struct request *q, struct response *r)
{
	struct visit v;

	if (set_up_is_open(&v, q, r))
		show_set_up(&v);
}

void set_up_post(struct request *q, struct response *r)
{
	struct visit v;

	if (!set_up_is_open(&v, q, r))
		return;
	struct setup in = {
		.code = str_trim(form_get(&v, "code")),
		.organisation = str_trim(form_get(&v, "organisation")),
		.organisation_fr = str_trim(form_get(&v, "organisation_fr")),
		.login = str_trim(form_get(&v, "login")),
		.person_name = str_trim(form_get(&v, "person")),
		.email = str_trim(form_get(&v, "email")),
		.password = form_get(&v, "password"),
		.zone = str_trim(form_get(&v, "zone")),
		.lang = v.lang,
	};
	enum fail f = FAIL_REFUSED;
	if (visitor_may_post(&v))
		f = setup_run(v.site->store, v.arena, &in, &v.why, NULL, NULL);
	if (f == OK)
		visit_go(&v, STR("/sign-in"), "set-up");
	else if (f == FAIL_REFUSED)
		show_set_up(&v);
	else
		visit_failed(&v, f);
}

/* ---- the language: a link that keeps the place ---- */

void language_get(struct request *q, struct response *r)
{
	struct visit v;
	enum lang lang;

	visit_anyone(&v, q, r);
	if (!lang_parse(q->params[0], &lang)) {
		visit_failed(&v, FAIL_NOT_FOUND);
		return;
	}
	response_cookie(r, LANGUAGE_COOKIE, str_of(lang_code(lang)), 366 * 24 * 3600,
	                v.site->secure_cookies);
	visit_go(&v, own_place(query_get(&v, "back"), "/"), NULL);
}
