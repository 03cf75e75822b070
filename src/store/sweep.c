/*
 * sweep.c -- files that came with a form which was never finished.
 *
 * A file lies in its place before the record that names it is written, and stays while a
 * refused form is put right.  Whoever then walks away leaves it: what is old enough and
 * used by no record of any tenant is taken from the disk, and with it what a broken upload
 * left.
 */
#include <dirent.h>
#include <errno.h>
#include <sys/stat.h>
#include <unistd.h>

#include "crypto/crypto.h"
#include "store/erase.h"
#include "store/files.h"
#include "store/parts.h"

#define PATH_BYTES 4096

struct sweep {
	struct store *store;
	struct instant before; /* what is newer is left alone */
	uint8_t hash[SHA256_BYTES];
	int64_t *count;
};

static bool old_enough(const struct sweep *s, const char *path)
{
	struct stat st;

	return lstat(path, &st) == 0 && S_ISREG(st.st_mode) &&
	       st.st_mtim.tv_sec < s->before.us / US_PER_SECOND;
}

static enum fail remove_file(struct sweep *s, const char *path)
{
	if (unlink(path) == 0)
		++*s->count;
	else if (errno != ENOENT)
		return fail_say(FAIL_IO, "cannot remove %s: %s", path, strerror(errno));
	return OK;
}

/* In the writer's turn: a record that takes the file into use looks for it in its own. */
static enum fail remove_unused(struct tx *tx, void *arg)
{
	struct sweep *s = arg;
	char path[PATH_BYTES];
	bool used = true;
	enum fail f = file_is_used(tx, s->hash, &used);

	file_path(s->store, s->hash, path, sizeof path);
	return f != OK || used || !old_enough(s, path) ? f : remove_file(s, path);
}

static enum fail sweep_file(struct sweep *s, const char *folder, const char *name)
{
	char path[PATH_BYTES];
	int n = snprintf(path, sizeof path, "%s/%s", folder, name);

	if (n < 0 || (size_t)n >= sizeof path || !old_enough(s, path))
		return OK;
	if (strncmp(name, FILE_COMING, strlen(FILE_COMING)) == 0)
		return remove_file(s, path);
	if (!hex_parse(str_of(name), s->hash, sizeof s->hash))
		return OK;
	return db_write(s->store->db, remove_unused, s);
}

static enum fail sweep_folder(struct sweep *s, const char *folder)
{
	DIR *d = opendir(folder);
	enum fail f = OK;

	for (struct dirent *e; d && f == OK && (e = readdir(d));)
		f = sweep_file(s, folder, e->d_name);
	if (d)
		closedir(d);
	return f;
}

enum fail store_sweep_files(struct store *s, struct instant before, int64_t *count)
{
	struct sweep sweep = { .store = s, .before = before, .count = count };

	if (db_keeps_files(s->db))
		return pieces_sweep(s, before, count);
	enum fail f = sweep_folder(&sweep, s->evidence);

	for (unsigned first = 0; f == OK && first < 256; first++) {
		char folder[PATH_BYTES];

		snprintf(folder, sizeof folder, "%s/%02x", s->evidence, first);
		f = sweep_folder(&sweep, folder);
	}
	return f;
}
