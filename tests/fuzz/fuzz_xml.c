/* fuzz_xml.c -- XML in pieces of any length.
 * links: codec base
 */
#include "codec/xml.h"
#include "fuzz/exact.h"

static void on_element(void *arg, const struct xml_element *e)
{
	(void)arg;
	MUST(e->name);
	xml_number(e, "val", 0);
}

static void on_text(void *arg, struct str s)
{
	(void)arg;
	MUST(str_is_utf8(s));
}

FUZZ(a, s)
{
	struct xml_handler h = { NULL, on_element, on_element, on_text };
	struct xml *x = xml_begin(a, &h);
	size_t piece = s.n ? (unsigned char)s.p[0] + 1u : 1;

	while (s.n > piece) {
		if (xml_feed(x, str_cut(s, piece), false) != OK)
			return;
		s = str_from(s, piece);
	}
	if (xml_feed(x, s, true) != OK)
		return;
}
