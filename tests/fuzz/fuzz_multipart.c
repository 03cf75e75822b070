/* fuzz_multipart.c -- forms with files, a line with the content type, then the body: the
 * parts, sent again, are the same parts.
 * links: http crypto codec sys base
 */
#include "http/multipart.h"
#include "fuzz/exact.h"

/* A quote or backslash in a name could be escaped in more than one way. */
static bool is_plain(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] == '"' || s.p[i] == '\\' || s.p[i] == '%')
			return false;
	return true;
}

static bool written(struct text *t, struct str boundary, const struct part *p)
{
	const struct str pieces[] = {
		STR("--"), boundary,
		STR("\r\nContent-Disposition: form-data; name=\""), p->name,
		p->file_name.p ? STR("\"; filename=\"") : STR_NONE, p->file_name,
		p->media.n ? STR("\"\r\nContent-Type: ") : STR("\""), p->media,
		STR("\r\n\r\n"), p->bytes, STR("\r\n")
	};

	for (size_t i = 0; i < COUNT(pieces); i++)
		text_add(t, pieces[i]);
	return is_plain(p->name) && is_plain(p->file_name);
}

static void check_part(struct str body, const struct part *p)
{
	MUST(p->bytes.n == 0 ||
	     (p->bytes.p >= body.p && p->bytes.p + p->bytes.n <= body.p + body.n));
	MUST(!p->file_name.p || p->file_name.n == 0 ||
	     !memchr(p->file_name.p, '/', p->file_name.n));
}

FUZZ(a, s)
{
	struct part *parts, *again;
	size_t count, count_again;
	struct str body, type = str_split(s, '\n', &body);
	struct str boundary = multipart_boundary(type);
	struct text t = text_on(a, 4 * s.n + 8192);
	bool plain = true;

	if (!body.p || !multipart_parse(a, body, boundary, &parts, &count))
		return;
	for (size_t i = 0; i < count; i++) {
		check_part(body, &parts[i]);
		plain = written(&t, boundary, &parts[i]) && plain;
	}
	text_addf(&t, "--%.*s--\r\n", STR_ARG(boundary));
	if (!plain)
		return;
	MUST(multipart_parse(a, text_str(&t), boundary, &again, &count_again));
	MUST(count_again == count);
	for (size_t i = 0; i < count; i++)
		MUST(str_equal(again[i].name, parts[i].name) &&
		     str_equal(again[i].file_name, parts[i].file_name) &&
		     str_equal(again[i].media, parts[i].media) &&
		     str_equal(again[i].bytes, parts[i].bytes));
}
