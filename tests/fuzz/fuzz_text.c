/* fuzz_text.c -- plain text of any encoding.
 * links: codec base
 */
#include "fuzz/document.h"

FUZZ(a, s)
{
	read_document(a, s, "a.txt", NULL);
}
