/*
 * proof.c -- what an auditor takes along: the proof of a record's history, to download and
 * to print; the signed checkpoint of the whole; and whether an older one still fits.
 */
#include "web/record.h"

#include "crypto/crypto.h"
#include "store/ledger.h"
#include "store/ledger_proof.h"
#include "web/history.h"
#include "web/web.h"

#define OLDER_BYTES 4096

struct proving {
	struct visit *v;
	struct kept_checkpoint kept;
	struct note_key key;
	struct row *row;
	struct text out;
	struct proof_view *view;
	struct str older;
	struct ledger_growth growth;
};

/* The tree as it is now, signed; the last one when nothing was added since. */
static enum fail sign(struct proving *p)
{
	return store_checkpoint(p->v->site->store, p->v->arena, p->v->actor->org, &p->kept);
}

/* ---- a record's history ---- */

static enum fail load_file(struct act *a, void *arg)
{
	struct proving *p = arg;
	enum fail f = record_asked(p->v, a, &p->row);

	p->out.n = 0;
	return f == OK ? ledger_proof(a, p->row->id, &p->kept, true, &p->out) : f;
}

static enum fail load_entries(struct act *a, void *arg)
{
	struct proving *p = arg;
	struct visit *v = p->v;
	struct ledger_row *rows;
	size_t count;
	enum fail f = record_asked(v, a, &p->row);

	if (f == OK)
		f = checkpoint_key(a, &p->kept, &p->key);
	if (f == OK)
		f = ledger_of_record(a->tx, v->arena, a->actor->org, p->row->id, &rows,
		                     &count);
	if (f != OK)
		return f;
	p->view->entries.count = 0;
	p->view->entries.at = ARENA_TRY(v->arena, struct proof_entry, count + 1);
	if (!p->view->entries.at)
		return FAIL_MEMORY;
	for (size_t i = 0; i < count; i++)
		if (rows[i].seq < p->kept.size)
			p->view->entries.at[p->view->entries.count++] =
				(struct proof_entry){
					str_format(v->arena, "%lld",
				                   (long long)rows[i].seq),
					visit_instant(v, rows[i].at),
					history_what(v, p->row->type, rows[i].what),
					rows[i].leaf, false
				};
	return OK;
}

void proof_page(struct request *q, struct response *r)
{
	struct visit v;
	struct proof_view *view = ARENA_NEW(q->arena, struct proof_view);
	struct proving p = { .v = &v, .view = view };

	if (!visit_open(&v, q, r))
		return;
	enum fail f = sign(&p);
	if (f == OK)
		f = visit_read(&v, load_entries, &p);
	if (f != OK) {
		visit_failed(&v, f);
		return;
	}
	record_head_fill(&v, p.row, &view->head.head);
	view->note = p.kept.note;
	view->key = note_key_text(v.arena, &p.key);
	view->file_href =
		str_format(v.arena, "%.*s/proof.json", STR_ARG(view->head.head.href));
	visit_frame_at(&v, &view->head.frame, view->head.head.code, NULL);
	VISIT_SHOW(&v, proof, view);
}

void proof_get(struct request *q, struct response *r)
{
	struct visit v;
	struct proving p = { .v = &v, .out = text_on(q->arena, LIMIT_REQUEST_BYTES / 2) };

	if (!visit_open(&v, q, r))
		return;
	enum fail f = sign(&p);
	if (f == OK)
		f = visit_read(&v, load_file, &p);
	if (f != OK) {
		visit_failed(&v, f);
		return;
	}
	visit_headers(&v);
	r->media = "application/json";
	r->body = text_str(&p.out);
	response_header(r, "content-disposition",
	                str_format(q->arena, "attachment; filename=\"proof-%.*s.json\"",
	                           STR_ARG(row_code(q->arena, p.row))));
}

/* ---- the whole ---- */

static enum fail load_key(struct act *a, void *arg)
{
	struct proving *p = arg;

	return checkpoint_key(a, &p->kept, &p->key);
}

static enum fail compare(struct act *a, void *arg)
{
	struct proving *p = arg;

	p->v->why = refusal_on(p->v->arena);
	return ledger_grew(a, p->older, &p->kept, &p->v->why, &p->growth);
}

/* A form's line ends are those of the note again, and it ends with one. */
static struct str note_typed(struct visit *v)
{
	struct str typed = str_trim(str_cut(form_get(v, "older"), OLDER_BYTES));
	struct text t = text_on(v->arena, OLDER_BYTES + 2);

	for (size_t i = 0; i < typed.n; i++)
		if (typed.p[i] != '\r')
			text_addc(&t, typed.p[i]);
	text_addc(&t, '\n');
	return text_str(&t);
}

static void show_growth(struct proving *p, struct checkpoint_view *view)
{
	struct visit *v = p->v;
	struct text t = text_on(v->arena, LIMIT_PIECE_BYTES);
	struct message grew = MESSAGE2(
		N_("It fits: the history of %1 entries that it signed is the beginning of "
	           "the %2 entries of now."),
		str_format(v->arena, "%lld", (long long)p->growth.from),
		str_format(v->arena, "%lld", (long long)p->growth.to));

	for (size_t i = 0; i < p->growth.proof.count; i++)
		text_addf(&t, "%.*s\n",
		          STR_ARG(base64(v->arena, p->growth.proof.at[i].b,
		                         TREE_HASH_BYTES)));
	view->grew = tr_message(v->arena, v->lang, &grew);
	view->hashes = t.n > 0 ? text_str(&t) : str_of(SAY(v, N_("The two are the same.")));
}

static void show_checkpoint(struct proving *p, bool compared)
{
	struct visit *v = p->v;
	struct checkpoint_view view = { 0 };
	enum fail f = sign(p);

	if (f == OK)
		f = visit_read(v, load_key, p);
	if (f == OK && compared) {
		view.older = p->older;
		f = visit_read(v, compare, p);
		if (f == OK)
			show_growth(p, &view);
	}
	if (f != OK && f != FAIL_REFUSED) {
		visit_failed(v, f);
		return;
	}
	reasons_fill(v, NULL, &view.reasons);
	view.reasons.title = SAY(v, N_("It does not fit"));
	v->r->status = v->why.count > 0 ? 422 : 200;
	view.note = p->kept.note;
	view.key = note_key_text(v->arena, &p->key);
	view.made = visit_instant(v, p->kept.at);
	view.csrf = visit_csrf(v);
	visit_frame_at(v, &view.frame, str_of(SAY(v, N_("Checkpoint of the history"))),
	               "/checkpoint");
	VISIT_SHOW(v, checkpoint, &view);
}

void checkpoint_page(struct request *q, struct response *r)
{
	struct visit v;
	struct proving p = { .v = &v };

	if (visit_open(&v, q, r))
		show_checkpoint(&p, false);
}

void checkpoint_post(struct request *q, struct response *r)
{
	struct visit v;
	struct proving p = { .v = &v };

	if (!visit_open(&v, q, r))
		return;
	p.older = note_typed(&v);
	show_checkpoint(&p, true);
}
