/* story_change.c -- NAME=VALUE words of a story as a change of a record. */
#include "actions/story_parts.h"

#include <sys/mman.h>
#include <unistd.h>

#include "base/embed.h"
#include "records/organisation.h"
#include "records/person.h"

#define LINKS_MOST 64

/* ---- files ---- */
static bool keep_bytes(struct story *s, struct act *a, struct str bytes, struct str name,
                       struct str media, struct file_ref *out)
{
	int fd = memfd_create("file", MFD_CLOEXEC);
	bool ok = fd >= 0 && write(fd, bytes.p, bytes.n) == (ssize_t)bytes.n &&
	          lseek(fd, 0, SEEK_SET) == 0 &&
	          file_keep_within(a, fd, name, media, out) == OK;

	if (fd >= 0)
		close(fd);
	return ok || story_complain(s, "the file is not kept: %s", fail_message());
}

static struct str media_of(struct str name)
{
	if (str_ends(name, ".md"))
		return STR("text/markdown");
	if (str_ends(name, ".html"))
		return STR("text/html");
	return STR("text/plain");
}

/* "@content/demo/plan.md|Incident response plan.md", or the words themselves. */
static bool fit_file(struct story *s, struct act *a, struct change *c, int field,
                     struct str text)
{
	const struct embedded_file *embedded;
	struct file_ref file;
	struct str name, path;

	if (!str_starts(text, "@")) {
		if (!keep_bytes(s, a, text, STR("note.txt"), STR("text/plain"), &file))
			return false;
		change_file(c, field, file);
		return true;
	}
	path = str_split(str_from(text, 1), '|', &name);
	embedded = embedded_find(path);
	if (!embedded)
		return story_complain(s, "%.*s is not compiled in", STR_ARG(path));
	if (!keep_bytes(s, a, embedded->bytes, name.n > 0 ? name : path, media_of(path),
	                &file))
		return false;
	change_file(c, field, file);
	return true;
}

/* ---- links and what every record has ---- */
static bool find_one(struct story *s, struct act *a, const struct record_type *t,
                     struct str text, struct id *out)
{
	return record_resolve(a, t, text, out) == OK ||
	       story_complain(s, "there is no %.*s", STR_ARG(text));
}

static bool find_all(struct story *s, struct act *a, const struct record_type *t, bool many,
                     struct str text, struct id *ids, size_t *count)
{
	struct str rest = text;

	*count = 0;
	while (rest.n > 0 && *count < LINKS_MOST) {
		struct str one = str_trim(str_split(rest, many ? ',' : '\0', &rest));

		if (!find_one(s, a, t, one, &ids[(*count)++]))
			return false;
	}
	return true;
}

static bool fit_owner(struct story *s, struct act *a, struct change *c, struct str text)
{
	c->owner_given = true;
	c->owner = ID_NONE;
	return text.n == 0 || find_one(s, a, &person_type, text, &c->owner);
}

static bool fit_built_in(struct story *s, struct act *a, struct change *c,
                         const struct story_word *w)
{
	int64_t label;

	if (str_is(w->name, "reason")) {
		c->reason = w->text;
		return true;
	}
	if (str_is(w->name, "owner"))
		return fit_owner(s, a, c, w->text);
	if (str_is(w->name, "unit")) {
		c->unit_given = true;
		return find_one(s, a, &organisation_type, w->text, &c->unit);
	}
	if (str_is(w->name, "label") && str_to_i64(w->text, &label)) {
		c->label_given = true;
		c->label = (int)label;
		return true;
	}
	if (str_is(w->name, "only_for")) {
		struct id *ids = arena_get(s->arena, LINKS_MOST * sizeof *ids);

		c->need_to_know_given = true;
		c->need_to_know = ids;
		return find_all(s, a, &person_type, true, w->text, ids,
		                &c->need_to_know_count);
	}
	return story_complain(s, "%.*s is no field of a %s", STR_ARG(w->name),
	                      s->type->name);
}

/* ---- a value ---- */
static bool fit_links(struct story *s, struct act *a, struct change *c, int field,
                      struct str text)
{
	const struct field *f = &s->type->fields.at[field];
	struct id *ids = arena_get(s->arena, LINKS_MOST * sizeof *ids);
	size_t n;

	if (!find_all(s, a, f->target, f->many, text, ids, &n))
		return false;
	change_links(c, field, ids, n);
	return true;
}

static void fit_bilingual(struct change *c, int field, struct str text)
{
	size_t parted = str_find(text, STR(" / "));

	if (parted == SIZE_MAX)
		change_bilingual(c, field, text, STR_NONE);
	else
		change_bilingual(c, field, str_cut(text, parted),
		                 str_from(text, parted + 3));
}

static bool fit_value(struct story *s, struct act *a, struct change *c,
                      const struct story_word *w)
{
	int field = field_find(s->type, w->name);
	const struct field *f;

	if (field < 0)
		return fit_built_in(s, a, c, w);
	f = &s->type->fields.at[field];
	if (f->type == T_LINK && w->text.n > 0)
		return fit_links(s, a, c, field, w->text);
	if (f->type == T_FILE)
		return fit_file(s, a, c, field, w->text);
	if (f->type == T_BILINE || f->type == T_BITEXT) {
		fit_bilingual(c, field, w->text);
		return true;
	}
	return change_parse(c, s->type, field, w->text, &s->why) || refused(&s->why);
}

struct change *story_change(struct story *s, struct act *a)
{
	struct change *c = change_new(s->arena, s->type);

	while (s->next < s->words.count && s->words.at[s->next].name.n > 0)
		if (!fit_value(s, a, c, &s->words.at[s->next++]))
			return NULL;
	return c;
}

/* ---- and back ---- */
struct str story_value(struct act *a, const struct row *r, int field)
{
	const struct value *v = &r->values[field];
	struct link_face face;

	if (!v->filled)
		return STR("");
	switch (r->type->fields.at[field].type) {
	case T_NUMBER:
		return str_format(a->arena, "%lld", (long long)v->number);
	case T_FLAG:
		return str_of(v->number ? "yes" : "no");
	case T_DATE:
		return date_text(a->arena, v->date);
	case T_INSTANT:
		return instant_text(a->arena, v->instant);
	case T_LINK:
		if (v->link_count == 0 || link_faces(a, v->links, 1, &face) != OK)
			return STR("");
		return face.masked ? STR("***") : face.title;
	case T_FILE:
		return v->file.name;
	default:
		return v->text;
	}
}
