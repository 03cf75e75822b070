/*
 * language.c -- whether a text is English or French, by the small words it is held together
 * by.
 *
 * Only words that the other language does not have are counted ("on", "a", "plan",
 * "incident" say nothing).  A heading or a list of names is too short to say: then `sure`
 * is low.
 */
#include "codec/words.h"

#include "base/limits.h"

#define LOOK_AT_BYTES (64u * 1024)
#define ENOUGH 8                       /* so many small words, and the share alone counts */

static const char *const english[] = {
	"the", "of", "and", "to", "is", "are", "be", "by", "for", "with", "that", "this",
	"which", "will", "shall", "must", "should", "from", "or", "it", "not", "has",
	"have", "when", "within", "who", "any", "all", "its", "their", "was", "were",
	"been", "an",
};
static const char *const french[] = {
	"le", "la", "les", "des", "du", "de", "et", "est", "sont", "une", "un", "pour",
	"dans", "par", "sur", "avec", "qui", "que", "ou", "doit", "doivent", "aux", "au",
	"ce", "cette", "ces", "ne", "pas", "ainsi", "leur", "ses", "sa", "son", "afin",
	"lors", "il", "elle", "\xc3\xa0", "\xc3\xaatre", "\xc3\xa9t\xc3\xa9",
	"o\xc3\xb9", "d\xc3\xa8s",
};

static bool is_letter(unsigned char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c >= 0x80;
}

/* ASCII letters lowered; the accented words of the list are rarely written in capitals. */
static bool same_word(struct str s, const char *z)
{
	size_t i = 0;

	for (; i < s.n && z[i]; i++) {
		char c = s.p[i];
		if (c >= 'A' && c <= 'Z')
			c = (char)(c - 'A' + 'a');
		if (c != z[i])
			return false;
	}
	return i == s.n && z[i] == '\0';
}

static bool one_of(struct str s, const char *const *words, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (same_word(s, words[i]))
			return true;
	return false;
}

struct language_guess language_of(struct str text)
{
	unsigned en = 0, fr = 0;

	text = str_cut_utf8(text, LOOK_AT_BYTES);
	for (size_t i = 0; i < text.n;) {
		size_t start = i;
		while (i < text.n && is_letter((unsigned char)text.p[i]))
			i++;
		struct str word = { text.p + start, i - start };
		if (word.n > 0 && word.n <= 8) {
			en += one_of(word, english, COUNT(english));
			fr += one_of(word, french, COUNT(french));
		}
		i += i == start;
	}
	unsigned all = en + fr, more = en > fr ? en : fr;
	if (all == 0)
		return (struct language_guess){ LANG_EN, 0 };
	double share = (2.0 * more - all) / all;
	double weight = all < ENOUGH ? (double)all / ENOUGH : 1.0;
	return (struct language_guess){ fr > en ? LANG_FR : LANG_EN, share * weight };
}
