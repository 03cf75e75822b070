/* entities.c -- the named characters of HTML that people write in Markdown. */
#include "codec/entities.h"

static const struct {
	const char *name, *utf8;
} named[] = {
	{ "&amp;", "&" },
	{ "&lt;", "<" },
	{ "&gt;", ">" },
	{ "&quot;", "\"" },
	{ "&apos;", "'" },
	{ "&nbsp;", " " },
	{ "&ndash;", "–" },
	{ "&mdash;", "—" },
	{ "&hellip;", "…" },
	{ "&laquo;", "«" },
	{ "&raquo;", "»" },
	{ "&lsquo;", "‘" },
	{ "&rsquo;", "’" },
	{ "&ldquo;", "“" },
	{ "&rdquo;", "”" },
	{ "&bull;", "•" },
	{ "&copy;", "©" },
	{ "&reg;", "®" },
	{ "&trade;", "™" },
	{ "&sect;", "§" },
	{ "&eacute;", "é" },
	{ "&egrave;", "è" },
	{ "&ecirc;", "ê" },
	{ "&euml;", "ë" },
	{ "&agrave;", "à" },
	{ "&acirc;", "â" },
	{ "&ccedil;", "ç" },
	{ "&icirc;", "î" },
	{ "&iuml;", "ï" },
	{ "&ocirc;", "ô" },
	{ "&ugrave;", "ù" },
	{ "&ucirc;", "û" },
	{ "&uuml;", "ü" },
	{ "&Eacute;", "É" },
	{ "&Egrave;", "È" },
	{ "&Agrave;", "À" },
	{ "&Ccedil;", "Ç" },
	{ "&oelig;", "œ" },
	{ "&OElig;", "Œ" },
	{ "&euro;", "€" },
	{ "&rarr;", "→" },
	{ "&larr;", "←" },
	{ "&times;", "×" },
	{ "&deg;", "°" },
};

static uint32_t digit_value(char d)
{
	if (d >= '0' && d <= '9')
		return (uint32_t)(d - '0');
	if (d >= 'a' && d <= 'f')
		return (uint32_t)(d - 'a') + 10;
	if (d >= 'A' && d <= 'F')
		return (uint32_t)(d - 'A') + 10;
	return UINT32_MAX;
}

/* "&#233;" or "&#xe9;"; 0 when it is none or no character. */
static uint32_t numbered(struct str s)
{
	bool hex = s.n > 3 && (s.p[2] == 'x' || s.p[2] == 'X');
	uint32_t c = 0;

	for (size_t i = hex ? 3 : 2; i + 1 < s.n; i++) {
		uint32_t digit = digit_value(s.p[i]);
		if (digit >= (hex ? 16u : 10u) || c > 0x10ffff)
			return 0;
		c = c * (hex ? 16 : 10) + digit;
	}
	return c > 0x10ffff || (c >= 0xd800 && c <= 0xdfff) ? 0 : c;
}

void entity_add(struct text *t, struct str entity)
{
	if (str_starts(entity, "&#")) {
		uint32_t c = numbered(entity);
		text_add_utf8(t, c ? c : 0xfffd);
		return;
	}
	for (size_t i = 0; i < COUNT(named); i++)
		if (str_is(entity, named[i].name)) {
			text_addz(t, named[i].utf8);
			return;
		}
	text_add(t, entity);
}
