/*
 * shapes.c -- telephone numbers, mail and web addresses, by their looks.
 */
#include "actions/reading.h"

static bool digit_at(struct str s, size_t at)
{
	return at < s.n && s.p[at] >= '0' && s.p[at] <= '9';
}

static bool letter_at(struct str s, size_t at)
{
	return at < s.n &&
	       ((s.p[at] >= 'a' && s.p[at] <= 'z') || (s.p[at] >= 'A' && s.p[at] <= 'Z'));
}

static size_t digits_from(struct str s, size_t at)
{
	size_t n = 0;

	while (digit_at(s, at + n))
		n++;
	return n;
}

static bool is_separator(struct str s, size_t at)
{
	return at < s.n && strchr("-. \t", s.p[at]);
}

/* 555-0142, 617 555-0142, (617) 555.0142: the last seven digits as three and four. */
static size_t north_american(struct str s, size_t at)
{
	if (at > 0 && (digit_at(s, at - 1) || letter_at(s, at - 1)))
		return 0;
	if (digits_from(s, at) != 3 || !is_separator(s, at + 3) ||
	    digits_from(s, at + 4) != 4)
		return 0;
	if (is_separator(s, at + 8) && s.p[at + 8] == '-')
		return 0;
	return 8;
}

/* +44 20 7946 0018 */
static size_t international(struct str s, size_t at)
{
	size_t i = at + 1, digits = 0;

	if (s.p[at] != '+')
		return 0;
	while (digit_at(s, i) || is_separator(s, i) || (i < s.n && strchr("()", s.p[i])))
		digits += digit_at(s, i++);
	return digits >= 8 && digits <= 15 ? i - at : 0;
}

/* ext. 4411, poste 4411, x4411 */
static size_t extension(struct str s, size_t at)
{
	static const char *const words[] = { "extension ", "ext. ", "ext ", "poste ", "x" };

	if (at > 0 && letter_at(s, at - 1))
		return 0;
	for (size_t i = 0; i < COUNT(words); i++) {
		size_t n = strlen(words[i]);

		if (at + n >= s.n || strncasecmp(s.p + at, words[i], n) != 0)
			continue;
		size_t digits = digits_from(s, at + n);
		if (digits >= 3 && digits <= 6)
			return n + digits;
	}
	return 0;
}

static size_t phone_at(struct str s, size_t at)
{
	size_t n = digit_at(s, at) ? north_american(s, at) : 0;

	if (n == 0)
		n = international(s, at);
	return n ? n : extension(s, at);
}

static bool address_character(struct str s, size_t at)
{
	return digit_at(s, at) || letter_at(s, at) || (at < s.n && strchr("._-+", s.p[at]));
}

/* `at` is the '@'; gives the length from the start of the address, whose start is *from. */
static size_t email_around(struct str s, size_t at, size_t *from)
{
	size_t end = at + 1, dots = 0;

	*from = at;
	while (*from > 0 && address_character(s, *from - 1))
		(*from)--;
	while (address_character(s, end)) {
		dots += s.p[end] == '.' && letter_at(s, end + 1);
		end++;
	}
	return *from < at && dots > 0 ? end - *from : 0;
}

static size_t web_at(struct str s, size_t at)
{
	struct str rest = str_from(s, at);
	size_t n = 0;

	if (!str_starts(rest, "http://") && !str_starts(rest, "https://") &&
	    !str_starts(rest, "www."))
		return 0;
	while (n < rest.n && rest.p[n] != ' ' && rest.p[n] != ')')
		n++;
	return n;
}

void shapes_in(struct str s, enum shape shape,
               void (*each)(void *arg, size_t start, size_t length), void *arg)
{
	for (size_t i = 0; i < s.n; i++) {
		size_t from = i, n = 0;

		if (shape == SHAPE_PHONE)
			n = phone_at(s, i);
		else if (shape == SHAPE_EMAIL && s.p[i] == '@')
			n = email_around(s, i, &from);
		else if (shape == SHAPE_WEB)
			n = web_at(s, i);
		if (n == 0)
			continue;
		each(arg, from, n);
		i = from + n;
	}
}
