/* document.h -- reading a document in a fuzz target, and what must hold of what comes out.
 */
#ifndef FUZZ_DOCUMENT_H
#define FUZZ_DOCUMENT_H

#include <zip.h>

#include "base/refusal.h"
#include "codec/passage.h"
#include "fuzz/exact.h"

/* Spaces are folded to one, none at an end, no control characters. */
static inline void check_folded(struct str s)
{
	MUST(s.n > 0 && s.p[0] != ' ' && s.p[s.n - 1] != ' ' && str_is_utf8(s));
	for (size_t k = 0; k < s.n; k++) {
		MUST((unsigned char)s.p[k] >= 0x20);
		MUST(s.p[k] != ' ' || s.p[k + 1] != ' ');
	}
}

static inline void check_document(struct arena *a, const struct document_text *d)
{
	struct document_text again;
	int line = 0;

	for (size_t i = 0; i < d->count; i++) {
		const struct passage *p = &d->at[i];

		check_folded(p->text);
		if (p->heading.n > 0)
			check_folded(p->heading);
		MUST(p->kind != PASSAGE_HEADING || (p->level >= 1 && p->level <= 9));
		MUST(p->page >= 0 && p->page <= d->pages && p->line >= 1);
		MUST(d->pages > 0 || p->line >= line);  /* in reading order */
		line = p->line;
	}
	struct str packed = document_text_pack(a, d);
	MUST(document_text_unpack(a, packed, &again) == OK);
	MUST(again.count == d->count);
	MUST(str_equal(document_text_pack(a, &again), packed));
}

/* The same bytes are the same text, whatever the memory held before. */
static inline void check_again(struct arena *a, struct str bytes, const char *name,
                               const struct pdf_text *pdf, const struct document_text *d)
{
	struct refusal why = refusal_on(a);
	struct document_text again;

	MUST(document_read(a, bytes, str_of(name), pdf, &why, &again) == OK);
	MUST(str_equal(document_text_pack(a, d), document_text_pack(a, &again)));
}

static inline void read_document(struct arena *a, struct str bytes, const char *name,
                                 const struct pdf_text *pdf)
{
	struct refusal why = refusal_on(a);
	struct document_text d;
	enum fail f = document_read(a, bytes, str_of(name), pdf, &why, &d);

	if (f == OK) {
		check_document(a, &d);
		check_again(a, bytes, name, pdf, &d);
	} else if (f == FAIL_FORMAT)
		MUST(why.count > 0 && why.at[0].advice.id);
}

/* The bytes as one part of a package whose other parts are sound. */
static inline struct str package(struct arena *a, const char *type, const char *part,
                                 struct str s, const char *other, const char *content)
{
	zip_source_t *to = zip_source_buffer_create(NULL, 0, 0, NULL);
	zip_source_keep(to);
	zip_t *z = zip_open_from_source(to, ZIP_TRUNCATE, NULL);
	const struct {
		const char *name;
		struct str bytes;
	} parts[] = { { "mimetype", str_of(type) },
		      { part, s },
		      { other, str_of(content) } };
	for (size_t i = 0; i < COUNT(parts); i++) {
		zip_source_t *from =
			zip_source_buffer(z, parts[i].bytes.p, parts[i].bytes.n, 0);
		zip_int64_t at = zip_file_add(z, parts[i].name, from, 0);
		zip_set_file_compression(z, (zip_uint64_t)at, ZIP_CM_STORE, 0);
	}
	if (zip_close(z) != 0)
		abort();
	zip_stat_t st;
	zip_source_stat(to, &st);
	char *p = arena_try(a, st.size, 1);
	zip_source_open(to);
	zip_source_read(to, p, st.size);
	zip_source_close(to);
	zip_source_free(to);
	return (struct str){ p, st.size };
}

#endif
