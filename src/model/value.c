/* value.c -- one value: its limits, and its canonical text both ways. */
#include "model/value.h"

#include "base/arena.h"
#include "base/limits.h"

bool field_is_bilingual(const struct field *f)
{
	return f->type == T_BILINE || f->type == T_BITEXT;
}

bool field_is_text(const struct field *f)
{
	return f->type == T_LINE || f->type == T_TEXT || field_is_bilingual(f);
}

static bool ids_equal(const struct id *x, size_t nx, const struct id *y, size_t ny)
{
	return nx == ny && (nx == 0 || memcmp(x, y, nx * sizeof *x) == 0);
}

bool value_equal(const struct field *f, const struct value *x, const struct value *y)
{
	if (x->filled != y->filled || !x->filled)
		return x->filled == y->filled;
	switch (f->type) {
	case T_LINE:
	case T_TEXT:
	case T_CHOICE:
		return str_equal(x->text, y->text);
	case T_BILINE:
	case T_BITEXT:
		return str_equal(x->text, y->text) && str_equal(x->french, y->french);
	case T_FLAG:
	case T_NUMBER:
		return x->number == y->number;
	case T_DATE:
		return date_compare(x->date, y->date) == 0;
	case T_INSTANT:
		return x->instant.us == y->instant.us;
	case T_LINK:
		return ids_equal(x->links, x->link_count, y->links, y->link_count);
	case T_FILE:
		return memcmp(x->file.sha256, y->file.sha256, sizeof x->file.sha256) == 0 &&
		       str_equal(x->file.name, y->file.name);
	}
	BUG("no such type of field: %d", f->type);
}

/* ---- limits ---- */
static bool has_control(struct str s, bool lines_allowed)
{
	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];
		bool line_end = c == '\n' || c == '\t';
		if ((c < 0x20 && !(lines_allowed && line_end)) || c == 0x7f)
			return true;
	}
	return false;
}

static bool text_check(const struct field *f, int index, struct str s, struct refusal *why)
{
	bool line = f->type == T_LINE || f->type == T_BILINE;
	size_t most = f->max ? f->max : line ? LIMIT_LINE_FIELD_BYTES
	                                     : LIMIT_TEXT_FIELD_BYTES;

	if (s.n == 0)
		return true;
	if (!str_is_utf8(s))
		return refuse(why, index, "holds bytes that are not text", NULL);
	if (has_control(s, !line))
		return refuse(why, index,
		              line ? "must be one line" : "holds characters that cannot be shown",
		              NULL);
	if (str_utf8_length(s) > most)
		return refuse_with(why, index,
		                   MESSAGE1("is longer than %1 characters",
		                            str_format(why->arena, "%zu", most)),
		                   MESSAGE(NULL));
	return true;
}

static bool choice_check(const struct field *f, int index, struct str s, struct refusal *why)
{
	for (size_t i = 0; i < f->choices.count; i++) {
		if (str_is(s, f->choices.at[i].name))
			return true;
	}
	return refuse_with(why, index,
	                   MESSAGE1("“%1” is not one of the choices", str_copy(why->arena, str_cut_utf8(s, 80))),
	                   MESSAGE("Choose one from the list."));
}

static bool number_check(const struct field *f, int index, int64_t n, struct refusal *why)
{
	if (f->max == 0 || (n >= f->min && n <= (int64_t)f->max))
		return true;
	return refuse_with(why, index,
	                   MESSAGE2("must be from %1 to %2",
	                            str_format(why->arena, "%lld", (long long)f->min),
	                            str_format(why->arena, "%zu", f->max)),
	                   MESSAGE(NULL));
}

static bool links_check(const struct field *f, int index, const struct value *v,
                        struct refusal *why)
{
	if (!f->many && v->link_count > 1)
		return refuse(why, index, "takes only one", "Choose one record.");
	if (v->link_count > LIMIT_LINKS_PER_FIELD)
		return refuse_with(why, index,
		                   MESSAGE1("links to more than %1 records",
		                            str_format(why->arena, "%u", LIMIT_LINKS_PER_FIELD)),
		                   MESSAGE(NULL));
	return true;
}

bool value_check(const struct field *f, int index, const struct value *v, struct refusal *why)
{
	if (!v->filled)
		return true;
	switch (f->type) {
	case T_LINE:
	case T_TEXT:
		return text_check(f, index, v->text, why);
	case T_BILINE:
	case T_BITEXT:
		return text_check(f, index, v->text, why) & text_check(f, index, v->french, why);
	case T_CHOICE:
		return choice_check(f, index, v->text, why);
	case T_NUMBER:
		return number_check(f, index, v->number, why);
	case T_DATE:
		return date_is_valid(v->date) || refuse(why, index, "there is no such date", NULL);
	case T_LINK:
		return links_check(f, index, v, why);
	case T_FLAG:
	case T_INSTANT:
	case T_FILE:
		return true;
	}
	BUG("no such type of field: %d", f->type);
}

/* ---- canonical text ---- */
static struct str ids_text(struct arena *a, const struct id *ids, size_t count)
{
	struct text t = text_on(a, LIMIT_LINKS_PER_FIELD * 40);

	for (size_t i = 0; i < count; i++) {
		if (i > 0)
			text_addc(&t, ' ');
		text_add(&t, id_text(a, ids[i]));
	}
	return text_str(&t);
}

static struct str file_text(struct arena *a, const struct file_ref *file)
{
	struct text t = text_on(a, LIMIT_PIECE_BYTES);

	for (size_t i = 0; i < sizeof file->sha256; i++)
		text_addf(&t, "%02x", file->sha256[i]);
	text_addf(&t, " %lld %.*s ", (long long)file->bytes, STR_ARG(file->media));
	text_add(&t, file->name);
	return text_str(&t);
}

struct str value_canonical(struct arena *a, const struct field *f, const struct value *v,
                           enum lang part)
{
	if (!v->filled)
		return STR_NONE;
	switch (f->type) {
	case T_LINE:
	case T_TEXT:
	case T_CHOICE:
		return v->text;
	case T_BILINE:
	case T_BITEXT:
		return part == LANG_FR ? (v->french.n ? v->french : STR_NONE)
		                       : (v->text.n ? v->text : STR_NONE);
	case T_FLAG:
		return v->number ? STR("yes") : STR("no");
	case T_NUMBER:
		return str_format(a, "%lld", (long long)v->number);
	case T_DATE:
		return date_text(a, v->date);
	case T_INSTANT:
		return instant_text(a, v->instant);
	case T_LINK:
		return ids_text(a, v->links, v->link_count);
	case T_FILE:
		return file_text(a, &v->file);
	}
	BUG("no such type of field: %d", f->type);
}

static int hex_digit(char c)
{
	return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10
	                                                             : -1;
}

static bool read_file(struct str s, struct file_ref *file)
{
	struct str rest;
	struct str hash = str_split(s, ' ', &rest);
	struct str bytes = str_split(rest, ' ', &rest);

	if (hash.n != 2 * sizeof file->sha256 || !str_to_i64(bytes, &file->bytes))
		return false;
	for (size_t i = 0; i < sizeof file->sha256; i++) {
		int high = hex_digit(hash.p[2 * i]), low = hex_digit(hash.p[2 * i + 1]);
		if (high < 0 || low < 0)
			return false;
		file->sha256[i] = (uint8_t)(high << 4 | low);
	}
	file->media = str_split(rest, ' ', &rest);
	file->name = rest;
	return true;
}

static bool read_ids(struct arena *a, struct str s, struct value *v)
{
	size_t most = s.n / 37 + 1;
	struct id *ids = ARENA_TRY(a, struct id, most);
	size_t n = 0;

	if (!ids)
		return false;
	while (s.n > 0) {
		if (n == most || !id_parse(str_split(s, ' ', &s), &ids[n]))
			return false;
		n++;
	}
	v->links = ids;
	v->link_count = n;
	return n > 0;
}

bool value_read(struct arena *a, const struct field *f, enum lang part, struct str text,
                struct value *v)
{
	v->filled = true;
	switch (f->type) {
	case T_BILINE:
	case T_BITEXT:
		*(part == LANG_FR ? &v->french : &v->text) = text;
		return true;
	case T_LINE:
	case T_TEXT:
	case T_CHOICE:
		v->text = text;
		return true;
	case T_FLAG:
		v->number = str_is(text, "yes");
		return v->number || str_is(text, "no");
	case T_NUMBER:
		return str_to_i64(text, &v->number);
	case T_DATE:
		return date_parse(text, &v->date);
	case T_INSTANT:
		return instant_parse(text, &v->instant);
	case T_LINK:
		return read_ids(a, text, v);
	case T_FILE:
		return read_file(text, &v->file);
	}
	BUG("no such type of field: %d", f->type);
}
