/* archive.c -- libzip over bytes in memory. */
#include "codec/archive.h"

#include <zip.h>

#include "base/arena.h"

#define PIECE_BYTES (48u * 1024)

struct archive {
	struct arena *arena;
	zip_t *zip;
	size_t unpacked;                /* bytes, over all parts */
};

static void discard(void *zip)
{
	zip_discard(zip);
}

static enum fail damaged(const char *why)
{
	return fail_say(FAIL_FORMAT, "a zip archive cannot be read: %s", why);
}

enum fail archive_open(struct arena *a, struct str bytes, struct archive **out)
{
	zip_error_t error;
	zip_error_init(&error);
	zip_source_t *source = zip_source_buffer_create(bytes.p, bytes.n, 0, &error);
	zip_t *zip = source ? zip_open_from_source(source, ZIP_RDONLY, &error) : NULL;

	*out = NULL;
	if (!zip) {
		enum fail f = zip_error_code_zip(&error) == ZIP_ER_MEMORY
		                      ? fail_say(FAIL_MEMORY, "not enough memory to unpack")
		                      : damaged(zip_error_strerror(&error));
		zip_source_free(source);
		zip_error_fini(&error);
		return f;
	}
	zip_error_fini(&error);
	arena_on_close(a, discard, zip);
	if (arena_failed(a))
		return fail_say(FAIL_MEMORY, "not enough memory to unpack");
	if (zip_get_num_entries(zip, 0) > (zip_int64_t)ARCHIVE_MOST_PARTS)
		return fail_say(FAIL_FULL, "a zip archive has more than %u parts",
		                ARCHIVE_MOST_PARTS);
	struct archive *z = ARENA_NEW(a, struct archive);
	*z = (struct archive){ .arena = a, .zip = zip };
	*out = z;
	return OK;
}

size_t archive_count(const struct archive *z)
{
	zip_int64_t n = zip_get_num_entries(z->zip, 0);

	return n > 0 ? (size_t)n : 0;
}

struct str archive_name(const struct archive *z, size_t part)
{
	struct str name = str_of(zip_get_name(z->zip, part, ZIP_FL_ENC_RAW));

	return name.p ? name : STR("");
}

bool archive_has(struct archive *z, const char *name)
{
	return zip_name_locate(z->zip, name, ZIP_FL_ENC_RAW) >= 0;
}

static enum fail read_open(struct archive *z, zip_file_t *file,
                           enum fail (*take)(void *arg, struct str piece, bool last),
                           void *arg)
{
	char *piece = arena_get(z->arena, PIECE_BYTES);

	if (arena_failed(z->arena))
		return fail_say(FAIL_MEMORY, "not enough memory to unpack");
	for (;;) {
		zip_int64_t n = zip_fread(file, piece, PIECE_BYTES);
		if (n < 0)
			return damaged(zip_error_strerror(zip_file_get_error(file)));
		z->unpacked += (size_t)n;
		if (z->unpacked > ARCHIVE_MOST_BYTES)
			return fail_say(FAIL_FULL,
			                "a zip archive unpacks to more than %u bytes",
			                ARCHIVE_MOST_BYTES);
		enum fail f = take(arg, (struct str){ piece, (size_t)n }, n == 0);
		if (f != OK || n == 0)
			return f;
	}
}

enum fail archive_read(struct archive *z, const char *name,
                       enum fail (*take)(void *arg, struct str piece, bool last), void *arg)
{
	zip_stat_t stat;

	if (zip_stat(z->zip, name, ZIP_FL_ENC_RAW, &stat) != 0)
		return fail_say(FAIL_NOT_FOUND, "a zip archive has no %s", name);
	if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) &&
	    stat.encryption_method != ZIP_EM_NONE)
		return fail_say(FAIL_DENIED, "%s in a zip archive is encrypted", name);
	zip_file_t *file = zip_fopen(z->zip, name, ZIP_FL_ENC_RAW);
	if (!file)
		return damaged(zip_error_strerror(zip_get_error(z->zip)));
	enum fail f = read_open(z, file, take, arg);
	zip_fclose(file);
	return f;
}

static enum fail add_piece(void *arg, struct str piece, bool last)
{
	struct text *t = arg;

	(void)last;
	text_add(t, piece);
	return text_failed(t) ? fail_say(FAIL_FULL, "a part of a zip archive is too large")
	                      : OK;
}

enum fail archive_load(struct archive *z, const char *name, size_t ceiling, struct str *out)
{
	struct text t = text_on(z->arena, ceiling);
	enum fail f = archive_read(z, name, add_piece, &t);

	*out = text_str(&t);
	return f;
}
