/* openapi.c -- the description of the API (OpenAPI 3.1), made from the record types alone.
 */
#include "api/openapi.h"

#include "api/call.h"
#include "api/openapi_schema.h"
#include "api/records.h"
#include "base/limits.h"

/* ---- pieces of a path ---- */
static void reference(struct json_out *j, const char *kind, const char *name)
{
	char address[160];

	snprintf(address, sizeof address, "#/components/%s/%s", kind, name);
	json_open_object(j);
	json_pair_z(j, "$ref", address);
	json_close_object(j);
}

static void response_named(struct json_out *j, const char *status, const char *name)
{
	json_name(j, status);
	reference(j, "responses", name);
}

static void problems(struct json_out *j, bool changes)
{
	response_named(j, "401", "SignedOut");
	response_named(j, "403", "Forbidden");
	response_named(j, "404", "NotFound");
	if (!changes)
		return;
	response_named(j, "409", "Conflict");
	response_named(j, "410", "AnswerErased");
	response_named(j, "422", "Refused");
}

static void content(struct json_out *j, const char *media, const char *schema)
{
	json_name(j, "content");
	json_open_object(j);
	json_name(j, media);
	json_open_object(j);
	json_name(j, "schema");
	reference(j, "schemas", schema);
	json_close_object(j);
	json_close_object(j);
}

static void answer(struct json_out *j, const char *status, const char *description,
                   const char *schema, bool etag)
{
	json_name(j, status);
	json_open_object(j);
	json_pair_z(j, "description", description);
	if (etag) {
		json_name(j, "headers");
		json_open_object(j);
		json_name(j, "ETag");
		reference(j, "headers", "ETag");
		json_close_object(j);
	}
	content(j, "application/json", schema);
	json_close_object(j);
}

static void body(struct json_out *j, const char *schema, bool required)
{
	json_name(j, "requestBody");
	json_open_object(j);
	json_pair_bool(j, "required", required);
	content(j, "application/json", schema);
	json_close_object(j);
}

static void operation(struct json_out *j, const char *method, const char *id,
                      const char *summary, const char *tag)
{
	json_name(j, method);
	json_open_object(j);
	json_pair_z(j, "operationId", id);
	json_pair_z(j, "summary", summary);
	json_name(j, "tags");
	json_open_array(j);
	json_put_z(j, tag);
	json_close_array(j);
}

enum { BY_ID = 1, BY_FIELD = 2, BY_VERSION = 4, ONCE = 8, BY_NAME = 16, UP_TO = 32 };

static void parameters(struct json_out *j, unsigned which)
{
	static const char *const names[] = { "id", "field", "if-match",
		                             "idempotency-key", "name", "limit" };

	json_name(j, "parameters");
	json_open_array(j);
	for (size_t i = 0; i < COUNT(names); i++)
		if (which & BIT(i))
			reference(j, "parameters", names[i]);
	json_close_array(j);
}

struct describing {
	struct json_out *json;
	const struct record_type *type;
	char schema[64];                /* "PlanElement" */
	char name[128];
};

static const char *named(struct describing *d, const char *format, const char *a)
{
	snprintf(d->name, sizeof d->name, format, d->type->name, a);
	return d->name;
}

static const char *suffixed(struct describing *d, const char *suffix)
{
	snprintf(d->name, sizeof d->name, "%s%s", d->schema, suffix);
	return d->name;
}

static void changed_answers(struct describing *d, bool if_match)
{
	struct json_out *j = d->json;

	json_name(j, "responses");
	json_open_object(j);
	answer(j, "200", "The record as it is afterwards", d->schema, true);
	problems(j, true);
	if (if_match) {
		response_named(j, "412", "ChangedSince");
		response_named(j, "428", "VersionRequired");
	}
	json_close_object(j);
}

static void list_parameters(struct json_out *j)
{
	static const char *const names[] = { "words", "sort",  "limit", "after",
		                             "page",  "count", "bin",   "open",
		                             "mine",  "view",  "filter" };

	json_name(j, "parameters");
	json_open_array(j);
	for (size_t i = 0; i < COUNT(names); i++)
		reference(j, "parameters", names[i]);
	json_close_array(j);
}

static void collection(struct describing *d)
{
	struct json_out *j = d->json;

	json_name(j, named(d, "/api/v1/%s%s", ""));
	json_open_object(j);
	operation(j, "get", named(d, "%s%s", "_list"), d->type->plural, d->type->plural);
	list_parameters(j);
	json_name(j, "responses");
	json_open_object(j);
	answer(j, "200", "One page; `next` and the Link header lead to the following one",
	       suffixed(d, "List"), false);
	problems(j, false);
	response_named(j, "422", "Refused");
	json_close_object(j);
	json_close_object(j);
	operation(j, "post", named(d, "%s%s", "_create"), "Create", d->type->plural);
	parameters(j, ONCE);
	body(j, suffixed(d, "Write"), true);
	json_name(j, "responses");
	json_open_object(j);
	answer(j, "201", "Created; Location names it", d->schema, true);
	problems(j, true);
	json_close_object(j);
	json_close_object(j);
	json_close_object(j);
}

static void withdrawal(struct describing *d)
{
	struct json_out *j = d->json;

	operation(j, "delete", named(d, "%s%s", "_withdraw"),
	          "Withdraw into the bin, from which it can be restored for 30 days",
	          d->type->plural);
	parameters(j, BY_ID | BY_VERSION | ONCE);
	body(j, "Reason", false);
	changed_answers(d, true);
	json_close_object(j);
}

static void bulk(struct describing *d)
{
	struct json_out *j = d->json;

	json_name(j, named(d, "/api/v1/%s/bulk%s", ""));
	json_open_object(j);
	operation(
		j, "post", named(d, "%s%s", "_bulk"),
		"One step or one change on many records, each a transaction of its own; on "
		"more than 200 by a job",
		d->type->plural);
	parameters(j, ONCE);
	body(j, suffixed(d, "Bulk"), true);
	json_name(j, "responses");
	json_open_object(j);
	answer(j, "200", "What became of each; a refusal is a problem as elsewhere",
	       "BulkAnswer", false);
	answer(j, "202", "More than 200 records: a job does it", "Job", false);
	problems(j, true);
	json_close_object(j);
	json_close_object(j);
	json_close_object(j);
}

static void one(struct describing *d)
{
	struct json_out *j = d->json;

	json_name(j, named(d, "/api/v1/%s/{id}%s", ""));
	json_open_object(j);
	operation(j, "get", named(d, "%s%s", "_read"), d->type->label, d->type->plural);
	parameters(j, BY_ID);
	json_name(j, "responses");
	json_open_object(j);
	answer(j, "200", "The record", d->schema, true);
	problems(j, false);
	json_close_object(j);
	json_close_object(j);
	operation(j, "patch", named(d, "%s%s", "_change"),
	          "Change: what is not named stays", d->type->plural);
	parameters(j, BY_ID | BY_VERSION | ONCE);
	body(j, suffixed(d, "Write"), true);
	changed_answers(d, true);
	json_close_object(j);
	if (!d->type->permanent)
		withdrawal(d);
	json_close_object(j);
}

static void simple_post(struct describing *d, const char *path, const char *id,
                        const char *summary, const char *schema, bool if_match)
{
	struct json_out *j = d->json;

	json_name(j, path);
	json_open_object(j);
	operation(j, "post", id, summary, d->type->plural);
	parameters(j, BY_ID | ONCE | (if_match ? BY_VERSION : 0));
	body(j, schema, false);
	changed_answers(d, if_match);
	json_close_object(j);
	json_close_object(j);
}

/* What was erased is shown no more. */
static void erase_post(struct describing *d)
{
	struct json_out *j = d->json;

	json_name(j, named(d, "/api/v1/%s/{id}/erase%s", ""));
	json_open_object(j);
	operation(j, "post", named(d, "%s%s", "_erase"),
	          "Destroy what it says, also when it has left the bin", d->type->plural);
	parameters(j, true);
	body(j, "Reason", true);
	json_name(j, "responses");
	json_open_object(j);
	answer(j, "200", "Its values are destroyed; the history still verifies", "Erased",
	       false);
	problems(j, true);
	response_named(j, "412", "ChangedSince");
	response_named(j, "428", "VersionRequired");
	json_close_object(j);
	json_close_object(j);
	json_close_object(j);
}

static void steps(struct describing *d)
{
	char path[160], id[120], schema[128];

	for (size_t i = 0; i < d->type->steps.count; i++) {
		const struct step *s = &d->type->steps.at[i];

		if (s->by_clock)
			continue;
		snprintf(path, sizeof path, "/api/v1/%s/{id}/steps/%s", d->type->name,
		         s->name);
		snprintf(id, sizeof id, "%s_step_%s", d->type->name, s->name);
		snprintf(schema, sizeof schema, "%sWrite", d->schema);
		simple_post(d, path, id, s->label, schema, true);
	}
	if (d->type->permanent)
		return;
	snprintf(path, sizeof path, "/api/v1/%s/{id}/restore", d->type->name);
	snprintf(id, sizeof id, "%s_restore", d->type->name);
	simple_post(d, path, id, "Restore from the bin, within 30 days", "Reason",
	            true);
	erase_post(d);
}

static void get_only(struct describing *d, const char *part, const char *summary,
                     const char *schema)
{
	struct json_out *j = d->json;
	char path[160], id[120];

	snprintf(path, sizeof path, "/api/v1/%s/{id}/%s", d->type->name, part);
	snprintf(id, sizeof id, "%s_%s", d->type->name, part);
	json_name(j, path);
	json_open_object(j);
	operation(j, "get", id, summary, d->type->plural);
	bool newest = strcmp(part, "history") == 0;
	parameters(j, newest ? BY_ID | UP_TO : BY_ID);
	json_name(j, "responses");
	json_open_object(j);
	answer(j, "200", summary, schema, false);
	problems(j, false);
	if (newest)
		response_named(j, "422", "Refused");
	json_close_object(j);
	json_close_object(j);
	if (strcmp(part, "comments") == 0) {
		operation(j, "post", named(d, "%s%s", "_comment"), "Comment",
		          d->type->plural);
		parameters(j, BY_ID | ONCE);
		body(j, "CommentText", true);
		json_name(j, "responses");
		json_open_object(j);
		answer(j, "201", "The comment", "Comment", true);
		problems(j, true);
		json_close_object(j);
		json_close_object(j);
	}
	json_close_object(j);
}

static void table(struct describing *d)
{
	struct json_out *j = d->json;

	json_name(j, named(d, "/api/v1/%s/csv%s", ""));
	json_open_object(j);
	operation(j, "get", named(d, "%s%s", "_csv"), "CSV of exactly what is filtered",
	          d->type->plural);
	list_parameters(j);
	json_name(j, "responses");
	json_open_object(j);
	response_named(j, "200", "Csv");
	problems(j, false);
	response_named(j, "422", "Refused");
	json_close_object(j);
	json_close_object(j);
	json_close_object(j);
}

/* ---- files, only for types that have some ---- */
static bool has_files(const struct record_type *t)
{
	for (size_t i = 0; i < t->fields.count; i++)
		if (t->fields.at[i].type == T_FILE)
			return true;
	return false;
}

static void multipart(struct json_out *j)
{
	json_name(j, "requestBody");
	json_open_object(j);
	json_pair_bool(j, "required", true);
	content(j, "multipart/form-data", "Upload");
	json_close_object(j);
}

static void files(struct describing *d)
{
	struct json_out *j = d->json;

	if (!has_files(d->type))
		return;
	json_name(j, named(d, "/api/v1/%s/with-files%s", ""));
	json_open_object(j);
	operation(
		j, "post", named(d, "%s%s", "_create_with_files"),
		"Create with files: the part `record` is JSON, the others are called after "
		"their field",
		d->type->plural);
	parameters(j, ONCE);
	multipart(j);
	json_name(j, "responses");
	json_open_object(j);
	answer(j, "201", "Created; Location names it", d->schema, true);
	problems(j, true);
	json_close_object(j);
	json_close_object(j);
	json_close_object(j);
	json_name(j, named(d, "/api/v1/%s/{id}/files/{field}%s", ""));
	json_open_object(j);
	operation(j, "get", named(d, "%s%s", "_download"), "Download a file",
	          d->type->plural);
	parameters(j, BY_ID | BY_FIELD);
	json_name(j, "responses");
	json_open_object(j);
	response_named(j, "200", "File");
	problems(j, false);
	json_close_object(j);
	json_close_object(j);
	operation(j, "post", named(d, "%s%s", "_upload"), "Upload a file into a field",
	          d->type->plural);
	parameters(j, BY_ID | BY_FIELD | BY_VERSION | ONCE);
	multipart(j);
	changed_answers(d, true);
	json_close_object(j);
	json_close_object(j);
}

static void paths_of_type(struct json_out *j, const struct record_type *t)
{
	struct describing d = { .json = j, .type = t };

	openapi_schema_name(t, d.schema, sizeof d.schema);
	collection(&d);
	bulk(&d);
	table(&d);
	one(&d);
	steps(&d);
	get_only(&d, "history", "History, oldest first; with a limit the newest",
	         "History");
	get_only(&d, "proof", "Proof of its history, to be checked by others", "Proof");
	get_only(&d, "approvals", "Approvals", "Approvals");
	get_only(&d, "comments", "Comments", "CommentList");
	get_only(&d, "evidence", "Evidence about it", "EvidenceList");
	get_only(&d, "links", "Records that link to it", "Links");
	files(&d);
}

static void other_paths(struct json_out *j)
{
	json_name(j, "/api/v1");
	json_open_object(j);
	operation(j, "get", "index", "The types of records", "About");
	json_name(j, "responses");
	json_open_object(j);
	answer(j, "200", "The types of records", "Index", false);
	response_named(j, "401", "SignedOut");
	json_close_object(j);
	json_close_object(j);
	json_close_object(j);
	json_name(j, "/api/v1/search");
	json_open_object(j);
	operation(j, "get", "search", "Full text over all types", "About");
	json_name(j, "parameters");
	json_open_array(j);
	reference(j, "parameters", "words");
	reference(j, "parameters", "type");
	reference(j, "parameters", "limit");
	json_close_array(j);
	json_name(j, "responses");
	json_open_object(j);
	answer(j, "200", "What was found, best first", "Hits", false);
	response_named(j, "401", "SignedOut");
	json_close_object(j);
	json_close_object(j);
	json_close_object(j);
}

static void due_path(struct json_out *j)
{
	static const char *const names[] = { "by", "type", "unit", "below", "limit",
		                             "after" };

	json_name(j, "/api/v1/due");
	json_open_object(j);
	operation(j, "get", "due", "What is due for disposal, under which rule, and held",
	          "Keeping");
	json_name(j, "parameters");
	json_open_array(j);
	for (size_t i = 0; i < COUNT(names); i++)
		reference(j, "parameters", names[i]);
	json_close_array(j);
	json_name(j, "responses");
	json_open_object(j);
	answer(j, "200", "One page; `next` is the `after` of the following one", "DueList",
	       false);
	problems(j, false);
	response_named(j, "422", "Refused");
	json_close_object(j);
	json_close_object(j);
	json_close_object(j);
}

static void touches_path(struct json_out *j)
{
	static const char *const names[] = { "id", "years", "counts_from", "afterwards" };

	json_name(j, "/api/v1/retention_rule/{id}/touches");
	json_open_object(j);
	operation(j, "get", "rule_touches", "What the rule would touch if it said this",
	          "Keeping");
	json_name(j, "parameters");
	json_open_array(j);
	for (size_t i = 0; i < COUNT(names); i++)
		reference(j, "parameters", names[i]);
	json_close_array(j);
	json_name(j, "responses");
	json_open_object(j);
	answer(j, "200", "How many records, and the first of them", "RuleTouches", false);
	problems(j, false);
	response_named(j, "422", "Refused");
	json_close_object(j);
	json_close_object(j);
	json_close_object(j);
}

/* ---- settings ---- */
static void setting_paths(struct json_out *j)
{
	json_name(j, "/api/v1/settings");
	json_open_object(j);
	operation(j, "get", "settings", "The organisation's settings", "Settings");
	json_name(j, "responses");
	json_open_object(j);
	answer(j, "200", "Every setting, and who may choose", "SettingList", false);
	problems(j, false);
	json_close_object(j);
	json_close_object(j);
	json_close_object(j);
	json_name(j, "/api/v1/settings/{name}");
	json_open_object(j);
	operation(j, "patch", "setting_choose", "Choose", "Settings");
	parameters(j, BY_NAME | ONCE);
	body(j, "SettingChoice", true);
	json_name(j, "responses");
	json_open_object(j);
	answer(j, "200", "The setting as it is afterwards", "Setting", false);
	problems(j, true);
	json_close_object(j);
	json_close_object(j);
	json_close_object(j);
}

/* ---- notices ---- */
static void notice_path(struct json_out *j, const char *method, const char *id,
                        const char *summary, const char *asked, const char *schema)
{
	operation(j, method, id, summary, "Notices");
	if (asked) {
		parameters(j, ONCE);
		body(j, asked, true);
	}
	json_name(j, "responses");
	json_open_object(j);
	answer(j, strcmp(id, "mail_test") == 0 ? "202" : "200", summary, schema, false);
	problems(j, asked != NULL);
	json_close_object(j);
	json_close_object(j);
}

static void notice_paths(struct json_out *j)
{
	json_name(j, "/api/v1/notices");
	json_open_object(j);
	notice_path(j, "get", "notices", "Your own notices, newest first", NULL,
	            "NoticeList");
	json_close_object(j);
	json_name(j, "/api/v1/notices/read");
	json_open_object(j);
	notice_path(j, "post", "notices_read", "One, or all of yours, are read",
	            "NoticeRead", "Unread");
	json_close_object(j);
	json_name(j, "/api/v1/notices/choice");
	json_open_object(j);
	notice_path(j, "get", "notice_choice", "How you are told", NULL, "NoticeChoice");
	notice_path(j, "patch", "notice_choose", "Choose how you are told", "NoticeChoice",
	            "NoticeChoice");
	json_close_object(j);
	json_name(j, "/api/v1/mails");
	json_open_object(j);
	notice_path(j, "get", "mails", "What mail came to, without its text", NULL,
	            "MailList");
	json_close_object(j);
	json_name(j, "/api/v1/mails/test");
	json_open_object(j);
	notice_path(j, "post", "mail_test", "A mail to yourself, to try it", "Empty",
	            "MailMade");
	json_close_object(j);
}

/* ---- the history as a whole ---- */
static void plain_path(struct json_out *j, const char *method, const char *id,
                       const char *summary, const char *asked, const char *schema)
{
	operation(j, method, id, summary, "History");
	if (asked)
		body(j, asked, true);
	json_name(j, "responses");
	json_open_object(j);
	answer(j, "200", summary, schema, false);
	problems(j, asked != NULL);
	json_close_object(j);
	json_close_object(j);
}

/* ---- jobs ---- */
static void job_path(struct json_out *j, const char *method, const char *id,
                     const char *summary, const char *asked, const char *status,
                     const char *schema)
{
	operation(j, method, id, summary, "Jobs");
	if (strcmp(id, "jobs_list") != 0 && strcmp(id, "jobs_ask") != 0)
		parameters(j, asked ? BY_ID | ONCE : BY_ID);
	if (asked)
		body(j, asked, false);
	json_name(j, "responses");
	json_open_object(j);
	if (schema)
		answer(j, status, summary, schema, false);
	else
		response_named(j, status, "File");
	problems(j, asked != NULL);
	json_close_object(j);
	json_close_object(j);
}

static void ledger_paths(struct json_out *j)
{
	json_name(j, "/api/v1/ledger/checkpoint");
	json_open_object(j);
	plain_path(j, "get", "checkpoint", "The signed checkpoint of the history as it is",
	           NULL, "Checkpoint");
	json_close_object(j);
	json_name(j, "/api/v1/ledger/consistency");
	json_open_object(j);
	plain_path(j, "post", "consistency",
	           "That an older checkpoint is of the beginning of this history",
	           "OlderCheckpoint", "Consistency");
	json_close_object(j);
}

static void job_paths(struct json_out *j)
{
	json_name(j, "/api/v1/jobs");
	json_open_object(j);
	job_path(j, "get", "jobs_list", "Your jobs, newest first", NULL, "200", "JobList");
	job_path(j, "post", "jobs_ask", "Ask for work that takes longer than a request",
	         "JobOrder", "202", "Job");
	json_close_object(j);
	json_name(j, "/api/v1/jobs/{id}");
	json_open_object(j);
	job_path(j, "get", "job", "How far a job of yours is", NULL, "200", "Job");
	json_close_object(j);
	json_name(j, "/api/v1/jobs/{id}/cancel");
	json_open_object(j);
	job_path(j, "post", "job_cancel", "Stop it; nothing of it is kept", "Reason", "200",
	         "Job");
	json_close_object(j);
	json_name(j, "/api/v1/jobs/{id}/file");
	json_open_object(j);
	job_path(j, "get", "job_file", "The file that it made", NULL, "200", NULL);
	json_close_object(j);
}

/* ---- checking a plan ---- */
static void check_path(struct json_out *j, const char *path, const char *id,
                       const char *summary, const char *asked, const char *status,
                       const char *schema)
{
	json_name(j, path);
	json_open_object(j);
	operation(j, asked ? "post" : "get", id, summary, "Plan check");
	parameters(j, asked ? BY_ID | ONCE : BY_ID);
	if (asked)
		body(j, asked, false);
	json_name(j, "responses");
	json_open_object(j);
	answer(j, status, summary, schema, false);
	problems(j, true);
	json_close_object(j);
	json_close_object(j);
	json_close_object(j);
}

static void check_paths(struct json_out *j, const struct registry *types)
{
	if (!registry_find(types, STR("plan_check")))
		return;
	check_path(j, "/api/v1/plan/{id}/check", "check_start",
	           "Check a version of the plan's text against a content pack",
	           "CheckOrder", "201", "PlanCheck");
	check_path(j, "/api/v1/plan_check/{id}/judgement", "check_judgement",
	           "The judgement: gates, elements, why", NULL, "200", "Judgement");
	check_path(j, "/api/v1/plan_check/{id}/answers", "check_answer",
	           "Answer where a part stands", "CheckAnswer", "200", "PlanCheck");
	check_path(j, "/api/v1/plan_check/{id}/finding", "check_finding",
	           "Write the finding, its recommendations and corrective actions",
	           "FindingOrder", "201", "Finding");
}

void openapi_write(struct text *out, const struct registry *types)
{
	struct json_out json = json_to(out);
	struct json_out *j = &json;

	json_open_object(j);
	json_pair_z(j, "openapi", "3.1.0");
	json_name(j, "info");
	json_open_object(j);
	json_pair_z(j, "title", "Wardroom");
	json_pair_z(j, "version", WARDROOM_VERSION);
	json_pair_z(
		j, "description",
		"Every type of record, every step. The rules and refusals are those of the "
		"pages. Sign in with a token: Authorization: Bearer wdr_...");
	json_close_object(j);
	json_name(j, "security");
	json_open_array(j);
	json_open_object(j);
	json_name(j, "token");
	json_open_array(j);
	json_close_array(j);
	json_close_object(j);
	json_close_array(j);
	json_name(j, "paths");
	json_open_object(j);
	other_paths(j);
	due_path(j);
	if (registry_find(types, STR("retention_rule")))
		touches_path(j);
	setting_paths(j);
	notice_paths(j);
	ledger_paths(j);
	job_paths(j);
	check_paths(j, types);
	for (size_t i = 0; i < types->count; i++)
		paths_of_type(j, types->at[i]);
	json_close_object(j);
	openapi_components(j, types);
	json_close_object(j);
}

void api_openapi(struct request *q, struct response *r)
{
	struct text out = text_on(q->arena, LIMIT_PAGE_BYTES);

	openapi_write(&out, call_types(q));
	r->status = 200;
	r->media = "application/openapi+json";
	r->body = text_str(&out);
}
