/*
 * erase.c -- destroying what a record said, and keeping the proof that something was said.
 *
 * Its values, words, approvals, the salts and values beside its leaves, and the files that
 * no other record uses are destroyed.  The leaves stay: the tree verifies as before.  An
 * empty record stays in the bin for as long as others do; its last entry says that it was
 * erased, when, by whom and why.  What has left the bin is erased from its history.
 */
#include "base/log.h"
#include "store/parts.h"

#include "base/arena.h"
#include "crypto/crypto.h"
#include "store/erase.h"
#include "store/files.h"
#include "store/ledger.h"
#include "store/sendings.h"

#define COPIES_DEEP 4                   /* a text, its check, the check's elements */

/* `r` is null for what has left the bin. */
static enum fail may_erase(struct act *a, const struct subject *s, const struct row *r,
                           struct str reason, struct refusal *why)
{
	struct str right = str_format(a->arena, "%s.erase", s->type->name);

	if (access_right(a->actor, right.p, s, a->today, why) && r)
		(void)may_leave(r, why);
	if (str_trim(reason).n == 0)
		refuse(why, FIELD_REASON, "erasing needs a reason",
		       "It stays in the history; do not repeat there what is to be "
		       "erased.");
	return refused(why) ? FAIL_REFUSED : OK;
}

enum fail files_give_up(struct act *a, struct id record)
{
	struct stmt *s = query(a->tx, SQL("insert into file_gone (org, hash)\n"
	                                  "select u.org, u.hash\n"
	                                  "from file_use u\n"
	                                  "where u.org = :org and u.record = :record\n"
	                                  "on conflict (org, hash) do nothing"));

	bind_id(s, "org", act_org(a));
	bind_id(s, "record", record);
	enum fail f = query_run(s);
	if (f != OK)
		return f;
	s = query(a->tx, SQL("delete from file_use\n"
	                     "where org = :org and record = :record"));
	bind_id(s, "org", act_org(a));
	bind_id(s, "record", record);
	return query_run(s);
}

enum fail record_drop_files(struct act *a, struct id record)
{
	record_must_write(a);
	return tx_doom(a->tx, files_give_up(a, record));
}

static enum fail drop_approvals(struct act *a, struct id record)
{
	struct stmt *s = query(a->tx, SQL("delete from approval\n"
	                                  "where org = :org and record = :record"));

	bind_id(s, "org", act_org(a));
	bind_id(s, "record", record);
	return query_run(s);
}

/* Nothing is left of it but that it was: its number, unit, label, owner and state. */
static struct row *husk_of(struct act *a, const struct row *r)
{
	struct row *husk = row_copy(a->arena, r);

	husk->values = arena_get(a->arena, r->type->fields.count * sizeof *husk->values);
	return husk;
}

/* Whoever keeps answers made from the record (duty, jobs) hears that it is empty now. */
static enum fail tell(struct act *a, const struct row *before, const struct row *after)
{
	enum fail f = OK;

	for (size_t i = 0; f == OK && i < a->store->hook_count; i++)
		f = a->store->hooks[i](a, before, after);
	return f;
}

static enum fail held(struct act *a, const struct record_type *t, struct id id,
                      struct id unit, struct refusal *why)
{
	held_fn *ask = a->store->registry->held;

	return ask ? ask(a, t, id, unit, why) : OK;
}

static enum fail destroy_one(struct act *a, const struct row *r, const char *what,
                             struct str reason)
{
	struct row *husk = husk_of(a, r);
	enum fail f = files_give_up(a, r->id);

	if (f == OK)
		f = drop_approvals(a, r->id);
	if (f == OK)
		f = answers_destroy(a, r->id);
	if (f == OK)
		f = sendings_destroy(a, r->id);
	if (f == OK)
		f = ledger_forget(a->tx, act_org(a), r->id);
	if (f == OK)
		f = row_store(a, r, husk,
		              &(struct written){ .what = what,
		                                 .reason = reason,
		                                 .withdraws = true,
		                                 .whole = true });
	return f == OK ? tell(a, r, husk) : f;
}

struct destroying {
	const char *what;               /* "erase", "dispose" */
	struct str reason;
	struct refusal *why;
};

static enum fail destroy_copies(struct act *a, struct id of, const struct destroying *d,
                                int deep);

static enum fail destroy_deep(struct act *a, const struct row *r,
                              const struct destroying *d, int deep)
{
	enum fail f = destroy_one(a, r, d->what, d->reason);

	return f == OK ? destroy_copies(a, r->id, d, deep) : f;
}

/*
 * What repeats the record's words goes with them, each with an entry of its own and without
 * a right of its own: else the words would still be there.  One that is held holds all.
 */
static enum fail destroy_copies(struct act *a, struct id of, const struct destroying *d,
                                int deep)
{
	struct copy_of *copies;
	size_t count;
	enum fail f = deep < COPIES_DEEP
	                      ? record_copies(a, of, &copies, &count)
	                      : fail_say(FAIL_FULL, "copies of copies of copies");

	for (size_t i = 0; f == OK && i < count; i++) {
		struct row *r;

		f = row_load(a, copies[i].type, copies[i].id, &r);
		if (f == OK && !r->values[0].filled)
			continue;
		if (f == OK)
			f = held(a, r->type, r->id, r->unit, d->why);
		if (f == OK)
			f = destroy_deep(a, r, d, deep + 1);
	}
	return f;
}

static enum fail destroy(struct act *a, const struct row *r, const char *what,
                         struct str reason, struct refusal *why)
{
	return destroy_deep(a, r, &(struct destroying){ what, reason, why }, 0);
}

/* ---- what has left the bin: its history alone ---- */
struct gone_record {
	const struct record_type *type;
	struct id id;
	struct subject subject;
	int64_t version;
	bool erased;
};

static enum fail gone_find(struct act *a, const struct record_type *t, struct id id,
                           struct gone_record *out)
{
	struct ledger_row *rows;
	size_t count;
	bool purged = false;

	*out = (struct gone_record){ .type = t, .id = id };
	out->subject = (struct subject){ .type = t, .org = act_org(a) };
	enum fail f = ledger_of_record(a->tx, a->arena, act_org(a), id, &rows, &count);
	for (size_t i = 0; !f && i < count; i++) {
		subject_follow(a, &out->subject, &rows[i]);
		purged |= str_is(rows[i].what, "purge");
		out->version = rows[i].version;
		out->erased = rows[i].erased || ledger_destroys(rows[i].what);
	}
	struct abouts about = { NULL, 0 };
	if (!f)
		f = about_read(a, &id, 1, &about);
	if (f)
		return f;
	out->subject.about = about.at;
	out->subject.about_count = about.count;
	return purged && str_is(rows[0].type, t->name) &&
	                       access_read(a->actor, &out->subject, a->today)
	               ? OK
	               : FAIL_NOT_FOUND;
}

static enum fail forget_gone(struct act *a, const struct gone_record *g, struct str reason)
{
	struct ledger_entry entry = {
		.by = a->actor->user,
		.by_name = a->actor->name,
		.type = str_of(g->type->name),
		.record = g->id,
		.version = g->version + 1,
		.what = STR("erase"),
		.reason = reason,
	};
	enum fail f = ledger_instant(a->tx, act_org(a), a->now, &entry.at);

	if (f == OK)
		f = answers_destroy(a, g->id);
	if (f == OK)
		f = sendings_destroy(a, g->id);
	if (f == OK)
		f = ledger_forget(a->tx, act_org(a), g->id);
	return f == OK ? ledger_append(a->tx, a->arena, act_org(a), &entry, NULL) : f;
}

static enum fail erase_gone(struct act *a, const struct record_type *t, struct id id,
                            int64_t version, struct str reason, struct refusal *why)
{
	struct gone_record g;
	enum fail f = gone_find(a, t, id, &g);

	if (f == OK && version != 0 && version != g.version)
		f = fail_say(FAIL_STALE, "somebody changed the record since");
	if (f == OK)
		f = may_erase(a, &g.subject, NULL, reason, why);
	if (f == OK)
		f = held(a, t, id, g.subject.unit, why);
	if (f != OK)
		return f;
	if (g.erased) {
		why->kind = REFUSAL_CONFLICT;
		refuse(why, FIELD_NONE, "what the record said was destroyed", NULL);
		return FAIL_REFUSED;
	}
	f = forget_gone(a, &g, reason);
	if (f == OK)
		f = destroy_copies(a, id, &(struct destroying){ "erase", reason, why }, 0);
	return tx_doom(a->tx, f);
}

enum fail record_erase(struct act *a, const struct record_type *t, struct id id,
                       int64_t version, struct str reason, struct refusal *why)
{
	struct row *r;

	record_must_write(a);
	enum fail f = row_load(a, t, id, &r);
	if (f == FAIL_NOT_FOUND)
		return erase_gone(a, t, id, version, reason, why);
	if (f == OK)
		f = record_for_change(a, t, id, version, &r);
	if (f != OK)
		return f;
	struct subject s = subject_of(r, act_org(a));
	f = may_erase(a, &s, r, reason, why);
	if (f == OK)
		f = held(a, t, id, r->unit, why);
	return f == OK ? tx_doom(a->tx, destroy(a, r, "erase", reason, why)) : f;
}

enum fail record_dispose(struct act *a, const struct record_type *t, struct id id,
                         struct str reason, struct refusal *why)
{
	struct row *r;

	record_must_write(a);
	if (a->actor->kind != ACTOR_SYSTEM)
		BUG("%s is disposed of by somebody", t->name);
	enum fail f = row_load(a, t, id, &r);
	if (f == OK)
		f = held(a, t, id, r->unit, why);
	return f == OK ? tx_doom(a->tx, destroy(a, r, "dispose", reason, why)) : f;
}

enum fail record_gone_at(struct act *a, struct id id, struct instant *out)
{
	struct ledger_row *rows;
	size_t count;
	bool gone = false;
	enum fail f = ledger_of_record(a->tx, a->arena, act_org(a), id, &rows, &count);

	for (size_t i = 0; f == OK && i < count; i++) {
		if (!ledger_destroys(rows[i].what) && !str_is(rows[i].what, "purge"))
			continue;
		if (!gone)
			*out = rows[i].at;
		gone = true;
	}
	return f != OK ? f : gone ? OK
	                          : FAIL_NOT_FOUND;
}

/* ---- files that no record uses any more ---- */
struct gone {
	struct id org;
	uint8_t hash[SHA256_BYTES];
	bool found;
};

/* One that was given up and that no record of any tenant uses: the bytes are shared. */
static enum fail next_gone(struct tx *tx, void *arg)
{
	struct gone *g = arg;
	struct stmt *s = query(tx, SQL("select g.org, g.hash\n"
	                               "from file_gone g\n"
	                               "limit 1"));
	int row = query_next(s);
	struct str hash = row > 0 ? column_blob(s, 1) : STR_NONE;

	g->found = hash.n == sizeof g->hash;
	if (g->found) {
		g->org = column_id(s, 0);
		memcpy(g->hash, hash.p, hash.n);
	}
	query_end(s);
	return row < 0 ? (enum fail)row : OK;
}

enum fail file_is_used(struct tx *tx, const uint8_t hash[32], bool *used)
{
	struct stmt *s = query(tx, SQL("select 1\n"
	                               "from file_use\n"
	                               "where hash = :hash\n"
	                               "limit 1"));

	bind_blob(s, "hash", hash, SHA256_BYTES);
	int row = query_next(s);
	*used = row > 0;
	query_end(s);
	return row < 0 ? (enum fail)row : OK;
}

struct removal {
	struct store *store;
	struct gone gone;
};

/* In the writer's turn, so that nobody takes the file into use at the same time. */
static enum fail remove_gone(struct tx *tx, void *arg)
{
	struct removal *r = arg;
	enum fail f = file_leave(r->store, tx, r->gone.hash);

	if (f != OK)
		return f;
	struct stmt *s = query(tx, SQL("delete from file_gone\n"
	                               "where org = :org and hash = :hash"));
	bind_id(s, "org", r->gone.org);
	bind_blob(s, "hash", r->gone.hash, sizeof r->gone.hash);
	return query_run(s);
}

static enum fail drop_file(struct tx *tx, void *arg)
{
	struct removal *r = arg;

	return file_leave(r->store, tx, r->gone.hash);
}

void file_drop(struct store *s, const struct file_ref *file)
{
	struct removal r = { .store = s };

	memcpy(r.gone.hash, file->sha256, sizeof r.gone.hash);
	if (db_write(s->db, drop_file, &r) != OK)
		log_event(LOG_WARNING, "file.left", LOG_Z("why", fail_message()), LOG_END);
}

enum fail store_remove_files(struct store *s)
{
	struct removal r = { .store = s };
	enum fail f;

	do {
		f = db_read(s->db, next_gone, &r.gone);
		if (f == OK && r.gone.found)
			f = db_write(s->db, remove_gone, &r);
	} while (f == OK && r.gone.found);
	return f;
}
