/*
 * verify.h -- is the history whole, and is the present what the history says?
 *
 * For each tenant: recomputes the tree from the leaves and compares every stored subtree
 * and the head; reads each leaf against its row; checks every commitment against the value
 * beside it; checks every checkpoint's signature and root, and one that left the machine;
 * replays the history of each record against its row, its short form, its links and its
 * approvals; and hashes every file.  Reads only.  What differs is named as precisely as it
 * can be, the first first; after VERIFY_AT_MOST differences it only counts.
 */
#ifndef STORE_VERIFY_H
#define STORE_VERIFY_H

#include "base/fail.h"
#include "base/id.h"
#include "store/ledger_tree.h"
#include "store/note.h"

struct store;
struct act;

#define VERIFY_AT_MOST 50

struct verify_options {
	struct str checkpoint; /* text of a note that was kept elsewhere; or empty */
	const struct note_key *key; /* only this key counts for it; or null: any listed */
	const uint8_t *own_key; /* the installation's public key; or null: not at hand */
	/* Called now and then; false stops (FAIL_CANCELLED). */
	bool (*go_on)(void *arg, const char *doing, int64_t done, int64_t of);
	void *arg;
};

struct verify_difference {
	struct str where;               /* "entry 17", "PLN-0003", "checkpoint of 1042" */
	struct str what;                /* one sentence, lower case, English */
};

struct verify_result {
	struct id org;
	int64_t entries, erased_entries, records, checkpoints, approvals, files;
	int64_t other_keys; /* checkpoints signed by a listed key, not by own_key */
	struct tree_hash root;
	struct verify_difference at[VERIFY_AT_MOST];
	int64_t differences;            /* all of them; 0: everything holds */
};

/* One tenant.  OK also when something differs: look at `differences`. */
enum fail store_verify(struct store *s, struct arena *a, struct id org,
                       const struct verify_options *o, struct verify_result *out) MUST_USE;
/* The same inside a transaction, of the act's own tenant: before it is committed. */
enum fail verify_within(struct act *act, struct arena *a, const struct verify_options *o,
                        struct verify_result *out) MUST_USE;

/* Makes the words of every record anew from its fields; *changed counts those that were
 * others.  A write for each few hundred records. */
enum fail store_rebuild_words(struct store *s, struct id org, int64_t *changed) MUST_USE;

#endif
