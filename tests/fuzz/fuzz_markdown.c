/* fuzz_markdown.c -- Markdown.
 * links: codec base
 */
#include "fuzz/document.h"

FUZZ(a, s)
{
	read_document(a, s, "a.md", NULL);
}
