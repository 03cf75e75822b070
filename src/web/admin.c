/*
 * admin.c -- accounts of the installation; roles, labels and units are records like any
 * other.
 */
#include "records/classification.h"
#include "records/organisation.h"
#include "records/person.h"
#include "records/role.h"
#include "records/role_assignment.h"
#include "web/form.h"
#include "web/record.h"
#include "web/web.h"

static bool admin_open(struct visit *v, struct request *q, struct response *r)
{
	if (!visit_open(v, q, r))
		return false;
	if (visit_may_at_large(v, "installation.users"))
		return true;
	visit_failed(v, FAIL_NOT_FOUND);
	return false;
}

static struct str account_state(struct visit *v, const struct account *a)
{
	return str_of(a->state == ACCOUNT_ACTIVE ? SAY(v, N_("Active"))
	                                         : SAY(v, N_("Disabled")));
}

static void fill_more(struct visit *v, struct admin_view *view)
{
	static const struct record_type *const types[] = {
		&role_type, &role_assignment_type, &classification_type, &organisation_type,
		&person_type
	};

	view->more.at = ARENA_TRY(v->arena, struct nav_link, COUNT(types));
	for (size_t i = 0; view->more.at && i < COUNT(types); i++)
		if (visit_may_read(v, types[i]))
			view->more.at[view->more.count++] =
				(struct nav_link){ str_format(v->arena, "/%s",
				                              types[i]->name),
				                   SAY(v, types[i]->plural), false };
}

void admin_page(struct request *q, struct response *r)
{
	struct visit v;
	struct admin_view view = { 0 };
	struct account *list;
	size_t count;

	if (!admin_open(&v, q, r))
		return;
	enum fail f = account_list(v.site->store, v.actor, v.arena, &list, &count);
	if (f != OK) {
		visit_failed(&v, f);
		return;
	}
	view.csrf = visit_csrf(&v);
	view.accounts.at = ARENA_TRY(v.arena, struct shown_account, count + 1);
	for (size_t i = 0; view.accounts.at && i < count; i++)
		view.accounts.at[view.accounts.count++] = (struct shown_account){
			.href = str_format(v.arena, "/admin/user/%.*s",
			                   STR_ARG(id_text(v.arena, list[i].id))),
			.login = list[i].login,
			.name = list[i].name,
			.state = account_state(&v, &list[i]),
			.active = list[i].state == ACCOUNT_ACTIVE,
			.last = visit_instant(&v, list[i].last_sign_in_at),
		};
	fill_more(&v, &view);
	visit_frame_at(&v, &view.frame, str_of(SAY(&v, N_("Administration"))), "/admin");
	VISIT_SHOW(&v, admin, &view);
}

/* ---- a new account ---- */

struct adding {
	struct visit *v;
	struct admin_new_view view;
	struct new_account account;
};

static enum fail load_roles(struct adding *x, struct act *a)
{
	struct query q = { .type = &role_type, .sort = ROL_TITLE, .limit = 100 };
	struct answer rows;
	enum fail f = record_list(a, &q, &rows);

	if (f != OK)
		return f;
	x->view.roles.at = ARENA_TRY(a->arena, struct control_choice, rows.count + 1);
	for (size_t i = 0; x->view.roles.at && i < rows.count; i++) {
		struct str name = row_text(rows.rows[i], ROL_NAME);

		x->view.roles.at[x->view.roles.count++] =
			(struct control_choice){ name, row_title(rows.rows[i], x->v->lang),
			                         str_equal(name, form_get(x->v, "role")) };
	}
	return OK;
}

static enum fail load_new(struct act *a, void *arg)
{
	struct adding *x = arg;
	struct query q = { .type = &classification_type, .sort = CLS_RANK, .limit = 50 };
	struct answer rows;
	enum fail f = load_roles(x, a);

	if (f == OK)
		f = record_list(a, &q, &rows);
	if (f != OK)
		return f;
	x->view.labels.at = ARENA_TRY(a->arena, struct control_choice, rows.count + 1);
	for (size_t i = 0; x->view.labels.at && i < rows.count; i++) {
		struct str name = row_text(rows.rows[i], CLS_TITLE);

		x->view.labels.at[x->view.labels.count++] = (struct control_choice){
			name, row_title(rows.rows[i], x->v->lang),
			str_equal(name, form_get(x->v, "clearance"))
		};
	}
	return OK;
}

static void show_new(struct adding *x)
{
	struct visit *v = x->v;
	enum fail f = visit_read(v, load_new, x);

	if (f != OK) {
		visit_failed(v, f);
		return;
	}
	x->view.login = form_get(v, "login");
	x->view.person = form_get(v, "person");
	x->view.email = form_get(v, "email");
	x->view.person_record = form_get(v, "person_record");
	x->view.unit = form_get(v, "unit");
	x->view.until = form_get(v, "until");
	x->view.csrf = visit_csrf(v);
	reasons_fill(v, NULL, &x->view.reasons);
	if (v->why.count > 0)
		v->r->status = 422;
	visit_frame_at(v, &x->view.frame, str_of(SAY(v, N_("Add an account"))), "/admin");
	VISIT_SHOW(v, admin_new, &x->view);
}

void admin_new_user_page(struct request *q, struct response *r)
{
	struct visit v;
	struct adding x = { .v = &v };

	if (admin_open(&v, q, r))
		show_new(&x);
}

static enum fail resolve_links(struct act *a, void *arg)
{
	struct adding *x = arg;
	struct str person = str_trim(form_get(x->v, "person_record"));
	struct str unit = str_trim(form_get(x->v, "unit"));
	bool fine = true;

	if (person.n > 0)
		fine = form_link(x->v, a, &person_type, FIELD_OWNER, person,
		                 &x->account.person);
	if (unit.n > 0)
		fine = form_link(x->v, a, &organisation_type, FIELD_UNIT, unit,
		                 &x->account.unit) &&
		       fine;
	return fine ? OK : FAIL_REFUSED;
}

void admin_new_user_post(struct request *q, struct response *r)
{
	struct visit v;
	struct adding x = { .v = &v };
	struct id made;

	if (!admin_open(&v, q, r))
		return;
	x.account = (struct new_account){
		.login = str_trim(form_get(&v, "login")),
		.password = form_get(&v, "password"),
		.person_name = str_trim(form_get(&v, "person")),
		.email = str_trim(form_get(&v, "email")),
		.role = form_get(&v, "role"),
		.clearance = form_get(&v, "clearance"),
		.lang = v.lang,
	};
	(void)date_parse(str_trim(form_get(&v, "until")), &x.account.until);
	enum fail f = visit_read(&v, resolve_links, &x);
	if (f == OK)
		f = account_add(v.site->store, v.actor, v.arena, &x.account, &v.why, &made);
	if (f == OK)
		visit_go(&v, STR("/admin"), "added");
	else if (f == FAIL_REFUSED)
		show_new(&x);
	else
		visit_failed(&v, f);
}

/* ---- one account ---- */

static enum fail find_account(struct visit *v, struct account *out)
{
	struct id id;

	if (!id_parse(v->q->params[0], &id))
		return FAIL_NOT_FOUND;
	return account_find(v->site->store, v->actor, v->arena, id, STR_NONE, out);
}

static enum fail person_href(struct act *a, void *arg)
{
	struct adding *x = arg;
	struct row *r;

	if (record_get(a, &person_type, x->account.person, &r) == OK)
		x->account.email = record_href(a->arena, r);
	return OK;
}

static void show_account(struct visit *v)
{
	struct admin_user_view view = { 0 };
	struct account account;
	struct session_entry *list;
	size_t count = 0;
	enum fail f = find_account(v, &account);

	if (f == OK)
		f = session_list(v->site->store, v->actor, v->arena, account.id, &list,
		                 &count);
	if (f != OK) {
		visit_failed(v, f);
		return;
	}
	struct adding x = { .v = v, .account = { .person = account.person } };
	if (visit_read(v, person_href, &x) == OK)
		view.person_href = x.account.email;
	view.login = account.login;
	view.name = account.name;
	view.state = account_state(v, &account);
	view.active = account.state == ACCOUNT_ACTIVE;
	view.action = str_format(v->arena, "/admin/user/%.*s", STR_ARG(v->q->params[0]));
	view.sessions.at = ARENA_TRY(v->arena, struct shown_session, count + 1);
	for (size_t i = 0; view.sessions.at && i < count; i++)
		view.sessions.at[view.sessions.count++] = (struct shown_session){
			.last = visit_instant(v, list[i].last_at),
			.address = list[i].address,
			.agent = str_cut_utf8(list[i].agent, 80),
		};
	view.csrf = visit_csrf(v);
	reasons_fill(v, NULL, &view.reasons);
	visit_frame_at(v, &view.frame, account.login, "/admin");
	VISIT_SHOW(v, admin_user, &view);
}

void admin_user_page(struct request *q, struct response *r)
{
	struct visit v;

	if (admin_open(&v, q, r))
		show_account(&v);
}

void admin_user_post(struct request *q, struct response *r)
{
	struct visit v;
	struct account account;

	if (!admin_open(&v, q, r))
		return;
	struct store *store = v.site->store;
	struct str what = form_get(&v, "do");
	const struct new_password in = {
		.password = form_get(&v, "password"),
		.keep_tokens = str_is(form_get(&v, "keep_tokens"), "yes"),
	};
	enum fail f = find_account(&v, &account);
	if (f == OK && str_is(what, "disable"))
		f = account_set_state(store, v.actor, v.arena, account.id, ACCOUNT_DISABLED,
		                      &v.why);
	else if (f == OK && str_is(what, "enable"))
		f = account_set_state(store, v.actor, v.arena, account.id, ACCOUNT_ACTIVE,
		                      &v.why);
	else if (f == OK && str_is(what, "end-sessions"))
		f = session_revoke(store, v.actor, v.arena, account.id, ID_NONE);
	else if (f == OK && str_is(what, "password"))
		f = account_set_password(store, v.actor, v.arena, account.id, &in, &v.why);
	if (f == OK)
		visit_go(&v, q->path, "account");
	else if (f == FAIL_REFUSED)
		show_account(&v);
	else
		visit_failed(&v, f);
}
