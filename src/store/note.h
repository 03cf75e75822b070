/*
 * note.h -- signed notes and checkpoints, readable by anybody's tools.
 *
 * A note is text that ends with a line end, an empty line, and one line for each signature:
 * an em dash, the key's name, and base64 of the key's id (4 bytes) and the signature.
 * A checkpoint is a note whose text is the log's origin, its size, and its root in base64.
 *
 *     wardroom/0193b2c4-…
 *     1042
 *     CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=
 *
 *     — wardroom/0193b2c4-… Az3grlgtzPICa5OS8npVmf1Myq/…
 *
 * A verification key is written NAME+ID+KEY (id in hexadecimal, key: base64 of 0x01 and the
 * Ed25519 key); the signing key, kept in a file of its own, PRIVATE+KEY+NAME+ID+SEED.
 *
 * Source: c2sp.org/signed-note, c2sp.org/tlog-checkpoint (v1)
 */
#ifndef STORE_NOTE_H
#define STORE_NOTE_H

#include "base/fail.h"
#include "base/text.h"
#include "crypto/crypto.h"
#include "store/ledger_tree.h"

#define NOTE_LIMIT_BYTES (64u * 1024)
#define NOTE_LIMIT_SIGNATURES 16

struct note_signature {
	struct str name;
	uint32_t key_id;
	struct str bytes;               /* after the key id */
};

struct note {
	struct str text;                /* with its last line end */
	struct note_signature signatures[NOTE_LIMIT_SIGNATURES];
	size_t count;
};

struct note_key {
	struct str name;
	uint32_t id;
	uint8_t public_key[ED25519_PUBLIC_BYTES];
};

/* False: not a note.  Views into `s`, signatures in the arena. */
bool note_parse(struct arena *a, struct str s, struct note *out);
/* At least one signature of this key, and every one of it holds. */
bool note_signed_by(const struct note *n, const struct note_key *key);
struct str note_sign(struct arena *a, struct str text, struct str name,
                     const uint8_t seed[ED25519_SEED_BYTES]);

struct note_key note_key_of(struct str name,
                            const uint8_t public_key[ED25519_PUBLIC_BYTES]);
struct str note_key_text(struct arena *a, const struct note_key *key);
bool note_key_parse(struct arena *a, struct str s, struct note_key *out);
struct str note_secret_text(struct arena *a, struct str name,
                            const uint8_t seed[ED25519_SEED_BYTES]);
bool note_secret_parse(struct arena *a, struct str s, struct str *name,
                       uint8_t seed[ED25519_SEED_BYTES]);

struct checkpoint {
	struct str origin;
	int64_t size;
	struct tree_hash root;
};
struct str checkpoint_text(struct arena *a, const struct checkpoint *c);
/* The text of a note; further lines (extensions) are allowed and ignored. */
bool checkpoint_parse(struct arena *a, struct str text, struct checkpoint *out);

#endif
