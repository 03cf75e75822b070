/*
 * tmplc.c -- turns templates into C that escapes by position, at build.
 *
 *     tmplc OUT.c OUT.h IN.html...
 *
 * A template is HTML with marks.  It declares the data it shows as a C struct, so the C
 * compiler checks every name and type; what a value becomes depends on where it stands.
 *
 *     {{! a comment }}                        {{include "web/face.h"}}
 *     {{data list_page}} struct list_page { ... }; {{/data}}
 *     {{frame frame page}}                    this page stands in frame.html, given d->page
 *     {{needs record}}                        the structs of record.html stand before ours
 *     {{content}}                             in a frame: here the page goes
 *     {{title}}  {{row.code}}  {{a->b.c}}     a value: text, attribute or address by
 * position
 *     {{{html note}}}                         ready HTML: only of type struct safe_html
 *     {{t "English text, %1" arg}}            a translated text with up to three arguments
 *     {{tn "%1 record" "%1 records" count}}   one and many; %1 is the count
 *     {{#if x}} {{else}} {{/if}}              {{#unless x}} ... {{/unless}}
 *     {{#each rows as row}} ... {{/each}}     rows is { const struct row *at; size_t count;
 * }
 *     {{> part}}  {{> part row}}              another template, given d or a part of it
 *
 * Refused: a value in a script, style, comment, tag name, attribute name, on... attribute
 * or unquoted attribute; blocks that leave the HTML in another position than they found it.
 * Lints: lang, labels, th scope, alt, heading order, one h1 a page, no style=, no on...=,
 * no inline script, a caption in tables, a type on buttons, _csrf in forms that post.
 */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include <ctype.h>
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tmplc.h"

static struct template files[MOST_FILES];
static int file_count;
int mistakes;
struct words header_out, code_out;
FILE *complaints; /* stderr; tests read it */

/* ---- small tools ---- */

static void take_name(char *out, const char *p, size_t n)
{
	if (n >= NAME_SIZE)
		n = NAME_SIZE - 1;
	memcpy(out, p, n);
	out[n] = '\0';
}

static struct template *file_named(const char *name)
{
	for (int i = 0; i < file_count; i++)
		if (strcmp(files[i].name, name) == 0)
			return &files[i];
	return NULL;
}

/* ---- what is written ---- */

static void flush_literal(struct reader *r)
{
	if (r->literal.n == 0)
		return;
	words_addf(&r->code, "\tshow_raw(o, \"");
	for (size_t i = 0; i < r->literal.n; i++) {
		unsigned char c = (unsigned char)r->literal.p[i];

		if (c == '\n')
			words_addf(&r->code, "\\n");
		else if (c == '"' || c == '\\')
			words_addf(&r->code, "\\%c", c);
		else if (c < ' ' || c >= 0x7f || c == '?')
			words_addf(&r->code, "\\%03o", c);
		else
			words_addf(&r->code, "%c", c);
	}
	words_addf(&r->code, "\", %zu);\n", r->literal.n);
	r->literal.n = 0;
}

/* What follows belongs to this line of the template: errors of the C compiler point there.
 */
static void point_at_source(struct reader *r)
{
	flush_literal(r);
	words_addf(&r->code, "#line %d \"%s\"\n", r->line, r->file->path);
}

const char *const url_attributes[] = { "href",       "src",       "action",
	                               "formaction", "cite",      "poster",
	                               "data-src",   "data-find", NULL };

/* How a value is escaped here; null after a complaint. */
static const char *escape_here(struct reader *r)
{
	const struct attribute *a =
		r->attribute_count > 0 ? &r->attributes[r->attribute_count - 1] : NULL;

	switch (r->position) {
	case IN_TEXT:
		if (strcmp(r->tag, "script") == 0 || strcmp(r->tag, "style") == 0)
			break;
		return "SHOW_TEXT";
	case IN_VALUE:
		if (strncmp(a->name, "on", 2) == 0 || strcmp(a->name, "style") == 0)
			break;
		if (!is_one_of(a->name, url_attributes))
			return "SHOW_ATTRIBUTE";
		return a->value.n == 0 ? "SHOW_URL" : "SHOW_URL_PART";
	case AFTER_EQUALS:
		complain(r, "a value in an attribute without quotes");
		return NULL;
	case IN_COMMENT:
	case IN_NAME:
	case IN_TAG: break;
	}
	complain(r, "a value may not stand here (script, style, comment, tag, on...)");
	return NULL;
}

/* "row.code" -> "row->code" for a loop's variable, "d->row.code" otherwise. */
static bool expression(struct reader *r, const char *p, size_t n, char *out, size_t room)
{
	size_t first = strcspn(p, ".-");
	char variable[NAME_SIZE];

	if (n == 0 || !(isalpha((unsigned char)*p) || *p == '_'))
		return complain(r, "a name was expected: %.*s", (int)n, p), false;
	for (size_t i = 0; i < n; i++)
		if (!isalnum((unsigned char)p[i]) && !strchr("_.->", p[i]))
			return complain(r, "templates hold no logic: %.*s", (int)n, p),
			       false;
	if (first > n)
		first = n;
	take_name(variable, p, first);
	for (int i = r->block_count - 1; i >= 0; i--) {
		if (strcmp(r->blocks[i].variable, variable) != 0)
			continue;
		bool dot = first < n && p[first] == '.';

		snprintf(out, room, "%s%s%.*s", variable, dot ? "->" : "",
		         (int)(n - first - dot), p + first + dot);
		return true;
	}
	snprintf(out, room, "d->%.*s", (int)n, p);
	return true;
}

static size_t word_length(const char *p)
{
	return strcspn(p, " \t\n}");
}

static const char *skip_blanks(const char *p)
{
	return p + strspn(p, " \t\n");
}

/* The one name of a mark; anything behind it would be logic. */
static bool only_expression(struct reader *r, const char *p, char *out, size_t room)
{
	size_t n = word_length(p);

	if (*skip_blanks(p + n) != '}')
		return complain(r, "templates hold no logic: %.*s", (int)strcspn(p, "}\n"),
		                p),
		       false;
	return expression(r, p, n, out, room);
}

static void write_value(struct reader *r, const char *p)
{
	char path[NAME_SIZE * 4];
	const char *escape = escape_here(r);

	if (!escape || !only_expression(r, p, path, sizeof path))
		return;
	point_at_source(r);
	words_addf(&r->code, "\tshow_value(o, %s, AS_STR(o, %s));\n", escape, path);
}

static void write_html(struct reader *r, const char *p)
{
	char path[NAME_SIZE * 4];

	if (r->position != IN_TEXT || r->in_textarea)
		complain(r, "ready HTML may only stand between tags");
	else if (only_expression(r, p, path, sizeof path)) {
		point_at_source(r);
		words_addf(&r->code, "\tshow_html(o, %s);\n", path);
	}
}

/* A quoted text, as C reads it; *p moves behind it. */
static bool quoted(struct reader *r, const char **p, struct words *out)
{
	const char *q = *p;

	if (*q != '"')
		return complain(r, "a quoted text was expected"), false;
	words_add(out, q++, 1);
	for (; *q && *q != '"'; q++) {
		if (*q == '\n')
			return complain(r, "a text goes over the end of its line"), false;
		if (*q == '\\' && q[1])
			words_add(out, q++, 1);
		words_add(out, q, 1);
	}
	if (!*q)
		return complain(r, "a text without its end"), false;
	words_add(out, "\"", 1);
	*p = skip_blanks(q + 1);
	return true;
}

/* The values of a text, as arguments of C; how many they are, or -1 after a complaint. */
static int text_values(struct reader *r, const char *p, bool plural, struct words *call)
{
	int args = 0;

	for (; *p && *p != '}' && args < 4; args++, p = skip_blanks(p + word_length(p))) {
		char path[NAME_SIZE * 4];

		if (!expression(r, p, word_length(p), path, sizeof path))
			return -1;
		if (plural && args == 0)
			words_addf(call, ", (int64_t)(%s)", path);
		words_addf(call, ", AS_STR(o, %s)", path);
	}
	if (args > 3 || (plural && args == 0))
		complain(r, "a text takes up to three values; one with a plural takes its "
		            "count");
	for (int i = args; i < 3; i++)
		words_addf(call, ", STR_NONE");
	return args;
}

static bool stands_in_an_address(struct reader *r, const char *escape)
{
	if (strncmp(escape, "SHOW_URL", 8) != 0)
		return false;
	complain(r, "a translated text in an address");
	return true;
}

static void write_text(struct reader *r, const char *p, bool plural)
{
	struct words one = { 0 }, many = { 0 }, call = { 0 };
	const char *escape = escape_here(r);

	p = skip_blanks(p);
	if (!escape || !quoted(r, &p, &one) || (plural && !quoted(r, &p, &many)))
		return;
	if (stands_in_an_address(r, escape) || text_values(r, p, plural, &call) < 0)
		return;
	point_at_source(r);
	if (plural)
		words_addf(&r->code, "\tshow_plural(o, %s, trn_key(%s, %s)%s);\n", escape,
		           one.p, many.p, call.p);
	else
		words_addf(&r->code, "\tshow_words(o, %s, N_(%s)%s);\n", escape, one.p,
		           call.p);
	free(one.p);
	free(many.p);
	free(call.p);
}

/* ---- blocks ---- */

static struct block *block_push(struct reader *r, const char *kind)
{
	if (r->block_count == MOST_OPEN) {
		complain(r, "too many blocks");
		exit(1);
	}
	struct block *b = &r->blocks[r->block_count++];
	memset(b, 0, sizeof *b);
	snprintf(b->kind, sizeof b->kind, "%s", kind);
	b->line = r->line;
	b->position = r->position;
	b->open_count = r->open_count;
	b->before = r->file->headings;
	return b;
}

static void begin_if(struct reader *r, const char *p, const char *kind,
                     const char *negation)
{
	char path[NAME_SIZE * 4];

	p = skip_blanks(p);
	if (!only_expression(r, p, path, sizeof path))
		snprintf(path, sizeof path, "d");
	point_at_source(r);
	words_addf(&r->code, "\tif (%sIS_TRUE(%s)) {\n", negation, path);
	block_push(r, kind);
}

static void begin_each(struct reader *r, const char *p)
{
	char path[NAME_SIZE * 4], list[NAME_SIZE * 2], variable[NAME_SIZE];

	if (sscanf(p, " %191[^ \n}] as %95[a-z_0-9]", list, variable) != 2 ||
	    !expression(r, list, strlen(list), path, sizeof path)) {
		complain(r, "{{#each LIST as NAME}} was expected");
		block_push(r, "each");
		words_addf(&r->code, "{\n");
		return;
	}
	point_at_source(r);
	words_addf(&r->code,
	           "\tfor (size_t i_%s = 0; i_%s < %s.count; i_%s++) {\n"
	           "\tconst __typeof__(*%s.at) *%s = &%s.at[i_%s];\n",
	           variable, variable, path, variable, path, variable, path, variable);
	struct block *b = block_push(r, "each");
	snprintf(b->variable, sizeof b->variable, "%s", variable);
}

static void check_same_position(struct reader *r, const struct block *b)
{
	if (r->position != b->position || r->open_count != b->open_count)
		complain(r,
		         "this {{#%s}} (line %d) leaves the HTML in another position than "
		         "it found",
		         b->kind, b->line);
}

static void turn_else(struct reader *r)
{
	struct block *b = &r->blocks[r->block_count - 1];

	if (r->block_count == 0 || strcmp(b->kind, "each") == 0 || b->else_seen) {
		complain(r, "{{else}} belongs to an {{#if}}");
		return;
	}
	check_same_position(r, b);
	flush_literal(r);
	words_addf(&r->code, "\t} else {\n");
	b->else_seen = true;
	b->branch = r->file->headings;
	r->file->headings = b->before;
}

static void end_block(struct reader *r, const char *kind)
{
	struct block *b = &r->blocks[r->block_count - 1];

	if (r->block_count == 0 || strncmp(kind, b->kind, strlen(b->kind)) != 0) {
		complain(r, "{{/%.*s}} without its beginning", (int)word_length(kind),
		         kind);
		return;
	}
	check_same_position(r, b);
	flush_literal(r);
	words_addf(&r->code, "\t}\n");
	if (b->branch.h1_count > r->file->headings.h1_count)
		r->file->headings.h1_count = b->branch.h1_count;
	if (b->branch.last > r->file->headings.last)
		r->file->headings.last = b->branch.last;
	r->block_count--;
}

/* ---- tags ---- */

static const char *const void_tags[] = { "area",  "br",   "col",  "hr",  "img",
	                                 "input", "link", "meta", "wbr", NULL };

static void end_tag(struct reader *r)
{
	if (r->closing) {
		if (r->open_count == 0 || strcmp(r->open[r->open_count - 1], r->tag) != 0)
			complain(r, "</%s> does not close what is open (%s)", r->tag,
			         r->open_count > 0 ? r->open[r->open_count - 1]
			                           : "nothing");
		else
			r->open_count--;
		lint_close_tag(r);
	} else {
		lint_open_tag(r);
		if (!r->self_closed && !is_one_of(r->tag, void_tags) &&
		    strcmp(r->tag, "!doctype") != 0) {
			if (r->open_count == MOST_OPEN) {
				complain(r, "too many open elements");
				exit(1);
			}
			r->open_lines[r->open_count] = r->line;
			snprintf(r->open[r->open_count++], NAME_SIZE, "%s", r->tag);
		}
	}
	r->in_textarea = !r->closing &&
	                 (strcmp(r->tag, "textarea") == 0 || strcmp(r->tag, "title") == 0);
	r->position = IN_TEXT;
	if (r->closing)
		r->tag[0] = '\0';
	for (int i = 0; i < r->attribute_count; i++)
		free(r->attributes[i].value.p);
	r->attribute_count = 0;
}

static void begin_tag(struct reader *r)
{
	const char *p = r->at + 1;

	r->closing = *p == '/';
	r->self_closed = false;
	if (r->closing)
		p++;
	size_t n = strcspn(p, " \t\n/>{");
	take_name(r->tag, p, n);
	for (char *c = r->tag; *c; c++)
		*c = (char)tolower((unsigned char)*c);
	if (n == 0 || p[n] == '{')
		complain(r, "a tag without a name of its own");
	words_add(&r->literal, r->at, (size_t)(p + n - r->at));
	r->at = p + n;
	r->position = IN_TAG;
	r->attribute_count = 0;
}

static void add_attribute_name(struct reader *r, char c)
{
	struct attribute *a;

	if (r->position == IN_TAG) {
		if (r->attribute_count == MOST_ATTRIBUTES) {
			complain(r, "too many attributes");
			exit(1);
		}
		a = &r->attributes[r->attribute_count++];
		memset(a, 0, sizeof *a);
		r->position = IN_NAME;
	} else {
		a = &r->attributes[r->attribute_count - 1];
	}
	size_t n = strlen(a->name);
	if (n + 1 < NAME_SIZE)
		a->name[n] = (char)tolower((unsigned char)c);
}

static void read_in_tag(struct reader *r, char c)
{
	if (c == '>') {
		end_tag(r);
	} else if (c == '/' && r->at[1] == '>') {
		r->self_closed = true;
	} else if (c == '=') {
		r->position = AFTER_EQUALS;
	} else if (isspace((unsigned char)c)) {
		r->position = IN_TAG;
	} else {
		add_attribute_name(r, c);
	}
}

static void read_value_start(struct reader *r, char c)
{
	r->position = IN_VALUE;
	if (c == '"')
		return;
	complain(r, "an attribute without double quotes");
	r->position = IN_TAG;
}

static void read_in_value(struct reader *r, char c)
{
	if (c == '"')
		r->position = IN_TAG;
	else
		words_add(&r->attributes[r->attribute_count - 1].value, &c, 1);
}

/* True when it moved on by itself. */
static bool read_in_text(struct reader *r)
{
	if (strncmp(r->at, "<!--", 4) == 0) {
		r->position = IN_COMMENT;
		return false;
	}
	if (*r->at != '<' || (r->in_textarea && r->at[1] != '/'))
		return false;
	begin_tag(r);
	return true;
}

static bool read_in_comment(struct reader *r)
{
	if (strncmp(r->at, "-->", 3) != 0)
		return false;
	r->at += 3;
	r->position = IN_TEXT;
	return true;
}

static void read_character(struct reader *r)
{
	char c = *r->at;

	switch (r->position) {
	case IN_TEXT:
		if (read_in_text(r))
			return;
		break;
	case IN_COMMENT:
		if (read_in_comment(r))
			return;
		break;
	case IN_TAG:
	case IN_NAME: read_in_tag(r, c); break;
	case AFTER_EQUALS: read_value_start(r, c); break;
	case IN_VALUE: read_in_value(r, c); break;
	}
	if (r->position != IN_COMMENT)
		words_add(&r->literal, &c, 1);
	if (c == '\n')
		r->line++;
	r->at++;
}

/* Runs of blanks between tags are written as one; pre and textarea keep theirs. */
static bool fold_blanks(struct reader *r)
{
	size_t n = strspn(r->at, " \t\n");

	if (n == 0 || r->position == IN_VALUE || r->position == IN_COMMENT ||
	    r->in_textarea)
		return false;
	for (int i = 0; i < r->open_count; i++)
		if (strcmp(r->open[i], "pre") == 0)
			return false;
	if (r->position == IN_NAME)
		r->position = IN_TAG;
	bool line_end = false;
	for (size_t i = 0; i < n; i++)
		if (r->at[i] == '\n')
			r->line++, line_end = true;
	if (r->literal.n == 0 || !strchr(" \n", r->literal.p[r->literal.n - 1]))
		words_add(&r->literal, line_end ? "\n" : " ", 1);
	r->at += n;
	return true;
}

/* ---- marks ---- */

static void compile(struct template *t);

static void write_partial(struct reader *r, const char *p)
{
	char name[NAME_SIZE], path[NAME_SIZE * 4] = "d";

	p = skip_blanks(p);
	take_name(name, p, word_length(p));
	struct template *t = file_named(name);
	p = skip_blanks(p + word_length(p));
	if (!t || r->position != IN_TEXT) {
		complain(r, "no template %s, or not between tags", name);
		return;
	}
	compile(t);
	if (*p != '}') {
		size_t n = word_length(p);

		if (!expression(r, p, n, path + 1, sizeof path - 1))
			return;
		bool is_variable = !strpbrk(path + 1, ".>");
		path[0] = is_variable ? ' ' : '&';
	}
	if (t->headings.first > 0)
		lint_heading(r, t->headings.first),
			r->file->headings.last = t->headings.last;
	if (strcmp(name, "csrf") == 0)
		r->csrf_seen = true;
	point_at_source(r);
	words_addf(&r->code, "\thtml_%s(o, %s);\n", t->name, path);
}

static void skip_to(struct reader *r, const char *end)
{
	const char *found = strstr(r->at, end);

	if (!found) {
		complain(r, "%s is missing", end);
		found = r->at + strlen(r->at) - strlen(end);
	}
	for (; r->at < found + strlen(end); r->at++)
		if (*r->at == '\n')
			r->line++;
}

/* {{data NAME}} C {{/data}} goes into the header as it is. */
static void take_data(struct reader *r, const char *p)
{
	p = skip_blanks(p);
	take_name(r->file->data, p, word_length(p));
	r->at = strstr(r->at, "}}") + 2;
	const char *end = strstr(r->at, "{{/data}}");
	if (!end) {
		complain(r, "{{/data}} is missing");
		exit(1);
	}
	words_addf(&header_out, "\n/* %s */\n#line %d \"%s\"\n%.*s\n", r->file->path,
	           r->line, r->file->path, (int)(end - r->at), r->at);
	skip_to(r, "{{/data}}");
}

static void take_frame(struct reader *r, const char *p)
{
	p = skip_blanks(p);
	take_name(r->file->frame, p, word_length(p));
	p = skip_blanks(p + word_length(p));
	if (*p != '}')
		expression(r, p, word_length(p), r->file->frame_with,
		           sizeof r->file->frame_with);
	struct template *frame = file_named(r->file->frame);
	if (!frame) {
		complain(r, "no frame %s", r->file->frame);
		return;
	}
	compile(frame);
	flush_literal(r);
	words_addf(&r->code, "\topen_%s(o, %s%s);\n", frame->name,
	           *r->file->frame_with ? "&" : "",
	           *r->file->frame_with ? r->file->frame_with : "d");
}

static void turn_content(struct reader *r)
{
	if (r->block_count > 0 || r->position != IN_TEXT || r->file->is_frame)
		complain(r, "{{content}} stands once, outside of blocks and tags");
	flush_literal(r);
	r->file->is_frame = true;
	words_addf(
		&r->code,
		"}\n\nvoid close_%s(struct show *o, const struct %s *d)\n{\n\t(void)d;\n",
		r->file->name, r->file->data);
	words_addf(&header_out, "void open_%s(struct show *o, const struct %s *d);\n",
	           r->file->name, r->file->data);
	words_addf(&header_out, "void close_%s(struct show *o, const struct %s *d);\n",
	           r->file->name, r->file->data);
}

static bool begins(const char *p, const char *word)
{
	size_t n = strlen(word);

	return strncmp(p, word, n) == 0 && (strchr(" \t\n}\"", p[n]) != NULL);
}

static bool is_block_mark(const char *p)
{
	return *p == '#' || *p == '/' || begins(p, "else");
}

static void read_block_mark(struct reader *r, const char *p)
{
	if (begins(p, "#if"))
		begin_if(r, p + 3, "if", "");
	else if (begins(p, "#unless"))
		begin_if(r, p + 7, "unless", "!");
	else if (begins(p, "#each"))
		begin_each(r, p + 5);
	else if (begins(p, "else"))
		turn_else(r);
	else if (*p == '/')
		end_block(r, p + 1);
	else
		complain(r, "unknown mark: %.*s", (int)word_length(p), p);
}

static void take_include(struct reader *r, const char *p)
{
	(void)r;
	p = skip_blanks(p);
	words_addf(&header_out, "#include %.*s\n", (int)word_length(p), p);
}

/* Compiled before: see compile_what_it_uses. */
static void take_needs(struct reader *r, const char *p)
{
	(void)p;
	r->at += 2;
}

static void take_content(struct reader *r, const char *p)
{
	(void)p;
	turn_content(r);
}

static void take_text(struct reader *r, const char *p)
{
	write_text(r, p, false);
}

static void take_plural(struct reader *r, const char *p)
{
	write_text(r, p, true);
}

static const struct {
	const char *word;
	void (*take)(struct reader *r, const char *p);
} marks[] = {
	{ "include", take_include },
	{ "needs", take_needs },
	{ "frame", take_frame },
	{ "content", take_content },
	{ "t", take_text },
	{ "tn", take_plural },
};

static void read_other_mark(struct reader *r, const char *p)
{
	for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++)
		if (begins(p, marks[i].word)) {
			marks[i].take(r, p + strlen(marks[i].word));
			return;
		}
	if (*p == '{' && begins(skip_blanks(p + 1), "html"))
		write_html(r, skip_blanks(skip_blanks(p + 1) + 4));
	else if (*p == '>')
		write_partial(r, p + 1);
	else if (is_block_mark(p))
		read_block_mark(r, p);
	else if (*p != '!')
		write_value(r, p);
}

static void read_mark(struct reader *r)
{
	const char *start = r->at;
	const char *p = skip_blanks(r->at + 2);

	/* An attribute without a value (checked, selected) ends where a block does. */
	if (r->position == IN_NAME && is_block_mark(p))
		r->position = IN_TAG;
	if (begins(p, "data")) {
		take_data(r, p + 4);
		return;
	}
	read_other_mark(r, p);
	skip_to(r, start[2] == '{' ? "}}}" : "}}");
	if (r->position == IN_VALUE)
		words_add(&r->attributes[r->attribute_count - 1].value, start,
		          (size_t)(r->at - start));
}

/* ---- a whole template ---- */

static void finish(struct reader *r, struct template *t)
{
	flush_literal(r);
	if (r->block_count > 0)
		complain(r, "{{#%s}} of line %d is not closed",
		         r->blocks[r->block_count - 1].kind,
		         r->blocks[r->block_count - 1].line);
	if (r->open_count > 0)
		complain(r, "<%s> of line %d is not closed", r->open[r->open_count - 1],
		         r->open_lines[r->open_count - 1]);
	if (r->position != IN_TEXT)
		complain(r, "the template ends within a tag");
	if (!*t->data)
		complain(r, "{{data NAME}} is missing");
	if (*t->frame && (t->headings.h1_count != 1 || t->headings.first != 1))
		complain(r, "a page has one h1, and it comes first");
	lint_labels(r);
	if (*t->frame)
		words_addf(&r->code, "\tclose_%s(o, %s%s);\n", t->frame,
		           *t->frame_with ? "&" : "", *t->frame_with ? t->frame_with : "d");
	words_addf(&code_out,
	           "\n/* %s */\nvoid %s_%s(struct show *o, const struct %s "
	           "*d)\n{\n\t(void)d;\n%s}\n",
	           t->path, t->is_frame ? "open" : "html", t->name, t->data,
	           r->code.n ? r->code.p : "");
	if (!t->is_frame)
		words_addf(&header_out,
		           "void html_%s(struct show *o, const struct %s *d);\n", t->name,
		           t->data);
}

static void release(struct reader *r)
{
	for (int i = 0; i < r->control_count; i++)
		free(r->controls[i].text);
	for (int i = 0; i < r->label_count; i++)
		free(r->labels[i].text);
	free(r->literal.p);
	free(r->code.p);
	free(r);
}

/* Frames and parts come first: their structs stand before those that hold them. */
static void compile_what_it_uses(struct reader *r)
{
	for (const char *p = r->at; (p = strstr(p, "{{")); p += 2) {
		const char *name = skip_blanks(p + 2);
		char wanted[NAME_SIZE];

		if (*name == '>')
			name = skip_blanks(name + 1);
		else if (strncmp(name, "frame ", 6) == 0 || strncmp(name, "needs ", 6) == 0)
			name = skip_blanks(name + 6);
		else
			continue;
		take_name(wanted, name, word_length(name));
		if (file_named(wanted))
			compile(file_named(wanted));
	}
}

static void compile(struct template *t)
{
	struct reader *r = calloc(1, sizeof *r);

	if (!r)
		abort();
	r->file = t;
	r->at = t->source;
	r->line = 1;
	if (t->started) {
		if (!t->done)
			complain(r, "%s contains itself", t->name);
		release(r);
		return;
	}
	t->started = true;
	compile_what_it_uses(r);
	while (*r->at) {
		if (strncmp(r->at, "{{", 2) == 0)
			read_mark(r);
		else if (!fold_blanks(r))
			read_character(r);
	}
	finish(r, t);
	t->done = true;
	release(r);
}

void template_add(const char *path, char *source)
{
	const char *slash = strrchr(path, '/');
	const char *name = slash ? slash + 1 : path;
	struct template *t = &files[file_count++];

	if (file_count == MOST_FILES) {
		fputs("tmplc: too many templates\n", complaints);
		exit(1);
	}
	memset(t, 0, sizeof *t);
	t->path = path;
	t->source = source;
	take_name(t->name, name, strcspn(name, "."));
	for (char *c = t->name; *c; c++)
		if (*c == '-')
			*c = '_';
}

void templates_compile(void)
{
	words_addf(&header_out, "/* Made by tools/tmplc.c from ui/templates. */\n"
	                        "#ifndef WEB_TEMPLATES_H\n#define WEB_TEMPLATES_H\n\n"
	                        "#include \"web/show.h\"\n");
	words_addf(&code_out, "/* Made by tools/tmplc.c from ui/templates. */\n"
	                      "#include \"web/templates.h\"\n");
	for (int i = 0; i < file_count; i++)
		compile(&files[i]);
	words_addf(&header_out, "\n#endif\n");
}
