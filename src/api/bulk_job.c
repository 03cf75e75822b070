/*
 * bulk_job.c -- one step or one change on very many records, by a job: as bulk.c, with
 * progress, and stopped when somebody says so.
 *
 *     {"type":"plan","order":{"address":"state=draft","step":"retire"},"format":"csv"}
 *
 * Each record is a transaction of its own, done once even when the job is run again.  What
 * was done before somebody stopped it stays.  The file says what became of each.
 */
#include "actions/list.h"
#include "api/api.h"
#include "api/bulk.h"
#include "base/limits.h"
#include "codec/csv.h"

#define ROW_BYTES (1024u * 1024)

struct many {
	struct job *job;
	struct call call;
	struct bulk bulk;
	struct bulk_order order;
	struct remembered once;
	struct arena *arena;            /* of one row */
	bool csv;
	int64_t done, refused;
};

static const struct record_type *type_of(struct act *a, const struct json *args)
{
	return registry_find(a->types, json_string(args, "type"));
}

/* ---- which records ---- */
static enum fail add_row(void *arg, const struct row *r)
{
	struct many *m = arg;
	struct bulk *b = &m->bulk;

	if (b->count == BULK_JOB_MOST) {
		refuse(&m->call.why, FIELD_NONE, "these are too many records for one job",
		       "Filter more narrowly.");
		return FAIL_REFUSED;
	}
	b->rows[b->count++] = (struct bulk_row){ .named = id_text(m->call.arena, r->id),
		                                 .version = r->version };
	return OK;
}

/* All that the list shows whoever asked. */
static enum fail rows_of_address(struct act *a, struct many *m, struct str text)
{
	struct pairs address = { NULL, 0 };
	struct query q;

	if (!form_parse(a->arena, text, &address)) {
		refuse(&m->call.why, FIELD_NONE, "the filters of the list cannot be read",
		       NULL);
		return FAIL_REFUSED;
	}
	enum fail f = list_asked(a, m->call.type, &address, &m->call.why, &q);
	if (f != OK)
		return f;
	q.limit = q.offset = 0;
	q.count = false;
	m->bulk.count = 0;
	m->bulk.rows = ARENA_TRY(m->call.arena, struct bulk_row, BULK_JOB_MOST);
	return m->bulk.rows ? record_each(a, &q, add_row, m) : FAIL_MEMORY;
}

static enum fail read_order(struct act *a, void *arg)
{
	struct many *m = arg;
	const struct json *order = json_member(m->job->args, "order");

	m->call.why = refusal_on(m->call.arena);
	m->call.type = type_of(a, m->job->args);
	m->call.body = order;
	m->bulk = (struct bulk){ .call = &m->call };
	if (!m->call.type || !order)
		return fail_say(FAIL_NOT_FOUND, "this version knows no such type");
	if (!bulk_read(&m->bulk))
		return FAIL_REFUSED;
	struct str address = json_string(order, "address");
	return m->bulk.rows ? OK : rows_of_address(a, m, address);
}

/* ---- may it be asked for? ---- */
static enum fail accept(struct act *a, void *context, const struct json *args,
                        struct refusal *why)
{
	struct job asked = { .store = a->store, .args = args, .context = context };
	struct many m = { .job = &asked, .call = { .arena = a->arena, .store = a->store } };
	struct str format = json_string(args, "format");

	if (!type_of(a, args))
		refuse(why, FIELD_NONE, "there is no such type of record",
		       "Say which one: \"type\": \"plan\".");
	if (format.n > 0 && !str_is(format, "csv") && !str_is(format, "json"))
		refuse(why, FIELD_NONE, "the format is csv or json", NULL);
	if (refused(why))
		return FAIL_REFUSED;
	enum fail f = read_order(a, &m);
	if (f == FAIL_REFUSED)
		*why = m.call.why;
	return f;
}

/* ---- what became of each ---- */
static struct str reasons_of(struct many *m, const struct bulk_row *row)
{
	struct text t = text_on(m->arena, LIMIT_PIECE_BYTES);
	enum lang lang = m->call.lang;

	if (row->result == FAIL_NOT_FOUND)
		return str_of(tr(
			lang, N_("There is no such record, or you may not see it.")));
	if (row->result == FAIL_STALE)
		return str_of(tr(lang, N_("Somebody has changed it since you saw it.")));
	for (size_t i = 0; row->result == FAIL_REFUSED && i < row->why.count; i++)
		text_addf(&t, "%s%.*s", i > 0 ? "; " : "",
		          STR_ARG(tr_message(m->arena, lang, &row->why.at[i].why)));
	return text_str(&t);
}

static void put_csv(struct many *m, struct text *t, const struct bulk_row *row)
{
	bool done = row->result == OK;

	csv_cell(t, row->code.n > 0 ? row->code : row->named);
	csv_cell(t, row->title);
	csv_cell(t, str_of(tr(m->call.lang, done ? N_("Done") : N_("Refused"))));
	csv_cell(t, reasons_of(m, row));
	csv_line(t);
}

static enum fail put_row(struct many *m, const struct bulk_row *row, bool first)
{
	struct text t = text_on(m->arena, ROW_BYTES);
	struct call one = m->call;

	if (m->csv) {
		put_csv(m, &t, row);
	} else {
		text_addz(&t, first ? "" : ",\n");
		one.arena = m->arena;
		one.json = json_to(&t);
		bulk_answer_row(&one, row);
	}
	return text_failed(&t) ? fail_say(FAIL_FULL, "a reason is too long")
	                       : job_write(m->job, text_str(&t));
}

static enum fail put_head(struct many *m)
{
	struct text t = text_on(m->arena, ROW_BYTES);

	if (!m->csv)
		return job_write(m->job, STR("{\"rows\":[\n"));
	csv_begin(&t);
	csv_cell(&t, str_of(tr(m->call.lang, N_("ID"))));
	csv_cell(&t, str_of(tr(m->call.lang, N_("Title"))));
	csv_cell(&t, str_of(tr(m->call.lang, N_("What became of it"))));
	csv_cell(&t, str_of(tr(m->call.lang, N_("Why"))));
	csv_line(&t);
	return job_write(m->job, text_str(&t));
}

static enum fail put_end(struct many *m)
{
	if (m->csv)
		return OK;
	return job_write(m->job, str_format(m->call.arena,
	                                    "\n],\"done\":%lld,\"refused\":%lld}\n",
	                                    (long long)m->done, (long long)m->refused));
}

/* ---- doing it ---- */
static bool ends_it(enum fail f)
{
	return f != OK && f != FAIL_REFUSED && f != FAIL_NOT_FOUND && f != FAIL_STALE;
}

static enum fail do_row(struct many *m, size_t i)
{
	struct bulk_row *row = &m->bulk.rows[i];

	arena_reset(m->arena);
	bulk_run(m->job->store, m->job->actor, m->arena, &m->order, row, 1);
	if (ends_it(row->result))
		return row->result;
	m->done += row->result == OK;
	m->refused += row->result != OK;
	enum fail f = put_row(m, row, i == 0);
	/* What lived in that arena is gone with the next row. */
	row->code = row->title = STR_NONE;
	job_progress(m->job, N_("doing one after the other"), (int64_t)i + 1,
	             (int64_t)m->bulk.count);
	return f == OK && job_cancelled(m->job) ? FAIL_CANCELLED : f;
}

static enum fail do_all(struct many *m)
{
	struct job *j = m->job;

	m->order = (struct bulk_order){ .type = m->call.type,
		                        .step = m->bulk.step,
		                        .change = bulk_change,
		                        .arg = &m->bulk,
		                        .once = &m->once };
	sha256(j->id.b, sizeof j->id.b, m->once.key);
	memcpy(m->once.request, m->once.key, sizeof m->once.request);
	enum fail f = put_head(m);
	for (size_t i = 0; f == OK && i < m->bulk.count; i++)
		f = do_row(m, i);
	return f == OK ? put_end(m) : f;
}

static enum fail run(struct job *j)
{
	struct many m = { .job = j };

	m.csv = str_is(json_string(j->args, "format"), "csv");
	m.call = (struct call){ .site = j->context,
		                .arena = j->arena,
		                .store = j->store,
		                .lang = j->actor->lang };
	m.arena = arena_new(LIMIT_REQUEST_BYTES);
	if (!m.arena)
		return fail_say(FAIL_MEMORY, "no memory to do many at once");
	enum fail f = store_read(j->store, j->actor, j->arena, read_order, &m);
	if (f == FAIL_REFUSED)
		j->why = m.call.why;
	if (f == OK)
		f = do_all(&m);
	arena_free(m.arena);
	j->file_name = str_format(j->arena, "%.*s.%s",
	                          STR_ARG(json_string(j->args, "type")),
	                          m.csv ? "csv" : "json");
	j->file_media = m.csv ? STR("text/csv; charset=utf-8; header=present")
	                      : STR("application/json");
	j->said = MESSAGE2(N_("%1 records were done, %2 were refused."),
	                   str_format(j->arena, "%lld", (long long)m.done),
	                   str_format(j->arena, "%lld", (long long)m.refused));
	return f;
}

const struct job_kind bulk_job = {
	.name = "bulk",
	.label = N_("Many records at once"),
	.accept = accept,
	.run = run,
};
