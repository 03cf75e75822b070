/* files.c -- files of records, and lists as CSV. */
#include "api/records.h"

#include <errno.h>
#include <sys/mman.h>
#include <unistd.h>

#include "actions/list.h"
#include "api/call.h"
#include "api/csv.h"
#include "api/problem.h"
#include "api/shape.h"
#include "base/limits.h"

struct kept {
	int field;
	struct file_ref file;
};

struct uploads {
	struct kept *at;
	size_t count;
};

static bool no_such_file_field(struct call *c, struct str name)
{
	refuse_with(&c->why, FIELD_NONE,
	            MESSAGE1("there is no field \"%1\" for a file", name),
	            (struct message){ 0 });
	problem_refused(c, &c->why);
	return false;
}

static int file_field(const struct record_type *t, struct str name)
{
	int field = field_find(t, name);

	return field >= 0 && t->fields.at[field].type == T_FILE ? field : -1;
}

/* Of what was refused nothing stays; what a record uses stays anyway. */
static void drop_uploads(struct call *c, const struct uploads *kept)
{
	for (size_t i = 0; i < kept->count; i++)
		file_drop(c->store, &kept->at[i].file);
}

/* Before the transaction: the bytes are on disk when the record commits. */
static bool keep_uploads(struct call *c, struct str only_field, struct uploads *out)
{
	out->at = arena_get(c->arena, (c->q->upload_count + 1) * sizeof *out->at);
	for (size_t i = 0; i < c->q->upload_count; i++) {
		const struct upload *u = &c->q->uploads[i];
		struct str name = only_field.n > 0 ? only_field : u->field;
		int field = file_field(c->type, name);
		enum fail f;

		if (field < 0) {
			drop_uploads(c, out);
			return no_such_file_field(c, name);
		}
		f = file_keep(c->store, u->fd, u->name, u->media,
		              &out->at[out->count].file);
		if (f != OK) {
			problem_failed(c, f);
			drop_uploads(c, out);
			return false;
		}
		out->at[out->count++].field = field;
	}
	if (only_field.n > 0 && out->count != 1) {
		drop_uploads(c, out);
		problem(c, 400, "no-file", N_("One file is expected in this form."),
		        STR_NONE);
		return false;
	}
	c->extra = out;
	return true;
}

static void add_files(struct change *change, const struct uploads *kept)
{
	for (size_t i = 0; i < kept->count; i++)
		change_file(change, kept->at[i].field, kept->at[i].file);
}

static enum fail create_with_files(struct act *a, struct call *c)
{
	struct uploads *kept = c->extra;
	struct change *change;
	struct row *row;
	enum fail f = shape_change(a, c, NULL, &change);

	if (f != OK)
		return f;
	add_files(change, kept);
	f = record_create(a, c->type, change, &c->why, &row);
	if (f != OK)
		return f;
	call_created(c, row);
	return shape_record(a, c, row, true);
}

void api_create_with_files(struct request *q, struct response *r)
{
	struct uploads kept = { 0 };
	struct call c;
	enum fail f;

	if (!call_open(&c, q, r) || !call_type(&c))
		return;
	q->body = pairs_get(&q->form, "record");
	if (!call_body(&c) || !keep_uploads(&c, STR_NONE, &kept))
		return;
	f = call_write(&c, create_with_files);
	if (f != OK || c.once.replayed)
		drop_uploads(&c, &kept);
	call_answer(&c, f);
}

static enum fail put_file(struct act *a, struct call *c)
{
	struct uploads *kept = c->extra;
	struct change *change = change_new(c->arena, c->type);
	struct row *row;
	enum fail f = call_record(a, c, &row);

	if (f != OK)
		return f;
	add_files(change, kept);
	f = record_change(a, c->type, row->id, c->version, change, &c->why, &row);
	if (f != OK)
		return f;
	call_etag(c, row->version);
	return shape_record(a, c, row, true);
}

void api_upload(struct request *q, struct response *r)
{
	struct uploads kept = { 0 };
	struct call c;
	enum fail f;

	if (!call_open(&c, q, r) || !call_type(&c) || !call_if_match(&c) ||
	    !keep_uploads(&c, q->params[2], &kept))
		return;
	f = call_write(&c, put_file);
	if (f != OK || c.once.replayed)
		drop_uploads(&c, &kept);
	call_answer(&c, f);
}

/* ---- download ---- */
struct download {
	int fd;
	struct file_ref file;
};

static enum fail open_file(struct act *a, struct call *c)
{
	struct download *d = c->extra;
	int field = file_field(c->type, c->q->params[2]);
	struct row *row;
	enum fail f = call_record(a, c, &row);

	if (f == OK && (field < 0 || !row_filled(row, field)))
		f = FAIL_NOT_FOUND;
	if (f != OK)
		return f;
	d->file = row->values[field].file;
	return file_open(a, row, field, &d->fd);
}

/* Always as an attachment: what people upload is never shown as a page of ours. */
void api_download(struct request *q, struct response *r)
{
	struct download d = { .fd = -1 };
	struct call c;
	enum fail f;

	if (!call_open(&c, q, r) || !call_type(&c))
		return;
	c.extra = &d;
	f = call_read(&c, open_file);
	if (f != OK) {
		problem_failed(&c, f);
		return;
	}
	r->status = 200;
	r->fd = d.fd;
	r->media = d.file.media.n > 0 ? str_z(c.arena, d.file.media)
	                              : "application/octet-stream";
	response_header(r, "Content-Disposition",
	                str_format(c.arena, "attachment; filename*=UTF-8''%.*s",
	                           STR_ARG(percent_encode(c.arena, d.file.name))));
	response_header(r, "X-Content-Type-Options", STR("nosniff"));
}

/* ---- CSV ---- */
struct table {
	int fd;
	struct text out;
	struct act act;                 /* whose arena is emptied after each row */
	struct call *call;
};

static enum fail write_out(struct table *t)
{
	struct str rest = text_str(&t->out);

	while (rest.n > 0) {
		ssize_t n = write(t->fd, rest.p, rest.n);
		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			return fail_say(FAIL_FULL, "cannot write the table: %s",
			                strerror(errno));
		rest = str_from(rest, (size_t)n);
	}
	t->out.n = 0;
	return OK;
}

static enum fail one_row(void *arg, const struct row *r)
{
	struct table *t = arg;
	enum fail f;

	if (atomic_load(t->call->q->cancelled))
		return FAIL_CANCELLED;
	f = csv_row(&t->act, &t->out, r);
	arena_reset(t->act.arena);
	if (f == OK && t->out.n > 64 * 1024)
		f = write_out(t);
	return f;
}

static enum fail table_of(struct act *a, struct call *c)
{
	struct table *t = c->extra;
	struct query query;
	enum fail f = list_asked(a, c->type, &c->q->query, &c->why, &query);

	if (f != OK)
		return f;
	t->act = *a;
	t->act.arena = arena_new(LIMIT_REQUEST_BYTES);
	if (!t->act.arena)
		return FAIL_MEMORY;
	csv_head(&t->out, c->type);
	f = record_each(a, &query, one_row, t);
	arena_free(t->act.arena);
	return f == OK ? write_out(t) : f;
}

/* One snapshot of exactly what is filtered, put together aside and then sent. */
void api_csv(struct request *q, struct response *r)
{
	struct table t = { .fd = -1 };
	struct call c;
	enum fail f;

	if (!call_open(&c, q, r) || !call_type(&c))
		return;
	t.call = &c;
	t.out = text_on(c.arena, 1024 * 1024);
	t.fd = memfd_create("table", MFD_CLOEXEC);
	if (t.fd < 0) {
		problem_failed(&c, fail_say(FAIL_IO, "memfd: %s", strerror(errno)));
		return;
	}
	c.extra = &t;
	f = call_read(&c, table_of);
	if (f != OK || lseek(t.fd, 0, SEEK_SET) < 0) {
		close(t.fd);
		problem_failed(&c, f != OK ? f : FAIL_IO);
		return;
	}
	r->status = 200;
	r->fd = t.fd;
	r->media = "text/csv; charset=utf-8; header=present";
	response_header(
		r, "Content-Disposition",
		str_format(c.arena, "attachment; filename=\"%s.csv\"", c.type->name));
}
