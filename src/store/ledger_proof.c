/* ledger_proof.c -- the proof of a record's history as JSON. */
#include "store/ledger_proof.h"

#include "codec/json.h"
#include "crypto/crypto.h"
#include "store/ledger.h"

static void put_opened(struct arena *a, struct json_out *j, const struct ledger_row *r)
{
	json_name(j, "opened");
	json_open_array(j);
	for (size_t i = 0; i < r->opened_count; i++) {
		json_open_object(j);
		json_pair_str(j, "field", r->opened[i].field);
		json_pair_str(j, "salt", hex(a, r->opened[i].salt.p, r->opened[i].salt.n));
		json_name(j, "value");
		json_put_raw(j, r->opened[i].json);
		json_close_object(j);
	}
	json_close_array(j);
}

static void put_proof(struct arena *a, struct json_out *j, const struct tree_proof *proof)
{
	json_name(j, "proof");
	json_open_array(j);
	for (size_t i = 0; i < proof->count; i++)
		json_put_str(j, base64(a, proof->at[i].b, TREE_HASH_BYTES));
	json_close_array(j);
}

static enum fail put_entry(struct act *a, struct json_out *j, const struct ledger_row *r,
                           int64_t size, bool values)
{
	struct tree_proof proof;
	enum fail f = ledger_inclusion(a->tx, a->actor->org, r->seq, size, &proof);

	if (f != OK)
		return f;
	json_open_object(j);
	json_pair_int(j, "seq", r->seq);
	json_pair_str(j, "leaf", r->leaf);
	put_proof(a->arena, j, &proof);
	json_pair_bool(j, "erased", r->erased);
	if (values)
		put_opened(a->arena, j, r);
	json_close_object(j);
	return OK;
}

enum fail ledger_proof(struct act *a, struct id record, const struct kept_checkpoint *c,
                       const struct ledger_key *key, bool values, struct text *out)
{
	struct ledger_row *rows;
	size_t count;
	struct id org = a->actor->org;
	enum fail f = ledger_of_record(a->tx, a->arena, org, record, &rows, &count);

	if (f != OK)
		return f;
	if (count == 0)
		return fail_say(FAIL_NOT_FOUND, "there is no history of that record");
	struct note_key vkey = ledger_note_key(a->arena, org, key->public_key);
	struct json_out j = json_to(out);
	json_open_object(&j);
	json_pair_str(&j, "origin", ledger_origin(a->arena, org));
	json_pair_str(&j, "key", note_key_text(a->arena, &vkey));
	json_pair_str(&j, "checkpoint", c->note);
	json_pair_str(&j, "record", id_text(a->arena, record));
	json_name(&j, "entries");
	json_open_array(&j);
	for (size_t i = 0; f == OK && i < count; i++)
		if (rows[i].seq < c->size) /* what came later is not under the checkpoint */
			f = put_entry(a, &j, &rows[i], c->size, values);
	if (f != OK)
		return f;
	json_close_array(&j);
	json_close_object(&j);
	text_addc(out, '\n');
	return text_failed(out) ? fail_say(FAIL_FULL, "the proof is too large") : OK;
}
