/* read_pdf.c -- a PDF as passages, from the words that pdftotext finds in it. */
#include "codec/readers.h"

#include "base/arena.h"
#include "codec/pdf.h"

#define LETTERS_LEAST 20u               /* fewer in the whole file: only pictures of text */

static size_t letters_in(const struct document_text *d)
{
	size_t letters = 0;

	for (size_t i = 0; i < d->count && letters < LETTERS_LEAST; i++)
		for (size_t k = 0; k < d->at[i].text.n; k++) {
			unsigned char c = (unsigned char)d->at[i].text.p[k];
			letters += (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
			letters += c >= 0xc0;
		}
	return letters;
}

static enum fail refuse_scanned(struct refusal *why)
{
	refuse(why, FIELD_NONE, "the PDF holds pictures of pages but no text",
	       "Have its text recognised (OCR) first, or send the document it was made "
	       "from.");
	return fail_say(FAIL_FORMAT, "a PDF without text");
}

enum fail read_pdf_words(struct arena *a, struct str words, struct refusal *why,
                         struct document_text *out)
{
	struct pdf *pdf = ARENA_NEW(a, struct pdf);
	struct text_lines lines = { .count = 0 };
	struct passages passages = passages_to(a, out);
	enum fail f = pdf_words_read(a, words, pdf);

	if (f != OK)
		return f;
	pdf_drop_margins(pdf);
	if (!arena_failed(a))
		pdf_layout(pdf, &lines);
	if (!arena_failed(a))
		pdf_find_headings(pdf, &lines);
	if (arena_failed(a))
		return fail_say(FAIL_MEMORY, "not enough memory to read PDF");
	out->title = pdf->title;
	lines_to_passages(&passages, lines.at, lines.count, true);
	out->pages = (int)pdf->page_count;
	out->cut = out->cut || pdf->cut;
	return letters_in(out) < LETTERS_LEAST ? refuse_scanned(why) : OK;
}

enum fail read_pdf(struct arena *a, struct str pdf, const struct pdf_text *by,
                   struct refusal *why, struct document_text *out)
{
	struct str words;

	if (!by || !by->read)
		return fail_say(FAIL_DENIED, "PDF is not read here");
	enum fail f = by->read(by->arg, a, pdf, &words);
	if (f == FAIL_DENIED || f == FAIL_FORMAT)
		return refuse_archive(why, f);
	if (f == FAIL_FULL) {
		refuse(why, FIELD_NONE,
		       "reading the file takes more time or memory than is allowed",
		       "Take out pictures and attachments, or send it as DOCX or plain "
		       "text.");
		return FAIL_FORMAT;
	}
	return f == OK ? read_pdf_words(a, words, why, out) : f;
}
