/* fuzz_zip.c -- any zip file, as a document.
 * links: codec base
 */
#include "fuzz/document.h"

FUZZ(a, s)
{
	struct text t = text_on(a, s.n + 4);

	text_add(&t, STR("PK\x03\x04"));
	text_add(&t, str_from(s, 4));
	char *exact = malloc(t.n);
	memcpy(exact, t.p, t.n);
	read_document(a, (struct str){ exact, t.n }, "", NULL);
	free(exact);
}
