/*
 * strict.h -- what a request must look like before the library sees a byte of it.
 *
 * Everything that two readers could understand differently is refused (RFC 9112): lengths
 * given twice or with a sign, chunked beside a length, spaces before a colon, folded lines,
 * lone CR or LF, NUL, no Host or several.  Pure; fuzzed with exact-sized buffers.
 */
#ifndef HTTP_STRICT_H
#define HTTP_STRICT_H

#include <stdint.h>

#include "base/text.h"

enum framing { FRAMING_NONE, FRAMING_LENGTH, FRAMING_CHUNKED };

struct head_facts {
	enum framing framing;
	uint64_t length;
	bool answer_without_body;       /* HEAD */
};

/* Looks at bytes as they come. */
enum scan { SCAN_MORE, SCAN_DONE, SCAN_WRONG };
struct head_scan {
	size_t line_bytes;              /* of the line so far, without its end */
	bool after_cr;
};
/* *used becomes how many bytes belong to the head (only for SCAN_DONE). */
enum scan head_scan(struct head_scan *s, struct str bytes, size_t *used);

/* 0, or the status to refuse with: 400, 413, 414, 417, 431, 501, 505.  The head ends with
 * its empty line. */
int head_check(struct str head, uint64_t most_body_bytes, struct head_facts *facts);

/* A chunked body as it comes. */
enum chunk_place {
	CHUNK_SIZE,
	CHUNK_EXTENSION,
	CHUNK_SIZE_LF,
	CHUNK_DATA,
	CHUNK_CR,
	CHUNK_LF,
	CHUNK_LAST_CR,
	CHUNK_LAST_LF,
};
struct chunk_scan {
	enum chunk_place at;
	unsigned digits, extension_bytes;
	uint64_t left;                  /* of this chunk */
	uint64_t total;
};
/* SCAN_WRONG: *status is 400 or 413.  *used: bytes that belong to the body. */
enum scan chunk_scan(struct chunk_scan *s, struct str bytes, uint64_t most, size_t *used,
                     int *status);

const char *status_phrase(int status);

#endif
