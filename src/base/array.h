/*
 * array.h -- counted tables.
 *
 * A table is a static array with designated initialisers and its length.  A
 * struct that holds one has a member `struct { const struct x *at; size_t count; }`
 * and is filled by TABLE(array).
 */
#ifndef BASE_ARRAY_H
#define BASE_ARRAY_H

#include <stddef.h>
#include <stdint.h>

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))
#define TABLE(array) \
	{ \
		(array), COUNT(array) \
	}
#define BIT(n) (UINT64_C(1) << (n))

/* Marks an English text that people read, for the extraction of translations. */
#define N_(text) text

#define MUST_USE __attribute__((warn_unused_result))
#define PRINTF_LIKE(at, first) __attribute__((format(printf, at, first)))

#endif
