/*
 * passages.h -- what the readers of documents write into: passages under their headings.
 *
 * Inside of codec/ only.  Texts are put right here: NFC, spaces folded, control characters
 * and soft hyphens dropped.  Past a limit nothing more is taken and the document says it
 * was cut.
 */
#ifndef CODEC_PASSAGES_H
#define CODEC_PASSAGES_H

#include "base/arena.h"
#include "codec/passage.h"

#define PASSAGE_BYTES (16u * 1024)      /* a longer text becomes several passages */
#define HEADING_LEVELS 9

struct passages {
	struct arena *arena;
	struct document_text *to;
	size_t room;
	size_t bytes;                   /* of text so far */
	struct str above[HEADING_LEVELS];
	struct str path;                /* of the headings above, joined */
};

struct passages passages_to(struct arena *a, struct document_text *to);
/* Empty texts are passed over.  `line` 0: the number of the passage. */
void passages_add(struct passages *p, enum passage_kind kind, int level, struct str text,
                  int page, int line);
bool passages_full(const struct passages *p);

/* The text put right; a copy. */
struct str passage_text(struct arena *a, struct str s);

/*
 * A short line that stands like a heading: the depth of its numbering ("3.2 Contacts" is 2,
 * "Appendix B" is 1), or 0 when it is not numbered.
 */
int heading_number_depth(struct str s);

/*
 * The level of a line that nothing marks as a heading but its looks: short, no sentence,
 * and either bold, numbered, or (where `caps`) in capitals.  0: it is none.
 */
#define HEADING_MOST_BYTES 110u
#define HEADING_UNNUMBERED 7            /* below the headings that are marked */
int heading_by_shape(struct str s, bool bold, bool caps);

/* A line of a table of contents: "Contacts . . . . . 12". */
bool is_contents_line(struct str s);

#endif
