/*
 * passage.h -- a document as text: passages in reading order, each with the headings above
 * it.
 *
 * What every reader (docx, odt, pdf, html, markdown, plain) makes and what the plan check
 * works on.  A table row is one passage whose cells are parted by " | "; a list item is one
 * passage.  Texts are NFC, spaces folded to one, no control characters.
 */
#ifndef CODEC_PASSAGE_H
#define CODEC_PASSAGE_H

#include "base/fail.h"
#include "base/text.h"

enum passage_kind {
	PASSAGE_HEADING,
	PASSAGE_PARAGRAPH,
	PASSAGE_LIST_ITEM,
	PASSAGE_TABLE_ROW,
	PASSAGE_TABLE_HEAD,             /* the row that names the columns */
};

enum document_format {
	DOCUMENT_UNKNOWN,
	DOCUMENT_TEXT,
	DOCUMENT_MARKDOWN,
	DOCUMENT_HTML,
	DOCUMENT_DOCX,
	DOCUMENT_ODT,
	DOCUMENT_PDF,
};

struct passage {
	enum passage_kind kind;
	int level; /* of a heading, 1..9; else that of the list nesting or 0 */
	struct str text;
	struct str heading; /* path of the headings above: "Communicate > Regulators" */
	int page;                       /* 1...; 0 when the format has no pages */
	int line; /* line (text, markdown) or number of the paragraph, 1... */
};

struct document_text {
	enum document_format format;
	struct str title;
	struct passage *at;
	size_t count;
	int pages;
	bool cut;                       /* a limit was reached; the rest was not read */
};

const char *document_format_name(enum document_format f);      /* "DOCX" */

/*
 * Reads the whole file in memory.  `name` helps only to tell text from markdown; what the
 * bytes are decides.  FAIL_FORMAT with a refusal reason of its own for each of: no text
 * layer (scanned), encrypted, damaged, not what its name says, carries macros, kind not
 * read. PDF: `pdf_text` is called with the bytes and gives the output of `pdftotext
 * -bbox-layout` (the parse role runs it as a sandboxed child); FAIL_DENIED means that a
 * password is asked for, FAIL_FORMAT that the file is damaged.
 */
struct pdf_text {
	enum fail (*read)(void *arg, struct arena *a, struct str pdf, struct str *out);
	void *arg;
};
struct refusal;
enum fail document_read(struct arena *a, struct str bytes, struct str name,
                        const struct pdf_text *pdf, struct refusal *why,
                        struct document_text *out) MUST_USE;

/* Up to where a text that was cut was read, and what to do; .id null: it is whole. */
struct message document_cut_message(struct arena *a, const struct document_text *d);

/* The same as bytes between the parse role and the others; the reader is fuzzed. */
struct str document_text_pack(struct arena *a, const struct document_text *d);
enum fail document_text_unpack(struct arena *a, struct str bytes,
                               struct document_text *out) MUST_USE;

#endif
