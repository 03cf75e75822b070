/*
 * vocabulary.c -- words.yaml, read and compiled.
 */
#include "duty/vocabulary.h"

#include "base/arena.h"
#include "codec/words.h"
#include "duty/pack_file.h"

#define GROUPS_MOST 400
#define RULES_MOST 400
#define LIST_MOST 2000                  /* terms in one list */

struct vocabulary_builder {
	struct vocabulary made;
	struct word_group *groups;
	struct find_rule *rules;
	struct arena *arena;
};

static const char *const langs[LANGS] = { [LANG_EN] = "en", [LANG_FR] = "fr" };

/* ---- terms ---- */

static bool add_word(struct term *t, struct str text, bool prefix, bool number, bool gap)
{
	if (t->count == TERM_WORDS)
		return false;
	t->words[t->count++] =
		(struct term_word){ .text = text,
		                    .prefix = prefix,
		                    .number = number,
		                    .gap = gap && t->count > 1 };
	return true;
}

/* A written piece between spaces may be several words: "post-incident*". */
static bool add_piece(struct arena *a, struct term *t, struct str piece, bool gap)
{
	bool prefix = str_ends(piece, "*"), exact = str_ends(piece, "=");
	struct word_reader r = words_of(a, str_cut(piece, piece.n - (prefix || exact)));
	bool fits = true;

	for (struct word w; fits && word_next(&r, &w);) {
		if (w.kind != WORD_PLAIN && w.kind != WORD_PART)
			continue;
		fits = add_word(t, w.text, false, false, gap);
		gap = false;
	}
	if (prefix && t->count > 0)
		t->words[t->count - 1].prefix = true;
	if (exact && t->count > 0)
		t->words[t->count - 1].exact = true;
	return fits;
}

static bool compile_term(struct arena *a, struct str written, struct term *t)
{
	bool gap = false, fits = true;

	*t = (struct term){ .count = 0 };
	for (struct str rest = str_trim(written); fits && rest.p && rest.n > 0;) {
		struct str piece = str_split(rest, ' ', &rest);

		if (str_is(piece, "..")) {
			gap = true;
			continue;
		}
		if (str_is(piece, "<n>"))
			fits = add_word(t, STR_NONE, false, true, gap);
		else if (piece.n > 0)
			fits = add_piece(a, t, piece, gap);
		gap = false;
	}
	return fits && t->count > 0;
}

/* Terms are added to those that the list holds already. */
static void read_terms(struct pack_file *f, const struct yaml *list, struct word_list *out)
{
	if (list->count > LIST_MOST) {
		fault(f, list, MESSAGE(N_("the list is too long")), NULL);
		return;
	}
	struct term *terms =
		arena_try(f->arena, out->count + list->count + 1, sizeof(*terms));
	size_t n = 0;

	if (!terms) {
		arena_fail(f->arena);
		return;
	}
	for (; n < out->count; n++)
		terms[n] = out->at[n];
	for (const struct yaml *y = list->first; y; y = y->next) {
		if (y->kind == YAML_SCALAR && compile_term(f->arena, y->text, &terms[n]))
			n++;
		else
			fault(f, y, MESSAGE(N_("a term must be one to six words")), NULL);
	}
	*out = (struct word_list){ terms, n };
}

static void read_both(struct pack_file *f, const struct yaml *map, struct word_list *out)
{
	for (int lang = 0; lang < LANGS; lang++) {
		const struct yaml *list = member(f, map, langs[lang], YAML_LIST);

		if (list)
			read_terms(f, list, &out[lang]);
	}
}

/* ---- groups ---- */

static size_t group_find(const struct vocabulary_builder *b, struct str id)
{
	size_t i = 0;

	while (i < b->made.group_count && !str_equal(b->groups[i].id, id))
		i++;
	return i;
}

static enum shape read_shape(struct pack_file *f, const struct yaml *map)
{
	static const char *const names[] = { "none", "phone", "email", "web", "item" };
	struct str name = member_text(f, map, "shape");

	for (size_t i = 1; i < COUNT(names); i++)
		if (str_is(name, names[i]))
			return (enum shape)i;
	fault(f, map, MESSAGE1(N_("there is no shape %1"), name),
	      N_("The shapes are phone, email, web and item."));
	return SHAPE_NONE;
}

static void read_group(struct vocabulary_builder *b, struct pack_file *f,
                       const struct yaml *y)
{
	static const char *const keys[] = { "en", "fr", "shape", NULL };
	size_t at = group_find(b, y->key);

	if (y->kind != YAML_MAP) {
		fault(f, y, MESSAGE1(N_("%1 must be a map of names and values"), y->key),
		      NULL);
		return;
	}
	only_members(f, y, keys);
	if (at < b->made.group_count) {
		fault(f, y, MESSAGE1(N_("the group %1 is there twice"), y->key),
		      N_("Give it another name; the shared words have names too."));
		return;
	}
	if (at == GROUPS_MOST) {
		fault(f, y, MESSAGE(N_("the list is too long")), NULL);
		return;
	}
	b->made.group_count++;
	b->groups[at].id = y->key;
	if (yaml_member(y, "shape"))
		b->groups[at].shape = read_shape(f, y);
	else
		read_both(f, y, b->groups[at].terms);
}

/* ---- rules ---- */

/* "fixes" or "3 fixes". */
static void read_need(struct vocabulary_builder *b, struct pack_file *f,
                      const struct yaml *y, struct need *out)
{
	struct str rest, first = str_split(y->text, ' ', &rest);
	int64_t least = 1;
	struct str id = y->text;

	if (rest.p && str_to_i64(first, &least))
		id = str_trim(rest);
	out->group = group_find(b, id);
	out->least = (int)least;
	if (out->group == b->made.group_count || least < 1 || least > 9) {
		fault(f, y, MESSAGE1(N_("there is no group %1"), id),
		      N_("Name a group of this file or of the shared words."));
		out->group = 0;
	}
}

static struct needs read_needs(struct vocabulary_builder *b, struct pack_file *f,
                               const struct yaml *map, const char *key)
{
	const struct yaml *list = member_if(f, map, key, YAML_LIST);
	struct needs needs = { NULL, 0 };

	if (!list || list->count > GROUPS_MOST)
		return needs;
	struct need *at = arena_get(f->arena, (list->count + 1) * sizeof(*at));
	for (const struct yaml *y = list->first; y; y = y->next)
		read_need(b, f, y, &at[needs.count++]);
	needs.at = at;
	return needs;
}

static void read_way(struct vocabulary_builder *b, struct pack_file *f,
                     const struct yaml *y, struct find_way *out)
{
	static const char *const keys[] = { "core", "all", "close", "own", "some", "helps",
		                            "worth", "least", "references", NULL };
	static const char *const some_keys[] = { "least", "of", NULL };

	if (y->kind != YAML_MAP) {
		fault(f, y,
		      MESSAGE(N_("a way of finding must be a map with a member core")),
		      NULL);
		return;
	}
	only_members(f, y, keys);
	if (member(f, y, "core", YAML_LIST))
		out->core = read_needs(b, f, y, "core");
	out->all = read_needs(b, f, y, "all");
	out->close = read_needs(b, f, y, "close");
	out->own = read_needs(b, f, y, "own");
	out->helps = read_needs(b, f, y, "helps");
	out->worth = member_number_if(f, y, "worth", 100, 100);
	out->least = member_number_if(f, y, "least", 0, 100);
	out->references = str_is(member_text_if(f, y, "references"), "true");
	const struct yaml *some = member_if(f, y, "some", YAML_MAP);
	if (some) {
		only_members(f, some, some_keys);
		out->some = read_needs(b, f, some, "of");
		out->some_least = member_number_if(f, some, "least", 1, 9);
		if ((size_t)out->some_least > out->some.count)
			fault(f, some, MESSAGE(N_("more is asked for than the list holds")),
			      NULL);
	}
}

static void read_rule(struct vocabulary_builder *b, struct pack_file *f,
                      const struct yaml *y)
{
	if (y->kind != YAML_LIST || y->count == 0 || y->count > 9) {
		fault(f, y, MESSAGE1(N_("%1 must be a list"), y->key),
		      N_("List one to nine ways of finding it."));
		return;
	}
	for (size_t i = 0; i < b->made.rule_count; i++)
		if (str_equal(b->rules[i].id, y->key))
			fault(f, y, MESSAGE1(N_("the rule %1 is there twice"), y->key),
			      NULL);
	if (b->made.rule_count == RULES_MOST) {
		fault(f, y, MESSAGE(N_("the list is too long")), NULL);
		return;
	}
	struct find_rule *rule = &b->rules[b->made.rule_count++];
	struct find_way *ways = arena_get(f->arena, y->count * sizeof(*ways));

	for (const struct yaml *way = y->first; way; way = way->next)
		read_way(b, f, way, &ways[rule->way_count++]);
	rule->id = y->key;
	rule->ways = ways;
}

/* ---- the file ---- */

static void read_sentences(struct vocabulary_builder *b, struct pack_file *f,
                           const struct yaml *map)
{
	static const char *const keys[HOLLOW__COUNT + 1] = {
		[HOLLOW_DEFERS] = "defers",
		[HOLLOW_DENIES] = "denies",
		[HOLLOW_PROMISES] = "promises",
		[HOLLOW_POINTS] = "points",
		[HOLLOW__COUNT] = NULL,
	};

	only_members(f, map, keys);
	for (int h = 0; h < HOLLOW__COUNT; h++) {
		const struct yaml *y = member_if(f, map, keys[h], YAML_MAP);

		if (y)
			read_both(f, y, b->made.hollow[h]);
	}
}

struct vocabulary_builder *vocabulary_begin(struct arena *a)
{
	struct vocabulary_builder *b = ARENA_NEW(a, struct vocabulary_builder);

	b->arena = a;
	b->groups = arena_get(a, GROUPS_MOST * sizeof(*b->groups));
	b->rules = arena_get(a, RULES_MOST * sizeof(*b->rules));
	return b;
}

void vocabulary_add(struct vocabulary_builder *b, struct pack_file *f,
                    const struct yaml *file)
{
	static const char *const keys[] = { "sentences", "sections", "groups", "rules",
		                            NULL };
	static const char *const section_keys[] = { "ignored", NULL };
	const struct yaml *y;

	only_members(f, file, keys);
	if ((y = member_if(f, file, "sentences", YAML_MAP)))
		read_sentences(b, f, y);
	if ((y = member_if(f, file, "sections", YAML_MAP))) {
		only_members(f, y, section_keys);
		if ((y = member(f, y, "ignored", YAML_MAP)))
			read_both(f, y, b->made.ignored);
	}
	if ((y = member_if(f, file, "groups", YAML_MAP)))
		for (y = y->first; y; y = y->next)
			read_group(b, f, y);
	if ((y = member_if(f, file, "rules", YAML_MAP)))
		for (y = y->first; y; y = y->next)
			read_rule(b, f, y);
}

const struct vocabulary *vocabulary_end(struct vocabulary_builder *b, struct pack_file *f)
{
	size_t conditions = group_find(b, STR("if"));

	(void)f;
	b->made.groups = b->groups;
	b->made.rules = b->rules;
	for (int lang = 0; conditions < b->made.group_count && lang < LANGS; lang++)
		b->made.conditions[lang] = b->groups[conditions].terms[lang];
	return &b->made;
}
