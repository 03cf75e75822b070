/* documents.h -- making small real documents in a test: zip files and PDFs. */
#ifndef UNIT_CODEC_DOCUMENTS_H
#define UNIT_CODEC_DOCUMENTS_H

#include <unistd.h>
#include <zip.h>

#include "base/arena.h"
#include "base/text.h"
#include "codec/passage.h"

struct part {
	const char *name, *content;
};

/* A zip file of these parts, the first one stored as it is (OpenDocument wants that). */
static inline struct str make_zip(struct arena *a, const struct part *parts, size_t count)
{
	zip_error_t e;
	zip_error_init(&e);
	zip_source_t *to = zip_source_buffer_create(NULL, 0, 0, &e);
	zip_source_keep(to);
	zip_t *z = zip_open_from_source(to, ZIP_TRUNCATE, &e);
	for (size_t i = 0; i < count; i++) {
		zip_source_t *s = zip_source_buffer(z, parts[i].content,
		                                    strlen(parts[i].content), 0);
		zip_int64_t at = zip_file_add(z, parts[i].name, s, ZIP_FL_ENC_UTF_8);
		if (i == 0)
			zip_set_file_compression(z, (zip_uint64_t)at, ZIP_CM_STORE, 0);
	}
	if (zip_close(z) != 0)
		abort();
	zip_stat_t st;
	zip_source_stat(to, &st);
	char *p = arena_try(a, st.size + 1, 1);
	zip_source_open(to);
	zip_source_read(to, p, st.size);
	zip_source_close(to);
	zip_source_free(to);
	return (struct str){ p, st.size };
}

#define WORD_NAMESPACES \
	"xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" " \
	"xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\""

static const char word_styles[] =
	"<w:styles " WORD_NAMESPACES ">"
	"<w:style w:type=\"paragraph\" w:styleId=\"Titre1\"><w:name w:val=\"heading 1\"/>"
	"<w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr></w:style>"
	"<w:style w:type=\"paragraph\" w:styleId=\"Titre2\"><w:name w:val=\"heading "
	"2\"/></w:style>"
	"<w:style w:type=\"paragraph\" w:styleId=\"Ours\"><w:name w:val=\"Our own\"/>"
	"<w:basedOn w:val=\"Titre2\"/></w:style>"
	"<w:style w:type=\"paragraph\" w:styleId=\"TM1\"><w:name w:val=\"toc "
	"1\"/></w:style>"
	"<w:style w:type=\"paragraph\" w:styleId=\"Puces\"><w:name w:val=\"List Bullet\"/>"
	"<w:pPr><w:numPr><w:numId w:val=\"3\"/></w:numPr></w:pPr></w:style>"
	"</w:styles>";

/* A Word document around these paragraphs and tables. */
static inline struct str make_docx(struct arena *a, const char *body)
{
	struct str document =
		str_format(a,
	                   "<?xml version=\"1.0\"?><w:document " WORD_NAMESPACES
	                   "><w:body>%s</w:body></w:document>",
	                   body);
	struct part parts[] = {
		{ "[Content_Types].xml", "<Types/>" },
		{ "word/document.xml", document.p },
		{ "word/styles.xml", word_styles },
		{ "word/footnotes.xml",
		  "<w:footnotes " WORD_NAMESPACES
		  "><w:footnote w:id=\"7\"><w:p><w:r><w:t>Within "
		  "72 hours.</w:t></w:r></w:p></w:footnote></w:footnotes>" },
		{ "word/_rels/document.xml.rels",
		  "<Relationships><Relationship Type=\"http://x/styles\" "
		  "Target=\"styles.xml\"/>"
		  "<Relationship Type=\"http://x/footnotes\" Target=\"footnotes.xml\"/>"
		  "</Relationships>" },
	};

	return make_zip(a, parts, COUNT(parts));
}

#define ODT_NAMESPACES \
	"xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" " \
	"xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" " \
	"xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" " \
	"xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" " \
	"xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\""

static inline struct str make_odt(struct arena *a, const char *body)
{
	struct str content = str_format(
		a,
		"<office:document-content " ODT_NAMESPACES "><office:automatic-styles>"
		"<style:style style:name=\"P1\" style:parent-style-name=\"Heading_20_2\"/>"
		"<style:style style:name=\"B\"><style:text-properties "
		"fo:font-weight=\"bold\"/>"
		"</style:style></office:automatic-styles><office:body><office:text>%s"
		"</office:text></office:body></office:document-content>",
		body);
	struct part parts[] = {
		{ "mimetype", "application/vnd.oasis.opendocument.text" },
		{ "content.xml", content.p },
		{ "META-INF/manifest.xml", "<m/>" },
	};

	return make_zip(a, parts, COUNT(parts));
}

/* A PDF of pages that each draw these lines: "size|x|y|text\n", y from below; B before
 * size: bold. */
static inline struct str make_pdf(struct arena *a, const char *const *pages, size_t count)
{
	struct text t = text_on(a, 16u * 1024 * 1024);
	size_t at[200];
	size_t objects = 0;

	text_addz(&t, "%PDF-1.4\n");
	for (size_t i = 0; i < count; i++) {
		struct text draw = text_on(a, 1024 * 1024);
		for (struct str rest = str_of(pages[i]); rest.p && rest.n;) {
			struct str line = str_split(rest, '\n', &rest), more;
			bool bold = str_starts(line, "B");
			struct str size = str_split(str_from(line, bold), '|', &more);
			struct str x = str_split(more, '|', &more),
				   y = str_split(more, '|', &more);
			text_addf(&draw, "BT /F%d %.*s Tf %.*s %.*s Td (%.*s) Tj ET\n",
			          bold ? 2 : 1, STR_ARG(size), STR_ARG(x), STR_ARG(y),
			          STR_ARG(more));
		}
		at[objects++] = t.n;
		text_addf(&t, "%zu 0 obj<</Length %zu>>stream\n%.*sendstream endobj\n",
		          objects, draw.n, STR_ARG(text_str(&draw)));
	}
	size_t fonts = objects + 1;
	at[objects++] = t.n;
	text_addf(&t, "%zu 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n",
	          objects);
	at[objects++] = t.n;
	text_addf(&t, "%zu 0 obj<</Type/Font/Subtype/Type1/BaseFont/Times-Bold>>endobj\n",
	          objects);
	size_t tree = objects + count + 1;
	for (size_t i = 0; i < count; i++) {
		at[objects++] = t.n;
		text_addf(&t,
		          "%zu 0 obj<</Type/Page/Parent %zu 0 R/MediaBox[0 0 612 "
		          "792]/Contents "
		          "%zu 0 R/Resources<</Font<</F1 %zu 0 R/F2 %zu 0 R>>>>>>endobj\n",
		          objects, tree, i + 1, fonts, fonts + 1);
	}
	at[objects++] = t.n;
	text_addf(&t, "%zu 0 obj<</Type/Pages/Count %zu/Kids[", objects, count);
	for (size_t i = 0; i < count; i++)
		text_addf(&t, "%zu 0 R ", tree - count + i);
	text_addz(&t, "]>>endobj\n");
	at[objects++] = t.n;
	text_addf(&t, "%zu 0 obj<</Type/Catalog/Pages %zu 0 R>>endobj\n", objects, tree);
	size_t xref = t.n;
	text_addf(&t, "xref\n0 %zu\n0000000000 65535 f \n", objects + 1);
	for (size_t i = 0; i < objects; i++)
		text_addf(&t, "%010zu 00000 n \n", at[i]);
	text_addf(&t, "trailer<</Size %zu/Root %zu 0 R>>\nstartxref\n%zu\n%%%%EOF\n",
	          objects + 1, objects, xref);
	return text_str(&t);
}

/* pdftotext as the parse role calls it, but without its sandbox. */
static inline enum fail run_pdftotext(void *arg, struct arena *a, struct str pdf,
                                      struct str *out)
{
	char path[] = "/tmp/wardroom-test-XXXXXX", command[200], piece[65536];
	int fd = mkstemp(path);
	struct text t = text_on(a, 256u * 1024 * 1024);

	(void)arg;
	if (fd < 0 || write(fd, pdf.p, pdf.n) != (ssize_t)pdf.n)
		abort();
	close(fd);
	snprintf(command, sizeof command, "pdftotext -bbox-layout %s - 2>/dev/null", path);
	FILE *f = popen(command, "r");
	for (size_t n; (n = fread(piece, 1, sizeof piece, f)) > 0;)
		text_add(&t, (struct str){ piece, n });
	int status = pclose(f);
	unlink(path);
	*out = text_str(&t);
	return status == 0 ? OK : FAIL_FORMAT;
}

static const struct pdf_text by_pdftotext = { .read = run_pdftotext };

/* One line a passage: kind, level, heading path, text, for golden comparison. */
static inline struct str shown(struct arena *a, const struct document_text *d)
{
	static const char kinds[] = "HPLRT";
	struct text t = text_on(a, 64u * 1024 * 1024);

	for (size_t i = 0; i < d->count; i++)
		text_addf(&t, "%c%d [%.*s] %.*s\n", kinds[d->at[i].kind], d->at[i].level,
		          STR_ARG(d->at[i].heading), STR_ARG(d->at[i].text));
	return text_str(&t);
}

#endif
