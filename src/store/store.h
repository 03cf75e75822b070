/*
 * store.h -- any record, none in particular.  Every call takes the act, so the actor.
 *
 * A write is one transaction: check (rights, refusals, all at once) -> write -> effect ->
 * history -> ledger -> search words; nobody is told before it is on disk.  What the actor
 * may not see is "not found".  Owns: the database, the evidence folder, the keys of the
 * ledger.
 */
#ifndef STORE_STORE_H
#define STORE_STORE_H

#include "base/fail.h"
#include "db/db.h"
#include "model/act.h"
#include "model/record.h"
#include "model/row.h"

struct store;

struct store_options {
	const char *db;                 /* a file, or postgres://... */
	const char *evidence;           /* folder; null: ".files" beside the database */
	const struct registry *registry;
	bool create;
	bool read_only;
	bool no_threads;
	int readers;
	/* Each thing that an upgrade does, a line; not for new data.  Null: into the log.
	 */
	void (*told)(void *arg, const char *what);
	void *told_arg;
	bool pretend;                   /* says what it would do: FAIL_CANCELLED */
};

/* Opens, checks the registry, migrates forward; FAIL_NEWER when the data is newer than we.
 */
enum fail store_open(struct store **out, const struct store_options *o) MUST_USE;
void store_close(struct store *s);
struct db *store_db(struct store *s);
const struct registry *store_registry(struct store *s);
const char *store_beside(const struct store *s);        /* see db_beside */
const char *store_evidence(const struct store *s);      /* the folder of the files */

/* The scripts that made the tables, in the words of another kind of database. */
enum fail store_schema_for(struct store *s, const char *target, struct text *out) MUST_USE;

/* For tests and the demonstration: the clock of all acts (0: the machine's again). */
void store_set_clock(struct store *s, struct instant now);
struct instant store_now(struct store *s);

typedef enum fail store_job(struct act *a, void *arg);
/* The job may be run again from its start; see db.h.  FAIL_REFUSED rolls the job back. */
enum fail store_write(struct store *s, const struct actor *who, struct arena *arena,
                      store_job *job, void *arg) MUST_USE;
enum fail store_read(struct store *s, const struct actor *who, struct arena *arena,
                     store_job *job, void *arg) MUST_USE;

/*
 * A type with the fields that the actor's organisation added to it.  Acts do it by
 * themselves with every type that they are given; rows come with it.
 */
const struct record_type *type_here(const struct act *a, const struct record_type *t);
/* All types so, for a page or a description; in the arena. */
enum fail store_types(struct store *s, const struct actor *who, struct arena *arena,
                      const struct registry **out) MUST_USE;

/* After-write hooks (duty answers them), filled by server/wire.c. */
/* before is null for a new record, after for one that leaves the bin for good. */
typedef enum fail after_write_fn(struct act *a, const struct row *before,
                                 const struct row *after);
void store_add_hook(struct store *s, after_write_fn *hook);

/* ---- acts on one record; inside a store_write ---- */
enum fail record_create(struct act *a, const struct record_type *t, const struct change *c,
                        struct refusal *why, struct row **out) MUST_USE;
/* `version` is the one that the person saw (FAIL_STALE when it moved on); 0: do not mind.
 */
enum fail record_change(struct act *a, const struct record_type *t, struct id id,
                        int64_t version, const struct change *c, struct refusal *why,
                        struct row **out) MUST_USE;
enum fail record_step(struct act *a, const struct record_type *t, struct id id,
                      int64_t version, const struct step *step, const struct change *c,
                      struct refusal *why, struct row **out) MUST_USE;
enum fail record_withdraw(struct act *a, const struct record_type *t, struct id id,
                          int64_t version, struct str reason, struct refusal *why) MUST_USE;
/* From the bin, within LIMIT_BIN_DAYS. */
enum fail record_restore(struct act *a, const struct record_type *t, struct id id,
                         int64_t version, struct str reason,
                         struct refusal *why) MUST_USE;
/* Destroys values, salts, words and files; the commitments stay, so the ledger verifies.
 * Also of a record that has left the bin: then by its id, from its history. */
enum fail record_erase(struct act *a, const struct record_type *t, struct id id,
                       int64_t version, struct str reason, struct refusal *why) MUST_USE;
/* Program-made change of set_by_program fields, from effects; history names the actor. */
enum fail record_set(struct act *a, const struct record_type *t, struct id id,
                     const struct change *c) MUST_USE;

/*
 * As record_erase, for a disposal that was approved: by the program alone, whose step it
 * is.  Refused while a legal hold stands.  Its entry is "dispose".
 */
enum fail record_dispose(struct act *a, const struct record_type *t, struct id id,
                         struct str reason, struct refusal *why) MUST_USE;
/* Those that repeat what it says (fields with .copies), and are destroyed with it. */
enum fail record_repeated(struct act *a, struct id id, struct id **out,
                          size_t *count) MUST_USE;
/* When a record was erased, disposed of, or left the bin; FAIL_NOT_FOUND: there it is. */
enum fail record_gone_at(struct act *a, struct id id, struct instant *out) MUST_USE;
/* The records that hang on it (fields with .part_of), whoever may see them. */
enum fail record_parts(struct act *a, struct id id, struct id **out,
                       size_t *count) MUST_USE;
/* The act's day anew, where the act itself made the tenant or its zone. */
enum fail act_begin_day(struct act *a) MUST_USE;
/* Parts that are seen by more people than what they hang on, from before they followed it:
 * as follow.c would have placed them. */
enum fail parts_narrow(struct act *a, int64_t *count) MUST_USE;
/* The day of an instant in the tenant's zone. */
struct date act_date(const struct act *a, struct instant t);

/* The scheduler's call: takes every step of the clock that is due, empties old bins. */
enum fail store_clock_steps(struct store *s, int64_t *taken) MUST_USE;

/* ---- reading; inside a store_read or store_write ---- */
enum fail record_get(struct act *a, const struct record_type *t, struct id id,
                     struct row **out) MUST_USE; /* also from the bin */
enum fail record_find(struct act *a, struct id id,
                      struct row **out) MUST_USE; /* any type */
enum fail record_by_code(struct act *a, struct str code, struct row **out) MUST_USE;
/* "PLN-0003", a UUID, or (links with a target) an exact title, into an id. */
enum fail record_resolve(struct act *a, const struct record_type *target, struct str text,
                         struct id *out) MUST_USE;

/*
 * Text of a form, a CSV cell or a scenario into a change, as change_parse, but links are
 * found by code, UUID or title (several parted by commas, or codes by spaces).
 * FAIL_REFUSED with a reason when it cannot be read.
 */
enum fail change_from_text(struct act *a, struct change *c, const struct record_type *t,
                           int field, struct str text, struct refusal *why) MUST_USE;
/* A value for people, in their language; links that they may not see are masked. */
enum fail value_show(struct act *a, const struct field *f, const struct value *v,
                     struct str *out) MUST_USE;

/* BELOW: of the unit and of those below it, level by level. */
enum filter_op {
	IS, IS_NOT, CONTAINS, BEFORE, AFTER, EMPTY, NOT_EMPTY, LINKS_TO, BELOW,
	FILTER_OP__COUNT
};
struct filter {
	int field;                      /* or enum built_in_field */
	enum filter_op op;
	struct value value; /* state and label by number; unit, owner by links[0] */
	bool or_with_next;              /* several choices of one field */
};

/* Whether a filter or a sort makes sense; record_list answers FAIL_FORMAT when not. */
bool filter_fits(const struct record_type *t, int field, enum filter_op op);
bool sort_fits(const struct record_type *t, int sort);

struct query {
	const struct record_type *type;
	const struct filter *filters;   /* all of them, but for or_with_next */
	size_t filter_count;
	struct str words;               /* full text, the one query language; empty: all */
	int sort;                       /* field or built-in; SORT_* below */
	bool descending;
	size_t limit;                   /* <= LIMIT_PAGE_ROWS; 0: 25 */
	struct str after; /* cursor that the last answer gave; empty: from the start */
	size_t offset;                  /* for numbered pages; not with a cursor */
	bool withdrawn;                 /* the bin instead */
	bool count;                     /* fill total */
	int64_t count_most;             /* stop counting there; 0: count all */
};
#define SORT_CHANGED (-100)             /* when last changed; the default */
#define SORT_CODE (-101)
#define SORT_CREATED (-102)

struct answer {
	struct row **rows;
	size_t count;
	struct str next;                /* cursor; empty at the end */
	int64_t total; /* of what the actor may see, up to count_most; -1 when not asked */
};
enum fail record_list(struct act *a, const struct query *q, struct answer *out) MUST_USE;
enum fail record_count(struct act *a, const struct query *q, int64_t *out) MUST_USE;
/* Calls back for each row of the whole filtered list, in batches; for exports. */
typedef enum fail row_fn(void *arg, const struct row *r);
enum fail record_each(struct act *a, const struct query *q, row_fn *each,
                      void *arg) MUST_USE;

/* Prepares every list of a type that can be asked for; for the tests. */
enum fail lists_prepare(struct act *a, const struct record_type *t,
                        int64_t *count) MUST_USE;

/* What a link shows: title and code, or masked when the reader may not see it. */
struct link_face {
	struct id id;
	const struct record_type *type; /* null when masked or unknown */
	struct str code;
	struct str title;
	bool masked;
	bool withdrawn;
};
enum fail link_faces(struct act *a, const struct id *ids, size_t count,
                     struct link_face *out) MUST_USE;
/* Records that link to this one and that the actor may see; *masked counts the others. */
enum fail links_to(struct act *a, struct id id, struct link_face **out, size_t *count,
                   size_t *masked) MUST_USE;

/* ---- full text over all types ---- */
struct hit {
	struct link_face face;
	struct str excerpt;
	const char *state;
};
enum fail record_search(struct act *a, struct str words, const struct record_type *only,
                        size_t limit, struct hit **out, size_t *count) MUST_USE;

/* ---- history ---- */
struct field_change {
	int field; /* or built-in; FIELD_NONE: gone, or of no version we know */
	struct str name;                /* as the field is called now */
	struct str was; /* as it was called when this was written; empty: the same */
	const char *label;              /* of a field that is gone; else null */
	struct str before, after; /* readable, in the reader's language; masked links */
	bool erased;
};
struct event {
	int64_t seq;                    /* leaf number in the tenant's ledger */
	struct instant at;
	struct id by;                   /* account */
	struct str by_name;
	struct str what; /* "create", "change", "step:grant", "withdraw", ... */
	int64_t version;
	struct str reason;
	const struct field_change *changes;
	size_t change_count;
};
enum fail record_history(struct act *a, const struct record_type *t, struct id id,
                         struct event **out, size_t *count) MUST_USE;

struct approval {
	struct str step;
	struct id person;
	struct str person_name;
	struct instant at;
	int64_t version;
	uint8_t hash[32]; /* SHA-256 of the canonical JSON of the version's values */
	struct instant voided_at;       /* set: the record was changed afterwards */
};
enum fail record_approvals(struct act *a, const struct record_type *t, struct id id,
                           struct approval **out, size_t *count) MUST_USE;
enum fail record_hash(struct act *a, const struct row *r, uint8_t out[32]) MUST_USE;

/* ---- files, by the hash of their bytes ---- */
/* Reads fd to its end (LIMIT_UPLOAD_BYTES), syncs the file before the row can commit. */
enum fail file_keep(struct store *s, int fd, struct str name, struct str media,
                    struct file_ref *out) MUST_USE;
/* The same for what is inside an act already. */
enum fail file_keep_within(struct act *a, int fd, struct str name, struct str media,
                           struct file_ref *out) MUST_USE;
/* One that the program made, up to LIMIT_HANDED_BYTES. */
enum fail file_keep_made(struct act *a, int fd, struct str name, struct str media,
                         struct file_ref *out) MUST_USE;
/* The files that a record named are destroyed where no other names them; its history still
 * says that they were there.  For a record whose file field was emptied in this act. */
enum fail record_drop_files(struct act *a, struct id record) MUST_USE;
/* A file that was kept and that no record names yet; for whoever kept it. */
enum fail file_open_kept(struct store *s, const struct file_ref *file, int *fd) MUST_USE;
/* For a file whose record was refused: takes it from the disk unless a record uses it. */
void file_drop(struct store *s, const struct file_ref *file);
/* Only for files of records that the actor may read; the caller closes *fd. */
enum fail file_open(struct act *a, const struct row *r, int field, int *fd) MUST_USE;

/* ---- numbers and settings of a tenant ---- */
enum fail setting_get(struct act *a, struct str name, struct str *out) MUST_USE;
/* A change is an entry of the history; the same value again is none. */
enum fail setting_set(struct act *a, struct str name, struct str value,
                      struct str reason) MUST_USE;

#endif
