/*
 * markdown.h -- paragraphs that people typed, as HTML that cannot hurt.
 *
 * The only maker of struct safe_html.  HTML in the text (codec/prose.h) is shown as text,
 * pictures as their words, links only to http:, https: and mailto: or our own pages.
 */
#ifndef WEB_MARKDOWN_H
#define WEB_MARKDOWN_H

#include "web/show.h"

struct safe_html markdown_html(struct arena *a, struct str text);

#endif
