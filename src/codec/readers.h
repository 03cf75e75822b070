/*
 * readers.h -- one reader a format, called by document.c once it knows what the bytes are.
 *
 * Inside of codec/ only.  Each fills `out` or answers FAIL_FORMAT with a reason in `why`;
 * FAIL_MEMORY without.
 */
#ifndef CODEC_READERS_H
#define CODEC_READERS_H

#include "base/refusal.h"
#include "codec/archive.h"
#include "codec/passage.h"

enum fail read_docx(struct arena *a, struct archive *z, struct refusal *why,
                    struct document_text *out) MUST_USE;
enum fail read_odt(struct arena *a, struct archive *z, struct refusal *why,
                   struct document_text *out) MUST_USE;
enum fail read_html(struct arena *a, struct str utf8, struct refusal *why,
                    struct document_text *out) MUST_USE;
enum fail read_markdown(struct arena *a, struct str utf8, struct refusal *why,
                        struct document_text *out) MUST_USE;
enum fail read_plain(struct arena *a, struct str utf8, struct refusal *why,
                     struct document_text *out) MUST_USE;
enum fail read_pdf(struct arena *a, struct str pdf, const struct pdf_text *by,
                   struct refusal *why, struct document_text *out) MUST_USE;

/* pdftotext's answer (-bbox-layout) to passages. */
enum fail read_pdf_words(struct arena *a, struct str words, struct refusal *why,
                         struct document_text *out) MUST_USE;

/* Says it in `why` as well: damaged, encrypted, too large, by what the archive answered. */
enum fail refuse_archive(struct refusal *why, enum fail f);
enum fail refuse_damaged(struct refusal *why);

/* Text of any encoding as UTF-8: byte order marks, else UTF-8, else Windows-1252.  False
 * when it is no text at all. */
bool text_decode(struct arena *a, struct str bytes, struct str *out);

#endif
