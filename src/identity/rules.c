/* rules.c -- what a login and a password must be. */
#include "identity/internal.h"

#include "codec/words.h"

#define LOGIN_BYTES 64
#define PASSWORD_BYTES 1024
#define DIFFERENT_LEAST 5

static bool login_byte(unsigned char c)
{
	return c > ' ' && c != 0x7f && c != '/' && c != '\\' && c != '"' && c != '<' &&
	       c != '>';
}

bool login_is_allowed(struct arena *a, struct str login, struct refusal *why)
{
	bool plain = login.n >= 2 && login.n <= LOGIN_BYTES && str_is_utf8(login);

	for (size_t i = 0; i < login.n && plain; i++)
		plain = login_byte((unsigned char)login.p[i]);
	if (plain && fold(a, login).n > 0)
		return true;
	return refuse(why, FIELD_NONE,
	              "a login has 2 to 64 characters, without blanks, quotes or slashes",
	              "An e-mail address is a good login.");
}

static size_t different_bytes(struct str s)
{
	bool seen[256] = { false };
	size_t n = 0;

	for (size_t i = 0; i < s.n; i++) {
		n += !seen[(unsigned char)s.p[i]];
		seen[(unsigned char)s.p[i]] = true;
	}
	return n;
}

bool password_is_allowed(struct arena *a, struct str password, struct str login,
                         struct refusal *why)
{
	size_t before = why->count;

	if (!str_is_utf8(password) || password.n > PASSWORD_BYTES)
		return refuse(why, FIELD_NONE, "a password is text of at most 1,024 bytes",
		              NULL);
	if (str_utf8_length(password) < PASSWORD_LEAST_CHARACTERS)
		refuse(why, FIELD_NONE, "a password has at least 12 characters",
		       "Several words in a row are easy to remember.");
	else if (different_bytes(password) < DIFFERENT_LEAST)
		refuse(why, FIELD_NONE, "the password repeats too few characters",
		       "Several words in a row are easy to remember.");
	if (login.n >= 3 && str_find(fold(a, password), fold(a, login)) != SIZE_MAX)
		refuse(why, FIELD_NONE, "the password contains the login", NULL);
	return why->count == before;
}
