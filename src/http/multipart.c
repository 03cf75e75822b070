/* multipart.c -- the parts of a form with files. */
#include "http/multipart.h"

#include <strings.h>

#include "base/arena.h"

#define BOUNDARY_BYTES 70u

static bool starts_like(struct str s, const char *word)
{
	size_t n = strlen(word);

	return s.n >= n && strncasecmp(s.p, word, n) == 0;
}

/* Where one of the stops is, from `i` on; n when there is none. */
static size_t skip_to(struct str s, size_t i, struct str stops)
{
	while (i < s.n && !memchr(stops.p, s.p[i], stops.n))
		i++;
	return i;
}

static size_t skip_blanks(struct str s, size_t i)
{
	while (i < s.n && (s.p[i] == ' ' || s.p[i] == '\t'))
		i++;
	return i;
}

/*
 * The parameter of a header value: `form-data; name="a"; filename="b"`.  Browsers send a
 * quote inside a name as %22, so there is nothing to unescape.  p null: not there.
 */
static struct str parameter(struct str value, const char *name)
{
	size_t length = strlen(name);
	size_t i = 0;

	while (i < value.n) {
		i = skip_blanks(value, skip_to(value, i, STR(";")) + 1);
		struct str here = str_from(value, i);
		bool wanted =
			starts_like(here, name) && here.n > length && here.p[length] == '=';
		i = skip_to(value, i, STR("=;"));
		if (i >= value.n || value.p[i] == ';')
			continue;
		struct str text = str_from(value, i + 1), rest;
		bool quoted = text.n && text.p[0] == '"';
		text = str_split(quoted ? str_from(text, 1) : text, quoted ? '"' : ';',
		                 &rest);
		if (quoted && !rest.p)
			return STR_NONE;
		if (wanted)
			return quoted ? text : str_trim(text);
		i += 1 + text.n + (quoted ? 2 : 0);
	}
	return STR_NONE;
}

/* RFC 2046: what may stand in a boundary, so that no two readers see different ones. */
static bool is_boundary(struct str b)
{
	for (size_t i = 0; i < b.n; i++) {
		char c = b.p[i];
		bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
		             (c >= '0' && c <= '9');
		if (!plain && !(c && strchr("'()+_,-./:=? ", c)))
			return false;
	}
	return b.n > 0 && b.p[b.n - 1] != ' ';
}

struct str multipart_boundary(struct str content_type)
{
	if (!starts_like(content_type, "multipart/form-data"))
		return STR_NONE;
	struct str b = parameter(content_type, "boundary");
	return b.n <= BOUNDARY_BYTES && is_boundary(b) ? b : STR_NONE;
}

/* Old browsers send a whole path, and a name must not lead anywhere. */
static struct str last_of_path(struct str name)
{
	for (size_t i = name.n; i > 0; i--)
		if (name.p[i - 1] == '/' || name.p[i - 1] == '\\')
			return str_from(name, i);
	return name;
}

static bool header_read(struct str line, struct part *p)
{
	struct str value;
	struct str name = str_split(line, ':', &value);

	if (!value.p)
		return false;
	value = str_trim(value);
	if (starts_like(name, "content-disposition") && name.n == 19) {
		if (!starts_like(value, "form-data"))
			return false;
		p->name = parameter(value, "name");
		p->file_name = parameter(value, "filename");
		if (p->file_name.p)
			p->file_name = last_of_path(p->file_name);
	} else if (starts_like(name, "content-type") && name.n == 12) {
		p->media = value;
	}
	return true;
}

/* The headers of a part; *rest becomes its bytes and what follows. */
static bool headers_read(struct str s, struct part *p, struct str *rest)
{
	*p = (struct part){ .media = STR("") };
	for (unsigned lines = 0; lines < 20; lines++) {
		size_t end = str_find(s, STR("\r\n"));
		if (end == SIZE_MAX)
			return false;
		struct str line = str_cut(s, end);
		s = str_from(s, end + 2);
		if (line.n == 0) {
			*rest = s;
			return p->name.p && str_is_utf8(p->name) &&
			       str_is_utf8(p->file_name);
		}
		if (!header_read(line, p))
			return false;
	}
	return false;
}

/* After a boundary: "--" ends the form, a line end starts a part. */
static bool after_boundary(struct str *s, bool *last)
{
	*last = str_starts(*s, "--");
	if (*last)
		return true;
	if (!str_starts(*s, "\r\n"))
		return false;
	*s = str_from(*s, 2);
	return true;
}

static struct str delimiter(struct arena *a, struct str boundary)
{
	return str_format(a, "\r\n--%.*s", STR_ARG(boundary));
}

static size_t count_parts(struct str s, struct str mark)
{
	size_t n = 0;

	for (size_t at; n <= MULTIPART_PARTS && (at = str_find(s, mark)) != SIZE_MAX; n++)
		s = str_from(s, at + mark.n);
	return n;
}

bool multipart_parse(struct arena *a, struct str body, struct str boundary,
                     struct part **out, size_t *count)
{
	bool last = false;

	*count = 0;
	if (boundary.n == 0 || boundary.n > BOUNDARY_BYTES)
		return false;
	struct str mark = delimiter(a, boundary);
	struct str first = str_from(mark, 2);
	if (body.n < first.n || memcmp(body.p, first.p, first.n) != 0)
		return false;
	struct str s = str_from(body, first.n);
	size_t most = count_parts(s, mark);
	if (most > MULTIPART_PARTS || !after_boundary(&s, &last))
		return false;
	*out = ARENA_TRY(a, struct part, most + 1);
	while (*out && !last) {
		struct part *p = &(*out)[*count];
		if (!headers_read(s, p, &s))
			return false;
		size_t end = str_find(s, mark);
		if (end == SIZE_MAX || *count == most)
			return false;
		p->bytes = str_cut(s, end);
		s = str_from(s, end + mark.n);
		(*count)++;
		if (!after_boundary(&s, &last))
			return false;
	}
	return *out != NULL;
}
