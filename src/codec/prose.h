/*
 * prose.h -- paragraphs that people typed (Markdown), told piece by piece.
 *
 * By md4c, without HTML: tags in the text are text.  A picture is its words.  What opens is
 * closed again, in order.  Nothing is escaped and no address is judged here: whoever shows
 * the pieces does that.  Texts are views that are valid during the call only.
 */
#ifndef CODEC_PROSE_H
#define CODEC_PROSE_H

#include <stdbool.h>

#include "base/text.h"

enum prose {
	PROSE_PARAGRAPH, PROSE_HEADING, PROSE_QUOTE, PROSE_LIST, PROSE_NUMBERED, PROSE_ITEM,
	PROSE_CODE_BLOCK, PROSE_EMPHASIS, PROSE_STRONG, PROSE_CODE, PROSE_LINK,
	PROSE__COUNT
};

struct prose_listener {
	/* The address is a link's, empty for everything else. */
	void (*open)(void *to, enum prose what, struct str address);
	void (*close)(void *to, enum prose what);
	void (*text)(void *to, struct str text);
	void (*line_end)(void *to);
};

/* False when the reader gave up: no memory, or 4 GiB and more.  Part of it was told then.
 */
bool prose_read(struct str text, const struct prose_listener *listener, void *to);

#endif
