/*
 * pack.c -- where packs come from: compiled in, or from a folder.
 */
#include "duty/pack.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/embed.h"
#include "duty/pack_file.h"

#define PACKS_MOST 64
#define FILE_MOST (2u * 1024 * 1024)
#define DUTY_FILES_MOST 32              /* of one pack */

struct loading {                        /* of all packs of one place */
	struct arena *arena;
	struct refusal *why;
	struct str shared_path, shared; /* words.yaml for all */
	struct pack_text areas;
	struct pack *packs;
	size_t count, faults;
};

static struct pack_file file_of(struct loading *l, struct str path)
{
	return (struct pack_file){ .arena = l->arena, .why = l->why, .path = path };
}

static const struct vocabulary *read_words(struct loading *l, struct str path,
                                           struct str bytes)
{
	struct vocabulary_builder *b = vocabulary_begin(l->arena);
	struct pack_file shared = file_of(l, l->shared_path), own = file_of(l, path);
	const struct yaml *y;

	if (l->shared.n > 0 && (y = pack_file_read(&shared, l->shared)))
		vocabulary_add(b, &shared, y);
	if (bytes.n > 0 && (y = pack_file_read(&own, bytes)))
		vocabulary_add(b, &own, y);
	l->faults += shared.faults + own.faults;
	return vocabulary_end(b, &own);
}

struct pack_texts {                     /* of one pack */
	struct pack_text pack, words;
	struct pack_text duties[DUTY_FILES_MOST];
	size_t duty_count;
};

static bool is_duty_file(struct str name)
{
	return str_starts(name, "duties") && str_ends(name, ".yaml");
}

static void add_duties(struct pack_texts *t, struct str path, struct str bytes)
{
	if (t->duty_count < DUTY_FILES_MOST)
		t->duties[t->duty_count++] = (struct pack_text){ path, bytes };
}

static void keep_duties(struct loading *l, const struct pack_texts *t, struct pack *out)
{
	struct pack_text *kept =
		arena_get(l->arena, (t->duty_count + 1) * sizeof(*kept));

	memcpy(kept, t->duties, t->duty_count * sizeof(*kept));
	out->duty_files = kept;
	out->duty_file_count = t->duty_count;
}

static void load_pack(struct loading *l, struct str folder_name, const struct pack_texts *t)
{
	struct pack_file f = file_of(l, t->pack.path);
	const struct vocabulary *words = read_words(l, t->words.path, t->words.bytes);
	const struct yaml *y = pack_file_read(&f, t->pack.bytes);

	if (l->count == PACKS_MOST) {
		fault_at(&f, 1, 1, MESSAGE(N_("there are too many packs")), NULL);
	} else if (y && pack_read(&f, y, words, &l->packs[l->count])) {
		if (!str_equal(l->packs[l->count].id, folder_name))
			fault(&f, yaml_member(y, "id"),
			      MESSAGE2(N_("the pack is called %1, but its folder %2"),
			               l->packs[l->count].id, folder_name),
			      N_("Give both the same name."));
		keep_duties(l, t, &l->packs[l->count]);
		l->count++;
	}
	l->faults += f.faults;
}

static enum fail finish(struct loading *l, struct packs *out)
{
	*out = (struct packs){ l->packs, l->count, l->areas };
	if (arena_failed(l->arena))
		return fail_say(FAIL_MEMORY, "not enough memory for the content packs");
	if (l->faults > 0)
		return fail_say(FAIL_FORMAT, "%zu faults in content packs", l->faults);
	return OK;
}

/* ---- compiled in ---- */

#define PACKS_PATH "content/packs/"

static struct pack_text embedded_text(struct str path)
{
	const struct embedded_file *f = embedded_find(path);

	return (struct pack_text){ path, f ? f->bytes : STR_NONE };
}

static void load_embedded(struct loading *l, struct str folder)
{
	struct pack_texts t = {
		.pack = embedded_text(
			str_format(l->arena, PACKS_PATH "%.*s/pack.yaml", STR_ARG(folder))),
		.words = embedded_text(str_format(l->arena, PACKS_PATH "%.*s/words.yaml",
		                                  STR_ARG(folder))),
	};
	struct str inside = str_format(l->arena, PACKS_PATH "%.*s/", STR_ARG(folder));
	size_t files;
	const struct embedded_file *f = embedded_under(inside, &files);

	for (size_t i = 0; i < files; i++)
		if (is_duty_file(str_from(f[i].path, inside.n)))
			add_duties(&t, f[i].path, f[i].bytes);
	load_pack(l, folder, &t);
}

enum fail packs_embedded(struct arena *a, struct refusal *why, struct packs *out)
{
	struct loading l = { .arena = a,
		             .why = why,
		             .shared_path = STR(PACKS_PATH "words.yaml") };
	size_t files;
	const struct embedded_file *f = embedded_under(STR(PACKS_PATH), &files);

	l.packs = arena_get(a, PACKS_MOST * sizeof(*l.packs));
	l.shared = embedded_text(l.shared_path).bytes;
	l.areas = embedded_text(STR(PACKS_PATH "areas.yaml"));
	for (size_t i = 0; i < files; i++) {
		struct str inside = str_from(f[i].path, sizeof(PACKS_PATH) - 1), rest;
		struct str folder = str_split(inside, '/', &rest);

		if (!rest.p || !str_is(rest, "pack.yaml"))
			continue;
		load_embedded(&l, folder);
	}
	return finish(&l, out);
}

/* ---- from a folder ---- */

/* The bytes of a file of the folder; empty when it is not there. */
static enum fail file_bytes(struct arena *a, struct str path, struct str *out)
{
	int fd = open(path.p, O_RDONLY | O_CLOEXEC);
	struct stat st;
	char *room;
	ssize_t n = 0;
	size_t got = 0;

	*out = STR_NONE;
	if (fd < 0 && (errno == ENOENT || errno == ENOTDIR))
		return OK;
	if (fd < 0)
		return fail_say(FAIL_IO, "cannot open %s: %s", path.p, strerror(errno));
	enum fail f = OK;
	if (fstat(fd, &st) < 0 || !S_ISREG(st.st_mode) || st.st_size > (off_t)FILE_MOST)
		f = fail_say(FAIL_FORMAT, "%s is no file of at most 2 MB", path.p);
	else if (!(room = arena_try(a, (size_t)st.st_size + 1, 1)))
		f = fail_say(FAIL_MEMORY, "not enough memory to read %s", path.p);
	else {
		while (got < (size_t)st.st_size &&
		       (n = read(fd, room + got, (size_t)st.st_size - got)) > 0)
			got += (size_t)n;
		*out = (struct str){ room, got };
		if (n < 0)
			f = fail_say(FAIL_IO, "cannot read %s: %s", path.p,
			             strerror(errno));
	}
	close(fd);
	return f;
}

static struct str last_name(struct arena *a, const char *folder)
{
	char *whole = realpath(folder, NULL);
	const char *slash = whole ? strrchr(whole, '/') : NULL;
	struct str name = str_copy(a, str_of(slash ? slash + 1 : folder));

	free(whole);
	return name;
}

static int by_text(const void *a, const void *b)
{
	return str_compare(*(const struct str *)a, *(const struct str *)b);
}

static enum fail list_folder(struct arena *a, const char *folder, struct str *names,
                             size_t *count)
{
	DIR *d = opendir(folder);

	if (!d)
		return fail_say(FAIL_IO, "cannot open the folder %s: %s", folder,
		                strerror(errno));
	*count = 0;
	for (struct dirent *e; (e = readdir(d)) && *count < PACKS_MOST;)
		if (e->d_name[0] != '.')
			names[(*count)++] = str_copy(a, str_of(e->d_name));
	closedir(d);
	qsort(names, *count, sizeof(*names), by_text);
	return OK;
}

static enum fail file_text(struct arena *a, const char *folder, const char *name,
                           struct pack_text *out)
{
	out->path = str_format(a, "%s/%s", folder, name);
	return file_bytes(a, out->path, &out->bytes);
}

static enum fail folder_duties(struct loading *l, const char *folder, struct pack_texts *t)
{
	struct str *names = arena_get(l->arena, PACKS_MOST * sizeof(*names));
	size_t count = 0;
	enum fail f = list_folder(l->arena, folder, names, &count);

	for (size_t i = 0; !f && i < count; i++) {
		struct pack_text one;

		if (!is_duty_file(names[i]))
			continue;
		f = file_text(l->arena, folder, names[i].p, &one);
		add_duties(t, one.path, one.bytes);
	}
	return f;
}

/* False when the folder holds no pack.yaml. */
static enum fail load_folder(struct loading *l, const char *folder, struct str name,
                             bool *is_pack)
{
	struct pack_texts *t = ARENA_NEW(l->arena, struct pack_texts);
	enum fail f = file_text(l->arena, folder, "pack.yaml", &t->pack);

	if (!f)
		f = file_text(l->arena, folder, "words.yaml", &t->words);
	*is_pack = !f && t->pack.bytes.p;
	if (*is_pack)
		f = folder_duties(l, folder, t);
	if (!f && *is_pack)
		load_pack(l, name, t);
	return f;
}

static enum fail load_each(struct loading *l, const char *folder)
{
	struct str *names = arena_get(l->arena, PACKS_MOST * sizeof(*names));
	size_t count = 0;
	enum fail f = list_folder(l->arena, folder, names, &count);

	for (size_t i = 0; !f && i < count; i++) {
		struct str path =
			str_format(l->arena, "%s/%.*s", folder, STR_ARG(names[i]));
		bool is_pack;

		f = load_folder(l, path.p, names[i], &is_pack);
	}
	return f;
}

/* What all packs share: in their folder, else the program's own. */
static enum fail load_shared(struct loading *l, const char *folder)
{
	struct pack_text words;
	enum fail f = file_text(l->arena, folder, "words.yaml", &words);

	if (!f && !words.bytes.p)
		words = embedded_text(STR(PACKS_PATH "words.yaml"));
	if (!f)
		f = file_text(l->arena, folder, "areas.yaml", &l->areas);
	if (!f && !l->areas.bytes.p)
		l->areas = embedded_text(STR(PACKS_PATH "areas.yaml"));
	l->shared_path = words.path;
	l->shared = words.bytes;
	return f;
}

enum fail packs_in_folder(struct arena *a, const char *folder, struct refusal *why,
                          struct packs *out)
{
	struct loading l = { .arena = a, .why = why };
	struct str single = str_format(a, "%s/pack.yaml", folder);
	bool is_pack = access(single.p, F_OK) == 0;
	struct str above = str_format(a, "%s/..", folder);

	l.packs = arena_get(a, PACKS_MOST * sizeof(*l.packs));
	enum fail f = load_shared(&l, is_pack ? above.p : folder);
	if (!f)
		f = is_pack ? load_folder(&l, folder, last_name(a, folder), &is_pack)
		            : load_each(&l, folder);
	if (!f)
		f = finish(&l, out);
	if (!f && l.count == 0)
		f = fail_say(FAIL_NOT_FOUND, "there is no content pack in %s", folder);
	return f;
}

/* ---- looking up ---- */

const struct pack *pack_find(const struct packs *p, struct str id)
{
	for (size_t i = 0; i < p->count; i++)
		if (str_equal(p->at[i].id, id))
			return &p->at[i];
	return NULL;
}

const struct pack *pack_with_checklist(const struct packs *p, struct str id)
{
	const struct pack *found = pack_find(p, id);

	return found && found->element_count > 0 ? found : NULL;
}

const struct pack_element *pack_element_find(const struct pack *p, struct str id)
{
	for (size_t i = 0; i < p->element_count; i++)
		if (str_equal(p->elements[i].id, id))
			return &p->elements[i];
	return NULL;
}

size_t pack_element_index(const struct pack *p, const struct pack_element *e)
{
	if (e < p->elements || e >= p->elements + p->element_count)
		BUG("an element of another pack");
	return (size_t)(e - p->elements);
}

const struct pack_part *pack_part_find(const struct pack_element *e, struct str id)
{
	for (size_t i = 0; i < e->part_count; i++)
		if (str_equal(e->parts[i].id, id))
			return &e->parts[i];
	return NULL;
}
