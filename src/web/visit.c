/*
 * visit.c -- who is asking, in which language, and how every page is answered.
 */
#include "web/visit.h"

#include "store/tenant.h"
#include "web/kept.h"
#include "web/web.h"
#include "documents/words.h"

#define POLICY \
	"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; " \
	"font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; " \
	"frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types wardroom"

/* The first language of Accept-Language that we speak. */
static enum lang accepted_language(const struct request *q)
{
	struct str rest = request_header(q, "accept-language");
	enum lang lang;

	while (rest.n > 0) {
		struct str one = str_split(rest, ',', &rest);
		struct str parameters;

		one = str_trim(str_split(one, ';', &parameters));
		if (lang_parse(one, &lang))
			return lang;
	}
	return LANG_EN;
}

static const char *session_cookie(const struct visit *v)
{
	return v->site->secure_cookies ? "__Host-" SESSION_COOKIE : SESSION_COOKIE;
}

struct str visit_cookie(const struct visit *v)
{
	return pairs_get(&v->q->cookies, session_cookie(v));
}

void visit_set_cookie(struct visit *v, struct str secret)
{
	response_cookie(v->r, session_cookie(v), secret,
	                secret.n > 0 ? SESSION_LONGEST_HOURS * 3600 : 0,
	                v->site->secure_cookies);
}

static void load_session(struct visit *v)
{
	const struct site *site = v->site;
	struct str cookie = visit_cookie(v);
	enum fail f = FAIL_NOT_FOUND;

	if (cookie.n > 0)
		f = session_of_cookie(site->store, v->arena, cookie, &v->session);
	if (f != OK && site->trust_proxy_user && v->q->over_unix_socket) {
		struct str login = request_header(v->q, site->proxy_user_header);

		if (login.n > 0)
			f = session_of_proxy(site->store, v->arena, login, &v->session);
	}
	v->signed_in = f == OK;
	v->not_known = f == OK || f == FAIL_NOT_FOUND ? OK : f;
}

/* The name in the bar, and the clock on the wall. */
static void load_tenant(struct visit *v)
{
	struct instant now = store_now(v->site->store);
	struct tenant tenant;

	v->today = instant_utc_date(now);
	if (!v->actor)
		return;
	enum fail f = tenant_get(v->site->store, v->arena, v->actor->org, &tenant);
	if (f) {
		v->not_known = f;
		return;
	}
	bool french = v->lang == LANG_FR && tenant.french.n > 0;
	v->organisation = french ? tenant.french : tenant.name;
	if (zone_get(tenant.zone, &v->zone) != OK)
		v->zone = NULL;
	else
		v->today = zone_date(v->zone, now);
}

struct str visit_instant(const struct visit *v, struct instant t)
{
	return words_instant(v->arena, v->lang, v->zone, t);
}

void visit_anyone(struct visit *v, struct request *q, struct response *r)
{
	memset(v, 0, sizeof *v);
	v->q = q;
	v->r = r;
	v->site = q->site;
	v->arena = q->arena;
	v->why = refusal_on(q->arena);
	v->lang = accepted_language(q);
	load_session(v);
	if (v->signed_in) {
		struct actor *actor = ARENA_NEW(v->arena, struct actor);

		*actor = *v->session.actor;
		v->lang = actor->lang;
		(void)lang_parse(pairs_get(&q->cookies, LANGUAGE_COOKIE), &v->lang);
		actor->lang = v->lang;
		v->actor = actor;
	} else {
		(void)lang_parse(pairs_get(&q->cookies, LANGUAGE_COOKIE), &v->lang);
	}
	load_tenant(v);
}

static void ask_to_sign_in(struct visit *v)
{
	struct str next =
		v->q->method == GET || v->q->method == HEAD ? v->q->target : STR("/");

	if (kept_is_ours(v)) {
		sign_in_keeping(v);
		return;
	}
	visit_headers(v);
	response_redirect(v->r, str_format(v->arena, "/sign-in?next=%.*s",
	                                   STR_ARG(percent_encode(v->arena, next))));
}

bool visit_open(struct visit *v, struct request *q, struct response *r)
{
	visit_anyone(v, q, r);
	if (v->not_known) {
		visit_failed(v, v->not_known);
		return false;
	}
	if (!v->signed_in) {
		ask_to_sign_in(v);
		return false;
	}
	if (q->method == POST && !csrf_valid(v->session.secret, form_get(v, "_csrf"))) {
		visit_error(
			v, 403, str_of(SAY(v, N_("This form has expired"))),
			str_of(SAY(v,
		                   N_("Nothing was changed. Go back, load the page again, "
		                      "and send it once more."))));
		return false;
	}
	return true;
}

/* Remembers the day in the tenant's zone beside what the job does. */
struct wrapped {
	struct visit *v;
	store_job *job;
	void *arg;
};

static enum fail run_wrapped(struct act *a, void *arg)
{
	struct wrapped *w = arg;

	w->v->today = act_today(a);
	return w->job(a, w->arg);
}

enum fail visit_read(struct visit *v, store_job *job, void *arg)
{
	struct wrapped w = { v, job, arg };

	return store_read(v->site->store, v->actor, v->arena, run_wrapped, &w);
}

enum fail visit_write(struct visit *v, store_job *job, void *arg)
{
	struct wrapped w = { v, job, arg };

	return store_write(v->site->store, v->actor, v->arena, run_wrapped, &w);
}

struct csrf visit_csrf(struct visit *v)
{
	return (struct csrf){ v->signed_in ? csrf_token(v->arena, v->session.secret)
		                           : STR("") };
}

void visit_headers(struct visit *v)
{
	response_header(v->r, "content-security-policy", STR(POLICY));
	response_header(v->r, "referrer-policy", STR("same-origin"));
	response_header(v->r, "cross-origin-opener-policy", STR("same-origin"));
	response_header(v->r, "permissions-policy",
	                STR("camera=(), geolocation=(), microphone=()"));
	if (v->site->secure_cookies)
		response_header(v->r, "strict-transport-security", STR("max-age=31536000"));
}

void visit_send(struct visit *v, const struct text *page)
{
	if (v->lacking != OK && v->r->status < 400 && v->q->method != POST) {
		visit_failed(v, v->lacking);
		return;
	}
	visit_headers(v);
	response_header(v->r, "content-language", str_of(lang_code(v->lang)));
	response_header(v->r, "vary", STR("accept-language, cookie"));
	v->r->media = "text/html; charset=utf-8";
	if (text_failed(page) || arena_failed(v->arena)) {
		v->r->status = 500;
		v->r->media = "text/plain; charset=utf-8";
		v->r->body = str_of(SAY(v, N_("This page is too large to be shown.")));
		return;
	}
	v->r->body = text_str(page);
}

void visit_go(struct visit *v, struct str where, const char *said)
{
	size_t n = str_find(where, STR("?"));

	visit_headers(v);
	if (said)
		where = str_format(v->arena, "%.*s%csaid=%s", STR_ARG(where),
		                   n == SIZE_MAX ? '?' : '&', said);
	response_redirect(v->r, where);
}

struct str visit_words(struct visit *v, const char *msgid, struct str a)
{
	struct message m = MESSAGE1(msgid, a);

	return tr_message(v->arena, v->lang, &m);
}

struct str query_get(const struct visit *v, const char *name)
{
	return str_trim(pairs_get(&v->q->query, name));
}

struct str form_get(const struct visit *v, const char *name)
{
	return pairs_get(&v->q->form, name);
}

struct str own_place(struct str wanted, const char *otherwise)
{
	bool plain = wanted.n > 0 && wanted.p[0] == '/';

	if (wanted.n > 1 && (wanted.p[1] == '/' || wanted.p[1] == '\\'))
		plain = false;
	for (size_t i = 0; i < wanted.n; i++)
		if ((unsigned char)wanted.p[i] < ' ')
			plain = false;
	return plain ? wanted : str_of(otherwise);
}

const struct registry *visit_types(struct visit *v)
{
	if (!v->types && (!v->actor || store_types(v->site->store, v->actor, v->arena,
	                                           &v->types) != OK))
		v->types = store_registry(v->site->store);
	return v->types;
}

const struct record_type *visit_type(struct visit *v, struct str name)
{
	const struct record_type *t = registry_find(visit_types(v), name);

	if (!t)
		visit_failed(v, FAIL_NOT_FOUND);
	return t;
}

bool visit_may_read(const struct visit *v, const struct record_type *t)
{
	return v->actor && !access_scope(v->arena, v->actor, t, v->today).nothing;
}

/* In the first unit of any grant: whether the page offers it; store/ decides again. */
bool visit_may_create(const struct visit *v, const struct record_type *t)
{
	if (!v->actor)
		return false;
	for (size_t i = 0; i < v->actor->grant_count; i++) {
		const struct grant *g = &v->actor->grants[i];
		struct subject s = {
			.type = t,
			.org = v->actor->org,
			.unit = g->unit_count > 0 ? g->units[0] : ID_NONE,
			.new_record = true,
			.owner = v->actor->person,
			.author = v->actor->person,
		};

		if (access_create(v->actor, &s, v->today, NULL))
			return true;
	}
	return false;
}

bool visit_may_at_large(const struct visit *v, const char *right)
{
	return v->actor && access_installation(v->actor, right, v->today, NULL);
}
