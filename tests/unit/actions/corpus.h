/* corpus.h -- the labelled plans of tests/plans, read and looked through. */
#ifndef TEST_CORPUS_H
#define TEST_CORPUS_H

#include "actions/propose.h"
#include "base/arena.h"
#include "codec/yaml.h"

#define CORPUS_MOST 64

enum verdict { VERDICT_ABSENT, VERDICT_PRESENT, VERDICT_ARGUABLE };

struct labelled {
	char name[64];
	char path[300];
	char pack[64];
	bool seen;
	const struct yaml *parts;
};

/* Labels of tests/plans/labels; the sample plan counts three times when it is there. */
size_t corpus_labels(struct arena *a, struct labelled *out);
struct str corpus_file(struct arena *a, const char *path);
/* Reads a document file directly, PDF through pdftotext. */
bool corpus_read(struct arena *a, const char *path, struct document_text *out);
const struct yaml *corpus_part(const struct labelled *l, struct str element,
                               struct str part);
enum verdict corpus_verdict(const struct yaml *part);
/* Does the passage, or the heading over it, hold one of the label's pieces of text? */
bool corpus_is_right(const struct yaml *part, const struct passage *p);

#endif
