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
#include "model/act.h"
#include "store/checkpoint.h"

/* The caller has judged who may see the record.  FAIL_NOT_FOUND: no such history. */
enum fail ledger_proof(struct act *a, struct id record, const struct kept_checkpoint *c,
                       const struct ledger_key *key, bool values,
                       struct text *out) MUST_USE;

/* Into a folder that is empty or holds an earlier export.  The tree as large as `c` says.
 */
enum fail ledger_export(struct act *a, const struct kept_checkpoint *c,
                        const char *folder) MUST_USE;

#endif
