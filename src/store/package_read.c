/*
 * package_read.c -- opening a package: every byte is read once and compared with what the
 * manifest says of it, before anything is taken from it.
 *
 * An archive is walked from header to header; its manifest is the last member.  In a folder
 * the manifest says what to look for; what it does not name is not looked at.
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
#include "store/package_parts.h"

/* What a walk over the members found of one that is no file of people. */
struct found {
	char name[TAR_NAME_BYTES + 1];
	int64_t at, bytes;
	uint8_t sha256[SHA256_BYTES];
};

struct opening {
	struct package *p;
	struct refusal *why;
	struct found found[PACKAGE_PARTS];
	size_t count;
	int64_t files, file_bytes;
};

static void differs(struct opening *o, struct str where, const char *what,
                    const char *advice)
{
	if (o->why->count >= 50)
		return;
	(void)refuse(o->why, FIELD_NONE, what, advice);
	o->why->at[o->why->count - 1].where = str_copy(o->p->arena, where);
}

/* ---- an archive ---- */

static enum fail read_member(struct opening *o, const struct tar_member *m, int64_t at)
{
	struct package *p = o->p;
	uint8_t hash[SHA256_BYTES], named[SHA256_BYTES];
	struct str name = str_of(m->name);

	if (!tar_name_is_plain(name))
		return fail_say(FAIL_FORMAT, NO_PACKAGE, p->path,
		                "it holds something that does not belong there");
	enum fail f = io_copy(p->fd, at, m->bytes, -1, p->path, hash);
	if (f != OK)
		return f;
	if (package_file_named(name, named)) {
		o->files++;
		o->file_bytes += m->bytes;
		if (memcmp(named, hash, sizeof hash) != 0)
			differs(o, name, N_("the file was changed since it was written"),
			        PACKAGE_ADVICE);
		return OK;
	}
	if (o->count == PACKAGE_PARTS)
		return fail_say(FAIL_FORMAT, NO_PACKAGE, p->path, "it has too many parts");
	struct found *found = &o->found[o->count++];
	memcpy(found->name, m->name, sizeof found->name);
	memcpy(found->sha256, hash, sizeof hash);
	found->at = at;
	found->bytes = m->bytes;
	return OK;
}

static enum fail walk_archive(struct opening *o)
{
	enum tar_block kind = TAR_MEMBER;
	struct tar_member m;
	int64_t at = 0;
	enum fail f = package_next_header(o->p, &at, &kind, &m);

	while (f == OK && kind == TAR_MEMBER) {
		f = read_member(o, &m, at);
		at += m.bytes + tar_padding(m.bytes);
		if (f == OK)
			f = package_next_header(o->p, &at, &kind, &m);
	}
	return f;
}

/* ---- the manifest ---- */

static enum fail parse_manifest(struct package *p, int fd, int64_t at, int64_t bytes)
{
	struct json *manifest;
	struct json_error e;

	if (bytes > (int64_t)LIMIT_PAGE_BYTES)
		return fail_say(FAIL_FORMAT, NO_PACKAGE, p->path,
		                "its manifest is too long");
	char *text = arena_try(p->arena, (size_t)bytes + 1, 1);
	if (!text)
		return fail_say(FAIL_MEMORY, "no memory to read %s", p->path);
	int64_t n = io_read(fd, text, (size_t)bytes, at, p->path);
	if (n < 0)
		return (enum fail)n;
	enum fail f =
		json_read(p->arena, (struct str){ text, (size_t)n }, &manifest, &e);
	if (f == FAIL_FORMAT)
		return fail_say(f, "%s: " PACKAGE_MANIFEST ":%u:%u: %s", p->path, e.line,
		                e.column, e.what);
	p->manifest = manifest;
	return f;
}

static bool read_part(const struct json *j, struct package_part *out)
{
	const struct json *columns = json_member(j, "columns");
	bool table = columns && columns->kind == JSON_ARRAY;

	*out = (struct package_part){ .name = json_string(j, "name") };
	out->columns = table ? columns : NULL;
	return tar_name_is_plain(out->name) && json_int(j, "bytes", &out->bytes) &&
	       out->bytes >= 0 && (!table || json_int(j, "rows", &out->rows)) &&
	       hex_parse(json_string(j, "sha256"), out->sha256, SHA256_BYTES);
}

static enum fail take_manifest(struct opening *o, const char *format, int64_t version)
{
	struct package *p = o->p;
	const struct json *parts = json_member(p->manifest, "parts");
	const struct json *files = json_member(p->manifest, "files");
	int64_t written = 0;

	if (!str_is(json_string(p->manifest, "format"), format))
		return fail_say(FAIL_FORMAT, NO_PACKAGE, p->path,
		                str_format(p->arena, "its manifest does not say %s", format)
		                        .p);
	if (!json_int(p->manifest, "version", &written) || written > version)
		return fail_say(FAIL_NEWER,
		                "%s was written by a newer version of Wardroom: use that "
		                "version or a later one",
		                p->path);
	if (!parts || !files || !json_int(files, "count", &p->files) ||
	    !json_int(files, "bytes", &p->file_bytes))
		return fail_say(FAIL_FORMAT, NO_PACKAGE, p->path,
		                "its manifest does not list its parts");
	for (const struct json *j = parts->first; j; j = j->next) {
		if (p->count == PACKAGE_PARTS || !read_part(j, &p->parts[p->count]))
			return fail_say(FAIL_FORMAT,
			                "%s: " PACKAGE_MANIFEST
			                ":%u: a part is not described as it must be",
			                p->path, j->line);
		p->count++;
	}
	return OK;
}

/* ---- what is there against what should be ---- */

static void compare_part(struct opening *o, struct package_part *part,
                         const struct found *found)
{
	part->found = found != NULL;
	part->sound = found && found->bytes == part->bytes &&
	              memcmp(found->sha256, part->sha256, SHA256_BYTES) == 0;
	if (!found) {
		differs(o, part->name, N_("this part is missing"), PACKAGE_ADVICE);
		return;
	}
	part->at = found->at;
	part->bytes = found->bytes;
	if (!part->sound)
		differs(o, part->name,
		        N_("this part was changed since it was written: its SHA-256 is not "
		           "what the manifest says"),
		        PACKAGE_ADVICE);
}

static struct found *find_found(struct opening *o, struct str name)
{
	for (size_t i = 0; i < o->count; i++)
		if (str_is(name, o->found[i].name))
			return &o->found[i];
	return NULL;
}

static void compare_all(struct opening *o)
{
	struct package *p = o->p;

	for (size_t i = 0; i < p->count; i++)
		compare_part(o, &p->parts[i], find_found(o, p->parts[i].name));
	for (size_t i = 0; i < o->count; i++) {
		struct str name = str_of(o->found[i].name);
		if (!str_is(name, PACKAGE_MANIFEST) && !package_find(p, name))
			differs(o, name, N_("the manifest does not name this part"),
			        PACKAGE_ADVICE);
	}
	if (o->files != p->files || o->file_bytes != p->file_bytes)
		differs(o, STR("files/"),
		        N_("the number or size of the files is not what the manifest says"),
		        PACKAGE_ADVICE);
}

static enum fail open_archive(struct opening *o, const char *format, int64_t version)
{
	enum fail f = walk_archive(o);

	if (f != OK)
		return f;
	const struct found *manifest = find_found(o, STR(PACKAGE_MANIFEST));
	if (!manifest)
		return fail_say(FAIL_FORMAT, NO_PACKAGE, o->p->path, "it has no manifest");
	f = parse_manifest(o->p, o->p->fd, manifest->at, manifest->bytes);
	return f == OK ? take_manifest(o, format, version) : f;
}

/* ---- a folder ---- */

static enum fail hash_part(struct opening *o, const struct package_part *part)
{
	struct found *found = &o->found[o->count];
	int64_t bytes;
	int fd = package_open_in(o->p, o->p->arena, part->name, &bytes);

	if (fd < 0)
		return OK; /* missing: said later */
	snprintf(found->name, sizeof found->name, "%.*s", STR_ARG(part->name));
	found->at = 0;
	found->bytes = bytes;
	enum fail f = io_copy(fd, 0, bytes, -1, found->name, found->sha256);
	close(fd);
	o->count++;
	return f;
}

static enum fail count_file(void *arg, const uint8_t hash[SHA256_BYTES], int fd)
{
	struct opening *o = arg;
	uint8_t found[SHA256_BYTES];
	struct stat st;
	struct arena *a = arena_new(4096);

	if (!a || fstat(fd, &st) != 0) {
		arena_free(a);
		return fail_say(FAIL_IO, "cannot read the files of %s", o->p->path);
	}
	struct str name = package_file_name(a, hash);
	enum fail f = io_copy(fd, 0, st.st_size, -1, name.p, found);
	o->files++;
	o->file_bytes += st.st_size;
	if (f == OK && memcmp(hash, found, sizeof found) != 0)
		differs(o, name, N_("the file was changed since it was written"),
		        PACKAGE_ADVICE);
	arena_free(a);
	return f;
}

static enum fail open_folder(struct opening *o, const char *format, int64_t version)
{
	struct package *p = o->p;
	int64_t bytes;
	int fd = package_open_in(p, p->arena, STR(PACKAGE_MANIFEST), &bytes);

	if (fd < 0)
		return fail_say(FAIL_FORMAT, NO_PACKAGE, p->path, "it has no manifest");
	enum fail f = parse_manifest(p, fd, 0, bytes);
	close(fd);
	if (f == OK)
		f = take_manifest(o, format, version);
	for (size_t i = 0; f == OK && i < p->count; i++)
		f = hash_part(o, &p->parts[i]);
	return f == OK ? package_each_file(p, count_file, o) : f;
}

enum fail package_open(struct arena *a, const char *path, const char *format,
                       int64_t version, struct refusal *why, struct package **out)
{
	struct package *p = ARENA_TRY(a, struct package, 1);
	struct opening *o = ARENA_TRY(a, struct opening, 1);
	struct stat st;

	*out = NULL;
	if (!p || !o)
		return fail_say(FAIL_MEMORY, "no memory to read %s", path);
	*p = (struct package){ .arena = a, .path = path };
	*o = (struct opening){ .p = p, .why = why };
	p->fd = open(path, O_RDONLY | O_CLOEXEC);
	if (p->fd < 0 || fstat(p->fd, &st) != 0)
		return io_failed("open", path);
	p->folder = S_ISDIR(st.st_mode);
	enum fail f = p->folder ? open_folder(o, format, version)
	                        : open_archive(o, format, version);
	if (f == OK) {
		compare_all(o);
		*out = p;
		return refused(why) ? FAIL_REFUSED : OK;
	}
	package_close(p);
	return f;
}

void package_close(struct package *p)
{
	if (p && p->fd >= 0)
		close(p->fd);
	if (p)
		p->fd = -1;
}

const struct package_part *package_find(const struct package *p, struct str name)
{
	for (size_t i = 0; i < p->count; i++)
		if (str_equal(p->parts[i].name, name))
			return &p->parts[i];
	return NULL;
}
