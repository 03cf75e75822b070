/*
 * notices.c -- one's own notices over the API, and for administrators what mail came to.
 *
 *     GET /notices?unread=yes&kind=clock&after=ID    POST /notices/read {"id":"..."} or {}
 *     GET /notices/choice                            PATCH /notices/choice {"hour":7}
 *     GET /mails?open=yes                            POST /mails/test {}
 */
#include "actions/notices.h"

#include "access/access.h"
#include "api/call.h"
#include "api/problem.h"
#include "api/records.h"
#include "documents/notice_words.h"
#include "store/sendings.h"

#define AT_ONCE 50
#define MAILS_SHOWN 200
#define RUNS_THE_INSTALLATION "installation.settings"

static void put_instant(struct json_out *j, struct arena *a, const char *name,
                        struct instant at)
{
	if (instant_is_set(at))
		json_pair_str(j, name, instant_text(a, at));
}

/* ---- the list ---- */

static void put_about(struct json_out *j, struct arena *a, const struct notice_row *n)
{
	if (!n->about.type)
		return;
	json_name(j, "record");
	json_open_object(j);
	json_pair_z(j, "type", n->about.type->name);
	json_pair_str(j, "code", n->about.code);
	json_pair_str(j, "id", id_text(a, n->about.id));
	json_pair_str(j, "title", n->about.title);
	json_close_object(j);
}

static void put_notice(struct json_out *j, struct arena *a, const struct notice_reader *who,
                       const struct notice_row *n)
{
	json_open_object(j);
	json_pair_str(j, "id", id_text(a, n->id));
	json_pair_z(j, "kind", notice_kinds[n->is.kind].name);
	json_pair_str(j, "title", notice_title(a, who, n));
	json_pair_str(j, "text", notice_text(a, who, n));
	put_about(j, a, n);
	if (n->is.duty.n > 0)
		json_pair_str(j, "duty", n->is.duty);
	if (date_is_set(n->is.due_on))
		json_pair_str(j, "due_on", date_text(a, n->is.due_on));
	put_instant(j, a, "due_at", n->is.due_at);
	put_instant(j, a, "made_at", n->made_at);
	put_instant(j, a, "read_at", n->read_at);
	put_instant(j, a, "settled_at", n->settled_at);
	put_instant(j, a, "mailed_at", n->told_at);
	json_close_object(j);
}

/* FAIL_REFUSED for words that mean nothing. */
static enum fail asked(struct call *c, struct notice_query *q)
{
	struct str kind = pairs_get(&c->q->query, "kind");
	struct str after = pairs_get(&c->q->query, "after");

	*q = (struct notice_query){
		.unread = str_is(pairs_get(&c->q->query, "unread"), "yes"),
		.only = notice_kind_named(kind),
		.limit = AT_ONCE,
	};
	if (kind.n > 0 && q->only == NOTICE__COUNT)
		refuse(&c->why, FIELD_NONE, "there is no such kind of notice", NULL);
	if (after.n > 0 && !id_parse(after, &q->before))
		refuse(&c->why, FIELD_NONE, "what to go on after is no identifier", NULL);
	return refused(&c->why) ? FAIL_REFUSED : OK;
}

static enum fail list(struct act *a, struct call *c)
{
	const struct notice_reader who = { c->lang, a->zone, a->today, a->now };
	struct json_out *j = &c->json;
	struct notice_query q;
	struct notice_row *rows;
	size_t count;
	int64_t unread;
	bool more;
	enum fail f = asked(c, &q);

	if (f == OK)
		f = notice_list(a, &q, &rows, &count, &more);
	if (f == OK)
		f = notice_unread(a, &unread);
	if (f != OK)
		return f;
	json_open_object(j);
	json_pair_int(j, "unread", unread);
	json_name(j, "items");
	json_open_array(j);
	for (size_t i = 0; i < count; i++)
		put_notice(j, a->arena, &who, &rows[i]);
	json_close_array(j);
	if (more)
		json_pair_str(j, "next", id_text(a->arena, rows[count - 1].id));
	json_close_object(j);
	return OK;
}

void api_notices(struct request *q, struct response *r)
{
	struct call c;

	if (call_open(&c, q, r))
		call_answer(&c, call_read(&c, list));
}

/* ---- read, and chosen ---- */

static bool may_write(struct call *c)
{
	return !c->session.actor->token_read_only ||
	       refuse_forbidden(&c->why, N_("this token only reads"), NULL);
}

static enum fail mark(struct act *a, struct call *c)
{
	struct str id = c->body ? json_string(c->body, "id") : STR_NONE;
	struct id one = ID_NONE;
	int64_t unread;

	if (!may_write(c))
		return FAIL_REFUSED;
	if (id.n > 0 && !id_parse(id, &one))
		return FAIL_NOT_FOUND;
	enum fail f = notice_read(a, one);
	if (f == OK)
		f = notice_unread(a, &unread);
	if (f != OK)
		return f;
	json_open_object(&c->json);
	json_pair_int(&c->json, "unread", unread);
	json_close_object(&c->json);
	return OK;
}

void api_notices_read(struct request *q, struct response *r)
{
	struct call c;

	if (call_open(&c, q, r) && call_body(&c))
		call_answer(&c, call_write(&c, mark));
}

static enum fail put_choice(struct act *a, struct call *c)
{
	struct json_out *j = &c->json;
	struct notice_choice choice;
	enum fail f = notice_choice_get(a, a->actor->person, &choice);

	if (f != OK)
		return f;
	json_open_object(j);
	json_pair_bool(j, "mail", choice.mail);
	json_pair_int(j, "hour", choice.hour);
	json_name(j, "kinds");
	json_open_array(j);
	for (int i = 0; i < NOTICE__COUNT; i++)
		if (choice.kinds & BIT(i))
			json_put_z(j, notice_kinds[i].name);
	json_close_array(j);
	json_close_object(j);
	return OK;
}

void api_notice_choice(struct request *q, struct response *r)
{
	struct call c;

	if (call_open(&c, q, r))
		call_answer(&c, call_read(&c, put_choice));
}

static void take_kinds(struct call *c, const struct json *kinds, struct notice_choice *to)
{
	to->kinds = 0;
	for (const struct json *v = kinds->first; v; v = v->next) {
		enum notice_kind kind = v->kind == JSON_STRING ? notice_kind_named(v->text)
		                                               : NOTICE__COUNT;
		if (kind == NOTICE__COUNT)
			refuse(&c->why, FIELD_NONE, "there is no such kind of notice",
			       NULL);
		else
			to->kinds |= BIT(kind);
	}
}

static enum fail choose(struct act *a, struct call *c)
{
	const struct json *mail = json_member(c->body, "mail");
	const struct json *kinds = json_member(c->body, "kinds");
	struct notice_choice choice;
	int64_t hour;
	enum fail f = may_write(c) ? notice_choice_get(a, a->actor->person, &choice)
	                           : FAIL_REFUSED;

	if (f != OK)
		return f;
	if (mail)
		choice.mail = mail->kind == JSON_TRUE;
	if (json_int(c->body, "hour", &hour))
		choice.hour = hour >= 0 && hour < 24 ? (int)hour : -1;
	if (kinds && kinds->kind == JSON_ARRAY)
		take_kinds(c, kinds, &choice);
	f = notice_choice_set(a, &choice, &c->why);
	return f == OK ? put_choice(a, c) : f;
}

void api_notice_choose(struct request *q, struct response *r)
{
	struct call c;

	if (!call_open(&c, q, r) || !call_body(&c))
		return;
	if (!c.body)
		problem(&c, 400, "not-json", N_("The body must be a JSON object."),
		        STR_NONE);
	else
		call_answer(&c, call_write(&c, choose));
}

/* ---- what mail came to ---- */

static void put_mail(struct json_out *j, struct arena *a, const struct sending *s)
{
	json_open_object(j);
	json_pair_str(j, "id", id_text(a, s->id));
	json_pair_z(j, "kind", sending_kind_name(s->kind));
	json_pair_str(j, "address", s->address);
	json_pair_z(j, "state", sending_state_name(s->state));
	json_pair_int(j, "attempts", s->attempts);
	json_pair_str(j, "answer", s->answer);
	put_instant(j, a, "made_at", s->made_at);
	put_instant(j, a, "tried_at", s->tried_at);
	put_instant(j, a, "ended_at", s->ended_at);
	json_pair_bool(j, "erased", s->erased);
	json_close_object(j);
}

static enum fail mails(struct act *a, struct call *c)
{
	bool open = str_is(pairs_get(&c->q->query, "open"), "yes");
	struct sending *all;
	size_t count;

	if (!access_installation(a->actor, RUNS_THE_INSTALLATION, a->today, NULL))
		return FAIL_NOT_FOUND;
	enum fail f = sending_list(a, open, MAILS_SHOWN, &all, &count);
	if (f != OK)
		return f;
	json_open_object(&c->json);
	json_pair_bool(&c->json, "sends_mail", c->site->sends_mail);
	json_name(&c->json, "items");
	json_open_array(&c->json);
	for (size_t i = 0; i < count; i++)
		put_mail(&c->json, a->arena, &all[i]);
	json_close_array(&c->json);
	json_close_object(&c->json);
	return OK;
}

void api_mails(struct request *q, struct response *r)
{
	struct call c;

	if (call_open(&c, q, r))
		call_answer(&c, call_read(&c, mails));
}

static enum fail try_mail(struct act *a, struct call *c)
{
	struct id id;

	if (!access_installation(a->actor, RUNS_THE_INSTALLATION, a->today, NULL))
		return FAIL_NOT_FOUND;
	enum fail f = notices_test_mail(a, c->site, &c->why, &id);
	if (f != OK)
		return f;
	c->said.status = 202;
	json_open_object(&c->json);
	json_pair_str(&c->json, "id", id_text(a->arena, id));
	json_close_object(&c->json);
	return OK;
}

void api_mail_test(struct request *q, struct response *r)
{
	struct call c;

	if (call_open(&c, q, r) && call_body(&c))
		call_answer(&c, call_write(&c, try_mail));
}
