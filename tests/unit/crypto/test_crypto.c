/* test_crypto.c -- published vectors: FIPS 180, RFC 4231, RFC 8032, RFC 4648; passwords. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/limits.h"
#include "crypto/crypto.h"

static struct arena *arena;

static int start(void **state)
{
	(void)state;
	arena = arena_new(LIMIT_REQUEST_BYTES);
	return arena ? 0 : -1;
}

static int stop(void **state)
{
	(void)state;
	arena_free(arena);
	return 0;
}

static void hashes_match_the_standard(void **state)
{
	(void)state;
	uint8_t once[SHA256_BYTES], bits[SHA256_BYTES];
	struct sha256_running *h = sha256_start(arena);

	sha256("abc", 3, once);
	assert_true(
		str_is(hex(arena, once, sizeof once),
	               "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
	sha256_more(h, "a", 1);
	sha256_more(h, "", 0);
	sha256_more(h, "bc", 2);
	sha256_finish(h, bits);
	assert_memory_equal(once, bits, sizeof once);
	/* RFC 4231, test case 2 */
	hmac_sha256("Jefe", 4, "what do ya want for nothing?", 28, once);
	assert_true(
		str_is(hex(arena, once, sizeof once),
	               "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"));
}

static void signatures_match_rfc_8032(void **state)
{
	(void)state;
	uint8_t seed[ED25519_SEED_BYTES], key[ED25519_PUBLIC_BYTES],
		s[ED25519_SIGNATURE_BYTES];

	/* section 7.1, test 2 */
	assert_true(hex_parse(STR("4ccd089b28ff96da9db6c346ec114e0f"
	                          "5b8a319f35aba624da8cf6ed4fb8a6fb"),
	                      seed, sizeof seed));
	ed25519_public(seed, key);
	assert_true(
		str_is(hex(arena, key, sizeof key),
	               "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c"));
	ed25519_sign(seed, "\x72", 1, s);
	assert_true(
		str_is(hex(arena, s, sizeof s),
	               "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
	               "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"));
	assert_true(ed25519_verify(key, "\x72", 1, s));
	assert_false(ed25519_verify(key, "\x73", 1, s));
	s[9] ^= 1;
	assert_false(ed25519_verify(key, "\x72", 1, s));
}

static void base64_has_one_text_for_each_value(void **state)
{
	(void)state;
	static const char *const pairs[][2] = {
		{ "", "" },
		{ "f", "Zg==" },
		{ "fo", "Zm8=" },
		{ "foo", "Zm9v" },
		{ "foob", "Zm9vYg==" },
		{ "fooba", "Zm9vYmE=" },
		{ "foobar", "Zm9vYmFy" },
	};
	static const char *const wrong[] = {
		"Zg",
		"Zg=",
		"Zh==",
		"Zm9=",
		"Z===",
		"====",
		"Zg==Zg==",
		"Zm 9",
		"Zm9v\n",
		"Zm-v",
	};
	struct str out;

	for (size_t i = 0; i < COUNT(pairs); i++) {
		assert_true(str_is(base64(arena, pairs[i][0], strlen(pairs[i][0])),
		                   pairs[i][1]));
		assert_true(base64_parse(arena, str_of(pairs[i][1]), &out));
		assert_true(str_is(out, pairs[i][0]));
	}
	for (size_t i = 0; i < COUNT(wrong); i++)
		assert_false(base64_parse(arena, str_of(wrong[i]), &out));
}

static void hexadecimal_is_read_strictly(void **state)
{
	(void)state;
	uint8_t b[2];

	assert_true(hex_parse(STR("00ff"), b, 2) && b[1] == 0xff);
	assert_false(hex_parse(STR("00FF"), b, 2));
	assert_false(hex_parse(STR("00f"), b, 2));
	assert_false(hex_parse(STR("00fg"), b, 2));
}

static void passwords_are_salted_and_slow_to_guess(void **state)
{
	(void)state;
	struct str one, two;

	assert_int_equal(password_hash(arena, STR("correct horse battery"), &one), OK);
	assert_int_equal(password_hash(arena, STR("correct horse battery"), &two), OK);
	assert_false(str_equal(one, two));
	assert_true(str_starts(one, "$argon2id$v=19$m=19456,t=2,p=1$"));
	assert_true(password_matches(STR("correct horse battery"), one));
	assert_false(password_matches(STR("correct horse batterz"), one));
	assert_false(password_matches(STR(""), STR("")));
	assert_false(password_matches(STR("x"), STR("$argon2id$v=19$m=19456")));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(hashes_match_the_standard, start, stop),
		cmocka_unit_test_setup_teardown(signatures_match_rfc_8032, start, stop),
		cmocka_unit_test_setup_teardown(base64_has_one_text_for_each_value, start,
		                                stop),
		cmocka_unit_test_setup_teardown(hexadecimal_is_read_strictly, start, stop),
		cmocka_unit_test_setup_teardown(passwords_are_salted_and_slow_to_guess,
		                                start, stop),
	};
	return cmocka_run_group_tests_name("crypto", tests, NULL, NULL);
}
