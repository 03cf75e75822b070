/*
 * pdf_child.h -- pdftotext as a child with walls of its own.
 *
 * The reading role may start no program, so it sets a helper aside before it enters its
 * sandbox; the helper looks at no byte of the file.  Inside of exchange/ only.
 */
#ifndef EXCHANGE_PDF_CHILD_H
#define EXCHANGE_PDF_CHILD_H

#include "base/fail.h"
#include "base/text.h"

struct pdf_helper {
	int channel;                    /* to the helper; -1: none */
	int document;                   /* the descriptor of the file that is read */
};

/* Call before the sandbox.  The helper ends with its parent, or after one file. */
enum fail pdf_helper_start(struct pdf_helper *h, unsigned mebibytes,
                           unsigned seconds) MUST_USE;
/* For struct pdf_text: `arg` is the helper. */
enum fail pdf_helper_read(void *arg, struct arena *a, struct str pdf,
                          struct str *out) MUST_USE;

#endif
