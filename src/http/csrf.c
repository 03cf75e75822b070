/*
 * csrf.c -- a token that only a page of ours could know.
 *
 * HMAC of the session's secret, hidden under fresh random bytes each time, so that
 * compressing a page does not give it away byte by byte (BREACH).
 */
#include "http/http.h"

#include "crypto/crypto.h"

#define MASK_BYTES 16u

static void token_of(struct str secret, uint8_t out[MASK_BYTES])
{
	static const char purpose[] = "wardroom csrf 1";
	uint8_t mac[SHA256_BYTES];

	hmac_sha256(secret.p, secret.n, purpose, sizeof purpose - 1, mac);
	memcpy(out, mac, MASK_BYTES);
}

struct str csrf_token(struct arena *a, struct str session_secret)
{
	uint8_t bytes[2 * MASK_BYTES], token[MASK_BYTES];

	random_bytes(bytes, MASK_BYTES);
	token_of(session_secret, token);
	for (size_t i = 0; i < MASK_BYTES; i++)
		bytes[MASK_BYTES + i] = bytes[i] ^ token[i];
	return hex(a, bytes, sizeof bytes);
}

bool csrf_valid(struct str session_secret, struct str token)
{
	uint8_t bytes[2 * MASK_BYTES], wanted[MASK_BYTES];

	if (session_secret.n == 0 || !hex_parse(token, bytes, sizeof bytes))
		return false;
	token_of(session_secret, wanted);
	for (size_t i = 0; i < MASK_BYTES; i++)
		bytes[i] ^= bytes[MASK_BYTES + i];
	return bytes_equal(bytes, wanted, MASK_BYTES);
}
