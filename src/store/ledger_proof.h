/*
 * ledger_proof.h -- what somebody else needs to check a record without trusting us.
 *
 * A proof is JSON: the checkpoint (a signed note), the verification key, and for each entry
 * of the record its leaf, its number and the hashes from there to the root; with `values`
 * also the salts and values, so that the commitments in the leaf can be checked.
 *
 *     {"origin":"wardroom/…","key":"wardroom/…+…","checkpoint":"…","record":"…",
 *      "entries":[{"seq":5,"leaf":"{…}","proof":["base64",…],
 *                  "opened":[{"field":"title","salt":"hex","value":"Plan"}]}]}
 *
 * An export is a folder as c2sp.org/tlog-tiles has it: checkpoint, tile/LEVEL/…, and
 * tile/entries/… with the leaves.  docs/ledger.md says how to check either by hand.
 */
#ifndef STORE_LEDGER_PROOF_H
#define STORE_LEDGER_PROOF_H

#include "base/fail.h"
#include "base/refusal.h"
#include "model/act.h"
#include "store/checkpoint.h"

/*
 * Up to the checkpoint.  The caller has judged who may see the record; a value that names
 * what the actor may not see stays closed (its commitment is in the leaf all the same), and
 * "masked" counts such.  FAIL_NOT_FOUND: no such history.
 */
enum fail ledger_proof(struct act *a, struct id record, const struct kept_checkpoint *c,
                       bool values, struct text *out) MUST_USE;

/* That the tree of an older checkpoint is the beginning of this one's. */
struct ledger_growth {
	int64_t from, to;
	struct tree_proof proof;
};
/* `older` is text that somebody kept.  FAIL_REFUSED with the reason in `why`: not a
 * checkpoint of this organisation, not signed by a key of it, or of another tree. */
enum fail ledger_grew(struct act *a, struct str older, const struct kept_checkpoint *now,
                      struct refusal *why, struct ledger_growth *out) MUST_USE;
/* The key that signed it, among those that the organisation lists. */
enum fail checkpoint_key(struct act *a, const struct kept_checkpoint *c,
                         struct note_key *out) MUST_USE;

/* Into a folder that is empty or holds an earlier export.  The tree as large as `c` says.
 */
enum fail ledger_export(struct act *a, const struct kept_checkpoint *c,
                        const char *folder) MUST_USE;

#endif
