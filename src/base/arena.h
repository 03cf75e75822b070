/*
 * arena.h -- memory that lives and dies together.
 *
 * Everything made for a request comes from its arena and is given back in one step.
 * Small pieces (up to LIMIT_PIECE_BYTES) never come back null: when memory runs out or the
 * ceiling is reached, they come from a reserve that is set aside at the start, and the
 * arena turns *sticky*: `arena_failed` is true from then on, a transaction on it must not
 * commit, and the request is refused.  Sizes that come from input use `arena_try`, which
 * may return null (and does not make the arena sticky).
 *
 * Pieces are zeroed and aligned for any type.  In a debug build (WARDROOM_ARENA_PIECES)
 * each piece has its own malloc, so that sanitizers and valgrind see it.
 * An arena belongs to one thread at a time.
 */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stdbool.h>
#include <stddef.h>

struct arena;

/* Null only when even the reserve cannot be had. */
struct arena *arena_new(size_t ceiling_bytes);
void arena_free(struct arena *a); /* runs the closers, null is fine */
void arena_reset(struct arena *a); /* as free and new, keeps the first block */

void *arena_get(struct arena *a, size_t bytes); /* bytes <= LIMIT_PIECE_BYTES, else BUG */
/* Null: too much, or the product overflows. */
void *arena_try(struct arena *a, size_t count, size_t size);
#define ARENA_NEW(a, type) ((type *)arena_get((a), sizeof(type)))
#define ARENA_TRY(a, type, count) ((type *)arena_try((a), (count), sizeof(type)))

bool arena_failed(const struct arena *a);
void arena_fail(struct arena *a); /* make it sticky */
size_t arena_used(const struct arena *a);

/* Called in reverse order when the arena ends: files, statements, handles. */
void arena_on_close(struct arena *a, void (*close)(void *), void *what);

/* For tests: the nth allocation from now on fails (0 switches it off). */
void arena_test_fail_at(long nth);
long arena_test_count(void);

#endif
