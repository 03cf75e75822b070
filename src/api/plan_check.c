/*
 * plan_check.c -- checking a plan over the API: start, look, answer, write the finding.
 *
 * The same actions as the pages (actions/plan_check.h); the document is read in the
 * sandbox, before the transaction.
 */
#include "api/records.h"

#include "actions/plan_check.h"
#include "api/call.h"
#include "api/problem.h"
#include "api/shape.h"
#include "crypto/crypto.h"
#include "documents/plan_report.h"
#include "records/agreement.h"
#include "records/document_version.h"
#include "records/person.h"
#include "records/plan.h"
#include "records/plan_check.h"
#include "records/recommendation.h"

struct checking {
	struct row *plan, *version, *made;
	int fd;
	struct document_text text;
	struct file_ref kept;
	const struct pack *pack;
	struct check_view view;
	struct plan_report report;
};

/* ---- start: POST /plan/ID/check { "version": "DOV-0003", "pack": "ma-is009" } ---- */
static enum fail open_text(struct act *a, struct call *c)
{
	struct checking *x = c->extra;
	struct str named = c->body ? json_string(c->body, "version") : STR_NONE;
	struct str pack = c->body ? json_string(c->body, "pack") : STR_NONE;
	struct id version;
	enum fail f = call_record(a, c, &x->plan);

	if (f != OK)
		return f;
	x->pack = pack_with_checklist(c->site->packs,
	                              pack.n > 0 ? pack : row_text(x->plan, PLN_PACK));
	if (!x->pack)
		refuse(&c->why, PLN_PACK, "there is no such content pack", NULL);
	if (record_resolve(a, &document_version_type, named, &version) != OK)
		refuse(&c->why, PLN_DOCUMENT, "no version of the text is named",
		       "Say which one: \"version\": \"DOV-0001\".");
	if (refused(&c->why))
		return FAIL_REFUSED;
	f = record_get(a, &document_version_type, version, &x->version);
	return f == OK ? file_open(a, x->version, DOV_FILE, &x->fd) : f;
}

static enum fail start(struct act *a, struct call *c)
{
	struct checking *x = c->extra;
	struct plan_check_order order = { .pack = x->pack,
		                          .plan = x->plan->id,
		                          .version = x->version->id,
		                          .text = &x->text,
		                          .kept = x->kept };
	enum fail f = plan_check_start(a, &order, &c->why, &x->made);

	if (f == OK)
		f = record_get(a, &plan_check_type, x->made->id, &x->made);
	if (f != OK)
		return f;
	call_created(c, x->made);
	return shape_record(a, c, x->made, true);
}

void api_check_start(struct request *q, struct response *r)
{
	struct checking x = { .fd = -1 };
	struct call c;
	enum fail f;

	if (!call_open(&c, q, r) || !call_body(&c))
		return;
	q->params[1] = q->params[0];
	c.type = &plan_type;
	c.extra = &x;
	f = call_read(&c, open_text);
	if (f == OK) {
		const struct document_reader *reader = &c.site->reader;

		f = reader->read(reader->arg, c.arena, x.fd,
		                 x.version->values[DOV_FILE].file.name, &c.why, &x.text);
		if (f == FAIL_FORMAT && refused(&c.why))
			f = FAIL_REFUSED;
	}
	if (f == OK)
		f = plan_check_keep_text(c.store, NULL, c.arena, &x.text, &x.kept);
	if (f == OK) {
		f = call_write(&c, start);
		if (f != OK || c.once.replayed)
			file_drop(c.store, &x.kept);
	}
	call_answer(&c, f);
}

/* ---- look: GET /plan_check/ID/judgement ---- */
static enum fail view(struct act *a, struct call *c)
{
	struct checking *x = c->extra;
	struct row *check;
	enum fail f = call_record(a, c, &check);

	return f == OK ? plan_check_view(a, c->site->packs, check->id, &x->view) : f;
}

static bool open_check(struct call *c, struct checking *x, struct request *q,
                       struct response *r)
{
	if (!call_open(c, q, r) || !call_body(c))
		return false;
	q->params[1] = q->params[0];
	c->type = &plan_check_type;
	c->extra = x;
	return true;
}

void api_check_judgement(struct request *q, struct response *r)
{
	struct checking x = { .fd = -1 };
	struct call c;
	enum fail f;

	if (!open_check(&c, &x, q, r))
		return;
	f = call_read(&c, view);
	if (f != OK) {
		problem_failed(&c, f);
		return;
	}
	struct message cut = document_cut_message(c.arena, &x.view.text);
	x.report = (struct plan_report){
		.judgement = &x.view.judgement,
		.plan = row_title(x.view.plan, c.lang),
		.document = x.view.version ? row_title(x.view.version, c.lang) : STR_NONE,
		.sha256 = row_text(x.view.check, PLC_SHA256),
		.cut = cut.id ? tr_message(c.arena, c.lang, &cut) : STR_NONE,
		.made_at = store_now(c.store),
		.lang = c.lang
	};
	r->status = 200;
	r->media = "application/json";
	r->body = plan_report_json(c.arena, &x.report);
}

/* ---- answer: POST /plan_check/ID/answers { "element", "part", "answer", ... } ---- */
static enum fail give(struct act *a, struct call *c, const struct check_view *v,
                      const struct check_answer *given)
{
	static const struct {
		const char *name;
		enum fail (*give)(struct act *a, const struct check_view *v,
		                  const struct check_answer *answer, struct refusal *why);
	} answers[] = {
		{ "accept", plan_check_accept },
		{ "reject", plan_check_reject },
		{ "excuse", plan_check_excuse },
		{ "inherit", plan_check_inherit },
		{ "reopen", plan_check_reopen },
	};
	struct str name = json_string(c->body, "answer");

	for (size_t i = 0; i < COUNT(answers); i++)
		if (str_is(name, answers[i].name))
			return answers[i].give(a, v, given, &c->why);
	refuse(&c->why, FIELD_NONE,
	       "the answer is accept, reject, excuse, inherit or reopen", NULL);
	return FAIL_REFUSED;
}

static enum fail answer(struct act *a, struct call *c)
{
	struct checking *x = c->extra;
	struct check_answer given = {
		.element = c->body ? json_string(c->body, "element") : STR_NONE,
		.part = c->body ? json_string(c->body, "part") : STR_NONE,
		.reason = c->body ? json_string(c->body, "reason") : STR_NONE,
	};
	int64_t passage = 0;
	enum fail f = c->body ? view(a, c) : FAIL_FORMAT;

	if (f != OK)
		return f;
	if (json_int(c->body, "passage", &passage))
		given.passage = passage < 0 ? SIZE_MAX : (size_t)passage;
	(void)(record_resolve(a, &person_type, json_string(c->body, "approver"),
	                      &given.approver) != OK);
	(void)(record_resolve(a, &agreement_type, json_string(c->body, "agreement"),
	                      &given.agreement) != OK);
	f = give(a, c, &x->view, &given);
	if (f == OK)
		f = record_get(a, &plan_check_type, x->view.check->id, &x->made);
	return f == OK ? shape_record(a, c, x->made, true) : f;
}

void api_check_answer(struct request *q, struct response *r)
{
	struct checking x = { .fd = -1 };
	struct call c;

	if (open_check(&c, &x, q, r))
		call_answer(&c, call_write(&c, answer));
}

/* ---- act: POST /plan_check/ID/finding { "gaps": [{ "key", "owner", ... }] } ---- */
static void settled_gap(struct act *a, struct call *c, const struct json *given,
                        struct gap_settled *out)
{
	struct str owner = json_string(given, "owner"), due = json_string(given, "due_on");

	*out = (struct gap_settled){ .key = json_string(given, "key"),
		                     .words = json_string(given, "recommendation"),
		                     .measures = json_string(given, "measures") };
	if (owner.n > 0 && record_resolve(a, &person_type, owner, &out->owner) != OK)
		refuse(&c->why, FIELD_OWNER, "there is no such person",
		       "Give the code, such as PER-0001.");
	if (due.n > 0 && !date_parse(due, &out->due))
		refuse_with(&c->why, REC_DUE_ON, MESSAGE1(N_("“%1” is not a date"), due),
		            MESSAGE(N_("Write it as 2026-05-14.")));
}

static enum fail write_finding(struct act *a, struct call *c)
{
	struct checking *x = c->extra;
	const struct json *gaps = c->body ? json_member(c->body, "gaps") : NULL;
	size_t count = gaps && gaps->kind == JSON_ARRAY ? gaps->count : 0;
	const struct json *gap = count > 0 ? gaps->first : NULL;
	struct gap_settled *settled = arena_get(a->arena, (count + 1) * sizeof(*settled));
	enum fail f = view(a, c);

	for (size_t i = 0; f == OK && i < count; i++, gap = gap->next)
		settled_gap(a, c, gap, &settled[i]);
	if (f == OK && refused(&c->why))
		f = FAIL_REFUSED;
	if (f == OK)
		f = plan_check_finding(a, &x->view, settled, count, &c->why, &x->made);
	if (f != OK)
		return f;
	call_created(c, x->made);
	return shape_record(a, c, x->made, true);
}

void api_check_finding(struct request *q, struct response *r)
{
	struct checking x = { .fd = -1 };
	struct call c;

	if (open_check(&c, &x, q, r))
		call_answer(&c, call_write(&c, write_finding));
}
