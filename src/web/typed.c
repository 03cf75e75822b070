/*
 * typed.c -- what was typed in a form, as a change of a record.
 */
#include "web/form.h"

#include "records/organisation.h"
#include "records/person.h"

/* ---- files ---- */

/* "SHA256 bytes media name", bound to the session: nobody names a file that he did not
 * send. */
static struct str kept_text(struct visit *v, const struct file_ref *file)
{
	struct str hash = words_hex(v->arena, file->sha256, sizeof file->sha256);

	return str_format(v->arena, "%.*s %lld %.*s %.*s", STR_ARG(hash),
	                  (long long)file->bytes, STR_ARG(file->media),
	                  STR_ARG(file->name));
}

static struct str kept_key(struct visit *v, struct str text)
{
	return str_format(v->arena, "%.*s file %.*s", STR_ARG(v->session.secret),
	                  STR_ARG(text));
}

struct str kept_token(struct visit *v, const struct file_ref *file)
{
	struct str text = kept_text(v, file);
	struct str token = csrf_token(v->arena, kept_key(v, text));

	return str_format(v->arena, "%.*s %.*s", STR_ARG(token), STR_ARG(text));
}

static int hex_digit(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

static bool kept_read(struct visit *v, struct str typed, struct file_ref *out)
{
	struct str text, rest;
	struct str token = str_split(typed, ' ', &text);

	if (!text.p || !csrf_valid(kept_key(v, text), token))
		return false;
	struct str hash = str_split(text, ' ', &rest);
	if (hash.n != 64)
		return false;
	for (size_t i = 0; i < 32; i++)
		out->sha256[i] = (uint8_t)(hex_digit(hash.p[2 * i]) * 16 +
		                           hex_digit(hash.p[2 * i + 1]));
	if (!str_to_i64(str_split(rest, ' ', &rest), &out->bytes))
		return false;
	out->media = str_split(rest, ' ', &rest);
	out->name = rest;
	return true;
}

/* The typed form holds the token from now on, so that the next page carries it. */
static void remember_kept(struct visit *v, const struct field *field,
                          const struct file_ref *file)
{
	struct pairs *form = &v->q->form;
	struct pair *at = ARENA_TRY(v->arena, struct pair, form->count + 1);

	if (!at)
		return;
	at[0] = (struct pair){ str_format(v->arena, "%s_kept", field->name),
		               kept_token(v, file) };
	for (size_t i = 0; i < form->count; i++)
		at[i + 1] = form->at[i];
	form->at = at;
	form->count++;
}

static enum fail keep_upload(struct visit *v, const struct field *field,
                             const struct upload *u, struct kept_file *out)
{
	enum fail f = file_keep(v->site->store, u->fd, u->name, u->media, &out->file);

	out->given = f == OK;
	if (f == OK)
		remember_kept(v, field, &out->file);
	return f;
}

enum fail form_keep_files(struct visit *v, const struct record_type *t,
                          struct kept_files *out)
{
	enum fail f = OK;

	out->count = 0;
	for (size_t i = 0;
	     i < t->fields.count && out->count < MOST_FILES_IN_FORM && f == OK; i++) {
		const struct field *field = &t->fields.at[i];
		struct kept_file *kept = &out->at[out->count];

		if (field->type != T_FILE)
			continue;
		*kept = (struct kept_file){ .field = (int)i };
		for (size_t k = 0; k < v->q->upload_count && f == OK; k++)
			if (str_is(v->q->uploads[k].field, field->name) &&
			    v->q->uploads[k].bytes > 0)
				f = keep_upload(v, field, &v->q->uploads[k], kept);
		struct str name = str_format(v->arena, "%s_kept", field->name);
		struct str token = pairs_get(&v->q->form, str_z(v->arena, name));
		if (!kept->given && token.n > 0)
			kept->given = kept_read(v, token, &kept->file);
		if (kept->given)
			out->count++;
	}
	return f;
}

/* Of what was not saved, and will not be on another try, nothing stays. */
void form_drop_files(struct visit *v, const struct record_type *t,
                     const struct kept_files *files)
{
	for (size_t i = 0; i < files->count; i++) {
		struct str name = str_format(v->arena, "%s_kept",
		                             t->fields.at[files->at[i].field].name);

		file_drop(v->site->store, &files->at[i].file);
		for (size_t k = 0; k < v->q->form.count; k++)
			if (str_equal(v->q->form.at[k].name, name))
				v->q->form.at[k].value = STR("");
	}
}

bool form_may_go_on(const struct visit *v, enum fail f)
{
	return f == FAIL_STALE ||
	       (f == FAIL_REFUSED && v->why.kind != REFUSAL_FORBIDDEN);
}

/* ---- links ---- */

bool form_link(struct visit *v, struct act *a, const struct record_type *target, int field,
               struct str typed, struct id *out)
{
	struct str rest;
	struct str whole = str_trim(typed);
	struct str first = str_split(whole, ' ', &rest);

	if (record_resolve(a, target, first, out) == OK ||
	    record_resolve(a, target, whole, out) == OK)
		return true;
	return refuse_with(
		&v->why, field, MESSAGE1(N_("no record is called “%1”"), whole),
		MESSAGE(N_("Type its code, such as PER-0003, or its exact title.")));
}

static void take_links(struct visit *v, struct act *a, const struct record_type *t,
                       int field, struct change *c)
{
	const struct field *f = &t->fields.at[field];
	struct id *ids = ARENA_TRY(a->arena, struct id, v->q->form.count + 1);
	size_t count = 0;

	for (size_t i = 0; ids && i < v->q->form.count; i++) {
		const struct pair *p = &v->q->form.at[i];

		if (str_is(p->name, f->name) && str_trim(p->value).n > 0 &&
		    form_link(v, a, f->target, field, p->value, &ids[count]))
			count++;
	}
	if (count == 0)
		change_empty(c, field);
	else
		change_links(c, field, ids, f->many ? count : 1);
}

/* ---- fields ---- */

/* Browsers send CR LF; records hold LF. */
static struct str lines(struct visit *v, struct str s)
{
	struct text t = text_on(v->arena, s.n + 1);

	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] != '\r')
			text_addc(&t, s.p[i]);
	return str_trim(text_str(&t));
}

static void take_bilingual(struct visit *v, const struct field *f, int field,
                           struct change *c)
{
	struct str french = str_format(v->arena, "%s_fr", f->name);
	struct str en = lines(v, form_get(v, f->name));
	struct str fr = lines(v, form_get(v, str_z(v->arena, french)));

	if (en.n == 0 && fr.n == 0)
		change_empty(c, field);
	else
		change_bilingual(c, field, en, fr);
}

static void take_file(const struct kept_files *files, int field, struct change *c)
{
	for (size_t i = 0; files && i < files->count; i++)
		if (files->at[i].field == field)
			change_file(c, field, files->at[i].file);
}

static void take_field(struct visit *v, struct act *a, const struct record_type *t,
                       int field, const struct kept_files *files, struct change *c)
{
	const struct field *f = &t->fields.at[field];

	switch (f->type) {
	case T_LINK: take_links(v, a, t, field, c); break;
	case T_FILE: take_file(files, field, c); break;
	case T_BILINE:
	case T_BITEXT: take_bilingual(v, f, field, c); break;
	default: change_parse(c, t, field, lines(v, form_get(v, f->name)), &v->why); break;
	}
}

/* Only when the form showed the list: a form without it leaves it as it is. */
static void take_need_to_know(struct visit *v, struct act *a, struct change *c)
{
	struct id *ids = ARENA_TRY(a->arena, struct id, v->q->form.count + 1);

	if (!ids || form_get(v, "place_").n == 0)
		return;
	c->need_to_know_given = true;
	c->need_to_know = ids;
	for (size_t i = 0; i < v->q->form.count; i++) {
		const struct pair *p = &v->q->form.at[i];

		if (str_is(p->name, "need_to_know_") && str_trim(p->value).n > 0 &&
		    form_link(v, a, &person_type, FIELD_NEED_TO_KNOW, p->value,
		              &ids[c->need_to_know_count]))
			c->need_to_know_count++;
	}
}

static void take_place(struct visit *v, struct act *a, struct change *c)
{
	struct str unit = str_trim(form_get(v, "unit_")),
		   owner = str_trim(form_get(v, "owner_"));
	int64_t label;

	if (unit.n > 0)
		c->unit_given =
			form_link(v, a, &organisation_type, FIELD_UNIT, unit, &c->unit);
	if (str_to_i64(form_get(v, "label_"), &label)) {
		c->label_given = true;
		c->label = (int)label;
	}
	c->owner = ID_NONE;
	c->owner_given = owner.n == 0 ||
	                 form_link(v, a, &person_type, FIELD_OWNER, owner, &c->owner);
	take_need_to_know(v, a, c);
}

struct change *form_change(struct visit *v, struct act *a, const struct record_type *t,
                           uint64_t fields, bool place, const struct kept_files *files)
{
	struct change *c = change_new(a->arena, t);

	v->why = refusal_on(v->arena);
	for (size_t i = 0; i < t->fields.count; i++)
		if ((fields & BIT(i)) && !t->fields.at[i].set_by_program)
			take_field(v, a, t, (int)i, files, c);
	if (place)
		take_place(v, a, c);
	c->reason = lines(v, form_get(v, "reason_"));
	return c;
}
