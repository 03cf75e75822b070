/*
 * password.c -- Argon2id: t=2, m=19 MiB, p=1.
 *
 * Each one takes 19 MiB for about 20 ms, so only a few run at a time and the rest wait.
 */
#include "crypto/crypto.h"

#include <pthread.h>

#include <sodium.h>

#include "base/arena.h"

#define PASSES 2
#define MEMORY_BYTES ((size_t)19 * 1024 * 1024)
#define AT_ONCE 4
#define LONGEST_PASSWORD 1024

static pthread_once_t once = PTHREAD_ONCE_INIT;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t changed = PTHREAD_COND_INITIALIZER;
static int running;

static void start_sodium(void)
{
	if (sodium_init() < 0)
		BUG("libsodium did not start");
}

static void enter(void)
{
	pthread_once(&once, start_sodium);
	pthread_mutex_lock(&lock);
	while (running >= AT_ONCE)
		pthread_cond_wait(&changed, &lock);
	running++;
	pthread_mutex_unlock(&lock);
}

static void leave(void)
{
	pthread_mutex_lock(&lock);
	running--;
	pthread_cond_signal(&changed);
	pthread_mutex_unlock(&lock);
}

enum fail password_hash(struct arena *a, struct str password, struct str *out)
{
	char made[crypto_pwhash_STRBYTES];

	if (password.n > LONGEST_PASSWORD)
		return fail_say(FAIL_FULL, "a password of %zu bytes is longer than %d",
		                password.n, LONGEST_PASSWORD);
	enter();
	int failed =
		crypto_pwhash_str_alg(made, password.p ? password.p : "", password.n,
	                              PASSES, MEMORY_BYTES, crypto_pwhash_ALG_ARGON2ID13);
	leave();
	if (failed)
		return fail_say(FAIL_MEMORY, "no memory to hash a password");
	*out = str_copy(a, str_of(made));
	return OK;
}

bool password_matches(struct str password, struct str hash)
{
	char text[crypto_pwhash_STRBYTES] = { 0 };

	if (password.n > LONGEST_PASSWORD || hash.n >= sizeof text ||
	    !str_starts(hash, "$argon2"))
		return false;
	memcpy(text, hash.p, hash.n);
	enter();
	int wrong =
		crypto_pwhash_str_verify(text, password.p ? password.p : "", password.n);
	leave();
	return wrong == 0;
}
