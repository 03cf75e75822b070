/*
 * proof.c -- proofs of records and of the whole history over the API; see
 * store/ledger_proof.h for their form.
 */
#include "store/ledger_proof.h"

#include "api/call.h"
#include "api/problem.h"
#include "api/records.h"
#include "base/limits.h"
#include "crypto/crypto.h"

static enum fail sign(struct call *c, struct kept_checkpoint *out)
{
	return store_checkpoint(c->store, c->arena, c->session.actor->org, out);
}

static enum fail prove(struct act *a, struct call *c)
{
	const struct kept_checkpoint *kept = c->extra;
	struct text t = text_on(c->arena, LIMIT_PAGE_BYTES);
	struct row *row;
	enum fail f = call_record(a, c, &row);

	if (f == OK)
		f = ledger_proof(a, row->id, kept, true, &t);
	if (f == OK)
		json_put_raw(&c->json, str_trim(text_str(&t)));
	return f;
}

void api_proof(struct request *q, struct response *r)
{
	struct kept_checkpoint kept;
	struct call c;

	if (!call_open(&c, q, r) || !call_type(&c))
		return;
	c.extra = &kept;
	enum fail f = sign(&c, &kept);
	call_answer(&c, f == OK ? call_read(&c, prove) : f);
}

/* ---- the whole ---- */

static enum fail put_checkpoint(struct act *a, struct call *c)
{
	const struct kept_checkpoint *kept = c->extra;
	struct note_key key;
	enum fail f = checkpoint_key(a, kept, &key);

	if (f != OK)
		return f;
	json_open_object(&c->json);
	json_pair_int(&c->json, "size", kept->size);
	json_pair_str(&c->json, "at", instant_text(c->arena, kept->at));
	json_pair_str(&c->json, "checkpoint", kept->note);
	json_pair_str(&c->json, "key", note_key_text(c->arena, &key));
	json_close_object(&c->json);
	return OK;
}

void api_checkpoint(struct request *q, struct response *r)
{
	struct kept_checkpoint kept;
	struct call c;

	if (!call_open(&c, q, r))
		return;
	c.extra = &kept;
	enum fail f = sign(&c, &kept);
	call_answer(&c, f == OK ? call_read(&c, put_checkpoint) : f);
}

static enum fail compare(struct act *a, struct call *c)
{
	const struct kept_checkpoint *kept = c->extra;
	struct ledger_growth g;
	enum fail f = ledger_grew(
		a, c->body ? json_string(c->body, "checkpoint") : STR_NONE, kept, &c->why,
		&g);

	if (f != OK)
		return f;
	json_open_object(&c->json);
	json_pair_int(&c->json, "from", g.from);
	json_pair_int(&c->json, "to", g.to);
	json_pair_str(&c->json, "checkpoint", kept->note);
	json_name(&c->json, "proof");
	json_open_array(&c->json);
	for (size_t i = 0; i < g.proof.count; i++)
		json_put_str(&c->json,
		             base64(c->arena, g.proof.at[i].b, TREE_HASH_BYTES));
	json_close_array(&c->json);
	json_close_object(&c->json);
	return OK;
}

void api_consistency(struct request *q, struct response *r)
{
	struct kept_checkpoint kept;
	struct call c;

	if (!call_open(&c, q, r) || !call_body(&c))
		return;
	c.extra = &kept;
	enum fail f = sign(&c, &kept);
	call_answer(&c, f == OK ? call_read(&c, compare) : f);
}
