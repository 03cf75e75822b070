/*
 * export_job.c -- a whole list as a file, made by a job: CSV or JSON of exactly what is
 * filtered.
 *
 *     {"type":"finding","address":"open=yes&sort=-due_on","format":"csv"}
 *
 * One snapshot; rows that the asker may not see are not in it.  JSON is an array of records
 * as the API writes them.
 */
#include "actions/list.h"
#include "actions/site.h"
#include "api/api.h"
#include "api/csv.h"
#include "api/shape.h"
#include "base/limits.h"

#define ROW_BYTES (4u * 1024 * 1024)

struct exporting {
	struct job *job;
	struct call call;               /* of JSON: what shape_record writes with */
	struct act *act;
	struct query query;
	struct refusal *why;
	bool json;
	int64_t rows;
	struct arena *arena;            /* of one row */
};

static enum fail read_address(struct act *a, const struct record_type *t,
                              const struct json *args, struct refusal *why,
                              struct query *out)
{
	struct pairs address = { NULL, 0 };

	if (!form_parse(a->arena, json_string(args, "address"), &address)) {
		refuse(why, FIELD_NONE, "the filters of the list cannot be read", NULL);
		return FAIL_REFUSED;
	}
	return list_asked(a, t, &address, why, out);
}

static const struct record_type *type_of(struct act *a, const struct json *args)
{
	return registry_find(store_registry(a->store), json_string(args, "type"));
}

static enum fail accept(struct act *a, void *context, const struct json *args,
                        struct refusal *why)
{
	const struct record_type *t = type_of(a, args);
	struct str format = json_string(args, "format");
	struct query query;

	(void)context;
	if (!t)
		refuse(why, FIELD_NONE, "there is no such type of record",
		       "Say which one: \"type\": \"plan\".");
	if (!str_is(format, "csv") && !str_is(format, "json"))
		refuse(why, FIELD_NONE, "the format is csv or json", NULL);
	return refused(why) ? FAIL_REFUSED : read_address(a, t, args, why, &query);
}

static enum fail put_json(struct exporting *e, const struct row *r)
{
	struct text t = text_on(e->arena, ROW_BYTES);
	struct act of_row = *e->act;

	of_row.arena = e->arena;
	e->call.arena = e->arena;
	e->call.json = json_to(&t);
	enum fail f = job_write(e->job, e->rows > 0 ? STR(",\n") : STR("[\n"));
	if (f == OK)
		f = shape_record(&of_row, &e->call, r, false);
	if (f == OK && text_failed(&t))
		f = fail_say(FAIL_FULL, "a record is too large to be written");
	return f == OK ? job_write(e->job, text_str(&t)) : f;
}

static enum fail put_csv(struct exporting *e, const struct row *r)
{
	struct text t = text_on(e->arena, ROW_BYTES);
	struct act of_row = *e->act;

	of_row.arena = e->arena;
	enum fail f = csv_row(&of_row, &t, r);
	if (f == OK && text_failed(&t))
		f = fail_say(FAIL_FULL, "a record is too large to be written");
	return f == OK ? job_write(e->job, text_str(&t)) : f;
}

static enum fail put_row(void *arg, const struct row *r)
{
	struct exporting *e = arg;
	enum fail f = e->json ? put_json(e, r) : put_csv(e, r);

	e->rows++;
	arena_reset(e->arena);
	job_progress(e->job, N_("writing records"), e->rows, e->job->total);
	return f == OK && job_cancelled(e->job) ? FAIL_CANCELLED : f;
}

static enum fail put_head(struct exporting *e)
{
	struct text t = text_on(e->arena, ROW_BYTES);

	if (e->json)
		return OK;
	csv_head(&t, e->query.type);
	return job_write(e->job, text_str(&t));
}

static enum fail put_list(struct act *a, void *arg)
{
	struct exporting *e = arg;
	struct job *j = e->job;
	const struct record_type *t = type_of(a, j->args);

	e->act = a;
	if (!t)
		return fail_say(FAIL_NOT_FOUND, "this version knows no such type");
	enum fail f = read_address(a, t, j->args, &j->why, &e->query);
	if (f == OK)
		f = record_count(a, &e->query, &j->total);
	if (f == OK)
		f = put_head(e);
	if (f == OK)
		f = record_each(a, &e->query, put_row, e);
	if (f == OK && e->json)
		f = job_write(j, e->rows > 0 ? STR("\n]\n") : STR("[]\n"));
	j->file_name = str_format(j->arena, "%s.%s", t->name, e->json ? "json" : "csv");
	return f;
}

static enum fail run(struct job *j)
{
	struct exporting e = { .job = j };

	e.json = str_is(json_string(j->args, "format"), "json");
	e.call = (struct call){
		.site = j->context, .store = j->store, .lang = j->actor->lang
	};
	e.arena = arena_new(LIMIT_REQUEST_BYTES);
	if (!e.arena)
		return fail_say(FAIL_MEMORY, "no memory to write records");
	j->file_media = e.json ? STR("application/json")
	                       : STR("text/csv; charset=utf-8; header=present");
	enum fail f = store_read(j->store, j->actor, j->arena, put_list, &e);
	arena_free(e.arena);
	j->said = MESSAGE1(N_("%1 records were written."),
	                   str_format(j->arena, "%lld", (long long)e.rows));
	return f;
}

const struct job_kind export_job = {
	.name = "export",
	.label = N_("Export of a list"),
	.accept = accept,
	.run = run,
};
