/*
 * multipart.h -- the parts of a form with files (RFC 7578), strictly.
 *
 * Pure: the whole body is in memory or mapped; values are views of it.  Fuzzed.
 */
#ifndef HTTP_MULTIPART_H
#define HTTP_MULTIPART_H

#include "base/text.h"

struct part {
	struct str name;                /* of the field */
	struct str file_name; /* p null: no file; else the last part of its path */
	struct str media;               /* as claimed; empty when not said */
	struct str bytes;
};

#define MULTIPART_PARTS 1000u

/* From `multipart/form-data; boundary=...`; empty when there is none. */
struct str multipart_boundary(struct str content_type);
bool multipart_parse(struct arena *a, struct str body, struct str boundary,
                     struct part **out, size_t *count);

#endif
