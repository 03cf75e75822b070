/*
 * arena.c -- memory that lives and dies together.
 *
 * Blocks grow from 4 kB to 256 kB; a larger piece gets a block of its own.  The reserve is
 * one block of LIMIT_PIECE_BYTES + head, made with the arena; when it is used up as well,
 * the small pieces overlap in it: nothing made on a sticky arena is ever shown or stored.
 */
#include "base/arena.h"

#include <pthread.h>
#include <stdalign.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/fail.h"
#include "base/limits.h"

#define ALIGN alignof(max_align_t)
#define FIRST_BLOCK_BYTES 4096u
#define LARGEST_BLOCK_BYTES (256u * 1024)

struct block {
	struct block *next;
	size_t room;
	size_t used;
	alignas(max_align_t) unsigned char bytes[];
};

struct closer {
	struct closer *next;
	void (*close)(void *);
	void *what;
};

struct arena {
	struct block *blocks; /* newest first */
	struct block *reserve;
	struct closer *closers;
	size_t ceiling;
	size_t used;
	size_t next_block;
	bool failed;
};

static pthread_mutex_t test_lock = PTHREAD_MUTEX_INITIALIZER;
static long test_countdown;
static long test_made;

/* Counts allocations, and makes the chosen one fail in tests. */
static bool test_allows(void)
{
	pthread_mutex_lock(&test_lock);
	test_made++;
	bool fails = test_countdown > 0 && --test_countdown == 0;
	pthread_mutex_unlock(&test_lock);
	return !fails;
}

void arena_test_fail_at(long nth)
{
	pthread_mutex_lock(&test_lock);
	test_countdown = nth;
	test_made = 0;
	pthread_mutex_unlock(&test_lock);
}

long arena_test_count(void)
{
	pthread_mutex_lock(&test_lock);
	long made = test_made;
	pthread_mutex_unlock(&test_lock);
	return made;
}

static struct block *block_new(size_t room)
{
	if (room > SIZE_MAX - sizeof(struct block) || !test_allows())
		return NULL;
	struct block *b = malloc(sizeof *b + room);
	if (!b)
		return NULL;
	b->next = NULL;
	b->room = room;
	b->used = 0;
	return b;
}

struct arena *arena_new(size_t ceiling_bytes)
{
	struct arena *a = test_allows() ? calloc(1, sizeof *a) : NULL;

	if (!a)
		return NULL;
	a->reserve = block_new(LIMIT_PIECE_BYTES);
	if (!a->reserve) {
		free(a);
		return NULL;
	}
	a->ceiling = ceiling_bytes;
	a->next_block = FIRST_BLOCK_BYTES;
	return a;
}

static void run_closers(struct arena *a)
{
	while (a->closers) {
		struct closer *c = a->closers;
		a->closers = c->next;
		c->close(c->what);
		free(c);
	}
}

static void free_blocks(struct block *b)
{
	while (b) {
		struct block *next = b->next;
		free(b);
		b = next;
	}
}

void arena_free(struct arena *a)
{
	if (!a)
		return;
	run_closers(a);
	free_blocks(a->blocks);
	free(a->reserve);
	free(a);
}

void arena_reset(struct arena *a)
{
	run_closers(a);
	free_blocks(a->blocks);
	a->blocks = NULL;
	a->reserve->used = 0;
	a->used = 0;
	a->next_block = FIRST_BLOCK_BYTES;
	a->failed = false;
}

static size_t aligned(size_t bytes)
{
	return (bytes + ALIGN - 1) & ~(size_t)(ALIGN - 1);
}

/* A block with room for `bytes`, or null: no memory, or past the ceiling. */
static struct block *block_for(struct arena *a, size_t bytes)
{
	struct block *b = a->blocks;

	if (bytes > a->ceiling || a->used > a->ceiling - bytes)
		return NULL;
	if (b && b->room - b->used >= bytes)
		return b;
#ifdef WARDROOM_ARENA_PIECES
	size_t room = bytes;
#else
	size_t room = a->next_block;
	if (a->next_block < LARGEST_BLOCK_BYTES)
		a->next_block *= 2;
	if (room < bytes)
		room = bytes;
#endif
	b = block_new(room);
	if (!b)
		return NULL;
	/* A block that one large piece fills goes behind the one still in use. */
	if (a->blocks && room == bytes && bytes > LIMIT_PIECE_BYTES) {
		b->next = a->blocks->next;
		a->blocks->next = b;
	} else {
		b->next = a->blocks;
		a->blocks = b;
	}
	return b;
}

static void *take(struct arena *a, struct block *b, size_t bytes)
{
	void *p = b->bytes + b->used;

	b->used += bytes;
	a->used += bytes;
	return memset(p, 0, bytes);
}

void *arena_get(struct arena *a, size_t bytes)
{
	if (bytes > LIMIT_PIECE_BYTES)
		BUG("a piece of %zu bytes asked of arena_get", bytes);
	size_t need = aligned(bytes ? bytes : 1);
	struct block *b = block_for(a, need);
	if (b)
		return take(a, b, need);
	a->failed = true;
	b = a->reserve;
	if (b->room - b->used < need)
		b->used = 0;
	void *p = b->bytes + b->used;
	b->used += need;
	return memset(p, 0, need);
}

void *arena_try(struct arena *a, size_t count, size_t size)
{
	size_t bytes;

	if (__builtin_mul_overflow(count, size, &bytes) || bytes > SIZE_MAX - ALIGN)
		return NULL;
	size_t need = aligned(bytes ? bytes : 1);
	struct block *b = block_for(a, need);
	return b ? take(a, b, need) : NULL;
}

bool arena_failed(const struct arena *a)
{
	return a->failed;
}

void arena_fail(struct arena *a)
{
	a->failed = true;
}

size_t arena_used(const struct arena *a)
{
	return a->used;
}

void arena_on_close(struct arena *a, void (*close)(void *), void *what)
{
	struct closer *c = test_allows() ? malloc(sizeof *c) : NULL;

	if (!c) {
		/* Nothing may leak: close at once and refuse the request. */
		a->failed = true;
		close(what);
		return;
	}
	*c = (struct closer){ .next = a->closers, .close = close, .what = what };
	a->closers = c;
}
