/* yaml.c -- libyaml's events into a tree, refusing what packs do not use. */
#include "codec/yaml.h"

#include <yaml.h>

#include "base/arena.h"

struct yaml_reader {
	struct arena *arena;
	struct str text;
	yaml_parser_t parser;
	yaml_event_t event;
	bool held;                      /* event is to be deleted */
	unsigned depth;
	size_t nodes;
	struct yaml_error *error;
	bool failed;
};

static bool wrong_at(struct yaml_reader *r, size_t line, size_t column, struct message what)
{
	if (!r->failed)
		*r->error = (struct yaml_error){ (uint32_t)line + 1, (uint32_t)column + 1,
			                         what };
	r->failed = true;
	return false;
}

static bool wrong(struct yaml_reader *r, const char *what)
{
	return wrong_at(r, r->event.start_mark.line, r->event.start_mark.column,
	                MESSAGE(what));
}

/* Bytes that are no UTF-8: libyaml tells only how many were before them. */
static bool wrong_encoding(struct yaml_reader *r, struct message what)
{
	struct str before = str_cut(r->text, r->parser.problem_offset);
	size_t line = 0, column = 0;

	for (size_t i = 0; i < before.n; i++) {
		if (before.p[i] == '\n') {
			line++;
			column = 0;
		} else if (((unsigned char)before.p[i] & 0xc0) != 0x80) {
			column++;
		}
	}
	return wrong_at(r, line, column, what);
}

static bool wrong_bytes(struct yaml_reader *r)
{
	yaml_parser_t *p = &r->parser;
	struct message what = MESSAGE1(N_("this is not well-formed YAML: %1"),
	                               str_copy(r->arena, str_of(p->problem)));

	if (p->error == YAML_MEMORY_ERROR) {
		arena_fail(r->arena);
		return false;
	}
	if (p->error == YAML_READER_ERROR)
		return wrong_encoding(r, what);
	return wrong_at(r, p->problem_mark.line, p->problem_mark.column, what);
}

static bool next_event(struct yaml_reader *r)
{
	if (r->held)
		yaml_event_delete(&r->event);
	r->held = yaml_parser_parse(&r->parser, &r->event) != 0;
	return r->held || wrong_bytes(r);
}

static bool is_decorated(const yaml_event_t *e)
{
	switch (e->type) {
	case YAML_SCALAR_EVENT:
		return e->data.scalar.anchor || e->data.scalar.tag;
	case YAML_SEQUENCE_START_EVENT:
		return e->data.sequence_start.anchor || e->data.sequence_start.tag;
	case YAML_MAPPING_START_EVENT:
		return e->data.mapping_start.anchor || e->data.mapping_start.tag;
	default:
		return false;
	}
}

static bool take_scalar(struct yaml_reader *r, struct str *out)
{
	const yaml_event_t *e = &r->event;
	struct str s = { (const char *)e->data.scalar.value, e->data.scalar.length };

	if (!str_is_utf8(s))
		return wrong(r, N_("a text holds a NUL character"));
	*out = str_copy(r->arena, s);
	return true;
}

static bool read_node(struct yaml_reader *r, struct yaml *v);

static struct yaml *append(struct yaml_reader *r, struct yaml *to, struct yaml **last)
{
	struct yaml *v = ARENA_NEW(r->arena, struct yaml);

	if (arena_failed(r->arena))
		return NULL;
	if (*last)
		(*last)->next = v;
	else
		to->first = v;
	*last = v;
	to->count++;
	return v;
}

static bool read_list(struct yaml_reader *r, struct yaml *list)
{
	struct yaml *last = NULL;

	while (next_event(r)) {
		if (r->event.type == YAML_SEQUENCE_END_EVENT)
			return true;
		struct yaml *v = append(r, list, &last);
		if (!v || !read_node(r, v))
			return false;
	}
	return false;
}

static int by_key(const void *a, const void *b)
{
	const struct yaml *x = *(const struct yaml *const *)a;
	const struct yaml *y = *(const struct yaml *const *)b;
	int order = str_compare(x->key, y->key);

	if (order != 0)
		return order;
	return x->line != y->line ? (x->line < y->line ? -1 : 1)
	                          : (x->column > y->column) - (x->column < y->column);
}

/* Every key once; of several doubled ones the first place in the file is told. */
static bool keys_differ(struct yaml_reader *r, const struct yaml *map)
{
	const struct yaml **at = arena_try(r->arena, map->count, sizeof *at);
	const struct yaml *twice = NULL;
	size_t n = 0;

	if (!at) {
		arena_fail(r->arena);
		return false;
	}
	for (const struct yaml *m = map->first; m; m = m->next)
		at[n++] = m;
	qsort(at, n, sizeof *at, by_key);
	for (size_t i = 1; i < n; i++)
		if (str_equal(at[i]->key, at[i - 1]->key) &&
		    (!twice || at[i]->line < twice->line))
			twice = at[i];
	if (!twice)
		return true;
	return wrong_at(r, twice->line - 1, twice->column - 1,
	                MESSAGE1(N_("the key \"%1\" occurs twice"), twice->key));
}

static bool read_map(struct yaml_reader *r, struct yaml *map)
{
	struct yaml *last = NULL;

	while (next_event(r)) {
		if (r->event.type == YAML_MAPPING_END_EVENT)
			return keys_differ(r, map);
		if (r->event.type == YAML_ALIAS_EVENT || is_decorated(&r->event))
			return wrong(r, N_("anchors, aliases and tags are not used here"));
		if (r->event.type != YAML_SCALAR_EVENT)
			return wrong(r, N_("a key must be a text"));
		struct yaml *v = append(r, map, &last);
		if (!v || !take_scalar(r, &v->key) || !next_event(r) || !read_node(r, v))
			return false;
	}
	return false;
}

static bool read_node(struct yaml_reader *r, struct yaml *v)
{
	const yaml_event_t *e = &r->event;
	bool fine;

	v->line = (uint32_t)e->start_mark.line + 1;
	v->column = (uint32_t)e->start_mark.column + 1;
	if (e->type == YAML_ALIAS_EVENT || is_decorated(e))
		return wrong(r, N_("anchors, aliases and tags are not used here"));
	if (++r->nodes > YAML_MOST_NODES)
		return wrong(r, N_("there are too many entries"));
	if (e->type == YAML_SCALAR_EVENT) {
		v->plain = e->data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
		return take_scalar(r, &v->text);
	}
	if (r->depth == YAML_MOST_DEPTH)
		return wrong(r, N_("the text is nested too deeply"));
	r->depth++;
	v->kind = e->type == YAML_SEQUENCE_START_EVENT ? YAML_LIST : YAML_MAP;
	fine = v->kind == YAML_LIST ? read_list(r, v) : read_map(r, v);
	r->depth--;
	return fine;
}

/* Stream start, document start, the node, document end, stream end. */
static bool read_stream(struct yaml_reader *r, struct yaml *v)
{
	if (!next_event(r) || !next_event(r))
		return false;
	if (r->event.type == YAML_STREAM_END_EVENT)
		return wrong(r, N_("the file is empty"));
	if (r->event.data.document_start.tag_directives.start !=
	    r->event.data.document_start.tag_directives.end)
		return wrong(r, N_("anchors, aliases and tags are not used here"));
	if (!next_event(r) || !read_node(r, v) || !next_event(r) || !next_event(r))
		return false;
	if (r->event.type != YAML_STREAM_END_EVENT)
		return wrong(r, N_("a second document begins; only one is read"));
	return true;
}

static enum fail report(struct yaml_reader *r)
{
	if (arena_failed(r->arena))
		return fail_say(FAIL_MEMORY, "not enough memory to read YAML");
	struct str what = message_fill(r->arena, r->error->what.id, &r->error->what);
	return fail_say(FAIL_FORMAT, "YAML line %u, column %u: %.*s",
	                (unsigned)r->error->line, (unsigned)r->error->column,
	                STR_ARG(what));
}

enum fail yaml_read(struct arena *a, struct str s, struct yaml **out,
                    struct yaml_error *error)
{
	struct yaml_reader r = { .arena = a, .text = s, .error = error };
	struct yaml *v = ARENA_NEW(a, struct yaml);

	*out = NULL;
	*error = (struct yaml_error){ 0 };
	if (s.n > YAML_MOST_BYTES) {
		wrong_at(&r, 0, 0, MESSAGE(N_("the file is larger than 8 MB")));
		return report(&r);
	}
	if (!yaml_parser_initialize(&r.parser))
		return fail_say(FAIL_MEMORY, "not enough memory to read YAML");
	yaml_parser_set_encoding(&r.parser, YAML_UTF8_ENCODING);
	yaml_parser_set_input_string(&r.parser, (const unsigned char *)(s.n ? s.p : ""),
	                             s.n);
	bool fine = read_stream(&r, v);
	if (r.held)
		yaml_event_delete(&r.event);
	yaml_parser_delete(&r.parser);
	if (!fine || arena_failed(a))
		return report(&r);
	*out = v;
	return OK;
}

const struct yaml *yaml_member(const struct yaml *map, const char *key)
{
	if (!map || map->kind != YAML_MAP)
		return NULL;
	for (const struct yaml *m = map->first; m; m = m->next)
		if (str_is(m->key, key))
			return m;
	return NULL;
}

struct str yaml_text(const struct yaml *map, const char *key)
{
	const struct yaml *m = yaml_member(map, key);

	return m && m->kind == YAML_SCALAR ? m->text : STR("");
}
