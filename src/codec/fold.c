/* fold.c -- text without what does not matter when it is compared: case, accents,
 * typography. */
#include "codec/words.h"

#include <utf8proc.h>

#include "base/arena.h"

/* Longest decomposition of one character (U+FDFA) is 18. */
#define MOST_PARTS 32

static bool is_ascii(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if ((unsigned char)s.p[i] >= 0x80)
			return false;
	return true;
}

static struct str fold_ascii(struct arena *a, struct str s)
{
	struct str out = str_copy(a, s);
	char *p = (char *)out.p;

	for (size_t i = 0; i < out.n; i++)
		if (p[i] >= 'A' && p[i] <= 'Z')
			p[i] = (char)(p[i] - 'A' + 'a');
	return out;
}

/* What Unicode does not decompose but a reader takes for the same. */
static const char *plain_for(uint32_t c)
{
	switch (c) {
	case 0x153: return "oe";        /* œ */
	case 0xe6: return "ae";         /* æ */
	case 0xf8: return "o";          /* ø */
	case 0x142: return "l";         /* ł */
	case 0x2018:
	case 0x2019:
	case 0x201a:
	case 0x201b:
	case 0x2bc: return "'";
	case 0xab:
	case 0xbb:
	case 0x201c:
	case 0x201d:
	case 0x201e:
	case 0x201f: return "\"";
	case 0x2010:
	case 0x2011:
	case 0x2012:
	case 0x2013:
	case 0x2014:
	case 0x2015:
	case 0x2212: return "-";
	default: return NULL;
	}
}

static void add_folded(struct text *t, int32_t c)
{
	int32_t parts[MOST_PARTS];
	int boundary = 0;
	utf8proc_ssize_t n = utf8proc_decompose_char(
		c, parts, MOST_PARTS,
		UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD |
			UTF8PROC_STRIPMARK | UTF8PROC_IGNORE,
		&boundary);

	for (utf8proc_ssize_t i = 0; i < n && i < MOST_PARTS; i++) {
		const char *plain = plain_for((uint32_t)parts[i]);
		if (plain)
			text_addz(t, plain);
		else if (parts[i] > 0)
			text_add_utf8(t, (uint32_t)parts[i]);
	}
}

struct str fold(struct arena *a, struct str s)
{
	if (is_ascii(s))
		return fold_ascii(a, s);
	struct text t = text_on(a, 32 * s.n + 64);
	for (size_t i = 0; i < s.n;) {
		int32_t c;
		utf8proc_ssize_t n = utf8proc_iterate((const uint8_t *)s.p + i,
		                                      (utf8proc_ssize_t)(s.n - i), &c);
		if (n <= 0) {           /* not UTF-8: passed over */
			i++;
			continue;
		}
		add_folded(&t, c);
		i += (size_t)n;
	}
	return text_str(&t);
}
