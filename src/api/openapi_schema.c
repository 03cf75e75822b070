/* openapi_schema.c -- what the description of the API says of the shape of things. */
#include "api/openapi_schema.h"

#include <stdio.h>
#include <string.h>

#include "base/limits.h"

void openapi_schema_name(const struct record_type *t, char *out, size_t room)
{
	size_t n = 0;
	bool capital = true;

	for (const char *p = t->name; *p && n + 1 < room; p++) {
		if (*p == '_') {
			capital = true;
			continue;
		}
		out[n++] = (char)(capital ? *p - 'a' + 'A' : *p);
		capital = false;
	}
	out[n] = '\0';
}

static void reference(struct json_out *j, const char *name)
{
	char address[160];

	snprintf(address, sizeof address, "#/components/schemas/%s", name);
	json_open_object(j);
	json_pair_z(j, "$ref", address);
	json_close_object(j);
}

static void types_of(struct json_out *j, const char *one, const char *other)
{
	json_name(j, "type");
	if (!other) {
		json_put_z(j, one);
		return;
	}
	json_open_array(j);
	json_put_z(j, one);
	json_put_z(j, other);
	json_close_array(j);
}

static void member(struct json_out *j, const char *name, const char *type,
                   const char *format)
{
	json_name(j, name);
	json_open_object(j);
	json_pair_z(j, "type", type);
	if (format)
		json_pair_z(j, "format", format);
	json_close_object(j);
}

/* ---- one field ---- */
static void choices(struct json_out *j, const struct field *f)
{
	types_of(j, "string", "null");
	json_name(j, "enum");
	json_open_array(j);
	for (size_t i = 0; i < f->choices.count; i++)
		json_put_z(j, f->choices.at[i].name);
	json_put_null(j);
	json_close_array(j);
}

static void alternatives(struct json_out *j, const char *schema, const char *type)
{
	json_name(j, "anyOf");
	json_open_array(j);
	reference(j, schema);
	json_open_object(j);
	json_pair_z(j, "type", type);
	json_close_object(j);
	json_close_array(j);
}

static void many_links(struct json_out *j, bool write)
{
	json_pair_z(j, "type", "array");
	json_name(j, "items");
	if (!write) {
		reference(j, "Link");
		return;
	}
	json_open_object(j);
	alternatives(j, "Link", "string");
	json_close_object(j);
}

static void link(struct json_out *j, const struct field *f, bool write)
{
	if (f->target)
		json_pair_z(j, "x-target", f->target->name);
	if (f->many)
		many_links(j, write);
	else
		alternatives(j, "Link", write ? "string" : "null");
}

static void number(struct json_out *j, const struct field *f)
{
	types_of(j, "integer", "null");
	if (f->max > 0) {
		json_pair_int(j, "minimum", f->min);
		json_pair_int(j, "maximum", (int64_t)f->max);
	}
}

static void text(struct json_out *j, const struct field *f, const char *format)
{
	types_of(j, "string", "null");
	if (format)
		json_pair_z(j, "format", format);
	else if (f->max > 0)
		json_pair_int(j, "maxLength", (int64_t)f->max);
}

static void field_shape(struct json_out *j, const struct field *f, bool write)
{
	switch (f->type) {
	case T_LINE:
	case T_TEXT:
		text(j, f, NULL);
		break;
	case T_BILINE:
	case T_BITEXT:
		alternatives(j, "Bilingual", write ? "string" : "null");
		break;
	case T_CHOICE:
		choices(j, f);
		break;
	case T_FLAG:
		types_of(j, "boolean", "null");
		break;
	case T_NUMBER:
		number(j, f);
		break;
	case T_DATE:
		text(j, f, "date");
		break;
	case T_INSTANT:
		text(j, f, "date-time");
		break;
	case T_LINK:
		link(j, f, write);
		break;
	case T_FILE:
		alternatives(j, "File", "null");
		break;
	}
}

static void described_field(struct json_out *j, const struct field *f, bool write)
{
	json_name(j, f->name);
	json_open_object(j);
	json_pair_z(j, "title", f->label);
	if (f->help)
		json_pair_z(j, "description", f->help);
	if (f->set_by_program)
		json_pair_bool(j, "readOnly", true);
	if (f->retired)
		json_pair_bool(j, "deprecated", true);
	field_shape(j, f, write);
	json_close_object(j);
}

static void fields(struct json_out *j, const struct record_type *t, bool write)
{
	json_name(j, "fields");
	json_open_object(j);
	json_pair_z(j, "type", "object");
	json_name(j, "properties");
	json_open_object(j);
	for (size_t i = 0; i < t->fields.count; i++) {
		const struct field *f = &t->fields.at[i];

		if (write && (f->set_by_program || f->retired || f->type == T_FILE))
			continue;
		described_field(j, f, write);
	}
	json_close_object(j);
	json_pair_bool(j, "additionalProperties", false);
	json_close_object(j);
}

/* ---- one type ---- */
static void state_names(struct json_out *j, const struct record_type *t)
{
	if (t->states.count == 0)
		return;
	json_name(j, "state");
	json_open_object(j);
	json_pair_z(j, "type", "string");
	json_name(j, "enum");
	json_open_array(j);
	for (size_t i = 0; i < t->states.count; i++)
		json_put_z(j, t->states.at[i].name);
	json_close_array(j);
	json_close_object(j);
}

static void name_list(struct json_out *j, const char *name, const char *const *names,
                      size_t n)
{
	json_name(j, name);
	json_open_array(j);
	for (size_t i = 0; i < n; i++)
		json_put_z(j, names[i]);
	json_close_array(j);
}

static void people(struct json_out *j, const char *name)
{
	json_name(j, name);
	json_open_object(j);
	many_links(j, false);
	json_close_object(j);
}

static void link_or_null(struct json_out *j, const char *name)
{
	json_name(j, name);
	json_open_object(j);
	alternatives(j, "Link", "null");
	json_close_object(j);
}

static void read_schema(struct json_out *j, const struct record_type *t, const char *name)
{
	static const char *const required[] = { "type",       "id",           "code",
		                                "version",    "unit",         "owner",
		                                "label", "need_to_know", "created_at",
		                                "changed_at", "fields" };

	json_name(j, name);
	json_open_object(j);
	json_pair_z(j, "type", "object");
	json_pair_z(j, "title", t->label);
	if (t->help)
		json_pair_z(j, "description", t->help);
	name_list(j, "required", required, COUNT(required));
	json_name(j, "properties");
	json_open_object(j);
	json_name(j, "type");
	json_open_object(j);
	json_pair_z(j, "const", t->name);
	json_close_object(j);
	member(j, "id", "string", "uuid");
	member(j, "code", "string", NULL);
	member(j, "version", "integer", NULL);
	state_names(j, t);
	link_or_null(j, "unit");
	link_or_null(j, "owner");
	member(j, "label", "integer", NULL);
	people(j, "need_to_know");
	member(j, "created_at", "string", "date-time");
	member(j, "changed_at", "string", "date-time");
	member(j, "withdrawn_at", "string", "date-time");
	fields(j, t, false);
	json_name(j, "steps");
	json_open_object(j);
	json_pair_z(j, "type", "array");
	json_name(j, "items");
	json_open_object(j);
	json_pair_z(j, "type", "string");
	json_close_object(j);
	json_close_object(j);
	json_close_object(j);
	json_pair_bool(j, "additionalProperties", false);
	json_close_object(j);
}

static void written_link(struct json_out *j, const char *name)
{
	json_name(j, name);
	json_open_object(j);
	alternatives(j, "Link", "string");
	json_close_object(j);
}

/* What a bulk asks besides the change: which records, and the step if it is one. */
static void which(struct json_out *j, const struct record_type *t)
{
	json_name(j, "records");
	json_put_raw(j, STR("{\"type\":\"array\",\"minItems\":1,\"maxItems\":10000,"
	                    "\"items\":{\"type\":\"object\",\"required\":[\"id\","
	                    "\"version\"],\"properties\":{\"id\":{\"type\":\"string\"},"
	                    "\"version\":{\"type\":[\"integer\",\"string\"],"
	                    "\"description\":\"the one you saw; * takes any\"}}}}"));
	json_name(j, "address");
	json_put_raw(j, STR("{\"type\":\"string\",\"description\":\"instead of records: "
	                    "all that a list with these filters shows; by a job\"}"));
	if (t->steps.count > 0)
		member(j, "step", "string", NULL);
}

static void write_schema(struct json_out *j, const struct record_type *t, const char *name,
                         bool bulk)
{
	json_name(j, name);
	json_open_object(j);
	json_pair_z(j, "type", "object");
	json_name(j, "properties");
	json_open_object(j);
	if (bulk)
		which(j, t);
	fields(j, t, true);
	written_link(j, "unit");
	written_link(j, "owner");
	member(j, "label", "integer", NULL);
	json_name(j, "need_to_know");
	json_open_object(j);
	many_links(j, true);
	json_close_object(j);
	member(j, "reason", "string", NULL);
	json_close_object(j);
	json_pair_bool(j, "additionalProperties", false);
	json_close_object(j);
}

static void list_schema(struct json_out *j, const char *list, const char *item)
{
	json_name(j, list);
	json_open_object(j);
	json_pair_z(j, "type", "object");
	name_list(j, "required", (const char *const[]){ "items" }, 1);
	json_name(j, "properties");
	json_open_object(j);
	json_name(j, "items");
	json_open_object(j);
	json_pair_z(j, "type", "array");
	json_name(j, "items");
	reference(j, item);
	json_close_object(j);
	member(j, "total", "integer", NULL);
	member(j, "next", "string", NULL);
	member(j, "gone", "string", NULL); /* what a view asks for in vain */
	json_close_object(j);
	json_close_object(j);
}

static void schemas_of_type(struct json_out *j, const struct record_type *t)
{
	char name[64], other[80];

	openapi_schema_name(t, name, sizeof name);
	read_schema(j, t, name);
	snprintf(other, sizeof other, "%sWrite", name);
	write_schema(j, t, other, false);
	snprintf(other, sizeof other, "%sBulk", name);
	write_schema(j, t, other, true);
	snprintf(other, sizeof other, "%sList", name);
	list_schema(j, other, name);
}

/* ---- what never changes, as it is ---- */
/* STR() as a constant. */
#define TEXT(literal) { "" literal "", sizeof(literal) - 1 }

struct shape {
	const char *name;
	struct str json;
};

static const struct shape fixed_shapes[] = {
	{ "CheckOrder",
	  TEXT("{\"type\":\"object\",\"properties\":{\"version\":{\"type\":\"string\"},"
	       "\"pack\":{\"type\":\"string\"}}}") },
	{ "Proof",
	  TEXT("{\"type\":\"object\",\"required\":[\"origin\",\"key\",\"checkpoint\","
	       "\"record\",\"entries\"]}") },
	{ "Checkpoint",
	  TEXT("{\"type\":\"object\",\"required\":[\"size\",\"at\",\"checkpoint\","
	       "\"key\"]}") },
	{ "OlderCheckpoint",
	  TEXT("{\"type\":\"object\",\"required\":[\"checkpoint\"],\"properties\":{"
	       "\"checkpoint\":{\"type\":\"string\"}}}") },
	{ "Consistency",
	  TEXT("{\"type\":\"object\",\"required\":[\"from\",\"to\",\"checkpoint\","
	       "\"proof\"]}") },
	{ "JobOrder",
	  TEXT("{\"type\":\"object\",\"required\":[\"kind\",\"args\"],\"properties\":{"
	       "\"kind\":{\"enum\":[\"export\",\"plan-check\",\"verify\"]},\"args\":{"
	       "\"type\":\"object\",\"description\":\"export: type, address (filters as "
	       "in an address), format csv or json; plan-check: plan, version, pack; "
	       "verify: none\"}}}") },
	{ "Job",
	  TEXT("{\"type\":\"object\",\"required\":[\"id\",\"kind\",\"state\","
	       "\"cancelling\",\"done\",\"total\",\"made_at\"],\"properties\":{"
	       "\"id\":{\"type\":\"string\",\"format\":\"uuid\"},\"kind\":{"
	       "\"type\":\"string\"},\"state\":{\"enum\":[\"queued\",\"running\","
	       "\"done\",\"failed\",\"cancelled\"]},\"cancelling\":{"
	       "\"type\":\"boolean\"},\"doing\":{\"type\":\"string\"},\"done\":{"
	       "\"type\":\"integer\"},\"total\":{\"type\":\"integer\","
	       "\"description\":\"0: not known\"},\"said\":{\"type\":\"string\"},"
	       "\"record\":{\"type\":\"object\"},\"file\":{\"type\":\"object\"},"
	       "\"reasons\":{\"type\":\"array\"},\"message\":{\"type\":\"string\"},"
	       "\"made_at\":{\"type\":\"string\",\"format\":\"date-time\"},"
	       "\"started_at\":{\"type\":\"string\",\"format\":\"date-time\"},"
	       "\"ended_at\":{\"type\":\"string\",\"format\":\"date-time\"}}}") },
	{ "JobList",
	  TEXT("{\"type\":\"object\",\"required\":[\"items\"],\"properties\":{"
	       "\"items\":{\"type\":\"array\",\"items\":{"
	       "\"$ref\":\"#/components/schemas/Job\"}}}}") },
	{ "Judgement",
	  TEXT("{\"type\":\"object\"}") },
	{ "CheckAnswer",
	  TEXT("{\"type\":\"object\",\"required\":[\"element\",\"answer\"],"
	       "\"properties\":{\"element\":{\"type\":\"string\"},\"part\":{"
	       "\"type\":\"string\"},\"answer\":{\"enum\":[\"accept\",\"reject\","
	       "\"excuse\",\"inherit\",\"reopen\"]},\"passage\":{\"type\":\"integer\"},"
	       "\"reason\":{\"type\":\"string\"},\"approver\":{\"type\":\"string\"},"
	       "\"agreement\":{\"type\":\"string\"}}}") },
	{ "FindingOrder",
	  TEXT("{\"type\":\"object\",\"properties\":{\"gaps\":{\"type\":\"array\","
	       "\"items\":{\"type\":\"object\",\"required\":[\"key\"],\"properties\":{"
	       "\"key\":{\"type\":\"string\",\"description\":\"merge key of the gap\"},"
	       "\"recommendation\":{\"type\":\"string\"},\"owner\":{"
	       "\"type\":\"string\"},\"due_on\":{\"type\":\"string\","
	       "\"format\":\"date\"},\"measures\":{\"type\":\"string\","
	       "\"description\":\"what will be done: a corrective action\"}}}}}}") },
	{ "Bilingual",
	  TEXT("{\"type\":\"object\",\"properties\":{\"en\":{\"type\":\"string\"},"
	       "\"fr\":{\"type\":\"string\"}},\"additionalProperties\":false}") },
	{ "Link",
	  TEXT("{\"type\":\"object\",\"properties\":{\"id\":{\"type\":\"string\","
	       "\"format\":\"uuid\"},\"type\":{\"type\":\"string\"},\"code\":{"
	       "\"type\":\"string\"},\"title\":{\"type\":\"string\"},\"masked\":{"
	       "\"type\":\"boolean\","
	       "\"description\":\"true: something that you may not see\"},"
	       "\"withdrawn\":{\"type\":\"boolean\"}},\"additionalProperties\":false}") },
	{ "File",
	  TEXT("{\"type\":\"object\",\"required\":[\"name\",\"media\",\"bytes\","
	       "\"sha256\"],\"properties\":{\"name\":{\"type\":\"string\"},\"media\":{"
	       "\"type\":\"string\"},\"bytes\":{\"type\":\"integer\"},\"sha256\":{"
	       "\"type\":\"string\"}}}") },
	{ "Upload",
	  TEXT("{\"type\":\"object\",\"properties\":{\"record\":{\"type\":\"string\"}},"
	       "\"additionalProperties\":true}") },
	{ "BulkAnswer",
	  TEXT("{\"type\":\"object\",\"required\":[\"done\",\"refused\",\"rows\"],"
	       "\"properties\":{\"done\":{\"type\":\"integer\"},\"refused\":{"
	       "\"type\":\"integer\"},\"rows\":{\"type\":\"array\",\"items\":{"
	       "\"type\":\"object\",\"required\":[\"named\",\"status\"],"
	       "\"properties\":{\"named\":{\"type\":\"string\"},\"id\":{"
	       "\"type\":\"string\",\"format\":\"uuid\"},\"code\":{"
	       "\"type\":\"string\"},\"status\":{\"type\":\"integer\"},"
	       "\"version\":{\"type\":\"integer\"},\"problem\":{\"$ref\":"
	       "\"#/components/schemas/Problem\"}},"
	       "\"additionalProperties\":false}}},\"additionalProperties\":false}") },
	{ "Reason",
	  TEXT("{\"type\":\"object\",\"properties\":{\"reason\":{\"type\":\"string\"}}}") },
	{ "Erased",
	  TEXT("{\"type\":\"object\",\"required\":[\"erased\"],\"properties\":{"
	       "\"erased\":{\"type\":\"string\",\"format\":\"uuid\"}}}") },
	{ "CommentText",
	  TEXT("{\"type\":\"object\",\"required\":[\"text\"],\"properties\":{"
	       "\"text\":{\"type\":\"string\"}}}") },
	{ "Setting",
	  TEXT("{\"type\":\"object\",\"required\":[\"name\",\"label\",\"value\","
	       "\"choices\"],\"properties\":{\"name\":{\"type\":\"string\"},"
	       "\"value\":{\"type\":\"string\"},\"choices\":{\"type\":\"array\","
	       "\"items\":{\"type\":\"object\",\"required\":[\"name\",\"label\","
	       "\"allowed\"]}}}}") },
	{ "NoticeList",
	  TEXT("{\"type\":\"object\",\"required\":[\"unread\",\"items\"],"
	       "\"properties\":{\"unread\":{\"type\":\"integer\"},"
	       "\"next\":{\"type\":\"string\"},\"items\":{\"type\":\"array\","
	       "\"items\":{\"type\":\"object\",\"required\":[\"id\",\"kind\","
	       "\"title\",\"text\",\"made_at\"]}}}}") },
	{ "NoticeRead",
	  TEXT("{\"type\":\"object\",\"properties\":{\"id\":{\"type\":\"string\","
	       "\"format\":\"uuid\"}}}") },
	{ "Unread",
	  TEXT("{\"type\":\"object\",\"required\":[\"unread\"],\"properties\":{"
	       "\"unread\":{\"type\":\"integer\"}}}") },
	{ "NoticeChoice",
	  TEXT("{\"type\":\"object\",\"properties\":{\"mail\":{"
	       "\"type\":\"boolean\"},\"hour\":{\"type\":\"integer\",\"minimum\":0,"
	       "\"maximum\":23},\"kinds\":{\"type\":\"array\",\"items\":{"
	       "\"type\":\"string\"}}}}") },
	{ "MailList",
	  TEXT("{\"type\":\"object\",\"required\":[\"sends_mail\",\"items\"],"
	       "\"properties\":{\"sends_mail\":{\"type\":\"boolean\"},"
	       "\"items\":{\"type\":\"array\",\"items\":{\"type\":\"object\","
	       "\"required\":[\"id\",\"kind\",\"address\",\"state\",\"attempts\","
	       "\"answer\",\"made_at\"]}}}}") },
	{ "MailMade",
	  TEXT("{\"type\":\"object\",\"required\":[\"id\"],\"properties\":{"
	       "\"id\":{\"type\":\"string\",\"format\":\"uuid\"}}}") },
	{ "Empty", TEXT("{\"type\":\"object\"}") },
	{ "DueList",
	  TEXT("{\"type\":\"object\",\"required\":[\"by\",\"items\",\"next\"],"
	       "\"properties\":{\"by\":{\"type\":\"string\",\"format\":\"date\"},"
	       "\"next\":{\"type\":[\"string\",\"null\"]},\"items\":{"
	       "\"type\":\"array\",\"items\":{\"type\":\"object\",\"required\":["
	       "\"type\",\"code\",\"id\",\"title\",\"version\",\"over_since\","
	       "\"due_since\",\"rule\",\"rule_title\",\"afterwards\"],"
	       "\"properties\":{\"afterwards\":{\"enum\":[\"destroy\","
	       "\"archive\"]},\"hold\":{\"type\":\"string\"}}}}}}") },
	{ "RuleTouches",
	  TEXT("{\"type\":\"object\",\"required\":[\"becomes_due\",\"due_no_more\","
	       "\"done_otherwise\",\"first\"],\"properties\":{\"becomes_due\":{"
	       "\"type\":\"integer\"},\"due_no_more\":{\"type\":\"integer\"},"
	       "\"done_otherwise\":{\"type\":\"integer\"},\"first\":{"
	       "\"type\":\"array\",\"items\":{\"type\":\"object\",\"required\":["
	       "\"type\",\"code\",\"title\",\"what\",\"was_due\",\"due\"]}}}}") },
	{ "SettingList",
	  TEXT("{\"type\":\"object\",\"required\":[\"items\"],\"properties\":{"
	       "\"items\":{\"type\":\"array\",\"items\":{"
	       "\"$ref\":\"#/components/schemas/Setting\"}}}}") },
	{ "SettingChoice",
	  TEXT("{\"type\":\"object\",\"required\":[\"value\"],\"properties\":{"
	       "\"value\":{\"type\":\"string\"},\"reason\":{\"type\":\"string\"}}}") },
	{ "Links",
	  TEXT("{\"type\":\"object\",\"required\":[\"items\"],\"properties\":{"
	       "\"items\":{\"type\":\"array\",\"items\":{"
	       "\"$ref\":\"#/components/schemas/Link\"}}}}") },
	{ "Hits",
	  TEXT("{\"type\":\"object\",\"required\":[\"items\"],\"properties\":{"
	       "\"items\":{\"type\":\"array\",\"items\":{\"type\":\"object\","
	       "\"required\":[\"id\",\"type\",\"code\",\"title\",\"state\","
	       "\"excerpt\"]}}}}") },
	{ "Index",
	  TEXT("{\"type\":\"object\",\"required\":[\"types\"],\"properties\":{"
	       "\"types\":{\"type\":\"array\",\"items\":{\"type\":\"object\"}}}}") },
	{ "History",
	  TEXT("{\"type\":\"object\",\"required\":[\"items\"],\"properties\":{"
	       "\"items\":{\"type\":\"array\",\"items\":{\"type\":\"object\","
	       "\"required\":[\"leaf\",\"at\",\"by\",\"what\",\"version\","
	       "\"fields\"]}}}}") },
	{ "Approvals",
	  TEXT("{\"type\":\"object\",\"required\":[\"items\"],\"properties\":{"
	       "\"items\":{\"type\":\"array\",\"items\":{\"type\":\"object\","
	       "\"required\":[\"step\",\"person\",\"name\",\"at\",\"version\","
	       "\"sha256\",\"in_force\"]}}}}") },
	{ "Problem",
	  TEXT("{\"type\":\"object\",\"required\":[\"type\",\"title\",\"status\"],"
	       "\"properties\":{\"type\":{\"type\":\"string\"},\"title\":{"
	       "\"type\":\"string\"},"
	       "\"status\":{\"type\":\"integer\"},\"detail\":{\"type\":\"string\"},"
	       "\"instance\":{\"type\":\"string\"},\"errors\":{\"type\":\"array\","
	       "\"items\":{\"type\":\"object\",\"required\":[\"pointer\",\"message\"],"
	       "\"properties\":{\"pointer\":{\"type\":\"string\"},\"label\":{"
	       "\"type\":\"string\"},\"where\":{\"type\":\"string\"},\"message\":{"
	       "\"type\":\"string\"},\"advice\":{\"type\":\"string\"}}}}}}") },
};

struct fixed {
	const char *name;
	const char *description;
};

static const struct fixed problem_answers[] = {
	{ "SignedOut", "Sign in, or send a token" },
	{ "Forbidden", "You may not do this; errors say why" },
	{ "NotFound", "There is nothing here that you may see" },
	{ "Conflict", "The record is not in a state for this, or the request with the same"
	              " Idempotency-Key is still being answered" },
	{ "AnswerErased", "This was done; its answer was destroyed with a record" },
	{ "Refused",
	  "Something is missing or cannot be so; errors list every reason. Or the"
	             " Idempotency-Key was used for another request" },
	{ "ChangedSince",
	  "Somebody has changed it since; `changes` says who changed what" },
	{ "VersionRequired", "Say which version you saw: send If-Match" },
};

static void responses(struct json_out *j)
{
	json_name(j, "responses");
	json_open_object(j);
	for (size_t i = 0; i < COUNT(problem_answers); i++) {
		json_name(j, problem_answers[i].name);
		json_open_object(j);
		json_pair_z(j, "description", problem_answers[i].description);
		json_name(j, "content");
		json_open_object(j);
		json_name(j, "application/problem+json");
		json_open_object(j);
		json_name(j, "schema");
		reference(j, "Problem");
		json_close_object(j);
		json_close_object(j);
		json_close_object(j);
	}
	json_name(j, "Csv");
	json_put_raw(j,
	             STR("{\"description\":\"Comma-separated values, names first\","
	                 "\"content\":{\"text/csv\":{\"schema\":{\"type\":\"string\"}}}}"));
	json_name(j, "File");
	json_put_raw(j, STR("{\"description\":\"The bytes as uploaded\",\"content\":{"
	                    "\"*/*\":{\"schema\":{\"type\":\"string\"}}}}"));
	json_close_object(j);
}

struct parameter {
	const char *name;
	const char *in;
	const char *type;
	const char *description;
	const char *spelled;            /* where the name is not that of the component */
	bool required;
};

static const struct parameter parameters[] = {
	{ .name = "id", .in = "path", .type = "string",
	  .description = "Code (PLN-0003) or UUID", .required = true },
	{ .name = "field", .in = "path", .type = "string",
	  .description = "Name of a field that holds a file",
	  .required = true },
	{ .name = "name", .in = "path", .type = "string",
	  .description = "Name of a setting, as plan.reading", .required = true },
	{ .name = "if-match", .in = "header", .type = "string",
	  .description = "The ETag of the record as you read it",
	  .spelled = "If-Match", .required = true },
	{ .name = "idempotency-key", .in = "header", .type = "string",
	  .description = "A text in quotes that you make for this request, at most 255"
	                 " characters. Sent again within 24 hours it gets the same answer,"
	                 " and is not done twice",
	  .spelled = "Idempotency-Key" },
	{ .name = "words", .in = "query", .type = "string",
	  .description = "Full text" },
	{ .name = "type", .in = "query", .type = "string",
	  .description = "Only this type" },
	{ .name = "sort", .in = "query", .type = "string",
	  .description = "A field, changed, created, code or state; - turns it round" },
	{ .name = "limit", .in = "query", .type = "integer",
	  .description = "At most so many, up to 200" },
	{ .name = "after", .in = "query", .type = "string",
	  .description = "Cursor of the page before" },
	{ .name = "page", .in = "query", .type = "integer",
	  .description = "Numbered page, instead of a cursor" },
	{ .name = "count", .in = "query", .type = "string",
	  .description = "yes: give the total of what you may see" },
	{ .name = "bin", .in = "query", .type = "string",
	  .description = "yes: what was withdrawn" },
	{ .name = "open", .in = "query", .type = "string",
	  .description = "yes or no: states that still ask something of somebody" },
	{ .name = "view", .in = "query", .type = "string",
	  .description = "Code of a saved view: its part of the address, before this one" },
	{ .name = "mine", .in = "query", .type = "string",
	  .description = "yes: what you own" },
	{ .name = "years", .in = "query", .type = "integer",
	  .description = "Instead of those that the rule says" },
	{ .name = "counts_from", .in = "query", .type = "string",
	  .description = "end or record, instead of what the rule says" },
	{ .name = "afterwards", .in = "query", .type = "string",
	  .description = "destroy or archive, instead of what the rule says" },
	{ .name = "by", .in = "query", .type = "string",
	  .description = "YYYY-MM-DD: due by that day; today unless given" },
	{ .name = "unit", .in = "query", .type = "string",
	  .description = "A part of the organisation: code, id or title" },
	{ .name = "below", .spelled = "unit.below", .in = "query", .type = "string",
	  .description = "A part of the organisation, with all below it" },
};

static void one_parameter(struct json_out *j, const struct parameter *p)
{
	json_name(j, p->name);
	json_open_object(j);
	json_pair_z(j, "name", p->spelled ? p->spelled : p->name);
	json_pair_z(j, "in", p->in);
	json_pair_z(j, "description", p->description);
	if (p->required)
		json_pair_bool(j, "required", true);
	json_name(j, "schema");
	json_open_object(j);
	json_pair_z(j, "type", p->type);
	json_close_object(j);
	json_close_object(j);
}

static void all_parameters(struct json_out *j)
{
	json_name(j, "parameters");
	json_open_object(j);
	for (size_t i = 0; i < COUNT(parameters); i++)
		one_parameter(j, &parameters[i]);
	json_name(j, "filter");
	json_put_raw(j,
	             STR("{\"name\":\"filter\",\"in\":\"query\",\"style\":\"form\","
	                 "\"explode\":true,\"description\":\"Any field by its name, also "
	                 "state, unit, owner, label: NAME=value, NAME.not, NAME.contains, "
	                 "NAME.before, NAME.after, NAME.empty=yes; "
	                 "unit.below=UNIT: of the unit and of all below it\",\"schema\":{"
	                 "\"type\":\"object\",\"additionalProperties\":{"
	                 "\"type\":\"string\"}}}"));
	json_close_object(j);
}

void openapi_components(struct json_out *j, const struct registry *types)
{
	json_name(j, "components");
	json_open_object(j);
	json_name(j, "securitySchemes");
	json_put_raw(j, STR("{\"token\":{\"type\":\"http\",\"scheme\":\"bearer\"}}"));
	json_name(j, "headers");
	json_put_raw(j, STR("{\"ETag\":{\"description\":\"The version of the record\","
	                    "\"schema\":{\"type\":\"string\"}}}"));
	all_parameters(j);
	responses(j);
	json_name(j, "schemas");
	json_open_object(j);
	for (size_t i = 0; i < types->count; i++)
		schemas_of_type(j, types->at[i]);
	for (size_t i = 0; i < COUNT(fixed_shapes); i++) {
		json_name(j, fixed_shapes[i].name);
		json_put_raw(j, fixed_shapes[i].json);
	}
	json_close_object(j);
	json_close_object(j);
}
