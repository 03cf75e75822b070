/* fuzz_passages.c -- a document's text from a process that cannot be trusted.
 * links: codec base
 */
#include "codec/passage.h"
#include "fuzz/exact.h"

FUZZ(a, s)
{
	struct document_text d;

	if (document_text_unpack(a, s, &d) != OK)
		return;
	for (size_t i = 0; i < d.count; i++)
		MUST(str_is_utf8(d.at[i].text) && str_is_utf8(d.at[i].heading));
}
