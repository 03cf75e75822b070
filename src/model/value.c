/* value.c -- one value: its limits, and its canonical text both ways. */
#include "model/value.h"

#include "base/arena.h"
#include "base/limits.h"
#include "codec/json.h"

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
		              line ? "must be one line"
		                   : "holds characters that cannot be shown",
		              NULL);
	if (str_utf8_length(s) > most)
		return refuse_with(why, index,
		                   MESSAGE1("is longer than %1 characters",
		                            str_format(why->arena, "%zu", most)),
		                   MESSAGE(NULL));
	return true;
}

static bool choice_check(const struct field *f, int index, struct str s,
                         struct refusal *why)
{
	for (size_t i = 0; i < f->choices.count; i++) {
		if (str_is(s, f->choices.at[i].name))
			return true;
	}
	return refuse_with(why, index,
	                   MESSAGE1("“%1” is not one of the choices",
	                            str_copy(why->arena, str_cut_utf8(s, 80))),
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
		return refuse_with(
			why, index,
			MESSAGE1("links to more than %1 records",
		                 str_format(why->arena, "%u", LIMIT_LINKS_PER_FIELD)),
			MESSAGE(NULL));
	return true;
}

/* Both languages are looked at, so that both are complained of at once. */
static bool both_check(const struct field *f, int index, const struct value *v,
                       struct refusal *why)
{
	bool english = text_check(f, index, v->text, why);
	bool french = text_check(f, index, v->french, why);

	return english && french;
}

bool value_check(const struct field *f, int index, const struct value *v,
                 struct refusal *why)
{
	if (!v->filled)
		return true;
	switch (f->type) {
	case T_LINE:
	case T_TEXT:
		return text_check(f, index, v->text, why);
	case T_BILINE:
	case T_BITEXT:
		return both_check(f, index, v, why);
	case T_CHOICE:
		return choice_check(f, index, v->text, why);
	case T_NUMBER:
		return number_check(f, index, v->number, why);
	case T_DATE:
		return date_is_valid(v->date) ||
		       refuse(why, index, "there is no such date", NULL);
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
#define CEILING (LIMIT_TEXT_FIELD_BYTES * 14)   /* both languages, each byte escaped */
#define EXACT INT64_C(9007199254740992)         /* 2^53 */

static void put_number(struct arena *a, struct json_out *j, int64_t n)
{
	if (n >= -EXACT && n <= EXACT)
		json_put_int(j, n);
	else
		json_put_str(j, str_format(a, "%lld", (long long)n));
}

static void put_links(struct arena *a, struct json_out *j, const struct value *v)
{
	json_open_array(j);
	for (size_t i = 0; i < v->link_count; i++)
		json_put_str(j, id_text(a, v->links[i]));
	json_close_array(j);
}

static void put_file(struct json_out *j, const struct file_ref *file)
{
	char hash[2 * sizeof file->sha256 + 1];

	for (size_t i = 0; i < sizeof file->sha256; i++)
		snprintf(hash + 2 * i, 3, "%02x", file->sha256[i]);
	json_open_object(j);
	json_pair_int(j, "bytes", file->bytes);
	json_pair_str(j, "media", file->media);
	json_pair_str(j, "name", file->name);
	json_pair_z(j, "sha256", hash);
	json_close_object(j);
}

static void put_bilingual(struct json_out *j, const struct value *v)
{
	json_open_object(j);
	json_pair_str(j, "en", v->text);
	json_pair_str(j, "fr", v->french);
	json_close_object(j);
}

static void put_value(struct arena *a, struct json_out *j, const struct field *f,
                      const struct value *v)
{
	switch (f->type) {
	case T_LINE:
	case T_TEXT:
	case T_CHOICE: json_put_str(j, v->text); return;
	case T_BILINE:
	case T_BITEXT: put_bilingual(j, v); return;
	case T_FLAG: json_put_bool(j, v->number != 0); return;
	case T_NUMBER: put_number(a, j, v->number); return;
	case T_DATE: json_put_str(j, date_text(a, v->date)); return;
	case T_INSTANT: json_put_str(j, instant_text(a, v->instant)); return;
	case T_LINK: put_links(a, j, v); return;
	case T_FILE: put_file(j, &v->file); return;
	}
	BUG("no such type of field: %d", f->type);
}

struct str value_canonical(struct arena *a, const struct field *f, const struct value *v)
{
	struct text t = text_on(a, CEILING);
	struct json_out j = json_to(&t);

	if (!v->filled)
		return STR_NONE;
	put_value(a, &j, f, v);
	if (text_failed(&t))
		arena_fail(a);
	return text_str(&t);
}

static int hex_digit(char c)
{
	return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10
	                                                             : -1;
}

static bool read_file(const struct json *j, struct file_ref *file)
{
	struct str hash = json_string(j, "sha256");

	if (hash.n != 2 * sizeof file->sha256 || !json_int(j, "bytes", &file->bytes))
		return false;
	for (size_t i = 0; i < sizeof file->sha256; i++) {
		int high = hex_digit(hash.p[2 * i]), low = hex_digit(hash.p[2 * i + 1]);
		if (high < 0 || low < 0)
			return false;
		file->sha256[i] = (uint8_t)(high << 4 | low);
	}
	file->media = json_string(j, "media");
	file->name = json_string(j, "name");
	return true;
}

static bool read_links(struct arena *a, const struct json *j, struct value *v)
{
	struct id *ids = ARENA_TRY(a, struct id, j->count + 1);
	size_t n = 0;

	if (!ids || j->kind != JSON_ARRAY || j->count == 0)
		return false;
	for (const struct json *one = j->first; one; one = one->next) {
		if (one->kind != JSON_STRING || !id_parse(one->text, &ids[n++]))
			return false;
	}
	v->links = ids;
	v->link_count = n;
	return true;
}

static bool read_text(const struct field *f, struct str s, struct value *v)
{
	switch (f->type) {
	case T_DATE: return date_parse(s, &v->date);
	case T_INSTANT: return instant_parse(s, &v->instant);
	case T_NUMBER: return str_to_i64(s, &v->number);
	case T_LINE:
	case T_TEXT: v->text = s; return true;
	case T_CHOICE: v->text = choice_now(f, s); return true;
	default: return false;
	}
}

static bool read_value(struct arena *a, const struct field *f, const struct json *j,
                       struct value *v)
{
	if (j->kind == JSON_STRING)
		return read_text(f, j->text, v);
	switch (f->type) {
	case T_BILINE:
	case T_BITEXT:
		v->text = json_string(j, "en");
		v->french = json_string(j, "fr");
		return j->kind == JSON_OBJECT;
	case T_FLAG:
		v->number = j->kind == JSON_TRUE;
		return v->number || j->kind == JSON_FALSE;
	case T_NUMBER:
		v->number = j->number;
		return j->kind == JSON_INT;
	case T_LINK: return read_links(a, j, v);
	case T_FILE: return read_file(j, &v->file);
	default: return false;
	}
}

bool value_read(struct arena *a, const struct field *f, struct str json, struct value *v)
{
	struct json_error error;
	struct json *j;

	*v = (struct value){ .filled = false };
	if (!json.p || str_is(json, "null"))
		return true;
	if (json_read(a, json, &j, &error) || !read_value(a, f, j, v))
		return false;
	v->filled = true;
	return true;
}
