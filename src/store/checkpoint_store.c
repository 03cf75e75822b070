/* checkpoint_store.c -- checkpoints of an open store, signed with the key beside it. */
#include "store/checkpoint.h"

#include "base/arena.h"
#include "base/log.h"
#include "store/parts.h"
#include "store/tenant.h"

struct making {
	struct arena *arena;
	struct id org;
	struct ledger_key key;
	struct instant now;
	struct kept_checkpoint *out;
};

static enum fail make_job(struct tx *tx, void *arg)
{
	struct making *m = arg;

	return checkpoint_make(tx, m->arena, m->org, &m->key, m->now, m->out);
}

static enum fail load_key(struct store *s, struct arena *a, struct ledger_key *key)
{
	struct str path = ledger_key_path(a, s->path);
	enum fail f = ledger_key_load(a, path.p, false, key);

	if (f != FAIL_NOT_FOUND)
		return f;
	f = ledger_key_load(a, path.p, true, key);
	if (f == OK)
		log_event(LOG_INFO, "ledger.new_key", LOG_STR("file", path), LOG_END);
	return f;
}

enum fail store_checkpoint(struct store *s, struct arena *a, struct id org,
                           struct kept_checkpoint *out)
{
	struct making m = { .arena = a, .org = org, .now = store_now(s), .out = out };
	enum fail f = load_key(s, a, &m.key);

	if (f == OK)
		f = db_write(s->db, make_job, &m);
	bytes_wipe(m.key.seed, sizeof m.key.seed);
	return f;
}

enum fail store_checkpoints(struct store *s, int64_t *made)
{
	struct arena *a = arena_new(LIMIT_REQUEST_BYTES);
	struct tenant *list = NULL;
	struct kept_checkpoint kept;
	size_t count = 0;

	*made = 0;
	if (!a)
		return fail_say(FAIL_MEMORY, "no memory for a checkpoint");
	enum fail f = tenant_list(s, a, &list, &count);
	for (size_t i = 0; f == OK && i < count; i++) {
		f = store_checkpoint(s, a, list[i].org, &kept);
		*made += f == OK;
	}
	arena_free(a);
	return f;
}
