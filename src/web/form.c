/*
 * form.c -- fields of a record as controls of a form.
 */
#include "web/form.h"

#include "records/organisation.h"
#include "records/person.h"

#define FEW 15                          /* up to so many choices stand in a list */
#define UNFOLDED 5 /* more boxes to tick are folded until one is ticked */

bool form_begin(struct form *f, struct visit *v, const struct record_type *t,
                const struct row *row, bool typed)
{
	*f = (struct form){ .v = v, .t = t, .row = row, .typed = typed };
	f->room = t->fields.count + 5;
	f->controls = ARENA_TRY(v->arena, struct control, f->room);
	return f->controls != NULL;
}

static struct str error_of(const struct visit *v, int field)
{
	for (size_t i = 0; i < v->why.count; i++)
		if (v->why.at[i].field == field)
			return words_sentence(v->arena, tr_message(v->arena, v->lang,
			                                           &v->why.at[i].why));
	return STR_NONE;
}

static struct control *add(struct form *f, int field, struct str name, const char *label)
{
	struct control *c = &f->controls[f->count < f->room ? f->count++ : f->room - 1];

	*c = (struct control){ .name = name,
		               .label = label,
		               .error = error_of(f->v, field) };
	return c;
}

/* Help and error are read out with the control itself. */
static void describe(const struct form *f, struct control *c)
{
	if (c->help && c->error.n > 0)
		c->described = str_format(f->v->arena, "h-%.*s x-%.*s",
		                          STR_ARG(c->name), STR_ARG(c->name));
	else if (c->help || c->error.n > 0)
		c->described = str_format(f->v->arena, c->help ? "h-%.*s" : "x-%.*s",
		                          STR_ARG(c->name));
}

static bool was_typed(const struct form *f, struct str name, struct str value)
{
	for (size_t i = 0; i < f->v->q->form.count; i++)
		if (str_equal(f->v->q->form.at[i].name, name) &&
		    str_equal(f->v->q->form.at[i].value, value))
			return true;
	return false;
}

static bool has_link(const struct value *value, struct id id)
{
	for (size_t i = 0; value && i < value->link_count; i++)
		if (id_equal(value->links[i], id))
			return true;
	return false;
}

/* ---- links ---- */

static enum fail few_choices(struct form *f, struct act *a,
                             const struct record_type *target, const struct value *value,
                             struct control *c, bool *few)
{
	struct query q = { .type = target, .sort = 0, .limit = FEW + 1 };
	struct answer rows;
	enum fail failed = record_list(a, &q, &rows);

	*few = failed == OK && rows.count > 0 && rows.count <= FEW;
	if (failed != OK || !*few)
		return failed;
	c->choices.at = ARENA_TRY(f->v->arena, struct control_choice, rows.count + 1);
	if (!c->choices.at)
		return FAIL_MEMORY;
	for (size_t i = 0; i < rows.count; i++) {
		struct control_choice *to = &c->choices.at[c->choices.count++];

		to->value = row_code(f->v->arena, rows.rows[i]);
		to->label = row_title(rows.rows[i], f->v->lang);
		to->chosen = f->typed ? was_typed(f, c->name, to->value)
		                      : has_link(value, rows.rows[i]->id);
	}
	return OK;
}

static struct str link_text(struct form *f, const struct link_face *face)
{
	if (face->masked)
		return STR("");
	return str_format(f->v->arena, "%.*s %.*s", STR_ARG(face->code),
	                  STR_ARG(face->title));
}

static void add_entry(struct form *f, struct control *c, struct str value)
{
	struct control_entry *e = &c->entries.at[c->entries.count];
	struct message label =
		MESSAGE2("%1, %2", str_of(c->label),
	                 str_format(f->v->arena, "%zu", c->entries.count + 1));

	e->id = c->entries.count == 0 ? str_format(f->v->arena, "f-%.*s", STR_ARG(c->name))
	                              : str_format(f->v->arena, "f-%.*s-%zu",
	                                           STR_ARG(c->name), c->entries.count + 1);
	e->value = value;
	e->label =
		message_fill(f->v->arena, c->entries.count == 0 ? "%1" : "%1, %2", &label);
	c->entries.count++;
}

static enum fail link_entries(struct form *f, struct act *a, const struct value *value,
                              bool many, struct control *c)
{
	size_t held = f->typed || !value ? 0 : value->link_count;
	struct link_face *faces = ARENA_TRY(f->v->arena, struct link_face, held + 1);

	c->is_links = true;
	c->entries.at = ARENA_TRY(f->v->arena, struct control_entry,
	                          held + f->v->q->form.count + 4);
	if (!faces || !c->entries.at)
		return FAIL_MEMORY;
	enum fail failed = held > 0 ? link_faces(a, value->links, held, faces) : OK;
	for (size_t i = 0; failed == OK && i < held; i++)
		add_entry(f, c, link_text(f, &faces[i]));
	for (size_t i = 0; f->typed && i < f->v->q->form.count; i++)
		if (str_equal(f->v->q->form.at[i].name, c->name) &&
		    f->v->q->form.at[i].value.n > 0)
			add_entry(f, c, f->v->q->form.at[i].value);
	if (many || c->entries.count == 0)
		add_entry(f, c, STR(""));
	return failed;
}

static enum fail add_link(struct form *f, struct act *a, const struct record_type *target,
                          const struct value *value, bool many, struct control *c)
{
	bool few = false;
	enum fail failed = OK;

	c->find = str_format(f->v->arena, "/find/%s", target ? target->name : "any");
	if (target)
		failed = few_choices(f, a, target, value, c, &few);
	if (failed != OK)
		return failed;
	c->is_select = few && !many;
	c->is_checks = few && many;
	c->folded = c->is_checks && c->choices.count > UNFOLDED && c->error.n == 0;
	for (size_t i = 0; c->folded && i < c->choices.count; i++)
		c->folded = !c->choices.at[i].chosen;
	c->empty_choice = true;
	return few ? OK : link_entries(f, a, value, many, c);
}

/* ---- fields of the type ---- */

static void add_choices(struct form *f, const struct field *field, struct str now,
                        struct control *c)
{
	static const struct choice yes_or_no[] = { { "yes", N_("Yes") },
		                                   { "no", N_("No") } };
	const struct choice *at = field->type == T_FLAG ? yes_or_no : field->choices.at;
	size_t count = field->type == T_FLAG ? COUNT(yes_or_no) : field->choices.count;

	c->is_select = true;
	c->empty_choice = true;
	c->choices.at = ARENA_TRY(f->v->arena, struct control_choice, count);
	for (size_t i = 0; c->choices.at && i < count; i++)
		c->choices.at[c->choices.count++] =
			(struct control_choice){ str_of(at[i].name),
			                         str_of(SAY(f->v, at[i].label)),
			                         str_is(now, at[i].name) };
}

/* The value as one types it. */
static struct str value_text(struct form *f, const struct field *field,
                             const struct value *value)
{
	if (!value || !value->filled)
		return STR("");
	switch (field->type) {
	case T_FLAG: return value->number ? STR("yes") : STR("no");
	case T_NUMBER: return str_format(f->v->arena, "%lld", (long long)value->number);
	case T_DATE: return date_text(f->v->arena, value->date);
	case T_INSTANT: return instant_text(f->v->arena, value->instant);
	default: return value->text;
	}
}

static void add_file(struct form *f, const struct field *field, const struct value *value,
                     struct control *c)
{
	c->is_file = true;
	f->has_file = true;
	c->kept_name = str_format(f->v->arena, "%s_kept", field->name);
	if (f->typed)
		c->kept_value = pairs_get(&f->v->q->form, str_z(f->v->arena, c->kept_name));
	if (c->kept_value.n > 0)
		c->kept_text = str_of(SAY(f->v, N_("The file that you sent is kept.")));
	else if (value && value->filled)
		c->kept_text =
			visit_words(f->v, N_("Now: %1. Choose a file only to replace it."),
		                    value->file.name);
}

static void shape(struct form *f, const struct field *field, const struct value *value,
                  struct control *c)
{
	switch (field->type) {
	case T_LINE: c->is_line = true; break;
	case T_NUMBER:
		c->is_line = true;
		c->inputmode = STR("numeric");
		break;
	case T_TEXT: c->is_text = true; break;
	case T_BILINE:
	case T_BITEXT: c->both = true; break;
	case T_DATE: c->is_date = true; break;
	case T_INSTANT: c->is_instant = true; break;
	case T_CHOICE:
	case T_FLAG: add_choices(f, field, c->value, c); break;
	case T_FILE: add_file(f, field, value, c); break;
	case T_LINK: break;
	}
	c->wide = c->is_text || c->both;
}

static void add_pair(struct form *f, const struct field *field, const struct value *value,
                     struct control *c)
{
	struct str french = str_format(f->v->arena, "%s_fr", field->name);

	c->pair = (struct control_both){
		.name = c->name,
		.french_name = french,
		.in_english =
			visit_words(f->v, N_("%1, in English"), str_of(c->label)),
		.in_french = visit_words(f->v, N_("%1, in French"), str_of(c->label)),
		.english = c->value,
		.french = f->typed ? form_get(f->v, str_z(f->v->arena, french))
		          : value  ? value->french
		                   : STR(""),
		.error = c->error,
		.described = c->described,
		.help = c->help,
		.required = c->required,
		.is_line = field->type == T_BILINE,
	};
}

enum fail form_add_field(struct form *f, struct act *a, int index, bool required)
{
	const struct field *field = &f->t->fields.at[index];
	const struct value *value = f->row ? &f->row->values[index] : NULL;
	struct control *c = add(f, index, str_of(field->name), SAY(f->v, field->label));

	c->help = field->help ? SAY(f->v, field->help) : NULL;
	describe(f, c);
	c->required = required || field->required;
	c->value =
		f->typed ? form_get(f->v, field->name) : value_text(f, field, value);
	shape(f, field, value, c);
	if (c->both)
		add_pair(f, field, value, c);
	return field->type == T_LINK ? add_link(f, a, field->target, value, field->many, c)
	                             : OK;
}

/* ---- where it belongs ---- */

static enum fail add_label(struct form *f, struct act *a)
{
	struct control *c =
		add(f, FIELD_LABEL, STR("label_"), SAY(f->v, N_("Classification")));
	struct label_name *names;
	size_t count;
	enum fail failed = label_names(a, f->v->lang, &names, &count);

	if (failed != OK)
		return failed;
	c->is_select = true;
	c->choices.at = ARENA_TRY(f->v->arena, struct control_choice, count + 1);
	for (size_t i = 0; c->choices.at && i < count; i++) {
		struct str rank = str_format(f->v->arena, "%d", names[i].rank);
		bool chosen = f->typed ? was_typed(f, c->name, rank)
		                       : names[i].rank == (f->row ? f->row->label : 0);

		c->choices.at[c->choices.count++] =
			(struct control_choice){ rank, names[i].name, chosen };
	}
	return OK;
}

static enum fail add_built_in_link(struct form *f, struct act *a, int field,
                                   const char *name, const char *label,
                                   const struct record_type *target, struct id now)
{
	struct control *c = add(f, field, str_of(name), label);
	struct id *link = ARENA_NEW(f->v->arena, struct id);
	struct value *value = ARENA_NEW(f->v->arena, struct value);

	*link = now;
	*value = (struct value){ .filled = id_is_set(now),
		                 .links = link,
		                 .link_count = id_is_set(now) ? 1 : 0 };
	return add_link(f, a, target, value, false, c);
}

static enum fail add_need_to_know(struct form *f, struct act *a)
{
	struct control *c = add(f, FIELD_NEED_TO_KNOW, STR("need_to_know_"),
	                        SAY(f->v, N_("Need to know")));
	struct value *value = ARENA_NEW(f->v->arena, struct value);

	if (f->row)
		*value = (struct value){ .filled = f->row->need_to_know_count > 0,
			                 .links = f->row->need_to_know,
			                 .link_count = f->row->need_to_know_count };
	c->help = SAY(f->v, N_("When somebody is named here, only they and the owner see "
	                       "this record."));
	describe(f, c);
	return add_link(f, a, &person_type, value, true, c);
}

/* The unit of a new record: that of the first grant, else the top of the tree. */
static struct id first_unit(const struct form *f)
{
	for (size_t i = 0; i < f->v->actor->grant_count; i++)
		if (!f->v->actor->grants[i].everywhere &&
		    f->v->actor->grants[i].unit_count > 0)
			return f->v->actor->grants[i].units[0];
	return ID_NONE;
}

static struct id top_unit(struct act *a)
{
	struct id root = ID_NONE;
	struct str text;

	if (setting_get(a, STR("unit.root"), &text) != OK || !id_parse(text, &root))
		return ID_NONE;
	return root;
}

enum fail form_add_built_in(struct form *f, struct act *a, int field)
{
	switch (field) {
	case FIELD_LABEL: return add_label(f, a);
	case FIELD_OWNER:
		return add_built_in_link(f, a, FIELD_OWNER, "owner_",
		                         SAY(f->v, N_("Owner")), &person_type, ID_NONE);
	case FIELD_UNIT:
		return add_built_in_link(f, a, FIELD_UNIT, "unit_", SAY(f->v, N_("Unit")),
		                         &organisation_type, ID_NONE);
	default: BUG("no control for the built-in field %d", field);
	}
}

enum fail form_add_place(struct form *f, struct act *a)
{
	struct id unit = f->row ? f->row->unit : first_unit(f);
	struct id owner = f->row ? f->row->owner : f->v->actor->person;

	if (!id_is_set(unit))
		unit = top_unit(a);
	enum fail failed = add_built_in_link(
		f, a, FIELD_UNIT, "unit_", SAY(f->v, N_("Unit")), &organisation_type, unit);
	if (failed == OK)
		failed = add_label(f, a);
	if (failed == OK)
		failed = add_built_in_link(f, a, FIELD_OWNER, "owner_",
		                           SAY(f->v, N_("Owner")), &person_type, owner);
	return failed == OK ? add_need_to_know(f, a) : failed;
}

void form_add_confirmation(struct form *f, const char *label)
{
	struct control *c = add(f, FIELD_NONE, STR("confirm_"), label);

	c->is_line = true;
	c->required = true;
	describe(f, c);
	c->value = f->typed ? form_get(f->v, "confirm_") : STR("");
}

void form_add_reason(struct form *f, bool required)
{
	struct control *c = add(f, FIELD_REASON, STR("reason_"), SAY(f->v, N_("Reason")));

	c->is_text = true;
	c->wide = true;
	c->required = required;
	c->help = SAY(f->v, N_("Kept in the history."));
	describe(f, c);
	c->value = f->typed ? form_get(f->v, "reason_") : STR("");
}
