/*
 * parts.h -- what the files of store/ share and nobody else sees.
 *
 * Tables (columns are derived in columns.c, made in schema.c):
 *
 *     r_TYPE        one row a record: built-in columns, f_FIELD for each field, and
 * s_FIELD, the folded text that is sorted and looked through entry         every record of
 * every type: what a link, a code or a search hit shows link          every link of every
 * record, for "what links here" and links to many need_to_know  persons who may see a
 * record that is not for everybody approval, word_doc, file_use, counter, setting, tenant,
 * schema_meta, schema_field
 *
 * `unfilled` is never null where it can be helped: empty text, 0; a number or flag is null.
 */
#ifndef STORE_PARTS_H
#define STORE_PARTS_H

#include <pthread.h>
#include <stdatomic.h>

#include "access/access.h"
#include "base/limits.h"
#include "db/words.h"
#include "model/value.h"
#include "store/store.h"

#define EFFECTS_DEEP 8                  /* effects within effects */
#define HOOKS_MAX 8
#define FOLDED_BYTES 1000               /* of a text kept for sorting and looking through */
#define SQL_BYTES (64u * 1024)

/* The composed texts of one type, made when the store opens and constant afterwards. */
struct table {
	const struct record_type *type;
	struct str columns;             /* "t.id, t.number, ..., t.f_title, ..." */
	int column_count;               /* of `columns` */
	struct str get;                 /* rows by id: the ids follow */
	struct str insert;
	struct str update;
	bool has_many;                  /* links to many: read from the table link */
	bool has_links;
	bool has_files;
};

struct store {
	struct db *db;
	const struct registry *registry;
	struct arena *arena;            /* of the texts below */
	struct table *tables;           /* as the registry is ordered */
	struct str local_fields;        /* reads what an organisation added; empty: none */
	char *path; /* beside the database: the ledger's key; see db_beside */
	char *evidence;                 /* folder of the files */
	after_write_fn *hooks[HOOKS_MAX];
	size_t hook_count;
	_Atomic int64_t clock_us;       /* 0: the machine's */
};

/* ---- columns.c: how a field is kept ---- */
struct column {
	char name[64];
	const char *token;              /* what follows the name in "create table" */
};
#define COLUMNS_OF_FIELD 4
#define BUILT_IN_COLUMNS 14             /* at the start of table.columns */
size_t field_columns(const struct field *f, struct column out[COLUMNS_OF_FIELD]);
const char *field_kind(const struct field *f);          /* kept to compare with later */
/* What a field is sorted by, "t.s_title"; null when it cannot be sorted by. */
struct str field_sort_key(struct arena *a, const struct field *f, enum lang lang);
/* `this_type` and `this_column` in a literal become the table of a type and a column of it.
 */
struct str sql_for(struct arena *a, const char *sql, const struct record_type *t,
                   const char *column);
bool field_indexed(const struct record_type *t, int field);
void table_compose(struct arena *a, const struct record_type *t, struct table *out);
const struct table *table_of(const struct store *s, const struct record_type *t);
void field_bind(struct stmt *s, struct arena *a, const struct field *f,
                const struct value *v);
/* Reads from column *at on; moves it on. */
void field_read(struct stmt *s, struct arena *a, const struct field *f, int *at,
                struct value *v);

/* ---- schema.c ---- */
#define SCHEMA_FORMAT 1                 /* of the fixed tables; FAIL_NEWER above it */
/* Brings the data up to date; opened only for reading, looks whether it is. */
enum fail schema_open(struct store *s, const struct store_options *o) MUST_USE;

/* ---- row_read.c: rows, whoever asks; callers judge ---- */
enum fail row_load(struct act *a, const struct record_type *t, struct id id,
                   struct row **out) MUST_USE;
/* Several of one type; null where there is none of that id. */
enum fail rows_load(struct act *a, const struct record_type *t, const struct id *ids,
                    size_t count, struct row **out) MUST_USE;
struct row *row_from(struct stmt *s, struct arena *a, const struct table *t,
                     const struct record_type *type);
/* What stands in other tables, for all of them at once. */
enum fail rows_complete(struct act *a, const struct table *t, struct row *const *rows,
                        size_t count) MUST_USE;
struct row *row_copy(struct arena *a, const struct row *r);

/* ---- row_write.c: the row and everything that follows from it ---- */
struct written {
	const char *what;               /* "create", "step:grant" */
	struct str reason;
	bool withdraws;                 /* withdrawn_at becomes the instant of the entry */
	bool whole;                     /* history gets all values, not only the new ones */
};
enum fail row_store(struct act *a, const struct row *before, struct row *after,
                    const struct written *w) MUST_USE;
enum fail row_index_words(struct act *a, const struct row *r) MUST_USE;
/* What follows from a row that is there but came another way: its folded texts, its entry,
 * its words. */
enum fail row_remake(struct act *a, const struct row *r) MUST_USE;
/* The row, its links, words, entry: gone; history stays.  For erase and for the bin. */
enum fail row_remove(struct act *a, const struct row *r) MUST_USE;
enum fail next_number(struct act *a, struct str of, int64_t *out) MUST_USE;

/* ---- rules.c: everything that can be refused ---- */
struct rule_case {
	const struct row *before;       /* null: a new record */
	struct row *after;
	const struct change *change;
	const struct step *step;        /* or null */
	bool by_program;
};
/* Puts the change into c->after; refuses fields that may not be given here. */
void rules_apply(struct act *a, struct rule_case *c, struct refusal *why);
/* Everything about the values afterwards. */
enum fail rules_check(struct act *a, struct rule_case *c, struct refusal *why) MUST_USE;
/* Only whether what must be unique still is. */
enum fail rules_unique(struct act *a, const struct row *r, struct refusal *why) MUST_USE;

/* ---- record.c ---- */
void record_must_write(const struct act *a);
enum fail record_for_change(struct act *a, const struct record_type *t, struct id id,
                            int64_t version, struct row **out) MUST_USE;
/* Effects and hooks after a write. */
enum fail record_follow(struct act *a, const struct row *before, const struct row *after,
                        effect_fn *effect) MUST_USE;
bool may_read(struct act *a, const struct row *r);

/* ---- approvals.c ---- */
enum fail approval_add(struct act *a, const struct row *r,
                       const struct step *step) MUST_USE;
/* Voids those that no longer fit the values; *fall_back: state to fall back to, or -1. */
enum fail approvals_void(struct act *a, const struct row *before, const struct row *after,
                         int *fall_back) MUST_USE;

/* ---- follow.c: parts go where the record goes that they hang on ---- */
/* A part that is created or changed is placed with its records; what would be wider is
 * refused. */
enum fail follow_place(struct act *a, struct rule_case *c, struct refusal *why) MUST_USE;
/* The records that repeat what a record says (fields with .copies), whoever sees them. */
struct copy_of {
	const struct record_type *type;
	struct id id;
};
enum fail record_copies(struct act *a, struct id record, struct copy_of **out,
                        size_t *count) MUST_USE;
/* After a record's unit, label, persons or owner changed: its parts follow. */
enum fail follow_carry(struct act *a, const struct row *before,
                       const struct row *after) MUST_USE;

/* ---- about.c: what an attachment is about ---- */
extern const char *const about_schema;
struct abouts {
	const struct about *at;
	size_t count;
};
/* Of each record, at most IDS_AT_ONCE of them; nothing for what is no attachment. */
enum fail about_read(struct act *a, const struct id *records, size_t count,
                     struct abouts *out) MUST_USE;
/* After the links of a row were written; r->about says it afterwards. */
enum fail about_write(struct act *a, const struct row *before, struct row *r) MUST_USE;
/* For all records, from their links and entries. */
enum fail about_fill(struct tx *tx, const struct registry *g) MUST_USE;

/* ---- past.c ---- */
struct ledger_row;
/* Moves on to where it belonged and who could see it after this entry of its history. */
void subject_follow(struct act *a, struct subject *s, const struct ledger_row *entry);

/* ---- entries.c: the few columns of all records ---- */
struct entry {
	struct id id;
	const struct record_type *type; /* null: a type that is no longer there */
	int64_t number;
	struct str title, french;
	struct subject subject;
	bool withdrawn;
	struct str state;
};
enum fail entry_get(struct act *a, struct id id, struct entry *out) MUST_USE;
/* Several at once; without a type: there is none of that id. */
enum fail entries_get(struct act *a, const struct id *ids, size_t count,
                      struct entry *out) MUST_USE;
bool entry_visible(struct act *a, const struct entry *e);
enum fail entry_store(struct act *a, const struct row *r, bool is_new) MUST_USE;
void entry_face(struct act *a, const struct entry *e, struct link_face *out);
enum fail need_to_know_of(struct act *a, struct id record, const struct id **out,
                          size_t *count) MUST_USE;

/* ---- known.c: entries that an act has read, and will ask for ---- */
struct known {
	struct known_table *table;
};
void known_release(struct known *k);
bool known_get(struct act *a, struct id id, struct entry *out);
void known_put(struct act *a, const struct entry *e);
/* These rows may be shown, with what they link to. */
void known_expect(struct act *a, struct row *const *rows, size_t count);
/* Adds to `ids` what will be asked for after `id`; how many there are now. */
size_t known_others(struct act *a, struct id id, struct id *ids, size_t count, size_t room);

/* ---- several.c: one statement about several records ---- */
#define IDS_AT_ONCE 32
/* "... in (" ids ") ..." of :org; at most IDS_AT_ONCE. */
struct stmt *query_several(struct act *a, struct str before, const char *after,
                           const struct id *ids, size_t count);

/* ---- search_query.c ---- */
/* What somebody typed, for the word index. */
struct words_wanted search_wanted(struct act *a, struct str words);
/* The words of a record as the index is given them. */
struct str search_words_of(struct arena *a, const struct row *r);

/* ---- record.c ---- */
/* Whether records of its type are ever withdrawn or erased. */
bool may_leave(const struct row *r, struct refusal *why);

/* ---- erase.c ---- */
/* The files of a record, to be removed once the transaction is certain, where no other
 * record uses them. */
enum fail files_give_up(struct act *a, struct id record) MUST_USE;

/* ---- local.c: fields that an organisation added ---- */
extern const char *const local_schema;
void local_compose(struct store *s);
enum fail local_types(struct act *a) MUST_USE;  /* fills a->types */
enum fail local_read(struct act *a, const struct id *ids, struct row *const *rows,
                     size_t count) MUST_USE;
enum fail local_write(struct act *a, const struct row *before,
                      const struct row *r) MUST_USE;
enum fail local_remove(struct act *a, struct id record) MUST_USE;
/* Is its value kept in local_value, and in which form lists sort and filter by it? */
bool local_keeps(const struct field *f);
struct str local_sorted(struct arena *a, const struct field *f, struct str kept);
/* What stands for a field of the row "t" in a statement. */
enum column_part { COLUMN_KEPT, COLUMN_SORTED, COLUMN_SORTED_FRENCH };
struct str column_sql(struct arena *a, const struct field *f, enum column_part part);

/* ---- answers.c ---- */
/* Remembered answers that speak of a record lose what they said. */
enum fail answers_destroy(struct act *a, struct id record) MUST_USE;

/* ---- tenant.c, settings.c: types of entries about the tenant itself ---- */
#define TENANT_TYPE "tenant"
#define SETTING_TYPE "setting"

/* ---- files.c ---- */
#define FILE_COMING "new-" /* begins the name of a file that is being written */
void file_path(const struct store *s, const uint8_t hash[32], char *out, size_t room);
/* By a record of any tenant: the bytes are shared.  (erase.c) */
enum fail file_is_used(struct tx *tx, const uint8_t hash[32], bool *used) MUST_USE;

/* ---- bin.c: what has been in the bin for LIMIT_BIN_DAYS goes ---- */
bool bin_is_over(struct instant since, struct instant now);
enum fail bin_purge(struct store *s, const struct actor *clock, int64_t *gone) MUST_USE;

/* ---- helpers ---- */
static inline struct id act_org(const struct act *a)
{
	return a->actor->org;
}

#endif
