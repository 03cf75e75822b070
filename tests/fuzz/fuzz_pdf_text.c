/* fuzz_pdf_text.c -- what pdftotext could be made to say.
 * links: codec base
 */
#include "fuzz/document.h"

static enum fail say(void *arg, struct arena *a, struct str pdf, struct str *out)
{
	(void)a, (void)pdf;
	*out = *(struct str *)arg;
	return OK;
}

FUZZ(a, s)
{
	struct pdf_text pdf = { say, &s };

	read_document(a, STR("%PDF-1.4"), "a.pdf", &pdf);
}
