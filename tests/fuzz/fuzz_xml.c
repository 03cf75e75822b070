/* fuzz_xml.c -- XML in pieces of any length tells the same as XML at once.
 * links: codec base
 */
#include "codec/xml.h"
#include "fuzz/exact.h"

/* What was told, as text; runs of text count as one, however they were cut. */
static void on_start(void *arg, const struct xml_element *e)
{
	MUST(e->name);
	text_addf(arg, "<%d:%s", (int)e->space, e->name);
	for (const char **at = e->attributes; *at; at += 2)
		text_addf(arg, " %s=%s", at[0], at[1]);
	text_addf(arg, " %ld>", xml_number(e, "val", 0));
}

static void on_end(void *arg, const struct xml_element *e)
{
	text_addf(arg, "</%d:%s>", (int)e->space, e->name);
}

static void on_text(void *arg, struct str s)
{
	MUST(str_is_utf8(s));
	text_add(arg, s);
}

static enum fail told(struct arena *a, struct str s, size_t piece, struct text *to)
{
	struct xml_handler h = { to, on_start, on_end, on_text };
	struct xml *x = xml_begin(a, &h);

	while (s.n > piece) {
		enum fail f = xml_feed(x, str_cut(s, piece), false);

		if (f != OK)
			return f;
		s = str_from(s, piece);
	}
	return xml_feed(x, s, true);
}

FUZZ(a, s)
{
	struct text whole = text_on(a, 64u << 20), pieces = text_on(a, 64u << 20);
	size_t piece = s.n ? (unsigned char)s.p[0] % 16u + 1u : 1;
	enum fail f = told(a, s, s.n + 1, &whole);

	MUST(told(a, s, piece, &pieces) == f);
	if (f == OK)
		MUST(str_equal(text_str(&whole), text_str(&pieces)));
}
