/* ledger_proof.c -- the proof of a record's history as JSON. */
#include "store/ledger_proof.h"

#include "codec/json.h"
#include "crypto/crypto.h"
#include "store/ledger.h"
#include "store/store.h"

/* ---- values: what names a record that the reader may not see stays closed ---- */

static enum fail may_see(struct act *a, const struct json *v, bool *seen)
{
	struct link_face face;
	struct id id;

	if (v->kind == JSON_ARRAY) {
		enum fail f = OK;
		for (const struct json *e = v->first; e && f == OK && *seen; e = e->next)
			f = may_see(a, e, seen);
		return f;
	}
	if (v->kind != JSON_STRING || !id_parse(v->text, &id))
		return OK;
	enum fail f = link_faces(a, &id, 1, &face);
	*seen = f == OK && !face.masked;
	return f;
}

static enum fail value_is_seen(struct act *a, struct str value, bool *seen)
{
	struct json *v;
	struct json_error error;

	*seen = true;
	if (a->actor->kind == ACTOR_SYSTEM)
		return OK;
	if (json_read(a->arena, value, &v, &error) != OK) {
		*seen = false;
		return OK;
	}
	return may_see(a, v, seen);
}

static enum fail put_opened(struct act *act, struct json_out *j, const struct ledger_row *r)
{
	struct arena *a = act->arena;
	int64_t masked = 0;
	bool seen;

	json_name(j, "opened");
	json_open_array(j);
	for (size_t i = 0; i < r->opened_count; i++) {
		enum fail f = value_is_seen(act, r->opened[i].json, &seen);
		if (f != OK)
			return f;
		masked += !seen;
		if (!seen)
			continue;
		json_open_object(j);
		json_pair_str(j, "field", r->opened[i].field);
		json_pair_str(j, "salt", hex(a, r->opened[i].salt.p, r->opened[i].salt.n));
		json_name(j, "value");
		json_put_raw(j, r->opened[i].json);
		json_close_object(j);
	}
	json_close_array(j);
	if (masked > 0)
		json_pair_int(j, "masked", masked);
	return OK;
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
		f = put_opened(a, j, r);
	if (f == OK)
		json_close_object(j);
	return f;
}

enum fail ledger_proof(struct act *a, struct id record, const struct kept_checkpoint *c,
                       bool values, struct text *out)
{
	struct ledger_row *rows;
	size_t count;
	struct id org = a->actor->org;
	enum fail f = ledger_of_record(a->tx, a->arena, org, record, &rows, &count);

	if (f != OK)
		return f;
	if (count == 0)
		return fail_say(FAIL_NOT_FOUND, "there is no history of that record");
	struct note_key vkey;
	f = checkpoint_key(a, c, &vkey);
	if (f != OK)
		return f;
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

/* ---- keys, and trees that grow ---- */

static enum fail signed_by_listed(struct act *a, struct str text, struct note *n,
                                  struct note_key *out)
{
	struct note_key *keys;
	size_t count;
	enum fail f = ledger_note_keys(a->tx, a->arena, a->actor->org, &keys, &count);

	if (f != OK)
		return f;
	if (!note_parse(a->arena, text, n))
		return FAIL_FORMAT;
	for (size_t i = 0; i < count; i++)
		if (note_signed_by(n, &keys[i])) {
			*out = keys[i];
			return OK;
		}
	return FAIL_NOT_FOUND;
}

enum fail checkpoint_key(struct act *a, const struct kept_checkpoint *c,
                         struct note_key *out)
{
	struct note n;
	enum fail f = signed_by_listed(a, c->note, &n, out);

	return f == OK ? f
	               : fail_say(FAIL_DATABASE,
	                          "no listed key signed the checkpoint of %lld entries",
	                          (long long)c->size);
}

static enum fail refuse_older(struct refusal *why, const char *message, const char *advice)
{
	refuse(why, FIELD_NONE, message, advice);
	return FAIL_REFUSED;
}

enum fail ledger_grew(struct act *a, struct str older, const struct kept_checkpoint *now,
                      struct refusal *why, struct ledger_growth *out)
{
	struct id org = a->actor->org;
	struct checkpoint c;
	struct note_key key;
	struct tree_hash root;
	struct note n;
	enum fail f = signed_by_listed(a, older, &n, &key);

	if (f == FAIL_FORMAT || (f != FAIL_NOT_FOUND && f != OK))
		return f == FAIL_FORMAT
		               ? refuse_older(why, "this is no checkpoint",
		                              "Paste it whole, from its first line to the "
		                              "signature.")
		               : f;
	if (!checkpoint_parse(a->arena, n.text, &c) ||
	    !str_equal(c.origin, ledger_origin(a->arena, org)))
		return refuse_older(why, "this is a checkpoint of another history", NULL);
	if (f == FAIL_NOT_FOUND)
		return refuse_older(why, "no key of this organisation signed it",
		                    "It was changed, or it is not ours.");
	if (c.size < 1 || c.size > now->size)
		return refuse_older(why, "the history is shorter than this checkpoint says",
		                    "Entries are gone: have the history verified.");
	f = ledger_root(a->tx, org, c.size, &root);
	if (f == OK && memcmp(root.b, c.root.b, sizeof root.b) != 0)
		return refuse_older(why, "the history was another when this was signed",
		                    "It was rewritten: have the history verified.");
	*out = (struct ledger_growth){ .from = c.size, .to = now->size };
	return f == OK ? ledger_consistency(a->tx, org, c.size, now->size, &out->proof) : f;
}
