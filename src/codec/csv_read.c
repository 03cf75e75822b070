/* csv_read.c -- comma-separated values, row by row, told where they are wrong. */
#include "codec/csv.h"

#include "base/arena.h"

static size_t count_in_first_line(struct str s, char c)
{
	size_t n = 0;
	bool quoted = false;

	for (size_t i = 0; i < s.n && (quoted || (s.p[i] != '\n' && s.p[i] != '\r')); i++) {
		if (s.p[i] == '"')
			quoted = !quoted;
		n += !quoted && s.p[i] == c;
	}
	return n;
}

struct csv_reader csv_read(struct arena *a, struct str s)
{
	struct csv_reader r = { .arena = a, .line = 1 };

	if (str_starts(s, "\xef\xbb\xbf"))
		s = str_from(s, 3);
	r.rest = s;
	r.separator = count_in_first_line(s, ';') > count_in_first_line(s, ',') ? ';' : ',';
	return r;
}

static enum fail wrong(struct csv_reader *r, size_t column, const char *what)
{
	r->error = (struct csv_error){ r->line, (uint32_t)column + 1, what };
	return fail_say(FAIL_FORMAT, "CSV line %u, column %zu: %s", (unsigned)r->line,
	                column + 1, what);
}

static void skip(struct csv_reader *r, size_t n)
{
	for (size_t i = 0; i < n && i < r->rest.n; i++) {
		bool pair = r->rest.p[i] == '\r' && i + 1 < r->rest.n &&
		            r->rest.p[i + 1] == '\n';
		r->line += r->rest.p[i] == '\n' || (r->rest.p[i] == '\r' && !pair);
	}
	r->rest = str_from(r->rest, n);
}

static bool ends_cell(const struct csv_reader *r, char c)
{
	return c == r->separator || c == '\n' || c == '\r';
}

/* A quote twice inside of quotes is one. */
static struct str without_doubles(struct arena *a, struct str s)
{
	if (s.n == 0 || !memchr(s.p, '"', s.n))
		return s;
	struct text t = text_on(a, s.n);
	for (size_t i = 0; i < s.n; i++) {
		text_addc(&t, s.p[i]);
		i += s.p[i] == '"';
	}
	return text_str(&t);
}

static enum fail quoted_cell(struct csv_reader *r, size_t column, struct str *out)
{
	size_t i = 1;

	while (i < r->rest.n) {
		if (r->rest.p[i] != '"')
			i++;
		else if (i + 1 < r->rest.n && r->rest.p[i + 1] == '"')
			i += 2;
		else
			break;
	}
	if (i >= r->rest.n)
		return wrong(r, column, N_("a quote is not closed"));
	if (i + 1 < r->rest.n && !ends_cell(r, r->rest.p[i + 1]))
		return wrong(r, column, N_("there is something after the closing quote"));
	*out = without_doubles(r->arena, (struct str){ r->rest.p + 1, i - 1 });
	skip(r, i + 1);
	return OK;
}

static enum fail plain_cell(struct csv_reader *r, size_t column, struct str *out)
{
	size_t i = 0;

	while (i < r->rest.n && !ends_cell(r, r->rest.p[i])) {
		if (r->rest.p[i] == '"')
			return wrong(r, column,
			             N_("a quote stands inside of an unquoted cell"));
		i++;
	}
	*out = str_cut(r->rest, i);
	skip(r, i);
	return OK;
}

/* The apostrophe that keeps a spreadsheet from reading a formula. */
static struct str without_guard(struct str s)
{
	bool guarded = s.n > 1 && s.p[0] == '\'' && memchr("=+-@\t\r\n", s.p[1], 7);

	return guarded ? str_from(s, 1) : s;
}

static enum fail next_cell(struct csv_reader *r, size_t column, struct str *out)
{
	bool quoted = r->rest.n > 0 && r->rest.p[0] == '"';
	enum fail f = quoted ? quoted_cell(r, column, out) : plain_cell(r, column, out);

	if (f != OK)
		return f;
	if (!str_is_utf8(*out))
		return wrong(r, column, N_("a cell is not UTF-8"));
	*out = without_guard(*out);
	return OK;
}

enum fail csv_next(struct csv_reader *r, struct csv_row *out)
{
	if (!r->cells)
		r->cells = ARENA_TRY(r->arena, struct str, CSV_MOST_COLUMNS);
	if (!r->cells || arena_failed(r->arena))
		return fail_say(FAIL_MEMORY, "not enough memory to read CSV");
	*out = (struct csv_row){ .cells = r->cells, .line = r->line };
	if (r->rest.n == 0)
		return FAIL_NOT_FOUND;
	for (;;) {
		if (out->count == CSV_MOST_COLUMNS)
			return wrong(r, out->count, N_("there are too many columns"));
		enum fail f = next_cell(r, out->count, &r->cells[out->count]);
		if (f != OK)
			return f;
		out->count++;
		if (r->rest.n == 0 || r->rest.p[0] != r->separator)
			break;
		skip(r, 1);
	}
	if (r->rest.n > 0)
		skip(r, str_starts(r->rest, "\r\n") ? 2 : 1);
	return arena_failed(r->arena)
	               ? fail_say(FAIL_MEMORY, "not enough memory to read CSV")
	               : OK;
}
