/*
 * links.c -- what a link shows, what links here, and finding a record by what people call
 * it.
 *
 * Of a record that the reader may not see nothing is shown but that there is one.
 */
#include "store/parts.h"

#include "base/arena.h"
#include "codec/words.h"

enum fail link_faces(struct act *a, const struct id *ids, size_t count,
                     struct link_face *out)
{
	struct entry some[IDS_AT_ONCE];

	for (size_t i = 0; i < count; i += COUNT(some)) {
		size_t n = count - i < COUNT(some) ? count - i : COUNT(some);
		enum fail f = entries_get(a, ids + i, n, some);
		if (f)
			return f;
		for (size_t k = 0; k < n; k++)
			entry_face(a, &some[k], &out[i + k]);
	}
	return OK;
}

#define SOURCES_MAX 1000

static enum fail sources_of(struct act *a, struct id target, struct id *ids, size_t *count)
{
	struct stmt *s = query(a->tx, SQL("select distinct source from link"
	                                  " where org = :org and target = :target"
	                                  " order by source desc limit 1000"));
	int row = 0;

	*count = 0;
	bind_id(s, "org", act_org(a));
	bind_id(s, "target", target);
	while (*count < SOURCES_MAX && (row = query_next(s)) == 1)
		ids[(*count)++] = column_id(s, 0);
	query_end(s);
	return row < 0 ? (enum fail)row : OK;
}

enum fail links_to(struct act *a, struct id id, struct link_face **out, size_t *count,
                   size_t *masked)
{
	struct id *ids = ARENA_TRY(a->arena, struct id, SOURCES_MAX);
	size_t all = 0;

	*count = *masked = 0;
	*out = NULL;
	if (!ids)
		return fail_say(FAIL_MEMORY, "no memory for the links to a record");
	enum fail f = sources_of(a, id, ids, &all);
	struct link_face *faces = ARENA_TRY(a->arena, struct link_face, all + 1);
	struct entry *entries = ARENA_TRY(a->arena, struct entry, all + 1);
	if (!f && (!faces || !entries))
		f = fail_say(FAIL_MEMORY, "no memory for the links to a record");
	if (!f)
		f = entries_get(a, ids, all, entries);
	for (size_t i = 0; !f && i < all; i++) {
		if (!entries[i].type || entries[i].withdrawn)
			continue;
		entry_face(a, &entries[i], &faces[*count]);
		if (faces[*count].masked)
			++*masked;
		else
			++*count;
	}
	*out = faces;
	return f;
}

/* ---- by code ---- */
/* "PLN-0003" in parts; also lower case and without the zeros. */
static bool code_parts(struct act *a, struct str text, const struct record_type **t,
                       int64_t *n)
{
	char code[8];
	struct str number;
	struct str letters = str_split(str_trim(text), '-', &number);

	if (letters.n == 0 || letters.n >= sizeof code || number.n == 0 ||
	    number.p[0] == '-')
		return false;
	for (size_t i = 0; i < letters.n; i++) {
		char c = letters.p[i];
		code[i] = c >= 'a' && c <= 'z' ? (char)(c - 'a' + 'A') : c;
	}
	*t = registry_by_code(a->store->registry, (struct str){ code, letters.n });
	return *t && str_to_i64(number, n);
}

static enum fail id_by_code(struct act *a, const struct record_type *t, int64_t number,
                            struct id *out)
{
	struct stmt *s =
		query(a->tx, SQL("select id from entry where org = :org and type = :type"
	                         " and number = :number"));

	bind_id(s, "org", act_org(a));
	bind_str(s, "type", str_of(t->name));
	bind_i64(s, "number", number);
	int row = query_next(s);
	if (row == 1)
		*out = column_id(s, 0);
	query_end(s);
	return row == 1 ? OK : row ? (enum fail)row
	                           : FAIL_NOT_FOUND;
}

enum fail record_by_code(struct act *a, struct str code, struct row **out)
{
	const struct record_type *t;
	struct id id;
	int64_t number;

	*out = NULL;
	if (!code_parts(a, code, &t, &number))
		return FAIL_NOT_FOUND;
	enum fail f = id_by_code(a, t, number, &id);
	return f ? f : record_get(a, t, id, out);
}

/* ---- by whatever people write ---- */
static enum fail visible(struct act *a, const struct record_type *target, struct id id,
                         struct id *out)
{
	struct entry e;

	enum fail f = entry_get(a, id, &e);
	if (f)
		return f;
	if ((target && e.type != target) || !entry_visible(a, &e))
		return FAIL_NOT_FOUND;
	*out = id;
	return OK;
}

/* An exact title, in either language, of the only one that has it. */
static enum fail by_title(struct act *a, const struct record_type *target, struct str text,
                          struct id *out)
{
	struct id found[50];
	size_t n = 0, seen = 0;
	int row = 0;
	struct stmt *s =
		query(a->tx, SQL("select id from entry where org = :org and type = :type"
	                         " and (title_fold = :fold or title_fr = :title)"
	                         " and withdrawn = 0 order by id limit 50"));

	bind_id(s, "org", act_org(a));
	bind_str(s, "type", str_of(target->name));
	bind_str(s, "fold", fold(a->arena, str_cut_utf8(text, FOLDED_BYTES)));
	bind_str(s, "title", text);
	while (n < COUNT(found) && (row = query_next(s)) == 1)
		found[n++] = column_id(s, 0);
	query_end(s);
	if (row < 0)
		return (enum fail)row;
	for (size_t i = 0; i < n; i++) {
		enum fail f = visible(a, target, found[i], out);
		if (f && f != FAIL_NOT_FOUND)
			return f;
		seen += !f;
	}
	return seen == 1 ? OK : seen ? FAIL_BUSY
	                             : FAIL_NOT_FOUND;
}

enum fail record_resolve(struct act *a, const struct record_type *target, struct str text,
                         struct id *out)
{
	const struct record_type *t;
	int64_t number;
	struct id id;

	text = str_trim(text);
	if (id_parse(text, &id))
		return visible(a, target, id, out);
	if (code_parts(a, text, &t, &number)) {
		enum fail f = id_by_code(a, t, number, &id);
		if (f != FAIL_NOT_FOUND)
			return f ? f : visible(a, target, id, out);
	}
	return target && text.n > 0 ? by_title(a, target, text, out) : FAIL_NOT_FOUND;
}

/* ---- text of a form, a cell, a scenario into a change ---- */
static enum fail resolve_into(struct act *a, const struct field *f, int field,
                              struct str text, struct id *out, struct refusal *why)
{
	enum fail failed = record_resolve(a, f->target, text, out);

	if (failed == FAIL_BUSY)
		refuse_with(
			why, field,
			MESSAGE1("“%1” names more than one record", str_cut_utf8(text, 80)),
			MESSAGE("Give a code such as PLN-0001."));
	else if (failed == FAIL_NOT_FOUND)
		refuse_with(why, field,
		            MESSAGE1("“%1” names no record", str_cut_utf8(text, 80)),
		            MESSAGE("Give a code such as PLN-0001."));
	return failed == FAIL_BUSY || failed == FAIL_NOT_FOUND ? FAIL_REFUSED : failed;
}

/* One record by any name; or several, parted by commas or, when they are codes, spaces. */
static enum fail links_from_text(struct act *a, struct change *c,
                                 const struct record_type *t, int field, struct str text,
                                 struct refusal *why)
{
	const struct field *f = &t->fields.at[field];
	struct id ids[LIMIT_LINKS_PER_FIELD];
	size_t n = 0, refusals = why->count;
	struct id whole;

	if (record_resolve(a, f->target, text, &whole) == OK) {
		change_link(c, field, whole);
		return OK;
	}
	char between = str_find(text, STR(",")) != SIZE_MAX || !f->many ? ',' : ' ';
	while (text.n > 0) {
		struct str part = str_trim(str_split(text, between, &text));
		if (part.n == 0)
			continue;
		if (n == COUNT(ids))
			break;
		enum fail failed =
			resolve_into(a, f, field, str_copy(a->arena, part), &ids[n], why);
		if (failed && failed != FAIL_REFUSED)
			return failed;
		n += !failed;
	}
	if (why->count > refusals)
		return FAIL_REFUSED;
	change_links(c, field, ids, n);
	return OK;
}

enum fail change_from_text(struct act *a, struct change *c, const struct record_type *t,
                           int field, struct str text, struct refusal *why)
{
	text = str_trim(text);
	if (t->fields.at[field].type == T_LINK && text.n > 0)
		return links_from_text(a, c, t, field, text, why);
	return change_parse(c, t, field, text, why) ? OK : FAIL_REFUSED;
}
