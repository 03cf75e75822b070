/* fuzz_odt.c -- the content of an OpenDocument text.
 * links: codec base
 */
#include "fuzz/document.h"

FUZZ(a, s)
{
	struct text t = text_on(a, s.n + 1000);

	text_addz(
		&t,
		"<o:document-content "
		"xmlns:o=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
		"xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" "
		"xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" "
		"xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\"><o:text>");
	text_add(&t, s);
	text_addz(&t, "</o:text></o:document-content>");
	read_document(a,
	              package(a, "application/vnd.oasis.opendocument.text", "content.xml",
	                      text_str(&t), "META-INF/manifest.xml", "<m/>"),
	              "a.odt", NULL);
}
