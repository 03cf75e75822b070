/* problem.c -- what was wrong, as application/problem+json (RFC 9457). */
#include "api/problem.h"

#include "api/shape.h"
#include "base/limits.h"
#include "base/log.h"

static struct json_out begin(struct call *c, int status, const char *kind,
                             const char *title, struct str detail)
{
	struct json_out j;

	c->out = text_on(c->arena, LIMIT_PAGE_BYTES);
	c->r->status = status;
	c->r->media = "application/problem+json";
	j = json_to(&c->out);
	json_open_object(&j);
	json_pair_str(&j, "type", str_format(c->arena, "/api#problem-%s", kind));
	json_pair_z(&j, "title", tr(c->lang, title));
	json_pair_int(&j, "status", status);
	if (detail.n > 0)
		json_pair_str(&j, "detail", detail);
	json_pair_str(&j, "instance", c->q->id);
	return j;
}

static void end(struct call *c, struct json_out *j)
{
	json_close_object(j);
	c->r->body = text_str(&c->out);
}

void problem(struct call *c, int status, const char *kind, const char *title,
             struct str detail)
{
	struct json_out j = begin(c, status, kind, title, detail);

	end(c, &j);
}

static struct str pointer_of(struct call *c, int field)
{
	switch (field) {
	case FIELD_UNIT:
		return STR("/unit");
	case FIELD_LABEL:
		return STR("/label");
	case FIELD_OWNER:
		return STR("/owner");
	case FIELD_STATE:
		return STR("/state");
	case FIELD_NEED_TO_KNOW:
		return STR("/need_to_know");
	case FIELD_REASON:
		return STR("/reason");
	default:
		break;
	}
	if (c->type && field >= 0 && (size_t)field < c->type->fields.count)
		return str_format(c->arena, "/fields/%s", c->type->fields.at[field].name);
	return STR("");
}

static void one_reason(struct call *c, struct json_out *j, const struct reason *r)
{
	json_open_object(j);
	json_pair_str(j, "pointer", pointer_of(c, r->field));
	if (r->field >= 0 && c->type)
		json_pair_z(j, "label", tr(c->lang, c->type->fields.at[r->field].label));
	if (r->where.n > 0)
		json_pair_str(j, "where", r->where);
	json_pair_str(j, "message", tr_message(c->arena, c->lang, &r->why));
	if (r->advice.id)
		json_pair_str(j, "advice", tr_message(c->arena, c->lang, &r->advice));
	json_close_object(j);
}

/* What could not be read is not also called empty. */
static bool is_only_unread(const struct refusal *why, size_t at)
{
	if (why->at[at].field < 0 || strcmp(why->at[at].why.id, "is empty") != 0)
		return false;
	for (size_t i = 0; i < at; i++)
		if (why->at[i].field == why->at[at].field)
			return true;
	return false;
}

struct said_of {
	int status;
	const char *kind, *title;
};

static struct said_of said_of_refusal(const struct refusal *why)
{
	switch (why->kind) {
	case REFUSAL_FORBIDDEN:
		return (struct said_of){ 403, "forbidden", N_("You may not do this.") };
	case REFUSAL_CONFLICT:
		return (struct said_of){ 409, "conflict",
			                 N_("The record is not in a state for this.") };
	default:
		return (struct said_of){
			422, "refused", N_("Something is missing or cannot be so.")
		};
	}
}

static void reasons(struct call *c, struct json_out *j, const struct refusal *why)
{
	json_name(j, "errors");
	json_open_array(j);
	for (size_t i = 0; i < why->count; i++)
		if (!is_only_unread(why, i))
			one_reason(c, j, &why->at[i]);
	json_close_array(j);
}

void problem_refused(struct call *c, const struct refusal *why)
{
	struct said_of said = said_of_refusal(why);
	struct json_out j = begin(c, said.status, said.kind, said.title, STR_NONE);

	reasons(c, &j, why);
	end(c, &j);
}

static struct said_of said_of_one(enum fail f, const struct refusal *why)
{
	switch (f) {
	case FAIL_REFUSED:
		if (why->count > 0)
			return said_of_refusal(why);
		return (struct said_of){
			422, "idempotency-key-used",
			N_("This Idempotency-Key was used for another request.")
		};
	case FAIL_NOT_FOUND:
		return (struct said_of){ 404, "not-found",
			                 N_("There is nothing here that you may see.") };
	case FAIL_STALE:
		return (struct said_of){
			412, "changed-since",
			N_("Somebody has changed it since you read it.")
		};
	default:
		return (struct said_of){
			503, "busy", N_("Too much is going on just now. Try again.")
		};
	}
}

void problem_of_one(struct call *c, struct json_out *j, enum fail f,
                    const struct refusal *why)
{
	struct said_of said = said_of_one(f, why);

	json_pair_int(j, "status", said.status);
	json_name(j, "problem");
	json_open_object(j);
	json_pair_str(j, "type", str_format(c->arena, "/api#problem-%s", said.kind));
	json_pair_z(j, "title", tr(c->lang, said.title));
	json_pair_int(j, "status", said.status);
	if (f == FAIL_REFUSED && why->count > 0)
		reasons(c, j, why);
	json_close_object(j);
}

/* ---- somebody else was faster ---- */
static enum fail load_changes(struct act *a, struct call *c)
{
	struct row *row;
	enum fail f = call_record(a, c, &row);

	if (f != OK)
		return f;
	call_etag(c, row->version);
	json_pair_int(&c->json, "version", row->version);
	json_name(&c->json, "changes");
	return shape_history(a, c, row, c->version, 0);
}

void problem_stale(struct call *c)
{
	c->json = begin(
		c, 412, "changed-since", N_("Somebody has changed it since you read it."),
		str_of(tr(c->lang, N_("Read it again; `changes` says who changed what."))));
	c->said = (struct call_head){ 0 };
	if (call_read(c, load_changes) != OK) {
		problem(c, 404, "not-found", N_("There is nothing here that you may see."),
		        STR_NONE);
		return;
	}
	call_headers(c);
	end(c, &c->json);
}

void problem_failed(struct call *c, enum fail f)
{
	switch (f) {
	case FAIL_REFUSED:
		if (c->once.other)
			once_refused(c);
		else
			problem_refused(c, &c->why);
		return;
	case FAIL_STALE:
		problem_stale(c);
		return;
	case FAIL_NOT_FOUND:
		problem(c, 404, "not-found", N_("There is nothing here that you may see."),
		        STR_NONE);
		return;
	case FAIL_BUSY:
	case FAIL_CANCELLED:
		problem(c, 503, "busy", N_("Too much is going on just now. Try again."),
		        STR_NONE);
		return;
	case FAIL_UNSURE:
		problem(c, 503, "unsure",
		        N_("The database went away before it said whether this was kept."),
		        str_of(tr(c->lang,
		                  N_("Send it again with the same Idempotency-Key, or look "
		                     "first."))));
		return;
	case FAIL_FULL:
		problem(c, 507, "full", N_("There is no room left for this."), STR_NONE);
		return;
	case FAIL_DENIED:
		problem(c, 403, "denied", N_("This is not allowed here."),
		        str_of(fail_message()));
		return;
	case FAIL_FORMAT:
		problem(c, 400, "unreadable", N_("The request could not be read."),
		        STR_NONE);
		return;
	default:
		log_event(LOG_ERROR, "api.failed", LOG_STR("request", c->q->id),
		          LOG_Z("fail", fail_name(f)), LOG_Z("message", fail_message()),
		          LOG_END);
		problem(c, 500, "failed", N_("This could not be done."), STR_NONE);
	}
}
