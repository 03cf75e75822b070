/*
 * sqltext.c -- from the one SQL text to the words of a database.
 *
 * Knows two things: `:name` or `:name{hint}` is a parameter, `{name}` elsewhere is a token.
 * Text in quotes is left alone.
 */
#include "db/driver.h"

#include <stdlib.h>

#define PARAMETER_BYTES 96

struct reader {
	const struct driver *driver;
	struct str in;
	size_t at;
	struct sql_text *out;
	size_t room;                    /* of out->sql */
	size_t names_used, names_room;
	bool failed;
};

static bool is_name_char(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
}

static bool room_for(char **p, size_t used, size_t *room, size_t more)
{
	if (used + more + 1 <= *room)
		return true;
	size_t want = (*room + more + 1) * 2;
	char *bigger = realloc(*p, want);
	if (!bigger)
		return false;
	*p = bigger;
	*room = want;
	return true;
}

static void put(struct reader *r, const char *p, size_t n)
{
	if (!room_for(&r->out->sql, r->out->n, &r->room, n)) {
		r->failed = true;
		return;
	}
	memcpy(r->out->sql + r->out->n, p, n);
	r->out->n += n;
	r->out->sql[r->out->n] = '\0';
}

/* The position of a name, added to the list when it is new. */
static size_t position_of(struct reader *r, struct str name)
{
	const char *p = r->out->names;

	for (size_t i = 0; i < r->out->count; i++, p += strlen(p) + 1) {
		if (str_is(name, p))
			return i + 1;
	}
	if (!room_for(&r->out->names, r->names_used, &r->names_room, name.n + 1)) {
		r->failed = true;
		return 1;
	}
	memcpy(r->out->names + r->names_used, name.p, name.n);
	r->out->names[r->names_used + name.n] = '\0';
	r->names_used += name.n + 1;
	if (++r->out->count > PARAMETERS_MAX)
		BUG("more than %d parameters: %.*s", PARAMETERS_MAX, STR_ARG(r->in));
	return r->out->count;
}

/* What stands in braces at the place; the place moves behind them. */
static struct str braces(struct reader *r)
{
	size_t start = ++r->at;

	while (r->at < r->in.n && r->in.p[r->at] != '}')
		r->at++;
	if (r->at == r->in.n)
		BUG("a brace is not closed: %.*s", STR_ARG(r->in));
	return (struct str){ r->in.p + start, r->at++ - start };
}

static void parameter(struct reader *r)
{
	char written[PARAMETER_BYTES];
	size_t start = ++r->at;

	while (r->at < r->in.n && is_name_char(r->in.p[r->at]))
		r->at++;
	struct str name = { r->in.p + start, r->at - start };
	struct str hint = STR_NONE;
	if (r->at < r->in.n && r->in.p[r->at] == '{')
		hint = braces(r);
	r->driver->put_parameter(written, sizeof written, name, position_of(r, name), hint);
	put(r, written, strlen(written));
}

static void quoted(struct reader *r, char quote)
{
	size_t start = r->at++;

	while (r->at < r->in.n && r->in.p[r->at] != quote)
		r->at++;
	if (r->at < r->in.n)
		r->at++;
	put(r, r->in.p + start, r->at - start);
}

static void token(struct reader *r)
{
	struct str name = braces(r);
	const char *written = r->driver->token(name);

	if (!written)
		BUG("no database word for {%.*s}", STR_ARG(name));
	put(r, written, strlen(written));
}

bool sql_translate(const struct driver *d, struct str text, struct sql_text *out)
{
	struct reader r = { .driver = d, .in = text, .out = out };

	*out = (struct sql_text){ .sql = NULL };
	put(&r, "", 0);
	while (r.at < text.n && !r.failed) {
		char c = text.p[r.at];
		if (c == '\'' || c == '"')
			quoted(&r, c);
		else if (c == '{')
			token(&r);
		else if (c == ':' && r.at + 1 < text.n && is_name_char(text.p[r.at + 1]))
			parameter(&r);
		else
			put(&r, text.p + r.at++, 1);
	}
	if (r.failed)
		sql_text_release(out);
	return !r.failed;
}

void sql_text_release(struct sql_text *t)
{
	free(t->sql);
	free(t->names);
	*t = (struct sql_text){ .sql = NULL };
}

int sql_parameter(const struct sql_text *t, const char *name)
{
	const char *p = t->names;

	for (size_t i = 0; i < t->count; i++, p += strlen(p) + 1) {
		if (strcmp(p, name) == 0)
			return (int)i + 1;
	}
	return 0;
}
