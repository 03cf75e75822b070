/*
 * checkpoint.h -- the installation's signing key, and signed statements of a tenant's tree.
 *
 * The key is one Ed25519 seed in a file beside the database ("<db>.key", mode 0600), never
 * in it: whoever copies the database cannot sign in its name.  The database lists the
 * public keys that ever signed, so that checkpoints stay checkable after a restore with a
 * new key.
 *
 * A checkpoint says: the tree of this origin has this size and this root (note.h).  Its
 * value comes from leaving the machine: print it, mail it, keep it elsewhere.
 */
#ifndef STORE_CHECKPOINT_H
#define STORE_CHECKPOINT_H

#include "base/fail.h"
#include "base/id.h"
#include "base/time.h"
#include "crypto/crypto.h"
#include "store/note.h"

struct store;
struct tx;

struct ledger_key {
	uint8_t seed[ED25519_SEED_BYTES];
	uint8_t public_key[ED25519_PUBLIC_BYTES];
};

/* "<db>.key" */
struct str ledger_key_path(struct arena *a, const char *db);
/* Reads the file, or makes it when it is missing and `create`.  FAIL_NOT_FOUND: missing;
 * FAIL_DENIED: others may read it; FAIL_FORMAT: not a key. */
enum fail ledger_key_load(struct arena *a, const char *path, bool create,
                          struct ledger_key *out) MUST_USE;
/* Lists the public key in the database; harmless when it is listed. */
enum fail ledger_key_list(struct tx *tx, const struct ledger_key *key,
                          struct instant now) MUST_USE;

/* "wardroom/<tenant>": the origin of its checkpoints and the name of its verification key.
 */
struct str ledger_origin(struct arena *a, struct id org);
struct note_key ledger_note_key(struct arena *a, struct id org,
                                const uint8_t public_key[ED25519_PUBLIC_BYTES]);
/* Every listed public key as a key of this tenant. */
enum fail ledger_note_keys(struct tx *tx, struct arena *a, struct id org,
                           struct note_key **out, size_t *count) MUST_USE;

struct kept_checkpoint {
	int64_t size;
	struct instant at;
	struct str note;
};

/* Signs the tree as it is now and keeps it; gives the last one when nothing was added
 * since. */
enum fail checkpoint_make(struct tx *tx, struct arena *a, struct id org,
                          const struct ledger_key *key, struct instant now,
                          struct kept_checkpoint *out) MUST_USE;
/* FAIL_NOT_FOUND when there is none. */
enum fail checkpoint_last(struct tx *tx, struct arena *a, struct id org,
                          struct kept_checkpoint *out) MUST_USE;
enum fail checkpoint_list(struct tx *tx, struct arena *a, struct id org,
                          struct kept_checkpoint **out, size_t *count) MUST_USE;

/* ---- with the key in its file beside the database ---- */
/* The key is made when there is none yet (a new installation, or one restored elsewhere).
 */
enum fail store_checkpoint(struct store *s, struct arena *a, struct id org,
                           struct kept_checkpoint *out) MUST_USE;
/* Of every tenant; for the clock and for the end of the server. */
enum fail store_checkpoints(struct store *s, int64_t *made) MUST_USE;

#endif
