/*
 * tmplc_lint.c -- what a template may not do to the people who read the page: missing
 * labels, levels left out, looks and script in the markup, forms that post without a token.
 */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "tmplc.h"

static const struct attribute *attribute(const struct reader *r, const char *name)
{
	for (int i = 0; i < r->attribute_count; i++)
		if (strcmp(r->attributes[i].name, name) == 0)
			return &r->attributes[i];
	return NULL;
}

static bool attribute_is(const struct reader *r, const char *name, const char *value)
{
	const struct attribute *a = attribute(r, name);

	return a && a->value.p && strcmp(a->value.p, value) == 0;
}

void lint_heading(struct reader *r, int level)
{
	struct heading_run *h = &r->file->headings;

	if (h->last > 0 && level > h->last + 1)
		complain(r, "h%d follows h%d: a level is left out", level, h->last);
	if (h->first == 0)
		h->first = level;
	h->last = level;
	if (level == 1 && ++h->h1_count > 1)
		complain(r, "a second h1");
}

static void remember(struct seen_id *list, int *count, const struct attribute *a, int line)
{
	if (*count < MOST_IDS)
		list[(*count)++] =
			(struct seen_id){ strdup(a->value.p ? a->value.p : ""), line };
}

static void lint_control(struct reader *r)
{
	static const char *const unlabelled[] = { "hidden", "submit", "button",
		                                  "image",  "reset",  NULL };
	const struct attribute *type = attribute(r, "type"), *id = attribute(r, "id");

	if (strcmp(r->tag, "input") == 0 && type && type->value.p &&
	    is_one_of(type->value.p, unlabelled)) {
		if (attribute_is(r, "name", "_csrf"))
			r->csrf_seen = true;
		return;
	}
	if (attribute(r, "aria-label") || attribute(r, "aria-labelledby") ||
	    r->label_depth > 0)
		return;
	if (!id)
		complain(r, "%s without a label", r->tag);
	else
		remember(r->controls, &r->control_count, id, r->line);
}

static void lint_attributes(struct reader *r)
{
	for (int i = 0; i < r->attribute_count; i++) {
		const struct attribute *a = &r->attributes[i];

		if (strncmp(a->name, "on", 2) == 0)
			complain(r, "%s: no script in attributes", a->name);
		if (strcmp(a->name, "style") == 0)
			complain(r, "style: looks belong into ui/css");
		if (strcmp(a->name, "tabindex") == 0 && a->value.p &&
		    strtol(a->value.p, NULL, 10) > 0)
			complain(r, "a tabindex above 0 breaks the order of the keyboard");
		if (is_one_of(a->name, url_attributes) && a->value.p &&
		    strncasecmp(a->value.p, "javascript:", 11) == 0)
			complain(r, "%s: javascript: is refused", a->name);
	}
}

/* What a tag must say, or one of two things. */
static const struct duty {
	const char *tag, *one, *other, *fault;
} duties[] = {
	{ "html", "lang", NULL, "html without lang" },
	{ "img", "alt", NULL, "img without alt" },
	{ "th", "scope", NULL, "th without scope" },
	{ "svg", "aria-hidden", "role", "svg without aria-hidden or role" },
	{ "button", "type", NULL, "button without type" },
	{ "script", "src", NULL, "script in the page: it belongs into ui/js" },
};

static void lint_structure(struct reader *r)
{
	for (size_t i = 0; i < sizeof duties / sizeof duties[0]; i++) {
		const struct duty *d = &duties[i];

		if (strcmp(r->tag, d->tag) == 0 && !attribute(r, d->one) &&
		    !(d->other && attribute(r, d->other)))
			complain(r, "%s", d->fault);
	}
	if (r->tag[0] == 'h' && r->tag[1] >= '1' && r->tag[1] <= '6' && !r->tag[2])
		lint_heading(r, r->tag[1] - '0');
	if (strcmp(r->tag, "table") == 0)
		r->table_open = true,
		r->caption_seen = attribute(r, "aria-labelledby") != NULL;
	if (strcmp(r->tag, "caption") == 0)
		r->caption_seen = true;
	if (strcmp(r->tag, "form") == 0)
		r->post_open = attribute_is(r, "method", "post"), r->csrf_seen = false;
}

void lint_open_tag(struct reader *r)
{
	static const char *const refused_tags[] = { "style", "iframe", "object", "embed",
		                                    "base",  "font",   NULL };
	static const char *const controls[] = { "input", "select", "textarea", NULL };
	const struct attribute *target = attribute(r, "for");

	if (is_one_of(r->tag, refused_tags))
		complain(r, "<%s> is refused", r->tag);
	lint_attributes(r);
	lint_structure(r);
	if (is_one_of(r->tag, controls))
		lint_control(r);
	if (strcmp(r->tag, "label") == 0) {
		r->label_depth++;
		if (target)
			remember(r->labels, &r->label_count, target, r->line);
	}
}

void lint_close_tag(struct reader *r)
{
	if (strcmp(r->tag, "label") == 0)
		r->label_depth--;
	if (strcmp(r->tag, "table") == 0 && !r->caption_seen)
		complain(r, "table without a caption");
	if (strcmp(r->tag, "form") == 0 && r->post_open && !r->csrf_seen)
		complain(r, "a form that posts without {{> csrf ...}}");
	if (strcmp(r->tag, "form") == 0)
		r->post_open = false;
}

void lint_labels(struct reader *r)
{
	for (int i = 0; i < r->control_count; i++) {
		bool found = false;

		for (int k = 0; k < r->label_count; k++)
			found = found ||
			        strcmp(r->controls[i].text, r->labels[k].text) == 0;
		r->line = r->controls[i].line;
		if (!found)
			complain(r, "no label is for=\"%s\"", r->controls[i].text);
	}
}
