/*
 * ledger.h -- the history of a tenant, and the Merkle tree over it.
 *
 * Every change of a record is one row of history and one leaf of the tenant's tree
 * (RFC 6962, SHA-256).  A leaf is canonical JSON (RFC 8785) and holds nothing that erasing
 * would have to destroy: of every value only HMAC-SHA-256(salt, value) is in it.  Salts and
 * values stand beside the leaf in the row ("opened") and can be taken away; the tree stays.
 *
 *     {"at":"2026-11-21T20:14:05.000001Z","by":"0193…","commitments":{"@reason":"9f…",
 *      "title":"c4…"},"record":"0193…","type":"plan","v":1,"version":3,"what":"change"}
 *
 * The bytes that are committed are the RFC 8785 text of the value: "text" with its quotes,
 * a number (whole, within 2^53; beyond that as text), true, ["id", …], {"en":…,"fr":…},
 * null.
 *
 * One write: ledger_instant() first (it also takes the tenant's order), then the record's
 * rows, then ledger_append() with that instant.  All of it in one transaction.
 *
 * Source: RFC 6962 section 2.1, RFC 8785; docs/ledger.md
 */
#ifndef STORE_LEDGER_H
#define STORE_LEDGER_H

#include "base/fail.h"
#include "base/id.h"
#include "base/text.h"
#include "base/time.h"
#include "store/ledger_tree.h"

struct tx;

/* The tables, for db_script: history, ledger_head, ledger_node, ledger_checkpoint,
 * ledger_key. */
extern const char *const ledger_schema;

/* A field's new value.  Names: a field of the type, or a built-in one of the list below. */
struct ledger_value {
	struct str field;               /* printable ASCII; each at most once in an entry */
	struct str json;                /* RFC 8785 text; p null: null */
};

/* Names of what is no field of the type. */
#define LEDGER_UNIT "@unit"             /* "id" */
#define LEDGER_LABEL "@label"           /* number: the rank */
#define LEDGER_OWNER "@owner"           /* "id" or null */
#define LEDGER_STATE "@state"           /* "draft" */
#define LEDGER_NEED_TO_KNOW "@need_to_know"     /* ["id", …] */
#define LEDGER_WITHDRAWN "@withdrawn"   /* true, false */
#define LEDGER_NUMBER "@number"         /* the 42 of RSK-0042, at "create" */
#define LEDGER_AUTHOR "@author"         /* "id" or null */
#define LEDGER_REASON "@reason"         /* added by ledger_append */
#define LEDGER_BY_NAME "@by_name"       /* added by ledger_append */

struct ledger_entry {
	struct instant at;              /* from ledger_instant */
	struct id by;                   /* account; ID_NONE: the program or an operator */
	struct str by_name;             /* who acts when there is no account: "clock" */
	struct str type; /* "plan"; also "account", "ledger": not all are records */
	struct id record;
	int64_t version;
	struct str what; /* "create", "change", "step:grant", "withdraw", ... */
	struct str reason;              /* may be empty */
	const struct ledger_value *values;      /* what changed, with what it is now */
	size_t value_count;
};

/*
 * Takes the tenant's turn: until the transaction ends nobody else writes for it, so that
 * what is read from here on stays so.  The first statement of each write.
 */
enum fail ledger_turn(struct tx *tx, struct id org) MUST_USE;
/* The instant of the next entry: the later of now and last + 1 microsecond. */
enum fail ledger_instant(struct tx *tx, struct id org, struct instant now,
                         struct instant *at) MUST_USE;
/* O(log n).  *seq (may be null): the leaf's number in the tenant's tree, from 0. */
enum fail ledger_append(struct tx *tx, struct arena *a, struct id org,
                        const struct ledger_entry *entry, int64_t *seq) MUST_USE;

/* One value as it stands beside a leaf. */
struct ledger_opened {
	struct str field;
	struct str salt;                /* SALT_BYTES bytes */
	struct str json;                /* RFC 8785 text of the value */
};

struct ledger_row {
	int64_t seq;
	struct instant at;
	struct id by;
	struct str type;
	struct id record;
	int64_t version;
	struct str what;
	struct str leaf;
	bool erased;                    /* salts and values are gone; opened is empty */
	const struct ledger_opened *opened;
	size_t opened_count;
};

/* The entries of one record, oldest first. */
enum fail ledger_of_record(struct tx *tx, struct arena *a, struct id org, struct id record,
                           struct ledger_row **out, size_t *count) MUST_USE;
/* The value of a field in an entry; p null when it is not in it (or erased). */
struct str ledger_value_of(const struct ledger_row *row, const char *field);

/* The head and the subtrees from the leaves alone, where there are none yet.  FAIL_FORMAT
 * when an entry is missing. */
enum fail ledger_remake(struct tx *tx, struct id org) MUST_USE;

/* The tree's size, 0 when there is none yet; *at is the instant of the last entry. */
enum fail ledger_size(struct tx *tx, struct id org, int64_t *size,
                      struct instant *at) MUST_USE;
enum fail ledger_root(struct tx *tx, struct id org, int64_t size,
                      struct tree_hash *out) MUST_USE;
/* A complete subtree, and level 0 the hash of a leaf. */
enum fail ledger_subtree(struct tx *tx, struct id org, int level, int64_t place,
                         struct tree_hash *out) MUST_USE;
enum fail ledger_inclusion(struct tx *tx, struct id org, int64_t seq, int64_t size,
                           struct tree_proof *out) MUST_USE;
enum fail ledger_consistency(struct tx *tx, struct id org, int64_t from, int64_t to,
                             struct tree_proof *out) MUST_USE;
/* The bytes "opened" is kept as, from and to; for erase, verify and tests. */
bool ledger_opened_parse(struct arena *a, struct str text, struct ledger_row *into);
/* Does an entry of that name say that everything before it was destroyed? */
bool ledger_destroys(struct str what);
/* Takes salts and values of a record's entries away; the leaves stay. */
enum fail ledger_forget(struct tx *tx, struct id org, struct id record) MUST_USE;

#endif
