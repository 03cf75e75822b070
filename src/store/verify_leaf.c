/* verify_leaf.c -- an entry of the history against its own leaf and commitments. */
#include "store/verify_parts.h"

#include "codec/json.h"
#include "crypto/crypto.h"

static struct str entry_name(struct verify *v, const struct ledger_row *r)
{
	return str_format(v->scratch, "entry %lld (%.*s %.*s)", (long long)r->seq,
	                  STR_ARG(r->type), STR_ARG(id_text(v->scratch, r->record)));
}

static void check_text(struct verify *v, const struct ledger_row *r,
                       const struct json *leaf, const char *name, struct str expected)
{
	if (!str_equal(json_string(leaf, name), expected))
		verify_differs(v, entry_name(v, r),
		               "\"%s\" in the table is not what its leaf says", name);
}

static void check_members(struct verify *v, const struct ledger_row *r,
                          const struct json *leaf)
{
	int64_t version = 0, format = 0;
	struct arena *a = v->scratch;

	check_text(v, r, leaf, "at", instant_text(a, r->at));
	check_text(v, r, leaf, "by", id_is_set(r->by) ? id_text(a, r->by) : STR(""));
	check_text(v, r, leaf, "record", id_text(a, r->record));
	check_text(v, r, leaf, "type", r->type);
	check_text(v, r, leaf, "what", r->what);
	if (!json_int(leaf, "version", &version) || version != r->version)
		verify_differs(v, entry_name(v, r),
		               "\"version\" in the table is not what its leaf says");
	if (!json_int(leaf, "v", &format) || format != 1)
		verify_differs(v, entry_name(v, r),
		               "its leaf is of a kind that is not known here");
	if (leaf->count != (id_is_set(r->by) ? 8u : 7u))
		verify_differs(v, entry_name(v, r),
		               "its leaf has members that do not belong there");
}

static void check_opened(struct verify *v, const struct ledger_row *r,
                         const struct json *commitments, const struct ledger_opened *o)
{
	uint8_t made[SHA256_BYTES];
	struct str said = json_string(commitments, str_z(v->scratch, o->field));

	hmac_sha256(o->salt.p, o->salt.n, o->json.p, o->json.n, made);
	if (said.n == 0)
		verify_differs(v, entry_name(v, r),
		               "the leaf commits to no value of \"%.*s\"",
		               STR_ARG(o->field));
	else if (!str_equal(said, hex(v->scratch, made, sizeof made)))
		verify_differs(
			v, entry_name(v, r),
			"the value or the salt of \"%.*s\" is not the one committed to",
			STR_ARG(o->field));
}

static void check_commitments(struct verify *v, const struct ledger_row *r,
                              const struct json *commitments)
{
	if (!commitments || commitments->kind != JSON_OBJECT) {
		verify_differs(v, entry_name(v, r), "its leaf has no commitments");
		return;
	}
	if (r->erased)
		return;
	if (commitments->count != r->opened_count)
		verify_differs(v, entry_name(v, r),
		               "the leaf commits to %zu values, and %zu stand beside it",
		               commitments->count, r->opened_count);
	for (size_t i = 0; i < r->opened_count; i++)
		check_opened(v, r, commitments, &r->opened[i]);
}

void verify_leaf(struct verify *v, const struct verify_entry *e)
{
	struct json *leaf;
	struct json_error error;
	const struct ledger_row *r = &e->row;

	if (json_read(v->scratch, r->leaf, &leaf, &error) != OK ||
	    leaf->kind != JSON_OBJECT ||
	    !str_equal(json_canonical(v->scratch, leaf), r->leaf)) {
		verify_differs(v, entry_name(v, r), "its leaf is not canonical JSON");
		return;
	}
	check_members(v, r, leaf);
	if (e->readable)
		check_commitments(v, r, json_member(leaf, "commitments"));
	else
		verify_differs(v, entry_name(v, r),
		               "the values beside its leaf cannot be read");
}
