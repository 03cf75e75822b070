/*
 * crypto.h -- hashes, signatures, passwords, randomness.  The only door to OpenSSL and
 * libsodium.  Everything here ends the program rather than answer wrongly.
 */
#ifndef CRYPTO_CRYPTO_H
#define CRYPTO_CRYPTO_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/fail.h"
#include "base/text.h"

#define SHA256_BYTES 32
#define SALT_BYTES 16
#define ED25519_SEED_BYTES 32
#define ED25519_PUBLIC_BYTES 32
#define ED25519_SIGNATURE_BYTES 64

void random_bytes(void *out, size_t n);
void sha256(const void *p, size_t n, uint8_t out[SHA256_BYTES]);
struct sha256_running;
struct sha256_running *sha256_start(struct arena *a);
void sha256_more(struct sha256_running *h, const void *p, size_t n);
void sha256_finish(struct sha256_running *h, uint8_t out[SHA256_BYTES]);
void hmac_sha256(const void *key, size_t key_bytes, const void *p, size_t n,
                 uint8_t out[SHA256_BYTES]);

void ed25519_new(uint8_t seed[ED25519_SEED_BYTES],
                 uint8_t public_key[ED25519_PUBLIC_BYTES]);
void ed25519_public(const uint8_t seed[ED25519_SEED_BYTES],
                    uint8_t public_key[ED25519_PUBLIC_BYTES]);
void ed25519_sign(const uint8_t seed[ED25519_SEED_BYTES], const void *p, size_t n,
                  uint8_t signature[ED25519_SIGNATURE_BYTES]);
bool ed25519_verify(const uint8_t public_key[ED25519_PUBLIC_BYTES], const void *p, size_t n,
                    const uint8_t signature[ED25519_SIGNATURE_BYTES]);

/* Argon2id, t=2, m=19 MiB, p=1; the text carries its parameters and salt. About 20 ms. */
enum fail password_hash(struct arena *a, struct str password, struct str *out) MUST_USE;
bool password_matches(struct str password, struct str hash);

bool bytes_equal(const void *a, const void *b, size_t n);       /* in constant time */
void bytes_wipe(void *p, size_t n);
/* Lower case; of small things only (n < LIMIT_HEX_BYTES). */
#define LIMIT_HEX_BYTES 1024
struct str hex(struct arena *a, const void *p, size_t n);
bool hex_parse(struct str s, void *out, size_t n);
/* RFC 4648 section 4, with padding; read strictly: no blanks, one text for each value. */
struct str base64(struct arena *a, const void *p, size_t n);
bool base64_parse(struct arena *a, struct str s, struct str *out);

#endif
