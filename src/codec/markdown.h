/*
 * markdown.h -- Markdown that people type in a text field, as HTML that is safe to show.
 *
 * A known set of elements comes out and nothing else: paragraphs, headings (below the
 * page's own), lists, tables, quotes, code, emphasis, strong, deletions, line breaks,
 * links.  HTML in the text is shown as text.  A link is kept only to https:, http:, mailto:
 * and to places of this site (starting with / or #); others are shown as their text. Images
 * become their description.  `struct safe_html` is made nowhere else, so a template that
 * takes one can write it unescaped.
 */
#ifndef CODEC_MARKDOWN_H
#define CODEC_MARKDOWN_H

#include "base/text.h"

struct arena;

struct safe_html {
	struct str html;
};

/* Headings start at <h{first_heading}> (2..6).  Past `ceiling` bytes it ends early. */
struct safe_html markdown_html(struct arena *a, struct str text, int first_heading,
                               size_t ceiling);
/* The same text without marks, on one line: for lists and mails. */
struct str markdown_plain(struct arena *a, struct str text, size_t most_bytes);

/* "&eacute;" or "&#233;" as UTF-8; what is not known stays as it was written. */
void markdown_entity_add(struct text *t, struct str entity);

#endif
