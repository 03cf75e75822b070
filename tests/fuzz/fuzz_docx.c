/* fuzz_docx.c -- the body and the styles of a Word document; the first byte chooses which.
 * links: codec base
 */
#include "fuzz/document.h"

#define W "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""

FUZZ(a, s)
{
	bool styles = s.n > 0 && s.p[0] == 'S';
	const char *rels =
		"<Relationships><Relationship Type=\"/styles\" Target=\"s.xml\"/>"
		"<Relationship Type=\"/footnotes\" Target=\"s.xml\"/></Relationships>";
	struct text t = text_on(a, s.n + 400);

	if (styles) {
		text_add(&t, str_from(s, 1));
	} else {
		text_addz(&t, "<w:document " W "><w:body>");
		text_add(&t, str_from(s, 1));
		text_addz(&t, "</w:body></w:document>");
	}
	read_document(a,
	              package(a, "x", styles ? "word/s.xml" : "word/document.xml",
	                      text_str(&t),
	                      styles ? "word/document.xml" : "word/_rels/document.xml.rels",
	                      styles ? "<w:document " W "><w:body/></w:document>" : rels),
	              "a.docx", NULL);
}
