/*
 * self_check.c -- every mistake in the tables of record types, one line each.
 *
 * Runs at start and in tests, so that a wrong table never reaches an officer.
 */
#include "model/local.h"

#define STATES_MAX 64

/* Names that every record has already, in the API and in lists. */
static const char *const taken[] = {
	"id",         "org",        "code",       "type",      "unit",     "label",
	"owner",      "state",      "version",    "created_at", "changed_at", "created_by",
	"changed_by", "author",     "withdrawn_at", "need_to_know", "reason", "number",
	"allowed",    "steps",      "history",    "after",     "sort",     "words",
	"limit",
};

/* Rights that every type has without listing them. */
static const char *const given_rights[] = { "read", "comment", "withdraw", "erase" };

struct finding {
	struct text *out;
	const struct registry *registry;
	const struct record_type *type;
	bool clean;
};

static void fault(struct finding *f, const char *where, const char *name, const char *what)
{
	f->clean = false;
	text_addf(f->out, "%s: %s%s%s%s\n",
	          f->type->name ? f->type->name : "(a type without a name)", where,
	          name ? name : "", *where || name ? ": " : "", what);
}

static bool name_is_fit(const char *name)
{
	if (!name || name[0] < 'a' || name[0] > 'z')
		return false;
	size_t n = strlen(name);
	if (n > 40 || name[n - 1] == '_')
		return false;
	for (const char *p = name; *p; p++) {
		bool letter = (*p >= 'a' && *p <= 'z') || (*p >= '0' && *p <= '9');
		if (!letter && (*p != '_' || p[1] == '_'))
			return false;
	}
	return true;
}

static bool is_empty(const char *text)
{
	return !text || !*text;
}

static bool code_is_fit(const char *code)
{
	size_t n = code ? strlen(code) : 0;

	for (size_t i = 0; i < n; i++) {
		if (code[i] < 'A' || code[i] > 'Z')
			return false;
	}
	return n >= 2 && n <= 4;
}

static void check_list(struct finding *f)
{
	const struct record_type *t = f->type;

	if (t->list.count == 0)
		fault(f, "", NULL, "has no columns for its list");
	for (size_t i = 0; i < t->list.count; i++) {
		if (t->list.at[i] < 0 || (size_t)t->list.at[i] >= t->fields.count)
			fault(f, "", NULL, "the list names a field that there is none of");
	}
}

static void check_others(struct finding *f)
{
	const struct record_type *t = f->type;

	for (size_t i = 0; i < f->registry->count && f->registry->at[i] != t; i++) {
		const struct record_type *other = f->registry->at[i];
		if (t->name && other->name && strcmp(other->name, t->name) == 0)
			fault(f, "", NULL, "another type has the same name");
		if (t->code && other->code && strcmp(other->code, t->code) == 0)
			fault(f, "", NULL, "another type has the same code");
	}
}

static void check_over(struct finding *f)
{
	const struct record_type *t = f->type;
	size_t states = t->states.count;

	if (states < 64 && t->over.in >> states)
		fault(f, "", NULL, "is over in a state that does not exist");
	if (t->over.on < 0 || (t->over.on > 0 && (size_t)t->over.on >= t->fields.count))
		fault(f, "", NULL, "is over since a field that does not exist");
	else if (t->over.on > 0 && t->fields.at[t->over.on].type != T_DATE)
		fault(f, "field ", t->fields.at[t->over.on].name,
		      "says since when it is over, and is no date");
}

static void check_type(struct finding *f)
{
	const struct record_type *t = f->type;

	if (!name_is_fit(t->name))
		fault(f, "", NULL, "the name is not lower-case words joined by '_'");
	if (!code_is_fit(t->code))
		fault(f, "", NULL, "the code is not two to four capital letters");
	if (is_empty(t->label) || is_empty(t->plural))
		fault(f, "", NULL, "has no label or no plural");
	if (is_empty(t->retention))
		fault(f, "", NULL, "has no retention rule");
	check_over(f);
	if (t->fields.count == 0 || t->fields.count > FIELDS_MAX)
		fault(f, "", NULL, "has no fields, or more than 64");
	else if (t->fields.at[0].type != T_LINE && t->fields.at[0].type != T_BILINE)
		fault(f, "field ", t->fields.at[0].name,
		      "the first is the title and must be a line");
	check_list(f);
	check_others(f);
}

/* ---- fields ---- */
static bool target_is_known(const struct finding *f, const struct record_type *target)
{
	for (size_t i = 0; i < f->registry->count; i++) {
		if (f->registry->at[i] == target)
			return true;
	}
	return false;
}

static void check_choices(struct finding *f, const struct field *field)
{
	if ((field->type == T_CHOICE) != (field->choices.count > 0))
		fault(f, "field ", field->name,
		      field->type == T_CHOICE ? "a choice without choices"
		                              : "choices on what is no choice");
	for (size_t i = 0; i < field->choices.count; i++) {
		const struct choice *c = &field->choices.at[i];
		if (!name_is_fit(c->name) || is_empty(c->label))
			fault(f, "field ", field->name,
			      "a choice without a fit name or label");
		for (size_t k = 0; c->name && k < i; k++) {
			const char *other = field->choices.at[k].name;
			if (other && strcmp(other, c->name) == 0)
				fault(f, "choice ", c->name, "there are two of that name");
		}
	}
}

static void check_links(struct finding *f, const struct field *field)
{
	bool link = field->type == T_LINK;

	if (field->target && !link)
		fault(f, "field ", field->name, "a target on what is no link");
	if (field->many && !link)
		fault(f, "field ", field->name, "only links can be many");
	if (field->part_of && !link)
		fault(f, "field ", field->name, "only links can make it a part");
	if (field->copies && !link)
		fault(f, "field ", field->name, "only links name what is repeated");
	if (link && field->target && !target_is_known(f, field->target))
		fault(f, "field ", field->name,
		      "links to a type that is not in records/all.c");
}

static bool may_be_unique(const struct field *field)
{
	return field->type == T_LINE || field->type == T_NUMBER ||
	       field->type == T_LINK || field->type == T_DATE;
}

static void check_limit(struct finding *f, const struct field *field)
{
	size_t states = f->type->states.count;

	if (field->due_in && field->type != T_DATE)
		fault(f, "field ", field->name, "a limit on what is no date");
	if (states > 0 && states < 64 && field->due_in >> states)
		fault(f, "field ", field->name, "a limit in a state that does not exist");
}

static void check_bound(struct finding *f, const struct field *field)
{
	if ((field->bound && !field->set_by_program) ||
	    (field->after_approval && field->set_by_program))
		fault(f, "field ", field->name, "says of approvals what holds anyway");
}

static void check_field_kind(struct finding *f, const struct field *field)
{
	if (field->type < T_LINE || field->type > T_FILE)
		fault(f, "field ", field->name, "there is no such type of field");
	check_links(f, field);
	check_limit(f, field);
	check_bound(f, field);
	if (field->min && field->type != T_NUMBER)
		fault(f, "field ", field->name, "a least value on what is no number");
	if (field->type == T_NUMBER && field->max && field->min > (int64_t)field->max)
		fault(f, "field ", field->name, "the least value is above the largest");
	if (field->unique && !may_be_unique(field))
		fault(f, "field ", field->name,
		      "cannot be unique: only lines, numbers, dates, links");
	if (field->unique && field->many)
		fault(f, "field ", field->name, "cannot be unique and many");
	if (field->required && field->set_by_program)
		fault(f, "field ", field->name, "required, yet nobody may type it");
}

static bool same_text(const char *a, const char *b)
{
	return a && b && strcmp(a, b) == 0;
}

/* Do two lists of names, parted by blanks, share one? */
static bool names_meet(const char *a, const char *b)
{
	struct str rest = str_of(a ? a : "");

	while (rest.n > 0)
		if (was_called(b, str_split(rest, ' ', &rest)))
			return true;
	return false;
}

static void check_field_name(struct finding *f, size_t at)
{
	const struct field *field = &f->type->fields.at[at];

	if (!name_is_fit(field->name)) {
		fault(f, "field ", field->name,
		      "the name is not lower-case words joined by '_'");
		return;
	}
	if (is_empty(field->label))
		fault(f, "field ", field->name, "has no label");
	if (strncmp(field->name, LOCAL_PREFIX, strlen(LOCAL_PREFIX)) == 0)
		fault(f, "field ", field->name,
		      "is called as the fields are that organisations add");
	for (size_t i = 0; i < COUNT(taken); i++) {
		if (strcmp(field->name, taken[i]) == 0)
			fault(f, "field ", field->name,
			      "every record has something of that name");
	}
	for (size_t i = 0; i < f->type->fields.count; i++) {
		const struct field *other = &f->type->fields.at[i];
		if (i < at && same_text(other->name, field->name))
			fault(f, "field ", field->name, "there are two of that name");
		if (other->name && was_called(field->was, str_of(other->name)))
			fault(f, "field ", field->name,
			      "its earlier name is that of another field");
		if (i < at && names_meet(other->was, field->was))
			fault(f, "field ", field->name,
			      "two fields had the same name earlier");
	}
}

/* ---- what there was in earlier versions ---- */
/* Is a name that was taken once, by a field that is gone, used by another field? */
static void check_gone(struct finding *f, const struct field *gone)
{
	const struct record_type *t = f->type;

	if (!name_is_fit(gone->name) || is_empty(gone->label)) {
		fault(f, "gone field ", gone->name, "has no fit name or no label");
		return;
	}
	for (size_t i = 0; i < t->fields.count; i++) {
		const struct field *now = &t->fields.at[i];
		if (same_text(now->name, gone->name) || names_meet(now->was, gone->name) ||
		    names_meet(now->was, gone->was) || names_meet(now->name, gone->was))
			fault(f, "gone field ", gone->name,
			      "a name of it is used by another field: give that a new one");
	}
	for (size_t i = 0; i < t->gone.count; i++)
		if (&t->gone.at[i] != gone && same_text(t->gone.at[i].name, gone->name))
			fault(f, "gone field ", gone->name, "there are two of that name");
}

static void check_renamed_choices(struct finding *f, const struct field *field)
{
	for (size_t i = 0; i < field->choices_were.count; i++) {
		const struct renamed *r = &field->choices_were.at[i];
		bool now = false, was = false;
		for (size_t k = 0; k < field->choices.count; k++) {
			now |= same_text(field->choices.at[k].name, r->now);
			was |= same_text(field->choices.at[k].name, r->was);
		}
		if (!now || was || !name_is_fit(r->was))
			fault(f, "field ", field->name,
			      "an earlier choice has no present name, or is still one");
	}
}

static void check_past(struct finding *f)
{
	const struct record_type *t = f->type;

	for (size_t i = 0; i < f->registry->count; i++) {
		const struct record_type *other = f->registry->at[i];
		if (names_meet(other->name, t->was) ||
		    (other != t && names_meet(other->was, t->was)))
			fault(f, "", NULL, "its earlier name is that of another type");
	}
	if (t->gone.count > GONE_FIELDS_MAX)
		fault(f, "", NULL, "more than 64 fields are gone");
	for (size_t i = 0; i < t->gone.count; i++)
		check_gone(f, &t->gone.at[i]);
	for (size_t i = 0; i < t->fields.count; i++)
		check_renamed_choices(f, &t->fields.at[i]);
	for (size_t i = 0; i < t->states_were.count; i++) {
		const struct renamed *r = &t->states_were.at[i];
		bool still = false;
		for (size_t k = 0; k < t->states.count; k++)
			still |= same_text(t->states.at[k].name, r->was);
		if (still || !r->was || !r->now || state_find(t, str_of(r->now)) < 0)
			fault(f, "state ", r->was,
			      "an earlier state has no present name, or is still one");
	}
}

/* ---- states, rights, steps ---- */
static void check_states(struct finding *f)
{
	const struct record_type *t = f->type;
	uint64_t reached = 1;

	if (t->states.count > STATES_MAX)
		fault(f, "", NULL, "has more than 64 states");
	for (size_t i = 0; i < t->steps.count; i++) {
		const struct step *s = &t->steps.at[i];
		if (s->to >= 0 && s->to < STATES_MAX)
			reached |= BIT(s->to);
		if (s->approval && s->void_to >= 0 && s->void_to < STATES_MAX)
			reached |= BIT(s->void_to);
	}
	for (size_t i = 0; i < t->states.count && i < STATES_MAX; i++) {
		const struct state *s = &t->states.at[i];
		if (!name_is_fit(s->name) || is_empty(s->label))
			fault(f, "state ", s->name, "has no fit name or no label");
		if (!(reached & BIT(i)))
			fault(f, "state ", s->name, "no step leads to it");
		if (s->name && (size_t)state_find(t, str_of(s->name)) != i)
			fault(f, "state ", s->name, "there are two of that name");
	}
}

static void check_right(struct finding *f, size_t at)
{
	const struct right *r = &f->type->rights.at[at];
	size_t n = f->type->name ? strlen(f->type->name) : 0;

	if (!r->name || strncmp(r->name, f->type->name ? f->type->name : "", n) != 0 ||
	    r->name[n] != '.' || !name_is_fit(r->name + n + 1)) {
		fault(f, "right ", r->name, "is not called after its type: \"type.verb\"");
		return;
	}
	if (is_empty(r->label))
		fault(f, "right ", r->name, "has no label");
	for (size_t i = 0; i < COUNT(given_rights); i++) {
		if (strcmp(r->name + n + 1, given_rights[i]) == 0)
			fault(f, "right ", r->name, "every type has it without listing it");
	}
	for (size_t i = 0; i < at; i++) {
		if (strcmp(f->type->rights.at[i].name, r->name) == 0)
			fault(f, "right ", r->name, "there are two of that name");
	}
}

static void check_rights(struct finding *f)
{
	const struct record_type *t = f->type;
	int count = (int)t->rights.count;

	if (t->create < 0 || t->create >= count || t->change < 0 || t->change >= count)
		fault(f, "", NULL,
		      "the right to create or to change is not among its rights");
	for (size_t i = 0; i < t->rights.count; i++)
		check_right(f, i);
}

static uint64_t bits_from(size_t count)
{
	return count >= 64 ? 0 : ~(BIT(count) - 1);
}

static void check_step_fields(struct finding *f, const struct step *s)
{
	const struct record_type *t = f->type;

	if ((s->needs | s->takes) & bits_from(t->fields.count))
		fault(f, "step ", s->name, "needs or takes a field that there is none of");
	for (size_t i = 0; i < t->fields.count && i < FIELDS_MAX; i++) {
		if (s->takes & BIT(i) && t->fields.at[i].set_by_program)
			fault(f, "step ", s->name, "takes a field that nobody may type");
	}
}

static void check_approval(struct finding *f, const struct step *s)
{
	int states = (int)f->type->states.count;

	if (s->approval && (s->void_to < 0 || s->void_to >= states || s->void_to == s->to))
		fault(f, "step ", s->name,
		      "a later change must fall back to another state");
	if (!s->approval && s->void_to)
		fault(f, "step ", s->name, "falls back to a state, but is no approval");
}

static void check_step(struct finding *f, const struct step *s)
{
	const struct record_type *t = f->type;

	if (!name_is_fit(s->name) || is_empty(s->label)) {
		fault(f, "step ", s->name, "has no fit name or no label");
		return;
	}
	if (s->from == 0 || s->from & bits_from(t->states.count))
		fault(f, "step ", s->name,
		      "starts from no state, or from one that there is none of");
	if (s->to < 0 || s->to >= (int)t->states.count)
		fault(f, "step ", s->name, "leads to a state that there is none of");
	if (s->right < 0 || s->right >= (int)t->rights.count)
		fault(f, "step ", s->name, "asks for a right that its type does not list");
	if (s->by_clock && !s->check)
		fault(f, "step ", s->name,
		      "the clock takes it, but nothing says when it is time");
	check_approval(f, s);
	if (step_find(t, str_of(s->name)) != s)
		fault(f, "step ", s->name, "there are two of that name");
	check_step_fields(f, s);
}

bool registry_check(const struct registry *g, struct text *faults)
{
	struct finding f = { .out = faults, .registry = g, .clean = true };

	for (size_t i = 0; i < g->count; i++) {
		const struct record_type *t = f.type = g->at[i];
		check_type(&f);
		for (size_t k = 0; k < t->fields.count && k < FIELDS_MAX; k++) {
			check_field_name(&f, k);
			check_field_kind(&f, &t->fields.at[k]);
			check_choices(&f, &t->fields.at[k]);
		}
		check_past(&f);
		check_rights(&f);
		if (t->steps.count > 0 && t->states.count == 0)
			fault(&f, "", NULL, "has steps but no states");
		check_states(&f);
		for (size_t k = 0; k < t->steps.count; k++)
			check_step(&f, &t->steps.at[k]);
	}
	return f.clean;
}
