/*
 * secret.c -- cookies, tokens and the set-up code: made at random, kept as hashes.
 *
 * A random text of 256 bits needs no slow hash: SHA-256 is enough to make a stolen table
 * worthless.
 */
#include "identity/internal.h"

struct str secret_new(struct arena *a)
{
	uint8_t bytes[SECRET_BYTES];

	random_bytes(bytes, sizeof bytes);
	struct str s = hex(a, bytes, sizeof bytes);
	bytes_wipe(bytes, sizeof bytes);
	return s;
}

void secret_hash(struct str secret, uint8_t out[SHA256_BYTES])
{
	sha256(secret.p ? secret.p : "", secret.n, out);
}

bool secret_is_plausible(struct str s)
{
	if (s.n != 2 * SECRET_BYTES)
		return false;
	for (size_t i = 0; i < s.n; i++)
		if (!((s.p[i] >= '0' && s.p[i] <= '9') || (s.p[i] >= 'a' && s.p[i] <= 'f')))
			return false;
	return true;
}

#define CODE_LETTERS "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"     /* 32: no I, O, 0, 1 */
#define CODE_LENGTH 20
#define CODE_GROUP 4

struct str setup_code_new(struct arena *a)
{
	uint8_t bytes[CODE_LENGTH];
	struct text t = text_on(a, 64);

	random_bytes(bytes, sizeof bytes);
	for (size_t i = 0; i < sizeof bytes; i++) {
		if (i > 0 && i % CODE_GROUP == 0)
			text_addc(&t, '-');
		text_addc(&t, CODE_LETTERS[bytes[i] % 32]);
	}
	return text_str(&t);
}

struct str setup_code_normal(struct arena *a, struct str typed)
{
	struct text t = text_on(a, 64);

	for (size_t i = 0; i < typed.n; i++) {
		char c = typed.p[i];
		if (c >= 'a' && c <= 'z')
			c = (char)(c - 'a' + 'A');
		if ((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'))
			text_addc(&t, c);
	}
	return text_str(&t);
}
