/* fuzz_passages.c -- a document's text from a process that cannot be trusted: what is taken
 * in has the shape that readers give it, and packed again it is taken in the same.
 * links: codec base
 */
#include "codec/passage.h"
#include "fuzz/exact.h"

FUZZ(a, s)
{
	struct document_text d, again;

	if (document_text_unpack(a, s, &d) != OK)
		return;
	MUST(d.format <= DOCUMENT_PDF && str_is_utf8(d.title));
	for (size_t i = 0; i < d.count; i++) {
		MUST(d.at[i].kind <= PASSAGE_TABLE_HEAD && d.at[i].level >= 0);
		MUST(str_is_utf8(d.at[i].text) && str_is_utf8(d.at[i].heading));
	}
	struct str packed = document_text_pack(a, &d);
	MUST(document_text_unpack(a, packed, &again) == OK);
	MUST(str_equal(document_text_pack(a, &again), packed));
}
