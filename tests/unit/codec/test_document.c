/* test_document.c -- documents of six kinds are read into passages, or refused with the
 * reason. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

/* Before cmocka, which has a macro named fail. */
#include "codec/passage.h"
#include "unit/codec/documents.h"

#include <cmocka.h>

#include "base/limits.h"
#include "base/refusal.h"

#include "unit/codec/samples.h"

static struct arena *arena;

static int set_up(void **state)
{
	(void)state;
	arena = arena_new((size_t)1 << 30);
	return arena ? 0 : -1;
}

static int tear_down(void **state)
{
	(void)state;
	arena_free(arena);
	return 0;
}

static struct document_text must_read(struct str bytes, const char *name)
{
	struct document_text d;
	struct refusal why = refusal_on(arena);

	if (document_read(arena, bytes, str_of(name), &by_pdftotext, &why, &d) != OK)
		fail_msg("%s: %s", name, why.count ? why.at[0].why.id : fail_message());
	return d;
}

static void reads_as(struct str bytes, const char *name, const char *expected)
{
	struct document_text d = must_read(bytes, name);

	assert_string_equal(shown(arena, &d).p, expected);
}

static void must_refuse(struct str bytes, const char *name, const char *part)
{
	struct document_text d;
	struct refusal why = refusal_on(arena);
	enum fail f = document_read(arena, bytes, str_of(name), &by_pdftotext, &why, &d);

	if (f != FAIL_FORMAT || why.count != 1)
		fail_msg("%s: answered %d", name, f);
	struct str said = message_fill(arena, why.at[0].why.id, &why.at[0].why);
	if (!strstr(said.p, part))
		fail_msg("%s: said %s", name, said.p);
	assert_non_null(why.at[0].advice.id);
}

/* ---- text ---- */

static void plain_text_by_its_looks(void **state)
{
	(void)state;
	reads_as(
		STR("INCIDENT RESPONSE PLAN\r\n\r\n1. Purpose\r\n\r\nThis plan says who\r\n"
	            "acts.\r\n\r\nRoles\r\n=====\r\nLead\r\n\r\n2.1 Contacts\r\n\r\n"
	            "- Call the officer,\r\n  day or night.\r\n- Write it down.\r\n"
	            "    - In the log.\r\n\r\nName\tPhone\r\nJane Doe\t555-0100\r\n"),
		"plan.txt",
		"H7 [] INCIDENT RESPONSE PLAN\n"
		"H1 [] 1. Purpose\n"
		"P0 [1. Purpose] This plan says who acts.\n"
		"H1 [] Roles\n"
		"P0 [Roles] Lead\n"
		"H2 [Roles] 2.1 Contacts\n"
		"L1 [Roles > 2.1 Contacts] Call the officer, day or night.\n"
		"L1 [Roles > 2.1 Contacts] Write it down.\n"
		"L2 [Roles > 2.1 Contacts] In the log.\n"
		"R0 [Roles > 2.1 Contacts] Name | Phone\n"
		"R0 [Roles > 2.1 Contacts] Jane Doe | 555-0100\n");
	struct document_text d = must_read(STR("a\n\nb\nc\n"), "a.txt");
	assert_int_equal(d.at[1].line, 3);
	assert_int_equal(d.at[1].page, 0);
}

static void encodings_become_utf8(void **state)
{
	(void)state;
	reads_as(STR("R\xe9ponse \x93"
	             "ici\x94\n"),
	         "a.txt", "P0 [] Réponse “ici”\n");
	reads_as(STR("\xff\xfeR\0\xe9\0p\0\n\0"), "a.txt", "P0 [] Rép\n");
	reads_as(STR("\xfe\xff\0R\0\xe9\0p\xd8\x3d\xde\x00"), "a.txt", "P0 [] Rép😀\n");
	reads_as(STR("\xef\xbb\xbfR\xc3\xa9p\n"), "a.txt", "P0 [] Rép\n");
	reads_as(STR("Re\xcc\x81p\xc2\xa0 on\xc2\xadse\n"), "a.txt", "P0 [] Rép onse\n");
}

static void markdown_with_its_lines(void **state)
{
	(void)state;
	struct str s =
		STR("---\ntitle: \"Our plan\"\n---\n# Plan\n\nSome *text* `here`\nand [a "
	            "link](http://x). &eacute;\n\n## Roles\n\n1. One\n   * Two\n\n| Name | "
	            "Phone |\n|---|---|\n| Jane | 555 |\n\n<!-- not this > -->\n<b>but "
	            "this</b>\n");

	reads_as(s, "plan.md",
	         "H1 [] Plan\n"
	         "P0 [Plan] Some text here and a link. é\n"
	         "H2 [Plan] Roles\n"
	         "L1 [Plan > Roles] One\n"
	         "L2 [Plan > Roles] Two\n"
	         "T0 [Plan > Roles] Name | Phone\n"
	         "R0 [Plan > Roles] Jane | 555\n"
	         "P0 [Plan > Roles] but this\n");
	struct document_text d = must_read(s, "plan.md");
	assert_true(str_is(d.title, "Our plan"));
	assert_int_equal(d.at[0].line, 4);
	assert_int_equal(d.at[2].line, 9);
	assert_int_equal(d.at[6].line, 16);
}

static void html_without_its_trimmings(void **state)
{
	(void)state;
	reads_as(STR("<!DOCTYPE "
	             "html><html><head><title>no</title><style>p{}</style></head><body>"
	             "<nav>Menu</nav><h1>Plan</h1><p>Some <b>bold</b> text<br>here</p>"
	             "<script>alert(1)</script><p hidden>not</p><h2>Roles</h2>"
	             "<ul><li>One<ul><li>Two</li></ul></li><li><p>Three</p></li></ul>"
	             "<table><tr><th>Name</th><th>Phone</th></tr><tr><td>Jane<br>Doe</td>"
	             "<td>555</td></tr><tr><td colspan=2>All</td></tr></table>Loose"),
	         "plan.html",
	         "H1 [] Plan\n"
	         "P0 [Plan] Some bold text here\n"
	         "H2 [Plan] Roles\n"
	         "L1 [Plan > Roles] One\n"
	         "L2 [Plan > Roles] Two\n"
	         "L1 [Plan > Roles] Three\n"
	         "T0 [Plan > Roles] Name | Phone\n"
	         "R0 [Plan > Roles] Jane Doe | 555\n"
	         "R0 [Plan > Roles] All\n"
	         "P0 [Plan > Roles] Loose\n");
}

/* ---- Word and OpenDocument ---- */

#define P(text) "<w:p><w:r><w:t>" text "</w:t></w:r></w:p>"
#define STYLED(style, text) \
	"<w:p><w:pPr><w:pStyle w:val=\"" style "\"/></w:pPr><w:r><w:t>" text \
	"</w:t></w:r></w:p>"
#define CELL(properties, text) "<w:tc><w:tcPr>" properties "</w:tcPr>" P(text) "</w:tc>"

static const char *word_body(void)
{
	struct text t = text_on(arena, 65536);

	text_addz(&t, STYLED("Titre1", "Plan"));
	text_addz(&t, STYLED("TM1", "Roles 3"));
	text_addz(&t, STYLED("Ours", "Roles"));
	text_addz(&t, STYLED("Puces", "One"));
	text_addz(&t, "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"3\"/>");
	text_addz(&t, "</w:numPr></w:pPr><w:r><w:t>Two</w:t></w:r></w:p>");
	text_addz(&t, "<w:p><w:pPr><w:outlineLvl w:val=\"2\"/></w:pPr>");
	text_addz(&t, "<w:r><w:t>Deep</w:t></w:r></w:p>");
	text_addz(&t, "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Bold alone</w:t></w:r></w:p>");
	text_addz(&t, P("Text"));
	text_addz(&t, "<w:tbl><w:tblPr><w:tblLook w:firstRow=\"1\"/></w:tblPr><w:tr>");
	text_addz(&t, CELL("", "Role"));
	text_addz(&t, CELL("<w:gridSpan w:val=\"2\"/>", "Reach"));
	text_addz(&t, "</w:tr><w:tr>");
	text_addz(&t, CELL("<w:vMerge w:val=\"restart\"/>", "Lead"));
	text_addz(&t, CELL("", "day"));
	text_addz(&t, CELL("", "555"));
	text_addz(&t, "</w:tr><w:tr>");
	text_addz(&t, CELL("<w:vMerge/>", ""));
	text_addz(&t, CELL("", "night"));
	text_addz(&t, CELL("", "556"));
	text_addz(&t, "</w:tr></w:tbl>");
	return text_str(&t).p;
}

static void word_styles_lists_and_tables(void **state)
{
	(void)state;
	reads_as(make_docx(arena, word_body()), "plan.docx",
	         "H1 [] Plan\n"
	         "H2 [Plan] Roles\n"
	         "L1 [Plan > Roles] One\n"
	         "L2 [Plan > Roles] Two\n"
	         "H3 [Plan > Roles] Deep\n"
	         "H7 [Plan > Roles > Deep] Bold alone\n"
	         "P0 [Plan > Roles > Deep > Bold alone] Text\n"
	         "T0 [Plan > Roles > Deep > Bold alone] Role | Reach\n"
	         "R0 [Plan > Roles > Deep > Bold alone] Lead | day | 555\n"
	         "R0 [Plan > Roles > Deep > Bold alone] Lead | night | 556\n");
}

static void word_revisions_notes_and_boxes(void **state)
{
	(void)state;
	struct str docx = make_docx(
		arena,
		"<w:p><w:r><w:t>Tell </w:t></w:r><w:ins><w:r><w:t>the "
		"office</w:t></w:r></w:ins>"
		"<w:del><w:r><w:delText>nobody</w:delText><w:t>never</w:t></w:r></w:del>"
		"<w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r>"
		"<w:r><w:t> soon</w:t><w:footnoteReference w:id=\"7\"/></w:r></w:p>"
		"<w:p><w:r><w:lastRenderedPageBreak/><w:t>Host</w:t>"
		"<mc:AlternateContent><mc:Choice><w:txbxContent>" P(
			"Box") "</w:txbxContent></mc:Choice>"
			       "<mc:Fallback><w:txbxContent>" P(
				       "Box") "</w:txbxContent></mc:Fallback>"
					      "</mc:AlternateContent></w:r></w:p>"
					      "<w:p><w:pPr><w:pStyle "
					      "w:val=\"Titre1\"/"
					      "><w:pPrChange><w:pPr><w:pStyle "
					      "w:val=\"TM1\"/></w:pPr></w:pPrChange></"
					      "w:pPr><w:r><w:t>Now a "
					      "heading</w:t></w:r></w:p>");

	reads_as(docx, "plan.docx",
	         "P0 [] Tell the office soon\n"
	         "P0 [] Within 72 hours.\n"
	         "P0 [] Host\n"
	         "P0 [] Box\n"
	         "H1 [] Now a heading\n");
	struct document_text d = must_read(docx, "plan.docx");
	assert_int_equal(d.at[0].page, 1);
	assert_int_equal(d.at[4].page, 2);
	assert_int_equal(d.pages, 2);
}

static void opendocument_like_word(void **state)
{
	(void)state;
	reads_as(
		make_odt(
			arena,
			"<text:tracked-changes><text:p>gone</text:p></text:tracked-changes>"
			"<text:h text:outline-level=\"1\">Plan</text:h>"
			"<text:table-of-content><text:p>Plan "
			"1</text:p></text:table-of-content>"
			"<text:p "
			"text:style-name=\"P1\">Ro<text:span>les</text:span></text:p>"
			"<text:list><text:list-item><text:p>One</"
			"text:p><text:list><text:list-item>"
			"<text:p>Two</text:p></text:list-item></text:list></text:list-item>"
			"</text:list><text:p>A<text:s "
			"text:c=\"3\"/>b<text:note><text:note-citation>1"
			"</text:note-citation><text:note-body><text:p>Note</text:p></"
			"text:note-body>"
			"</text:note><text:tab/>c</text:p><text:soft-page-break/>"
			"<text:p><text:span text:style-name=\"B\">Bold "
			"alone</text:span></text:p>"
			"<table:table><table:table-header-rows><table:table-row><table:"
			"table-cell>"
			"<text:p>Role</text:p></"
			"table:table-cell><table:table-cell><text:p>Reach"
			"</text:p></table:table-cell></table:table-row></"
			"table:table-header-rows>"
			"<table:table-row><table:table-cell "
			"table:number-rows-spanned=\"2\"><text:p>"
			"Lead</text:p></table:table-cell><table:table-cell><text:p>555</"
			"text:p>"
			"</table:table-cell></table:table-row><table:table-row>"
			"<table:covered-table-cell/><table:table-cell><text:p>556</text:p>"
			"</table:table-cell></table:table-row></table:table>"),
		"plan.odt",
		"H1 [] Plan\n"
		"H2 [Plan] Roles\n"
		"L1 [Plan > Roles] One\n"
		"L2 [Plan > Roles] Two\n"
		"P0 [Plan > Roles] A b c\n"
		"P0 [Plan > Roles] Note\n"
		"H7 [Plan > Roles] Bold alone\n"
		"T0 [Plan > Roles > Bold alone] Role | Reach\n"
		"R0 [Plan > Roles > Bold alone] Lead | 555\n"
		"R0 [Plan > Roles > Bold alone] Lead | 556\n");
}

/* ---- PDF ---- */

static void pdf_by_fonts_and_places(void **state)
{
	(void)state;
	static const char *const pages[] = {
		"9|72|770|Ministry of Examples\n9|300|30|Page 1 of 3\n"
		"B18|72|720|Response Plan\n"
		"11|72|690|This plan says who acts when something has happened, and it is "
		"kept by the\n"
		"11|72|677|officer. It is tested once in each year with all of the people "
		"who are in-\n"
		"11|72|664|volved.\n"
		"B14|72|630|2.1 Contacts\n"
		"11|72|605|Lead\n11|250|605|Jane Doe\n11|400|605|555-0100\n"
		"11|72|580|Deputy of the lead\n11|250|580|Bob Roe\n11|400|580|555-0101\n"
		"11|72|555|Scribe\n11|250|555|Ann Poe, who is\n11|250|542|at the "
		"desk\n11|400|555|555-0102\n"
		"11|72|510|\\267 Call the officer.\n11|72|497|\\267 Write down what was "
		"seen, by whom and\n"
		"11|82|484|when.\n"
		"11|72|100|The sentence that begins at the end of the first page, and then "
		"goes on to the\n",
		"9|72|770|Ministry of Examples\n9|300|30|Page 2 of 3\n"
		"11|72|720|next one, ends here.\n"
		"B14|72|690|3 Training\n11|72|665|Everybody is trained.\n",
		("9|72|770|Ministry of Examples\n9|300|30|Page 3 of 3\n11|72|720|"
		 "The end of the plan.\n"),
	};
	struct str pdf = make_pdf(arena, pages, COUNT(pages));

	reads_as(pdf, "plan.pdf",
	         "H1 [] Response Plan\n"
	         "P0 [Response Plan] This plan says who acts when something has happened, "
	         "and it is "
	         "kept by the officer. It is tested once in each year with all of the "
	         "people who are "
	         "involved.\n"
	         "H2 [Response Plan] 2.1 Contacts\n"
	         "R0 [Response Plan > 2.1 Contacts] Lead | Jane Doe | 555-0100\n"
	         "R0 [Response Plan > 2.1 Contacts] Deputy of the lead | Bob Roe | "
	         "555-0101\n"
	         "R0 [Response Plan > 2.1 Contacts] Scribe | Ann Poe, who is at the desk | "
	         "555-0102\n"
	         "L1 [Response Plan > 2.1 Contacts] Call the officer.\n"
	         "L1 [Response Plan > 2.1 Contacts] Write down what was seen, by whom and "
	         "when.\n"
	         "P0 [Response Plan > 2.1 Contacts] The sentence that begins at the end of "
	         "the first "
	         "page, and then goes on to the next one, ends here.\n"
	         "H1 [] 3 Training\n"
	         "P0 [3 Training] Everybody is trained.\n"
	         "P0 [3 Training] The end of the plan.\n");
	struct document_text d = must_read(pdf, "plan.pdf");
	assert_int_equal(d.pages, 3);
	assert_int_equal(d.at[9].page, 2);
	assert_int_equal(d.at[11].page, 3);
}

/* ---- refusals ---- */

static struct str two_parts(const char *first, const char *content, const char *second,
                            const char *more)
{
	struct part parts[] = { { first, content }, { second, more } };

	return make_zip(arena, parts, 2);
}

static void each_file_that_cannot_be_read_has_its_message(void **state)
{
	(void)state;
	static const char *const empty_page[] = { "" };
	struct str docx = make_docx(arena, P("Text"));

	must_refuse(STR(""), "a.docx", "empty");
	must_refuse(STR(" \r\n\0 "), "a.txt", "empty");
	must_refuse(make_pdf(arena, empty_page, 1), "scan.pdf", "no text");
	must_refuse(str_cut(docx, docx.n - 30), "a.docx", "damaged");
	must_refuse(STR("%PDF-1.4\nnothing"), "a.pdf", "damaged");
	must_refuse(docx, "a.pdf", "the name says PDF, but the file is DOCX");
	must_refuse(STR("Just text."), "a.docx", "the name says DOCX, but the file is TXT");
	must_refuse(STR("\x89PNG\r\n\x1a\n"), "a.pdf",
	            "the name says PDF, but the file is PNG");
	must_refuse(STR("\x89PNG\r\n\x1a\n"), "a.png", "PNG");
	must_refuse(STR("{\\rtf1 text}"), "a.rtf", "RTF");
	must_refuse(STR("\xd0\xcf\x11\xe0 W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0"), "a.doc",
	            "old Word");
	must_refuse(
		STR("\xd0\xcf\x11\xe0 E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"),
		"a.docx", "password");
	must_refuse(two_parts("word/document.xml", "<a/>", "word/vbaProject.bin", "x"),
	            "a.docm", "macros");
	must_refuse(two_parts("mimetype", "application/vnd.oasis.opendocument.text",
	                      "Basic/Standard/Module1.xml", "x"),
	            "a.odt", "macros");
	must_refuse(two_parts("xl/workbook.xml", "<a/>", "b", "x"), "a.xlsx", "XLSX");
	must_refuse(two_parts("readme", "x", "b", "x"), "a.zip", "ZIP");
	must_refuse(STR("\x01\x02\x03\x00\x04"), "a.bin", "what kind");
	must_refuse(make_docx(arena, ""), "a.docx", "no text");
	must_refuse(make_docx(arena, "<w:p>"), "a.docx", "damaged");
}

static void opendocument_with_a_password(void **state)
{
	(void)state;
	struct part parts[] = {
		{ "mimetype", "application/vnd.oasis.opendocument.text" },
		{ "content.xml", "\x9b\x01\x7f random" },
		{ "META-INF/manifest.xml",
		  "<m:manifest "
		  "xmlns:m=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\">"
		  "<m:encryption-data/></m:manifest>" },
	};

	must_refuse(make_zip(arena, parts, COUNT(parts)), "a.odt", "password");
}

static void entities_depth_and_bombs_are_stopped(void **state)
{
	(void)state;
	struct text deep = text_on(arena, 1 << 20);

	must_refuse(two_parts("[Content_Types].xml", "<a/>", "word/document.xml",
	                      "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>"),
	            "a.docx", "damaged");
	for (unsigned i = 0; i < LIMIT_XML_DEPTH + 1; i++)
		text_addz(&deep, "<w:sdt>");
	must_refuse(make_docx(arena, text_str(&deep).p), "a.docx", "damaged");
	deep.n = 0;
	for (unsigned i = 0; i < 40000; i++)
		text_addz(&deep, "<div><b>");
	must_refuse(text_str(&deep), "a.html", "damaged");
	/* 300 MB of spaces in a small file. */
	size_t n = (size_t)300 << 20;
	char *spaces = malloc(n + 1);
	memset(spaces, ' ', n);
	spaces[n] = '\0';
	struct str bomb =
		two_parts("[Content_Types].xml", "<a/>", "word/document.xml", spaces);
	free(spaces);
	assert_true(bomb.n < 1 << 20);
	must_refuse(bomb, "a.docx", "unpacks");
}

/* ---- packing ---- */

static void packed_text_comes_back(void **state)
{
	(void)state;
	struct document_text d = must_read(STR("# A\n\n## B\n\ntext\n\n* item\n"), "a.md"),
			     e;
	struct str packed = document_text_pack(arena, &d);

	assert_int_equal(document_text_unpack(arena, packed, &e), OK);
	assert_string_equal(shown(arena, &d).p, shown(arena, &e).p);
	assert_int_equal(e.format, DOCUMENT_MARKDOWN);
	for (size_t n = 0; n < packed.n; n++)
		assert_int_equal(document_text_unpack(arena, str_cut(packed, n), &e),
		                 FAIL_FORMAT);
	char *bytes = arena_get(arena, packed.n);
	for (size_t i = 4; i < packed.n; i++) {
		memcpy(bytes, packed.p, packed.n);
		bytes[i] = (char)0xff;
		enum fail f =
			document_text_unpack(arena, (struct str){ bytes, packed.n }, &e);
		assert_true(f == OK || f == FAIL_FORMAT);
	}
}

static void memory_may_run_out(void **state)
{
	(void)state;
	struct str docx = make_docx(arena, STYLED("Titre1", "Plan") P("Text"));

	for (long nth = 1; nth < 80; nth++) {
		struct arena *a = arena_new(16u * 1024 * 1024);
		struct refusal why = refusal_on(a);
		struct document_text d;
		arena_test_fail_at(nth);
		enum fail f =
			document_read(a, docx, STR("a.docx"), &by_pdftotext, &why, &d);
		arena_test_fail_at(0);
		assert_true(f == OK || f == FAIL_MEMORY);
		assert_true(f == FAIL_MEMORY || !arena_failed(a));
		arena_free(a);
	}
}

/* ---- a real plan in three formats ---- */

/* Words of the running text, so that the count of shared ones says how alike two readings
 * are. */
static size_t shared(const struct document_text *a, const struct document_text *b)
{
	size_t same = 0;

	for (size_t i = 0; i < a->count; i++)
		for (size_t k = 0; k < b->count; k++)
			if (str_equal(a->at[i].text, b->at[k].text)) {
				same++;
				break;
			}
	return same;
}

static void three_formats_give_nearly_the_same(void **state)
{
	(void)state;
	struct document_text md = must_read(sample(arena, "plans/plan.md"), "plan.md");
	struct document_text docx =
		must_read(sample(arena, "plans/plan.docx"), "plan.docx");
	struct document_text pdf = must_read(sample(arena, "plans/plan.pdf"), "plan.pdf");

	assert_in_range(docx.count, 1100, 1250);
	assert_in_range(docx.pages, 40, 60);
	assert_int_equal(pdf.pages, 55);
	assert_true(shared(&docx, &pdf) > docx.count * 85 / 100);
	assert_true(shared(&md, &docx) > md.count * 85 / 100);
}

static const struct sampled_case sampled[] = {
	{ three_formats_give_nearly_the_same, "plans" },
};

int main(void)
{
	struct CMUnitTest tests[] = {
		cmocka_unit_test(plain_text_by_its_looks),
		cmocka_unit_test(encodings_become_utf8),
		cmocka_unit_test(markdown_with_its_lines),
		cmocka_unit_test(html_without_its_trimmings),
		cmocka_unit_test(word_styles_lists_and_tables),
		cmocka_unit_test(word_revisions_notes_and_boxes),
		cmocka_unit_test(opendocument_like_word),
		cmocka_unit_test(pdf_by_fonts_and_places),
		cmocka_unit_test(each_file_that_cannot_be_read_has_its_message),
		cmocka_unit_test(opendocument_with_a_password),
		cmocka_unit_test(entities_depth_and_bombs_are_stopped),
		cmocka_unit_test(packed_text_comes_back),
		cmocka_unit_test(memory_may_run_out),
		cmocka_unit_test(three_formats_give_nearly_the_same),
	};

	size_t count = cases_with_samples(tests, COUNT(tests), sampled, COUNT(sampled));
	return _cmocka_run_group_tests("documents", tests, count, set_up, tear_down);
}
