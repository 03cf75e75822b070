/* describe.c -- the page about one record type. */
#include "model/describe.h"

static const struct {
	const char *name;
	const char *label;
} types[] = {
	[T_LINE] = { "line", N_("One line of text") },
	[T_TEXT] = { "text", N_("Text") },
	[T_BILINE] = { "bilingual_line", N_("One line in English and French") },
	[T_BITEXT] = { "bilingual_text", N_("Text in English and French") },
	[T_CHOICE] = { "choice", N_("One of a list") },
	[T_FLAG] = { "flag", N_("Yes or no") },
	[T_NUMBER] = { "number", N_("Whole number") },
	[T_DATE] = { "date", N_("Date") },
	[T_INSTANT] = { "instant", N_("Date and time") },
	[T_LINK] = { "link", N_("Link to a record") },
	[T_FILE] = { "file", N_("File") },
};

const char *field_type_label(enum field_type type)
{
	return types[type].label;
}

const char *field_type_name(enum field_type type)
{
	return types[type].name;
}

/* A cell of a table: the bar would part it. */
static void cell(struct text *out, const char *z)
{
	for (; z && *z; z++) {
		if (*z == '|')
			text_addc(out, '\\');
		text_addc(out, *z == '\n' ? ' ' : *z);
	}
}

static void describe_kind(struct text *out, const struct field *f, enum lang lang)
{
	if (f->type == T_LINK && f->target) {
		cell(out, tr(lang, f->many ? f->target->plural : f->target->label));
		return;
	}
	if (f->type == T_CHOICE) {
		for (size_t i = 0; i < f->choices.count; i++) {
			text_addz(out, i ? ", " : "");
			cell(out, tr(lang, f->choices.at[i].label));
		}
		return;
	}
	cell(out, tr(lang, field_type_label(f->type)));
}

static void note(struct text *out, bool says, const char *what, enum lang lang)
{
	if (!says)
		return;
	if (out->n > 0 && out->p[out->n - 1] != ' ')
		text_addz(out, "; ");
	text_addz(out, tr(lang, what));
}

static void describe_fields(struct text *out, const struct record_type *t, enum lang lang)
{
	text_addf(out, "## %s\n\n| %s | %s | %s | %s |\n|---|---|---|---|\n",
	          tr(lang, N_("Fields")), tr(lang, N_("Field")), tr(lang, N_("Name")),
	          tr(lang, N_("Holds")), tr(lang, N_("Notes")));
	for (size_t i = 0; i < t->fields.count; i++) {
		const struct field *f = &t->fields.at[i];
		text_addz(out, "| ");
		cell(out, tr(lang, f->label));
		text_addf(out, " | `%s` | ", f->name);
		describe_kind(out, f, lang);
		text_addz(out, " | ");
		note(out, f->required, N_("required"), lang);
		note(out, f->unique, N_("unique"), lang);
		note(out, f->sensitive, N_("sensitive"), lang);
		note(out, f->set_by_program, N_("set by the program"), lang);
		note(out, f->part_of, N_("part of it: seen by nobody else"), lang);
		note(out, f->copies, N_("erased with it"), lang);
		note(out, f->check != NULL, N_("checked by a rule"), lang);
		if (f->help)
			note(out, true, f->help, lang);
		text_addz(out, " |\n");
	}
	text_addc(out, '\n');
}

static void describe_states(struct text *out, const struct record_type *t, enum lang lang)
{
	if (t->states.count == 0)
		return;
	text_addf(out, "## %s\n\n| %s | %s | %s |\n|---|---|---|\n", tr(lang, N_("States")),
	          tr(lang, N_("State")), tr(lang, N_("Name")), tr(lang, N_("Notes")));
	for (size_t i = 0; i < t->states.count; i++) {
		const struct state *s = &t->states.at[i];
		text_addz(out, "| ");
		cell(out, tr(lang, s->label));
		text_addf(out, " | `%s` | ", s->name);
		note(out, i == 0, N_("the first"), lang);
		note(out, s->open, N_("something is still to be done"), lang);
		note(out, s->locked, N_("fields cannot be changed"), lang);
		text_addz(out, " |\n");
	}
	text_addc(out, '\n');
}

static void list_bits(struct text *out, uint64_t bits, const struct record_type *t,
                      bool states, enum lang lang)
{
	const char *between = "";

	for (size_t i = 0; i < (states ? t->states.count : t->fields.count); i++) {
		if (!(bits & BIT(i)))
			continue;
		text_addz(out, between);
		cell(out, tr(lang, states ? t->states.at[i].label : t->fields.at[i].label));
		between = ", ";
	}
}

static void describe_steps(struct text *out, const struct record_type *t, enum lang lang)
{
	if (t->steps.count == 0)
		return;
	text_addf(out,
	          "## %s\n\n| %s | %s | %s | %s | %s | %s |\n|---|---|---|---|---|---|\n",
	          tr(lang, N_("Steps")), tr(lang, N_("Step")), tr(lang, N_("From")),
	          tr(lang, N_("To")), tr(lang, N_("Right")), tr(lang, N_("Must be filled")),
	          tr(lang, N_("Notes")));
	for (size_t i = 0; i < t->steps.count; i++) {
		const struct step *s = &t->steps.at[i];
		text_addz(out, "| ");
		cell(out, tr(lang, s->label));
		text_addf(out, " (`%s`) | ", s->name);
		list_bits(out, s->from, t, true, lang);
		text_addz(out, " | ");
		cell(out, tr(lang, t->states.at[s->to].label));
		text_addf(out, " | `%s` | ", t->rights.at[s->right].name);
		list_bits(out, s->needs, t, false, lang);
		text_addz(out, " | ");
		note(out, s->approval, N_("approval of this version"), lang);
		note(out, s->not_author, N_("by another person than the author"), lang);
		note(out, s->by_clock, N_("taken by the clock"), lang);
		note(out, s->needs_reason, N_("with a reason"), lang);
		note(out, s->check != NULL, N_("checked by a rule"), lang);
		text_addz(out, " |\n");
	}
	text_addc(out, '\n');
}

static void describe_rights(struct text *out, const struct record_type *t, enum lang lang)
{
	text_addf(out, "## %s\n\n| %s | %s |\n|---|---|\n", tr(lang, N_("Rights")),
	          tr(lang, N_("Right")), tr(lang, N_("Allows")));
	for (size_t i = 0; i < t->rights.count; i++) {
		text_addf(out, "| `%s` | ", t->rights.at[i].name);
		cell(out, tr(lang, t->rights.at[i].label));
		text_addz(out, " |\n");
	}
	text_addc(out, '\n');
}

void describe_type(struct text *out, const struct record_type *t, enum lang lang)
{
	text_addf(out, "# %s\n\n", tr(lang, t->label));
	if (t->help)
		text_addf(out, "%s\n\n", tr(lang, t->help));
	text_addf(out, "%s: `%s` · %s: `%s-0001` · %s: `%s`\n\n", tr(lang, N_("Name")),
	          t->name, tr(lang, N_("Code")), t->code, tr(lang, N_("Retention")),
	          t->retention);
	describe_fields(out, t, lang);
	describe_states(out, t, lang);
	describe_steps(out, t, lang);
	describe_rights(out, t, lang);
}
