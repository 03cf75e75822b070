/* fuzz_prose.c -- what opens is closed again in order, and what is told can be read.
 * links: codec base
 */
#include "base/array.h"
#include "codec/prose.h"
#include "fuzz/exact.h"

struct heard {
	enum prose open[4096];
	size_t depth, count;
};

static void on_open(void *to, enum prose what, struct str address)
{
	struct heard *h = to;

	MUST(what < PROSE__COUNT && (address.n == 0 || what == PROSE_LINK));
	if (h->depth < COUNT(h->open))
		h->open[h->depth] = what;
	h->depth++;
}

static void on_close(void *to, enum prose what)
{
	struct heard *h = to;

	MUST(h->depth > 0);
	h->depth--;
	MUST(h->depth >= COUNT(h->open) || h->open[h->depth] == what);
}

static void on_text(void *to, struct str text)
{
	struct heard *h = to;

	for (size_t i = 0; i < text.n; i++)
		h->count += text.p[i] != '\0';
}

static void on_line_end(void *to)
{
	((struct heard *)to)->count++;
}

FUZZ(a, s)
{
	static const struct prose_listener listener = {
		.open = on_open,
		.close = on_close,
		.text = on_text,
		.line_end = on_line_end,
	};
	struct heard *h = ARENA_NEW(a, struct heard);

	if (prose_read(s, &listener, h))
		MUST(h->depth == 0);
}
