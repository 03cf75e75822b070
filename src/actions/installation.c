/* installation.c -- the calls on an installation, a table of them. */
#include "actions/installation.h"

#include "actions/due.h"
#include "actions/settings.h"
#include "actions/site.h"
#include "base/limits.h"
#include "codec/json.h"
#include "identity/identity.h"
#include "store/export.h"
#include "store/ledger_proof.h"
#include "store/store.h"

struct call {
	struct store *store;
	struct arena *arena;
	const struct json *in;
	struct actor *who;              /* as the table says; null: nobody */
	const atomic_bool *cancelled;   /* or null */
	struct refusal why;
	struct json_out out;
};

static struct str text_in(const struct call *c, const char *name)
{
	return json_string(c->in, name);
}

/* ---- accounts ---- */

static void put_account(struct call *c, const struct account *a)
{
	struct json_out *j = &c->out;

	json_open_object(j);
	json_pair_str(j, "account", id_text(c->arena, a->id));
	json_pair_str(j, "login", a->login);
	json_pair_str(j, "name", a->name);
	json_pair_z(j, "state", a->state == ACCOUNT_ACTIVE ? "active" : "disabled");
	json_pair_bool(j, "password", a->has_password);
	json_pair_z(j, "language", lang_code(a->lang));
	if (instant_is_set(a->last_sign_in_at))
		json_pair_str(j, "last_sign_in",
		              instant_text(c->arena, a->last_sign_in_at));
	json_close_object(j);
}

static enum fail list_accounts(struct call *c)
{
	struct account *list;
	size_t count;
	enum fail f = account_list(c->store, c->who, c->arena, &list, &count);

	if (f != OK)
		return f;
	json_name(&c->out, "accounts");
	json_open_array(&c->out);
	for (size_t i = 0; i < count; i++)
		put_account(c, &list[i]);
	json_close_array(&c->out);
	return OK;
}

static enum fail find_account(struct call *c, struct account *out)
{
	return account_find(c->store, c->who, c->arena, ID_NONE, text_in(c, "login"), out);
}

static enum fail add_account(struct call *c)
{
	struct new_account in = {
		.login = text_in(c, "login"),
		.password = text_in(c, "password"),
		.person_name = text_in(c, "person"),
		.email = text_in(c, "email"),
		.role = text_in(c, "role"),
		.clearance = text_in(c, "clearance"),
	};
	struct id made;
	struct str until = text_in(c, "until");

	if (until.n && !date_parse(until, &in.until))
		refuse(&c->why, FIELD_NONE, "the last day is not a date",
		       "Write it as 2027-03-31.");
	if (text_in(c, "language").n && !lang_parse(text_in(c, "language"), &in.lang))
		refuse(&c->why, FIELD_NONE, "the language is en or fr", NULL);
	if (refused(&c->why))
		return FAIL_REFUSED;
	enum fail f = account_add(c->store, c->who, c->arena, &in, &c->why, &made);
	if (f == OK)
		json_pair_str(&c->out, "account", id_text(c->arena, made));
	return f;
}

static enum fail set_state(struct call *c, enum account_state state)
{
	struct account a;
	enum fail f = find_account(c, &a);

	return f == OK ? account_set_state(c->store, c->who, c->arena, a.id, state, &c->why)
	               : f;
}

static enum fail disable_account(struct call *c)
{
	return set_state(c, ACCOUNT_DISABLED);
}

static enum fail enable_account(struct call *c)
{
	return set_state(c, ACCOUNT_ACTIVE);
}

static enum fail set_password(struct call *c)
{
	const struct json *keep = json_member(c->in, "keep_tokens");
	const struct new_password in = { .password = text_in(c, "password"),
		                         .keep_tokens = keep && keep->kind == JSON_TRUE };
	struct account a;
	enum fail f = find_account(c, &a);

	return f == OK ? account_set_password(c->store, c->who, c->arena, a.id, &in,
	                                      &c->why)
	               : f;
}

static enum fail sign_out(struct call *c)
{
	struct account a;
	enum fail f = find_account(c, &a);

	return f == OK ? session_revoke(c->store, c->who, c->arena, a.id, ID_NONE) : f;
}

/* ---- tokens ---- */
#define SCOPES_AT_MOST 64

static void put_token(struct call *c, const struct token *t)
{
	struct json_out *j = &c->out;

	json_open_object(j);
	json_pair_str(j, "token", id_text(c->arena, t->id));
	json_pair_str(j, "name", t->name);
	json_pair_str(j, "login", t->login);
	json_pair_str(j, "hint", t->hint);
	json_pair_bool(j, "read_only", t->read_only);
	json_name(j, "scopes");
	json_open_array(j);
	for (size_t i = 0; i < t->scope_count; i++)
		json_put_str(j, t->scopes[i]);
	json_close_array(j);
	json_pair_str(j, "ends", instant_text(c->arena, t->ends_at));
	if (instant_is_set(t->last_used_at))
		json_pair_str(j, "last_used", instant_text(c->arena, t->last_used_at));
	json_pair_bool(j, "revoked", t->revoked);
	json_close_object(j);
}

static enum fail list_tokens(struct call *c)
{
	struct account a;
	struct token *list;
	size_t count;
	enum fail f = find_account(c, &a);

	if (f == OK)
		f = token_list(c->store, c->who, c->arena, a.id, &list, &count);
	if (f != OK)
		return f;
	json_name(&c->out, "tokens");
	json_open_array(&c->out);
	for (size_t i = 0; i < count; i++)
		put_token(c, &list[i]);
	json_close_array(&c->out);
	return OK;
}

static enum fail add_token(struct call *c)
{
	struct account a;
	struct str secret, scopes[SCOPES_AT_MOST];
	struct token in = { .name = text_in(c, "name"), .scopes = scopes };
	const struct json *list = json_member(c->in, "scopes");
	const struct json *reads = json_member(c->in, "read_only");
	int64_t days = 90;

	for (const struct json *v = list ? list->first : NULL; v; v = v->next)
		if (in.scope_count < SCOPES_AT_MOST)
			scopes[in.scope_count++] = v->text;
	in.read_only = reads && reads->kind == JSON_TRUE;
	(void)json_int(c->in, "days", &days);
	if (days > 10000 || days < 0)
		days = 0;               /* refused below, with the reason */
	enum fail f = find_account(c, &a);
	if (f == OK)
		f = token_add(c->store, c->who, c->arena, a.id, &in, (int)days, &c->why,
		              &secret);
	if (f == OK)
		json_pair_str(&c->out, "secret", secret);
	return f;
}

static enum fail revoke_token(struct call *c)
{
	struct id id;

	if (!id_parse(text_in(c, "token"), &id))
		return fail_say(FAIL_NOT_FOUND, "there is no such token");
	return token_revoke(c->store, c->who, c->arena, id);
}

/* ---- settings ---- */

static enum fail put_settings(struct act *a, void *arg)
{
	struct call *c = arg;
	struct setting_state all[SET__COUNT];
	enum fail f = settings_read(a, all);

	for (size_t i = 0; f == OK && i < SET__COUNT; i++)
		setting_put(&c->out, c->arena, LANG_EN, &all[i]);
	return f;
}

static enum fail list_settings(struct call *c)
{
	json_name(&c->out, "settings");
	json_open_array(&c->out);
	enum fail f = store_read(c->store, c->who, c->arena, put_settings, c);
	if (f == OK)
		json_close_array(&c->out);
	return f;
}

static enum fail choose_setting(struct act *a, void *arg)
{
	struct call *c = arg;
	struct str name = text_in(c, "name");
	const struct setting *s = setting_find(name);

	c->why.count = 0;
	if (!s)
		return fail_say(FAIL_NOT_FOUND, "there is no setting %.*s", STR_ARG(name));
	return setting_choose(a, s, text_in(c, "value"), text_in(c, "reason"), &c->why);
}

static enum fail set_setting(struct call *c)
{
	return store_write(c->store, c->who, c->arena, choose_setting, c);
}

/* ---- the ledger ---- */

static enum fail make_checkpoint(struct call *c)
{
	struct kept_checkpoint made;
	enum fail f = store_checkpoint(c->store, c->arena, c->who->org, &made);

	if (f == OK) {
		json_pair_int(&c->out, "size", made.size);
		json_pair_str(&c->out, "checkpoint", made.note);
	}
	return f;
}

/* ---- exports ---- */

/* The operator has the database itself; that all of it was taken out is in the history. */
static enum fail note_export(struct call *c)
{
	return operator_note(c->store, c->arena, c->who->org, text_in(c, "operator"),
	                     EXPORT_ENTRY, STR("export of the whole organisation"));
}

/* ---- imports ---- */

static bool is_wanted(void *arg, const char *doing, int64_t done, int64_t of)
{
	const struct call *c = arg;

	(void)doing;
	(void)done;
	(void)of;
	return !c->cancelled || !atomic_load(c->cancelled);
}

/* The command has put it where this process may read; only a name comes with the call. */
static enum fail import_organisation(struct call *c)
{
	struct str name = text_in(c, "from");
	struct export_result r;
	const struct watcher w = { is_wanted, c };

	if (!str_starts(name, INCOMING) || str_find(name, STR("/")) != SIZE_MAX)
		return fail_say(FAIL_FORMAT, "there is no export of that name");
	struct str path = str_format(c->arena, "%s/%.*s/package",
	                             store_evidence(c->store), STR_ARG(name));
	enum fail f = import_into(c->store, c->arena, path.p, &w, &c->why, &r);
	if (f != OK)
		return f;
	json_pair_str(&c->out, "organisation", r.name);
	json_pair_str(&c->out, "org", id_text(c->arena, r.org));
	json_pair_int(&c->out, "rows", r.rows);
	json_pair_int(&c->out, "files", r.files);
	json_pair_int(&c->out, "entries", r.entries);
	json_pair_str(&c->out, "root", r.root);
	json_pair_int(&c->out, "left_out", r.left_out);
	return OK;
}

/* ---- proofs ---- */

struct proving {
	struct str record;
	bool values;
	struct kept_checkpoint checkpoint;
	struct text out;
};

static enum fail prove(struct act *a, void *arg)
{
	struct proving *p = arg;
	struct row *row;
	struct id id;

	p->out.n = 0;
	if (!id_parse(p->record, &id)) {
		enum fail f = record_by_code(a, p->record, &row);
		if (f != OK)
			return f == FAIL_NOT_FOUND
			               ? fail_say(f, "there is no record %.*s",
			                          STR_ARG(str_printable(a->arena,
			                                                p->record)))
			               : f;
		id = row->id;
	}
	return ledger_proof(a, id, &p->checkpoint, p->values, &p->out);
}

/* Values are read by an operator who may, which is recorded; without them the program
 * itself finds the record, since nothing of it is read. */
static enum fail make_proof(struct call *c)
{
	const struct json *values = json_member(c->in, "values");
	struct actor program = system_actor(c->who->org, "ledger");
	const struct actor *who = &program;
	struct proving p = {
		.record = text_in(c, "record"),
		.values = values && values->kind == JSON_TRUE,
		.out = text_on(c->arena, LIMIT_PAGE_BYTES),
	};
	enum fail f = OK;

	if (p.values) {
		f = operator_actor(c->store, c->arena, c->who->org, text_in(c, "operator"),
		                   STR("proof of a record"), &c->who);
		who = c->who;
	}
	if (f == OK)
		f = store_checkpoint(c->store, c->arena, who->org, &p.checkpoint);
	if (f == OK)
		f = store_read(c->store, who, c->arena, prove, &p);
	if (f == OK)
		json_pair_str(&c->out, "proof", text_str(&p.out));
	return f;
}

/* ---- keeping: by somebody with a token, never by the operator ---- */

static enum fail put_due(struct act *a, void *arg)
{
	static const char *const names[] = { "by", "type", "unit", "unit.below", "limit",
		                             "after" };
	struct call *c = arg;
	struct pair at[COUNT(names)];
	struct pairs address = { at, 0 };
	struct due_query q;

	c->why.count = 0;
	for (size_t i = 0; i < COUNT(names); i++)
		at[address.count++] = (struct pair){ str_of(names[i]),
			                             text_in(c, names[i]) };
	enum fail f = due_asked(a, &address, &c->why, &q);
	json_name(&c->out, "due");
	return f == OK ? due_put_all(&c->out, a, &q) : f;
}

static enum fail list_due(struct call *c)
{
	return store_read(c->store, c->who, c->arena, put_due, c);
}

struct erasing {
	struct call *call;
	struct str code;
	struct id id;
};

/* What has left the bin has only its identifier, and its type must be said. */
static enum fail erase(struct act *a, void *arg)
{
	struct erasing *e = arg;
	struct call *c = e->call;
	const struct record_type *t = registry_find(a->types, text_in(c, "type"));
	struct str record = text_in(c, "record");
	struct row *row;
	enum fail f = id_parse(record, &e->id) ? record_find(a, e->id, &row)
	                                       : record_by_code(a, record, &row);

	c->why.count = 0;
	e->code = STR_NONE;
	if (f == OK) {
		t = row->type;
		e->id = row->id;
		e->code = row_code(c->arena, row);
	} else if (f == FAIL_NOT_FOUND && t && id_parse(record, &e->id)) {
		f = OK;
	}
	if (f == OK)
		f = record_erase(a, t, e->id, 0, text_in(c, "reason"), &c->why);
	return f == FAIL_NOT_FOUND ? fail_say(f, "there is no record %.*s",
	                                      STR_ARG(str_printable(a->arena, record)))
	                           : f;
}

static enum fail erase_record(struct call *c)
{
	struct erasing e = { .call = c };
	enum fail f = store_write(c->store, c->who, c->arena, erase, &e);

	if (f != OK)
		return f;
	json_pair_str(&c->out, "erased", id_text(c->arena, e.id));
	if (e.code.n > 0)
		json_pair_str(&c->out, "code", e.code);
	return OK;
}

/* ---- the table ---- */
enum caller {
	THE_OPERATOR,
	A_PERSON,                       /* whose token comes with the call */
	NOBODY,                         /* about no organisation that is there already */
};

static const struct {
	const char *name;
	enum fail (*run)(struct call *c);
	enum caller by;
} calls[] = {
	{ .name = "account.list", .run = list_accounts },
	{ .name = "account.add", .run = add_account },
	{ .name = "account.disable", .run = disable_account },
	{ .name = "account.enable", .run = enable_account },
	{ .name = "account.password", .run = set_password },
	{ .name = "account.sign-out", .run = sign_out },
	{ .name = "token.list", .run = list_tokens },
	{ .name = "token.add", .run = add_token },
	{ .name = "token.revoke", .run = revoke_token },
	{ .name = "setting.list", .run = list_settings },
	{ .name = "setting.set", .run = set_setting },
	{ .name = "ledger.checkpoint", .run = make_checkpoint },
	{ .name = "export.note", .run = note_export },
	{ .name = "import", .run = import_organisation, .by = NOBODY },
	{ .name = "ledger.proof", .run = make_proof },
	{ .name = "due.list", .run = list_due, .by = A_PERSON },
	{ .name = "record.erase", .run = erase_record, .by = A_PERSON },
};

static enum fail identify_person(struct call *c)
{
	struct actor *who = ARENA_NEW(c->arena, struct actor);
	struct session session;
	enum fail f = session_of_token(c->store, c->arena, text_in(c, "token"), &session);

	if (f == FAIL_NOT_FOUND)
		return fail_say(f, "this is no token, or it holds no more");
	if (f != OK)
		return f;
	*who = *session.actor;
	(void)lang_parse(text_in(c, "lang"), &who->lang);
	c->who = who;
	return OK;
}

static enum fail identify_operator(struct call *c)
{
	struct id org;
	enum fail f = tenant_find(c->store, text_in(c, "org"), &org);

	return f == OK ? operator_actor(c->store, c->arena, org, text_in(c, "operator"),
	                                STR_NONE, &c->who)
	               : f;
}

static enum fail run_call(struct call *c)
{
	struct str what = text_in(c, "do");

	for (size_t i = 0; i < COUNT(calls); i++) {
		if (!str_is(what, calls[i].name))
			continue;
		enum fail f = calls[i].by == THE_OPERATOR ? identify_operator(c)
		              : calls[i].by == A_PERSON   ? identify_person(c)
		                                          : OK;
		return f == OK ? calls[i].run(c) : f;
	}
	return fail_say(FAIL_FORMAT, "there is no call of that name");
}

static void put_failure(struct call *c, struct text *answer, enum fail f)
{
	struct json_out j = json_to(answer);

	json_open_object(&j);
	json_pair_z(&j, "failed", fail_name(f));
	json_pair_z(&j, "message", fail_message());
	json_name(&j, "reasons");
	json_open_array(&j);
	for (size_t i = 0; i < c->why.count; i++) {
		const struct reason *r = &c->why.at[i];
		json_open_object(&j);
		if (r->where.n)
			json_pair_str(&j, "where", r->where);
		json_pair_str(&j, "why", message_fill(c->arena, r->why.id, &r->why));
		if (r->advice.id)
			json_pair_str(&j, "advice",
			              message_fill(c->arena, r->advice.id, &r->advice));
		json_close_object(&j);
	}
	json_close_array(&j);
	json_close_object(&j);
}

bool installation_call(struct store *s, struct arena *a, struct str in,
                       const atomic_bool *cancelled, struct text *answer)
{
	struct json *read;
	struct json_error error;
	struct text t = text_on(a, LIMIT_PAGE_BYTES);
	struct call c = { .store = s,
		          .arena = a,
		          .cancelled = cancelled,
		          .why = refusal_on(a),
		          .out = json_to(&t) };

	fail_clear();
	enum fail f = json_read(a, in, &read, &error);
	if (f == OK && read->kind != JSON_OBJECT)
		f = fail_say(FAIL_FORMAT, "a call is a JSON object");
	c.in = read;
	if (f == OK) {
		json_open_object(&c.out);
		f = run_call(&c);
	}
	if (f != OK) {
		put_failure(&c, answer, f);
		return false;
	}
	json_close_object(&c.out);
	text_add(answer, text_str(&t));
	return true;
}

/* ---- over the admin socket ---- */

static void answer_call(struct request *q, struct response *r)
{
	const struct site *site = q->site;
	struct text t = text_on(q->arena, LIMIT_PAGE_BYTES);

	/* Wired to the admin socket alone; a mistake in the wiring must not open it. */
	if (!site->operator_calls || !q->over_unix_socket) {
		r->status = 404;
		return;
	}
	r->status = installation_call(site->store, q->arena, q->body, q->cancelled, &t)
	                    ? 200
	                    : 422;
	r->media = "application/json";
	r->body = text_str(&t);
}

const struct route installation_routes[] = {
	{ .methods = POST, .path = "/installation", .lane = LANE_SLOW, .body = BODY_JSON,
	  .handle = answer_call },
	{ 0 },
};
