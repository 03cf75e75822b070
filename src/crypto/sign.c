/* sign.c -- Ed25519 (RFC 8032): a seed of 32 bytes is the whole secret. */
#include "crypto/crypto.h"

#include <openssl/evp.h>

static EVP_PKEY *secret_key(const uint8_t *seed)
{
	EVP_PKEY *key = EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, NULL, seed,
	                                             ED25519_SEED_BYTES);

	if (!key)
		BUG("Ed25519 is not available");
	return key;
}

void ed25519_public(const uint8_t seed[ED25519_SEED_BYTES],
                    uint8_t public_key[ED25519_PUBLIC_BYTES])
{
	size_t n = ED25519_PUBLIC_BYTES;
	EVP_PKEY *key = secret_key(seed);

	if (EVP_PKEY_get_raw_public_key(key, public_key, &n) != 1 ||
	    n != ED25519_PUBLIC_BYTES)
		BUG("Ed25519 gave no public key");
	EVP_PKEY_free(key);
}

void ed25519_new(uint8_t seed[ED25519_SEED_BYTES], uint8_t public_key[ED25519_PUBLIC_BYTES])
{
	random_bytes(seed, ED25519_SEED_BYTES);
	ed25519_public(seed, public_key);
}

void ed25519_sign(const uint8_t seed[ED25519_SEED_BYTES], const void *p, size_t n,
                  uint8_t signature[ED25519_SIGNATURE_BYTES])
{
	size_t made = ED25519_SIGNATURE_BYTES;
	EVP_PKEY *key = secret_key(seed);
	EVP_MD_CTX *context = EVP_MD_CTX_new();

	if (!context || EVP_DigestSignInit(context, NULL, NULL, NULL, key) != 1 ||
	    EVP_DigestSign(context, signature, &made, p, n) != 1 ||
	    made != ED25519_SIGNATURE_BYTES)
		BUG("Ed25519 did not sign");
	EVP_MD_CTX_free(context);
	EVP_PKEY_free(key);
}

bool ed25519_verify(const uint8_t public_key[ED25519_PUBLIC_BYTES], const void *p, size_t n,
                    const uint8_t signature[ED25519_SIGNATURE_BYTES])
{
	EVP_PKEY *key = EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, NULL, public_key,
	                                            ED25519_PUBLIC_BYTES);
	if (!key)
		return false;
	EVP_MD_CTX *context = EVP_MD_CTX_new();
	if (!context)
		BUG("Ed25519 is not available");
	bool good =
		EVP_DigestVerifyInit(context, NULL, NULL, NULL, key) == 1 &&
		EVP_DigestVerify(context, signature, ED25519_SIGNATURE_BYTES, p, n) == 1;
	EVP_MD_CTX_free(context);
	EVP_PKEY_free(key);
	return good;
}
