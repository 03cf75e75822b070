/*
 * package_write.c -- making a package.
 *
 * In an archive a part's header is written when its size is known, over a gap that was
 * left for it; nothing is held back in memory.
 */
#include "store/package.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/limits.h"
#include "codec/tar.h"
#include "store/io.h"

struct package_out {
	struct arena *arena;
	const char *path;
	struct str beside;              /* "<path>.part" */
	bool folder, finished;
	bool borrowed;                  /* the descriptor is the caller's */
	int fd;                         /* of the archive, or of the part in a folder */
	int64_t end;                    /* of the archive */
	char name[TAR_NAME_BYTES + 1];  /* of the part that is being written */
	int64_t bytes;
	struct arena *scratch;          /* of one part */
	struct sha256_running *hash;
	struct text manifest_text, parts_text;
	struct json_out manifest, parts;
	int64_t files, file_bytes;
};

struct str package_file_name(struct arena *a, const uint8_t hash[SHA256_BYTES])
{
	struct str digits = hex(a, hash, SHA256_BYTES);

	return str_format(a, "files/%.2s/%.*s", digits.p, STR_ARG(digits));
}

struct json_out *package_manifest(struct package_out *p)
{
	return &p->manifest;
}

static struct package_out *package_new(struct arena *a, const char *path,
                                       struct str beside, int fd)
{
	struct package_out *p = ARENA_NEW(a, struct package_out);

	*p = (struct package_out){
		.arena = a,
		.path = path,
		.beside = beside,
		.fd = fd,
		.manifest_text = text_on(a, LIMIT_PAGE_BYTES),
		.parts_text = text_on(a, LIMIT_PAGE_BYTES),
		.scratch = arena_new(1024 * 1024),
	};
	return p;
}

static void begin_manifest(struct package_out *p)
{
	p->manifest = json_to(&p->manifest_text);
	p->parts = json_to(&p->parts_text);
	json_open_object(&p->manifest);
	json_open_array(&p->parts);
}

enum fail package_make_on(struct arena *a, int fd, struct package_out **out)
{
	struct package_out *p = package_new(a, "a package", STR("a package"), fd);

	*out = NULL;
	if (!p->scratch)
		return fail_say(FAIL_MEMORY, "no memory to write %s", p->path);
	p->borrowed = true;
	begin_manifest(p);
	*out = p;
	return OK;
}

enum fail package_make(struct arena *a, const char *path, bool folder,
                       struct package_out **out)
{
	struct stat st;

	*out = NULL;
	if (lstat(path, &st) == 0)
		return fail_say(FAIL_REFUSED, "%s is there already; nothing was changed",
		                path);
	struct package_out *p = package_new(a, path, str_format(a, "%s.part", path), -1);
	if (!p->scratch)
		return fail_say(FAIL_MEMORY, "no memory to write %s", path);
	p->folder = folder;
	io_remove_tree(p->beside.p);    /* of an earlier one that was broken off */
	if (folder ? mkdir(p->beside.p, 0700) != 0
	           : (p->fd = open(p->beside.p, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC,
	                           0600)) < 0) {
		arena_free(p->scratch);
		return io_failed("write", p->beside.p);
	}
	begin_manifest(p);
	*out = p;
	return OK;
}

/* ---- one part ---- */

/* Makes the folders on the way to a file; the name is plain. */
static enum fail make_folders(struct package_out *p, struct str name)
{
	for (size_t i = 0; i < name.n; i++) {
		if (name.p[i] != '/')
			continue;
		struct str folder = str_format(p->scratch, "%.*s/%.*s",
		                               STR_ARG(p->beside), (int)i, name.p);
		if (mkdir(folder.p, 0700) != 0 && errno != EEXIST)
			return io_failed("make", folder.p);
	}
	return OK;
}

static enum fail begin_file(struct package_out *p, struct str name)
{
	enum fail f = make_folders(p, name);
	struct str path =
		str_format(p->scratch, "%.*s/%.*s", STR_ARG(p->beside), STR_ARG(name));

	if (f != OK)
		return f;
	p->fd = open(path.p, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
	return p->fd >= 0 ? OK : io_failed("write", path.p);
}

enum fail package_begin(struct package_out *p, struct str name)
{
	static const char gap[TAR_BLOCK];

	if (!tar_name_is_plain(name))
		BUG("a part called %.*s", STR_ARG(name));
	snprintf(p->name, sizeof p->name, "%.*s", STR_ARG(name));
	p->bytes = 0;
	arena_reset(p->scratch);
	p->hash = sha256_start(p->scratch);
	return p->folder ? begin_file(p, name)
	                 : io_write(p->fd, (struct str){ gap, sizeof gap }, p->beside.p);
}

enum fail package_add(struct package_out *p, struct str bytes)
{
	sha256_more(p->hash, bytes.p, bytes.n);
	p->bytes += (int64_t)bytes.n;
	return io_write(p->fd, bytes, p->beside.p);
}

static enum fail end_member(struct package_out *p)
{
	static const char zeros[TAR_BLOCK];
	unsigned char header[TAR_BLOCK];
	struct str padding = { zeros, (size_t)tar_padding(p->bytes) };

	tar_header_write(header, p->name, p->bytes);
	if (pwrite(p->fd, header, sizeof header, p->end) != (ssize_t)sizeof header)
		return io_failed("write", p->beside.p);
	p->end += TAR_BLOCK + p->bytes + (int64_t)padding.n;
	return io_write(p->fd, padding, p->beside.p);
}

static enum fail end_part(struct package_out *p)
{
	enum fail f = OK;

	if (!p->folder)
		return end_member(p);
	if (fsync(p->fd) != 0)
		f = io_failed("write", p->name);
	close(p->fd);
	p->fd = -1;
	return f;
}

enum fail package_end(struct package_out *p, int64_t rows, const struct str *columns,
                      size_t column_count)
{
	uint8_t hash[SHA256_BYTES];
	struct json_out *j = &p->parts;

	sha256_finish(p->hash, hash);
	text_addc(&p->parts_text, '\n');
	json_open_object(j);
	json_pair_z(j, "name", p->name);
	json_pair_int(j, "bytes", p->bytes);
	json_pair_str(j, "sha256", hex(p->scratch, hash, sizeof hash));
	if (columns) {
		json_pair_int(j, "rows", rows);
		json_name(j, "columns");
		json_open_array(j);
		for (size_t i = 0; i < column_count; i++)
			json_put_str(j, columns[i]);
		json_close_array(j);
	}
	json_close_object(j);
	return arena_failed(p->scratch) ? fail_say(FAIL_MEMORY, "no memory to write %s",
	                                           p->path)
	                                : end_part(p);
}

enum fail package_put(struct package_out *p, struct str name, struct str bytes)
{
	enum fail f = package_begin(p, name);

	if (f == OK)
		f = package_add(p, bytes);
	return f == OK ? package_end(p, 0, NULL, 0) : f;
}

enum fail package_put_file(struct package_out *p, const uint8_t hash[SHA256_BYTES], int fd,
                           int64_t bytes)
{
	uint8_t found[SHA256_BYTES];
	struct arena *a = arena_new(64 * 1024);

	if (!a)
		return fail_say(FAIL_MEMORY, "no memory to write %s", p->path);
	struct str name = package_file_name(a, hash);
	enum fail f = package_begin(p, name);
	if (f == OK)
		f = io_copy(fd, 0, bytes, p->fd, name.p, found);
	if (f == OK && memcmp(hash, found, sizeof found) != 0)
		f = fail_say(FAIL_FORMAT,
		             "the file %.*s was changed: its bytes are not those of its "
		             "name. Run wardroom verify",
		             STR_ARG(name));
	p->bytes = bytes;
	p->files++;
	p->file_bytes += bytes;
	if (f == OK)
		f = end_part(p);
	arena_free(a);
	return f;
}

/* ---- the end ---- */

static enum fail put_manifest(struct package_out *p)
{
	struct json_out *j = &p->manifest;

	json_name(j, "files");
	json_open_object(j);
	json_pair_int(j, "count", p->files);
	json_pair_int(j, "bytes", p->file_bytes);
	json_close_object(j);
	json_close_array(&p->parts);
	json_name(j, "parts");
	json_put_raw(j, text_str(&p->parts_text));
	json_close_object(j);
	text_addc(&p->manifest_text, '\n');
	if (text_failed(&p->manifest_text) || text_failed(&p->parts_text))
		return fail_say(FAIL_FULL, "the manifest of %s is too long", p->path);
	enum fail f = package_begin(p, STR(PACKAGE_MANIFEST));
	if (f == OK)
		f = package_add(p, text_str(&p->manifest_text));
	return f == OK ? end_part(p) : f;
}

static enum fail end_archive(struct package_out *p)
{
	static const char zeros[2 * TAR_BLOCK];
	enum fail f = io_write(p->fd, (struct str){ zeros, sizeof zeros }, p->beside.p);

	if (f == OK && !p->borrowed && fsync(p->fd) != 0)
		f = io_failed("write", p->beside.p);
	return f;
}

enum fail package_finish(struct package_out *p)
{
	enum fail f = put_manifest(p);

	if (f == OK && !p->folder)
		f = end_archive(p);
	if (p->borrowed)
		return f;
	if (f == OK && rename(p->beside.p, p->path) != 0)
		f = io_failed("write", p->path);
	p->finished = f == OK;
	return f == OK ? io_sync_folder_of(p->arena, p->path) : f;
}

void package_drop(struct package_out *p)
{
	if (!p)
		return;
	if (p->fd >= 0 && !p->borrowed)
		close(p->fd);
	p->fd = -1;
	if (!p->finished && !p->borrowed)
		io_remove_tree(p->beside.p);
	arena_free(p->scratch);
	p->scratch = NULL;
}
