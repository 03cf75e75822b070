/*
 * account.c -- a person's own account: roles, sessions, API tokens, language, password.
 */
#include "web/record.h"
#include "web/web.h"

/* An appointment makes up to two grants: what it gives in its units, and everywhere. */
static bool same_appointment(const struct grant *a, const struct grant *b)
{
	return str_equal(a->title, b->title) && str_equal(a->role, b->role) &&
	       date_compare(a->until, b->until) == 0;
}

static bool fill_roles(struct visit *v, struct account_view *view)
{
	view->roles.at = ARENA_TRY(v->arena, struct shown_text, v->actor->grant_count + 1);
	if (!view->roles.at)
		return false;
	for (size_t i = 0; i < v->actor->grant_count; i++) {
		const struct grant *g = &v->actor->grants[i];
		struct str line = v->lang == LANG_FR ? g->french : g->title;

		if (i > 0 && same_appointment(g, g - 1))
			continue;
		if (line.n == 0)
			line = g->role;
		if (date_is_set(g->until)) {
			struct message m =
				MESSAGE2(N_("%1, until %2"), line,
			                 words_date(v->arena, v->lang, g->until));

			line = tr_message(v->arena, v->lang, &m);
		}
		view->roles.at[view->roles.count++] = (struct shown_text){ line };
	}
	return true;
}

/* "Firefox, Windows" out of what a browser says of itself; of others, what they say. */
static struct str browser_words(struct visit *v, struct str agent)
{
	static const struct {
		const char *mark, *name;
	} browsers[] = {
		{ "Edg/", "Edge" },
		{ "Firefox/", "Firefox" },
		{ "OPR/", "Opera" },
		{ "Chrome/", "Chromium" },
		{ "Safari/", "Safari" },
	},
	  systems[] = {
		  { "Windows", "Windows" },
		  { "iPhone", "iPhone" },
		  { "iPad", "iPad" },
		  { "Mac OS X", "macOS" },
		  { "Android", "Android" },
		  { "Linux", "Linux" },
	  };
	const char *browser = NULL, *system = NULL;

	for (size_t i = 0; !browser && i < COUNT(browsers); i++)
		if (str_find(agent, str_of(browsers[i].mark)) != SIZE_MAX)
			browser = browsers[i].name;
	for (size_t i = 0; !system && i < COUNT(systems); i++)
		if (str_find(agent, str_of(systems[i].mark)) != SIZE_MAX)
			system = systems[i].name;
	if (browser && system)
		return str_format(v->arena, "%s, %s", browser, system);
	return str_cut_utf8(agent, 80);
}

static enum fail fill_sessions(struct visit *v, struct account_view *view)
{
	struct session_entry *list;
	size_t count;
	enum fail f = session_list(v->site->store, v->actor, v->arena, v->actor->user,
	                           &list, &count);

	if (f != OK)
		return f;
	view->sessions.at = ARENA_TRY(v->arena, struct shown_session, count + 1);
	if (!view->sessions.at)
		return FAIL_MEMORY;
	for (size_t i = 0; i < count; i++)
		view->sessions.at[view->sessions.count++] = (struct shown_session){
			.id = id_text(v->arena, list[i].id),
			.started = visit_instant(v, list[i].started_at),
			.last = visit_instant(v, list[i].last_at),
			.address = list[i].address,
			.agent = browser_words(v, list[i].agent),
			.this_one = id_equal(list[i].id, v->session.id),
		};
	return OK;
}

static enum fail fill_tokens(struct visit *v, struct account_view *view)
{
	struct token *list;
	size_t count;
	enum fail f = token_list(v->site->store, v->actor, v->arena, v->actor->user, &list,
	                         &count);

	if (f != OK)
		return f;
	view->tokens.at = ARENA_TRY(v->arena, struct shown_token, count + 1);
	if (!view->tokens.at)
		return FAIL_MEMORY;
	for (size_t i = 0; i < count; i++)
		view->tokens.at[view->tokens.count++] = (struct shown_token){
			.id = id_text(v->arena, list[i].id),
			.name = list[i].name,
			.hint = list[i].hint,
			.scope = str_of(list[i].read_only ? SAY(v, N_("Only read"))
			                                  : SAY(v, N_("All that you may"))),
			.ends = visit_instant(v, list[i].ends_at),
			.used = visit_instant(v, list[i].last_used_at),
			.revoked = list[i].revoked,
		};
	return OK;
}

/* What is shown only once: of a token, of the calendar. */
struct shown_once {
	struct str token, calendar;
};

static enum fail fill_calendar(struct visit *v, struct account_view *view)
{
	struct instant made, used;
	enum fail f = calendar_state(v->site->store, v->actor, &made, &used);

	if (f == OK && instant_is_set(made))
		view->calendar_made = visit_instant(v, made);
	if (f == OK && instant_is_set(used))
		view->calendar_used = visit_instant(v, used);
	return f;
}

static void show(struct visit *v, struct shown_once once)
{
	struct account_view view = { .secret = once.token,
		                     .calendar_address = once.calendar };
	struct account account;

	enum fail f = account_find(v->site->store, v->actor, v->arena, v->actor->user,
	                           STR_NONE, &account);
	if (f == OK)
		f = fill_sessions(v, &view);
	if (f == OK)
		f = fill_tokens(v, &view);
	if (f == OK)
		f = fill_calendar(v, &view);
	if (f == OK && !fill_roles(v, &view))
		f = FAIL_MEMORY;
	if (f != OK) {
		visit_failed(v, f);
		return;
	}
	view.name = account.name;
	view.login = account.login;
	view.french = account.lang == LANG_FR;
	view.token_name = once.token.n > 0 ? STR("") : form_get(v, "token_name");
	view.csrf = visit_csrf(v);
	reasons_fill(v, NULL, &view.reasons);
	if (v->why.count > 0)
		v->r->status = 422;
	visit_frame(v, &view.frame, str_of(SAY(v, N_("Your account"))));
	VISIT_SHOW(v, account, &view);
}

void account_page(struct request *q, struct response *r)
{
	struct visit v;

	if (visit_open(&v, q, r))
		show(&v, (struct shown_once){ 0 });
}

/* ---- what is done there ---- */

static enum fail make_token(struct visit *v, struct str *secret)
{
	struct token token = { .name = str_trim(form_get(v, "token_name")),
		               .read_only = !str_is(form_get(v, "may"), "all") };
	int64_t days = 0;

	if (!str_to_i64(str_trim(form_get(v, "days")), &days) || days < 1 || days > 366) {
		refuse(&v->why, FIELD_NONE, "the number of days is not between 1 and 366",
		       NULL);
		return FAIL_REFUSED;
	}
	return token_add(v->site->store, v->actor, v->arena, v->actor->user, &token,
	                 (int)days, &v->why, secret);
}

static enum fail end_session(struct visit *v)
{
	struct id id;

	if (!id_parse(form_get(v, "session"), &id))
		return FAIL_NOT_FOUND;
	return session_revoke(v->site->store, v->actor, v->arena, v->actor->user, id);
}

static enum fail revoke_token(struct visit *v)
{
	struct id id;

	if (!id_parse(form_get(v, "token"), &id))
		return FAIL_NOT_FOUND;
	return token_revoke(v->site->store, v->actor, v->arena, id);
}

static enum fail set_language(struct visit *v)
{
	enum lang lang;

	if (!lang_parse(form_get(v, "lang"), &lang))
		return FAIL_NOT_FOUND;
	response_cookie(v->r, LANGUAGE_COOKIE, str_of(lang_code(lang)), 366 * 24 * 3600,
	                v->site->secure_cookies);
	return account_set_language(v->site->store, v->actor, v->arena, lang);
}

static enum fail set_password(struct visit *v)
{
	const struct new_password in = {
		.current = form_get(v, "current"),
		.password = form_get(v, "password"),
		.keep_tokens = str_is(form_get(v, "keep_tokens"), "yes"),
	};

	return account_set_password(v->site->store, v->actor, v->arena, v->actor->user, &in,
	                            &v->why);
}

/* The whole address where the server knows how people reach it, else its path. */
static enum fail make_calendar(struct visit *v, struct str *address)
{
	const char *site = v->site->public_address;
	struct str secret;
	enum fail f = calendar_make(v->site->store, v->actor, v->arena, &v->why, &secret);

	if (f == OK)
		*address = str_format(v->arena, "%s/calendar/%.*s.ics", site ? site : "",
		                      STR_ARG(secret));
	return f;
}

static enum fail revoke_calendar(struct visit *v)
{
	return calendar_revoke(v->site->store, v->actor, v->arena, &v->why);
}

void account_post(struct request *q, struct response *r)
{
	static const struct {
		const char *what;
		enum fail (*act)(struct visit *v);
		const char *said;
	} deeds[] = {
		{ "end-session", end_session, "revoked" },
		{ "revoke-token", revoke_token, "revoked" },
		{ "revoke-calendar", revoke_calendar, "revoked" },
		{ "language", set_language, "language" },
		{ "password", set_password, "password" },
	};
	struct visit v;
	struct shown_once once = { 0 };
	enum fail f = FAIL_NOT_FOUND;
	const char *said = NULL;

	if (!visit_open(&v, q, r))
		return;
	struct str what = form_get(&v, "do");
	if (str_is(what, "make-token"))
		f = make_token(&v, &once.token);
	if (str_is(what, "make-calendar"))
		f = make_calendar(&v, &once.calendar);
	for (size_t i = 0; i < COUNT(deeds); i++)
		if (str_is(what, deeds[i].what)) {
			f = deeds[i].act(&v);
			said = deeds[i].said;
		}
	if (f == OK && said)
		visit_go(&v, STR("/account"), said);
	else if (f == OK || f == FAIL_REFUSED)
		show(&v, once);
	else
		visit_failed(&v, f);
}
