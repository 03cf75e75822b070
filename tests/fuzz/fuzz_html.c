/* fuzz_html.c -- web pages.
 * links: codec base
 */
#include "fuzz/document.h"

FUZZ(a, s)
{
	read_document(a, s, "a.html", NULL);
}
