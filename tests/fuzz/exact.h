/*
 * exact.h -- a fuzz target in a few lines.
 *
 * FUZZ(memory, input) { ... } gives the body an arena and the input in a buffer of exactly
 * its size, so that one byte read past the end is found.
 */
#ifndef FUZZ_EXACT_H
#define FUZZ_EXACT_H

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/text.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define FUZZ(memory, input) \
	static void body(struct arena *memory, struct str input); \
	int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) \
	{ \
		struct arena *whole = arena_new((size_t)1 << 30); \
		char *exact = malloc(size ? size : 1); \
		if (!whole || !exact) \
			abort(); \
		memcpy(exact, data, size); \
		body(whole, (struct str){ exact, size }); \
		arena_free(whole); \
		free(exact); \
		return 0; \
	} \
	static void body(struct arena *memory, struct str input)

/* What must hold; a fuzzer stops at the abort. */
#define MUST(condition) \
	do { \
		if (!(condition)) \
			abort(); \
	} while (0)

#endif
