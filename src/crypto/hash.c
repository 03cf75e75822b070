/* hash.c -- SHA-256, HMAC, randomness, and comparing without telling how much was equal. */
#include "crypto/crypto.h"

#include <limits.h>
#include <sys/random.h>

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/sha.h>

#include "base/arena.h"

struct sha256_running {
	EVP_MD_CTX *context;
};

void random_bytes(void *out, size_t n)
{
	unsigned char *p = out;

	while (n > 0) {
		size_t piece = n < 256 ? n : 256;   /* never interrupted up to 256 bytes */
		if (getrandom(p, piece, 0) != (ssize_t)piece)
			BUG("the system gave no random bytes");
		p += piece;
		n -= piece;
	}
}

void sha256(const void *p, size_t n, uint8_t out[SHA256_BYTES])
{
	if (!SHA256(p, n, out))
		BUG("SHA-256 is not available");
}

static void close_running(void *what)
{
	EVP_MD_CTX_free(what);
}

struct sha256_running *sha256_start(struct arena *a)
{
	struct sha256_running *h = ARENA_NEW(a, struct sha256_running);

	h->context = EVP_MD_CTX_new();
	if (!h->context || EVP_DigestInit_ex(h->context, EVP_sha256(), NULL) != 1)
		BUG("SHA-256 is not available");
	arena_on_close(a, close_running, h->context);
	if (arena_failed(a)) /* closed at once: a running hash has nowhere to live */
		h->context = NULL;
	return h;
}

void sha256_more(struct sha256_running *h, const void *p, size_t n)
{
	if (h->context && EVP_DigestUpdate(h->context, p, n) != 1)
		BUG("SHA-256 failed");
}

void sha256_finish(struct sha256_running *h, uint8_t out[SHA256_BYTES])
{
	unsigned int n = 0;

	memset(out, 0, SHA256_BYTES);   /* on a sticky arena, where nothing is kept */
	if (h->context &&
	    (EVP_DigestFinal_ex(h->context, out, &n) != 1 || n != SHA256_BYTES))
		BUG("SHA-256 failed");
}

void hmac_sha256(const void *key, size_t key_bytes, const void *p, size_t n,
                 uint8_t out[SHA256_BYTES])
{
	unsigned int made = 0;

	if (key_bytes > INT_MAX)
		BUG("a key of %zu bytes", key_bytes);
	if (!HMAC(EVP_sha256(), key, (int)key_bytes, p, n, out, &made) ||
	    made != SHA256_BYTES)
		BUG("HMAC-SHA-256 is not available");
}

bool bytes_equal(const void *a, const void *b, size_t n)
{
	return CRYPTO_memcmp(a, b, n) == 0;
}

void bytes_wipe(void *p, size_t n)
{
	OPENSSL_cleanse(p, n);
}
