/*
 * ledger_export.c -- the whole tree of a tenant as a folder of tiles.
 *
 *     checkpoint                   the signed note
 *     tile/0/x001/234              256 hashes of leaves; tile/1/… of their subtrees
 *     tile/0/x001/235.p/17         the last one, of 17
 *     tile/entries/x001/234        256 leaves, each after its length in two bytes
 *
 * Source: c2sp.org/tlog-tiles
 */
#include "store/ledger_proof.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/limits.h"
#include "db/db.h"
#include "store/ledger.h"

#define TILE 256
#define TILE_BITS 8
#define PATH_BYTES 4096
#define ENTRY_BYTES 65535

struct export
{
	struct act *act;
	struct arena *scratch;
	const char *folder;
	int64_t size;
};

/* Makes every folder on the way to a file. */
static enum fail make_folders(char *path)
{
	for (char *p = path + 1; *p; p++) {
		if (*p != '/')
			continue;
		*p = '\0';
		int failed = mkdir(path, 0755) != 0 && errno != EEXIST;
		*p = '/';
		if (failed)
			return fail_say(FAIL_IO, "cannot make a folder of %s: %s", path,
			                strerror(errno));
	}
	return OK;
}

static enum fail write_file(const struct export *e, const char *name, struct str bytes)
{
	char path[PATH_BYTES];
	int n = snprintf(path, sizeof path, "%s/%s", e->folder, name);

	if (n < 0 || (size_t)n >= sizeof path)
		return fail_say(FAIL_IO, "the path of the folder is too long");
	enum fail f = make_folders(path);
	if (f != OK)
		return f;
	int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
	if (fd < 0)
		return fail_say(FAIL_IO, "cannot write %s: %s", path, strerror(errno));
	while (f == OK && bytes.n > 0) {
		ssize_t wrote = write(fd, bytes.p, bytes.n);
		if (wrote < 0 && errno != EINTR)
			f = fail_say(FAIL_IO, "cannot write %s: %s", path, strerror(errno));
		if (wrote > 0)
			bytes = str_from(bytes, (size_t)wrote);
	}
	if (close(fd) != 0 && f == OK)
		f = fail_say(FAIL_IO, "cannot write %s: %s", path, strerror(errno));
	return f;
}

/* "x001/x234/067", with ".p/17" when it is not full. */
static struct str tile_name(struct arena *a, const char *level, int64_t index,
                            int64_t width)
{
	struct text t = text_on(a, 256);
	int64_t thousands[8];
	int n = 0;

	for (int64_t i = index; n == 0 || i > 0; i /= 1000)
		thousands[n++] = i % 1000;
	text_addf(&t, "tile/%s/", level);
	while (n-- > 0)
		text_addf(&t, "%s%03lld%s", n > 0 ? "x" : "", (long long)thousands[n],
		          n > 0 ? "/" : "");
	if (width < TILE)
		text_addf(&t, ".p/%lld", (long long)width);
	return text_str(&t);
}

/* A complete subtree of 2^level leaves: its hash is the root of those leaves alone. */
static enum fail subtree(const struct export *e, int level, int64_t place,
                         struct tree_hash *out)
{
	return ledger_subtree(e->act->tx, e->act->actor->org, level, place, out);
}

static enum fail write_tile(const struct export *e, int level, int64_t index, int64_t width)
{
	struct text t = text_on(e->scratch, TILE * TREE_HASH_BYTES);
	struct tree_hash hash;
	char level_name[8];

	for (int64_t i = 0; i < width; i++) {
		enum fail f = subtree(e, level * TILE_BITS, index * TILE + i, &hash);
		if (f != OK)
			return f;
		text_add(&t, (struct str){ (const char *)hash.b, sizeof hash.b });
	}
	snprintf(level_name, sizeof level_name, "%d", level);
	return write_file(e, tile_name(e->scratch, level_name, index, width).p,
	                  text_str(&t));
}

static enum fail write_level(const struct export *e, int level, int64_t count)
{
	enum fail f = OK;

	for (int64_t i = 0; f == OK && i * TILE < count; i++) {
		int64_t left = count - i * TILE;
		f = write_tile(e, level, i, left < TILE ? left : TILE);
		arena_reset(e->scratch);
	}
	return f;
}

static enum fail add_leaves(const struct export *e, int64_t from, int64_t width,
                            struct text *t)
{
	struct stmt *s =
		query(e->act->tx, SQL("select leaf\n"
	                              "from history\n"
	                              "where org = :org and seq >= :from and seq < :to\n"
	                              "order by seq"));
	int row;

	bind_id(s, "org", e->act->actor->org);
	bind_i64(s, "from", from);
	bind_i64(s, "to", from + width);
	while ((row = query_next(s)) > 0) {
		struct str leaf = column_str(s, 0);
		if (leaf.n > ENTRY_BYTES) {
			row = fail_say(FAIL_FULL, "a leaf of %zu bytes fits in no tile",
			               leaf.n);
			break;
		}
		text_addc(t, (char)(leaf.n >> 8));
		text_addc(t, (char)(leaf.n & 0xff));
		text_add(t, leaf);
	}
	query_end(s);
	return row < 0 ? (enum fail)row : OK;
}

static enum fail write_entries(const struct export *e)
{
	enum fail f = OK;

	for (int64_t i = 0; f == OK && i * TILE < e->size; i++) {
		int64_t left = e->size - i * TILE, width = left < TILE ? left : TILE;
		struct text t = text_on(e->scratch, LIMIT_REQUEST_BYTES / 2);
		f = add_leaves(e, i * TILE, width, &t);
		if (f == OK)
			f = write_file(e, tile_name(e->scratch, "entries", i, width).p,
			               text_str(&t));
		arena_reset(e->scratch);
	}
	return f;
}

enum fail ledger_export(struct act *a, const struct kept_checkpoint *c, const char *folder)
{
	struct export e = { .act = a, .folder = folder, .size = c->size };
	enum fail f = OK;

	e.scratch = arena_new(LIMIT_REQUEST_BYTES);
	if (!e.scratch)
		return fail_say(FAIL_MEMORY, "no memory for an export");
	int level = 0;
	for (int64_t count = e.size; f == OK && count > 0; count /= TILE)
		f = write_level(&e, level++, count);
	if (f == OK)
		f = write_entries(&e);
	if (f == OK) /* last: whoever sees it finds everything that it speaks of */
		f = write_file(&e, "checkpoint", c->note);
	arena_free(e.scratch);
	return f;
}
