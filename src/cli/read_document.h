/*
 * read_document.h -- a file named on the command line, as text.
 *
 * One door for all commands.  Takes at most LIMIT_UPLOAD_BYTES and has them read in a
 * walled process (exchange/parse_role.h), as the server does.  FAIL_FORMAT fills `why` with
 * the reason for people.  The result lives in the arena.
 */
#ifndef CLI_READ_DOCUMENT_H
#define CLI_READ_DOCUMENT_H

#include "base/fail.h"
#include "base/refusal.h"
#include "codec/passage.h"

struct document_file {
	struct str name;                /* without folders */
	char sha256[65];                /* hexadecimal */
	struct document_text text;
};

enum fail read_document_file(struct arena *a, const char *path, struct refusal *why,
                             struct document_file *out) MUST_USE;

#endif
