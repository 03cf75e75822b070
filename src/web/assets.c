/*
 * assets.c -- style, script and fonts out of the program itself.
 *
 * The hash in the address is of the file that names it, so browsers may keep it for ever.
 */
#include "base/embed.h"
#include "web/visit.h"
#include "web/web.h"

static const struct {
	const char *end;
	const char *media;
	const char *folder;
} kinds[] = {
	{ ".css", "text/css; charset=utf-8", "ui/css/" },
	{ ".js", "text/javascript; charset=utf-8", "ui/js/" },
	{ ".woff2", "font/woff2", "ui/fonts/" },
	{ ".svg", "image/svg+xml", "ui/images/" },
};

static bool send_embedded(struct request *q, struct response *r, struct str name)
{
	for (size_t i = 0; i < COUNT(kinds); i++) {
		if (!str_ends(name, kinds[i].end))
			continue;
		struct str path =
			str_format(q->arena, "%s%.*s", kinds[i].folder, STR_ARG(name));
		const struct embedded_file *file = embedded_find(path);

		if (!file)
			return false;
		r->media = kinds[i].media;
		r->body = file->bytes;
		r->cacheable = true;
		return true;
	}
	return false;
}

void asset_get(struct request *q, struct response *r)
{
	struct visit v;

	if (send_embedded(q, r, q->params[1]))
		return;
	visit_anyone(&v, q, r);
	visit_failed(&v, FAIL_NOT_FOUND);
}

void favicon_get(struct request *q, struct response *r)
{
	struct visit v;

	if (send_embedded(q, r, STR("favicon.svg")))
		return;
	visit_anyone(&v, q, r);
	visit_failed(&v, FAIL_NOT_FOUND);
}
