/* call.c -- one call of the API: who, about which type and record, and how it is answered.
 */
#include "api/call.h"

#include "api/problem.h"
#include "api/shape.h"
#include "base/limits.h"

/* ---- who ---- */
/* Whoever reaches the admin socket runs the installation; what they read is recorded. */
static enum fail session_of_operator(struct call *c)
{
	struct str name = request_header(c->q, "x-operator");
	struct str what = str_format(c->arena, "%.*s", STR_ARG(c->q->path));
	struct actor *operator;
	struct id org;
	enum fail f = tenant_find(c->store, STR_NONE, &org);

	if (f == OK)
		f = operator_actor(c->store, c->arena, org, name.n ? name : STR("socket"),
		                   what, &operator);
	if (f != OK)
		return f;
	c->session = (struct session){ .actor = operator, .from_token = true };
	return OK;
}

static enum fail session_of_call(struct call *c)
{
	if (c->site->operator_calls)
		return session_of_operator(c);
	struct str authorization = request_header(c->q, "authorization");
	struct str cookie = pairs_get(&c->q->cookies, c->site->secure_cookies
	                                                      ? "__Host-" SESSION_COOKIE
	                                                      : SESSION_COOKIE);

	if (str_starts(authorization, "Bearer "))
		return session_of_token(c->store, c->arena,
		                        str_trim(str_from(authorization, 7)), &c->session);
	if (cookie.n > 0)
		return session_of_cookie(c->store, c->arena, cookie, &c->session);
	if (c->site->trust_proxy_user && c->q->over_unix_socket) {
		struct str login = request_header(c->q, c->site->proxy_user_header);
		if (login.n > 0)
			return session_of_proxy(c->store, c->arena, login, &c->session);
	}
	return FAIL_NOT_FOUND;
}

static bool only_reads(const struct request *q)
{
	return q->method == GET || q->method == HEAD;
}

enum lang call_language(const struct call *c)
{
	enum lang lang = LANG_EN;

	if (lang_parse(pairs_get(&c->q->query, "lang"), &lang))
		return lang;
	if (lang_parse(request_header(c->q, "accept-language"), &lang))
		return lang;
	return c->session.actor ? c->session.actor->lang : LANG_EN;
}

/* Who asks, for whom everything is said in the language of the request. */
static enum fail session_here(struct call *c)
{
	struct actor *actor;
	enum fail f = session_of_call(c);

	if (f != OK)
		return f;
	c->lang = call_language(c);
	actor = ARENA_NEW(c->arena, struct actor);
	*actor = *c->session.actor;
	actor->lang = c->lang;
	c->session.actor = actor;
	return OK;
}

bool call_open(struct call *c, struct request *q, struct response *r)
{
	enum fail f;

	*c = (struct call){ .q = q, .r = r, .arena = q->arena, .site = q->site };
	c->store = c->site->store;
	c->why = refusal_on(c->arena);
	c->lang = call_language(c);
	f = session_here(c);
	if (f == FAIL_NOT_FOUND) {
		response_header(r, "WWW-Authenticate", STR("Bearer realm=\"wardroom\""));
		problem(c, 401, "signed-out", N_("Sign in, or send a token."), STR_NONE);
		return false;
	}
	if (f != OK) {
		problem_failed(c, f);
		return false;
	}
	if (!only_reads(q) && !c->session.from_token &&
	    !csrf_valid(c->session.secret, request_header(q, "x-csrf-token"))) {
		problem(c, 403, "csrf",
		        N_("The request does not carry the session's token."),
		        str_of(tr(c->lang,
		                  N_("Send it as X-CSRF-Token, or use a bearer token."))));
		return false;
	}
	return once_open(c);
}

const struct registry *call_types(struct request *q)
{
	struct call c = { .q = q, .arena = q->arena, .site = q->site };
	const struct registry *types;

	c.store = c.site->store;
	if (session_here(&c) != OK ||
	    store_types(c.store, c.session.actor, c.arena, &types) != OK)
		return store_registry(c.store);
	return types;
}

/* ---- about what ---- */
bool call_type(struct call *c)
{
	c->type = registry_find(store_registry(c->store), c->q->params[0]);
	if (c->type)
		return true;
	problem(c, 404, "no-such-type", N_("There is no such type of record."), STR_NONE);
	return false;
}

bool call_if_match(struct call *c)
{
	struct str given = str_trim(request_header(c->q, "if-match"));

	if (given.n == 0) {
		static const char *const how =
			N_("Its value is the ETag of the record as you read it.");

		problem(c, 428, "version-required",
		        N_("Say which version you saw: send If-Match."),
		        str_of(tr(c->lang, how)));
		return false;
	}
	if (str_is(given, "*")) {
		c->version = 0;
		return true;
	}
	if (given.n > 2 && given.p[0] == '"' && given.p[given.n - 1] == '"') {
		given = (struct str){ given.p + 1, given.n - 2 };
		if (str_to_i64(given, &c->version) && c->version > 0)
			return true;
	}
	problem(c, 412, "changed-since", N_("If-Match is no version of this record."),
	        STR_NONE);
	return false;
}

bool call_body(struct call *c)
{
	struct json *body = NULL;
	struct json_error error = { 0 };
	struct str where;

	if (str_trim(c->q->body).n == 0)
		return true;
	if (json_read(c->arena, c->q->body, &body, &error) != OK) {
		where = str_format(c->arena, "line %u, column %u, %.*s: %s", error.line,
		                   error.column, STR_ARG(error.pointer),
		                   error.what ? tr(c->lang, error.what) : "");
		problem(c, 400, "not-json", N_("The body is not JSON that can be read."),
		        where);
		return false;
	}
	if (body->kind != JSON_OBJECT) {
		problem(c, 400, "not-json", N_("The body must be a JSON object."),
		        STR_NONE);
		return false;
	}
	c->body = body;
	return true;
}

enum fail call_record(struct act *a, struct call *c, struct row **out)
{
	struct str named = c->q->params[1];
	struct id id;
	enum fail f;

	if (id_parse(named, &id))
		return record_get(a, c->type, id, out);
	f = record_by_code(a, named, out);
	if (f == OK && (*out)->type != c->type)
		return FAIL_NOT_FOUND;
	return f;
}

/* ---- doing it ---- */
struct running {
	struct call *call;
	call_job *job;
	struct json_out json;           /* before a read: a read may be run again too */
	size_t written;
};

static void begin(struct call *c)
{
	c->out = text_on(c->arena, LIMIT_PAGE_BYTES);
	c->json = json_to(&c->out);
}

static enum fail run_read(struct act *a, void *arg)
{
	struct running *r = arg;

	r->call->json = r->json;
	r->call->out.n = r->written;
	r->call->type = r->call->type ? type_here(a, r->call->type) : NULL;
	return r->job(a, r->call);
}

/* May be run again from its start. */
static enum fail run_write(struct act *a, void *arg)
{
	struct running *r = arg;
	struct call *c = r->call;
	enum fail f;

	c->type = c->type ? type_here(a, c->type) : NULL;
	c->why = refusal_on(c->arena);
	c->said = (struct call_head){ 0 };
	begin(c);
	if (!c->once.asked)
		return r->job(a, c);
	f = once_look(a, c);
	if (f != FAIL_NOT_FOUND)
		return f;
	f = r->job(a, c);
	return f == OK ? once_keep(a, c) : f;
}

enum fail call_read(struct call *c, call_job *job)
{
	if (!c->out.arena)
		begin(c);
	struct running r = {
		.call = c, .job = job, .json = c->json, .written = c->out.n
	};
	return store_read(c->store, c->session.actor, c->arena, run_read, &r);
}

enum fail call_write(struct call *c, call_job *job)
{
	return store_write(c->store, c->session.actor, c->arena, run_write,
	                   &(struct running){ .call = c, .job = job });
}

/* ---- the answer ---- */
void call_etag(struct call *c, int64_t version)
{
	c->said.version = version;
}

void call_created(struct call *c, const struct row *row)
{
	c->said.status = 201;
	c->said.version = row->version;
	c->said.location = str_format(c->arena, "/api/v1/%s/%.*s", row->type->name,
	                              STR_ARG(id_text(c->arena, row->id)));
}

void call_headers(struct call *c)
{
	if (c->said.version > 0)
		response_header(
			c->r, "ETag",
			str_format(c->arena, "\"%lld\"", (long long)c->said.version));
	if (c->said.location.n > 0)
		response_header(c->r, "Location", c->said.location);
}

void call_answer(struct call *c, enum fail f)
{
	if (f == OK && text_failed(&c->out))
		f = FAIL_FULL;
	if (f != OK) {
		problem_failed(c, f);
		return;
	}
	if (c->once.replayed && c->once.answer.erased) {
		problem(c, 410, "answer-erased",
		        N_("This was done. Its answer was destroyed with a record."),
		        STR_NONE);
		return;
	}
	call_headers(c);
	c->r->status = c->said.status ? c->said.status : 200;
	c->r->media = "application/json";
	c->r->body = text_str(&c->out);
}
