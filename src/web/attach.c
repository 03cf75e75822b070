/*
 * attach.c -- comments and evidence added on a record's page, and the files of records.
 */
#include "records/comment.h"
#include "records/evidence.h"
#include "web/form.h"
#include "web/record.h"
#include "web/web.h"

struct attaching {
	struct visit *v;
	struct row *about;
	struct file_ref file;
};

static enum fail add_comment(struct act *a, void *arg)
{
	struct attaching *x = arg;
	struct row *made;
	struct change *c;
	enum fail f = record_asked(x->v, a, &x->about);

	if (f != OK)
		return f;
	c = change_new(a->arena, &comment_type);
	change_link(c, COM_ABOUT, x->about->id);
	x->v->why = refusal_on(x->v->arena);
	change_parse(c, &comment_type, COM_TEXT, str_trim(form_get(x->v, "text")),
	             &x->v->why);
	return record_create(a, &comment_type, c, &x->v->why, &made);
}

static void answer(struct attaching *x, enum fail f, const char *part, const char *said)
{
	if (f != OK) {
		visit_failed(x->v, f);
		return;
	}
	struct str href = record_href(x->v->arena, x->about);
	visit_go(x->v,
	         str_format(x->v->arena, "%.*s?said=%s#%s", STR_ARG(href), said, part),
	         NULL);
}

void comment_post(struct request *q, struct response *r)
{
	struct visit v;
	struct attaching x = { .v = &v };

	if (visit_open(&v, q, r))
		answer(&x, visit_write(&v, add_comment, &x), "comments", "commented");
}

static enum fail add_evidence(struct act *a, void *arg)
{
	struct attaching *x = arg;
	struct row *made;
	struct change *c;
	enum fail f = record_asked(x->v, a, &x->about);

	if (f != OK)
		return f;
	c = change_new(a->arena, &evidence_type);
	change_link(c, EVD_ABOUT, x->about->id);
	x->v->why = refusal_on(x->v->arena);
	change_parse(c, &evidence_type, EVD_TITLE, str_trim(form_get(x->v, "title")),
	             &x->v->why);
	change_parse(c, &evidence_type, EVD_FROM, str_trim(form_get(x->v, "from")),
	             &x->v->why);
	change_parse(c, &evidence_type, EVD_TO, str_trim(form_get(x->v, "to")), &x->v->why);
	change_date(c, EVD_RECEIVED_ON, act_today(a));
	change_file(c, EVD_FILE, x->file);
	if (refused(&x->v->why))
		return FAIL_REFUSED;
	return record_create(a, &evidence_type, c, &x->v->why, &made);
}

void evidence_post(struct request *q, struct response *r)
{
	struct visit v;
	struct attaching x = { .v = &v };

	if (!visit_open(&v, q, r))
		return;
	if (q->upload_count == 0 || q->uploads[0].bytes == 0) {
		refuse(&v.why, EVD_FILE, "no file was chosen",
		       "Choose the file that is the evidence.");
		visit_failed(&v, FAIL_REFUSED);
		return;
	}
	enum fail f = file_keep(v.site->store, q->uploads[0].fd, q->uploads[0].name,
	                        q->uploads[0].media, &x.file);
	if (f == OK) {
		f = visit_write(&v, add_evidence, &x);
		if (f != OK)
			file_drop(v.site->store, &x.file);
	}
	answer(&x, f, "evidence", "evidence");
}

/* ---- files ---- */

struct getting {
	struct visit *v;
	int fd;
	struct file_ref file;
};

static enum fail open_file(struct act *a, void *arg)
{
	struct getting *g = arg;
	struct row *r;
	enum fail f = record_asked(g->v, a, &r);

	if (f != OK)
		return f;
	int field = field_find(r->type, g->v->q->params[2]);
	if (field < 0 || r->type->fields.at[field].type != T_FILE || !row_filled(r, field))
		return FAIL_NOT_FOUND;
	g->file = r->values[field].file;
	return file_open(a, r, field, &g->fd);
}

/* Always to be saved, never shown: what people upload runs nowhere under our address. */
void file_get(struct request *q, struct response *r)
{
	struct visit v;
	struct getting g = { .v = &v, .fd = -1 };

	if (!visit_open(&v, q, r))
		return;
	enum fail f = visit_read(&v, open_file, &g);
	if (f != OK) {
		visit_failed(&v, f);
		return;
	}
	visit_headers(&v);
	r->media = "application/octet-stream";
	response_header(r, "content-disposition",
	                str_format(q->arena, "attachment; filename*=UTF-8''%.*s",
	                           STR_ARG(percent_encode(q->arena, g.file.name))));
	r->fd = g.fd;
}
