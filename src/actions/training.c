/* training.c -- completed courses from the list of a learning system, as CSV. */
#include "actions/training.h"

#include "base/arena.h"
#include "codec/csv.h"
#include "codec/words.h"
#include "records/person.h"
#include "records/training_completion.h"

enum column { COL_EMAIL, COL_COURSE, COL_COMPLETED, COL_KIND, COL_EXPIRES, COL_SCORE,
	      COL_PROVIDER, COL_REFERENCE, COL__COUNT };

/* As learning systems and people call them, folded. */
static const struct {
	const char *names; /* parted by '|'; the first is ours */
	bool needed;
} columns[] = {
	[COL_EMAIL]     = { "e-mail|email|courriel|adresse courriel|mail", true },
	[COL_COURSE]    = { "course|cours|title|titre", true },
	[COL_COMPLETED] = { "completed on|completed_on|completed|completion date|date|"
	                    "termine le|date de fin",
	                    true },
	[COL_KIND]      = { "kind|sujet|type", false },
	[COL_EXPIRES]   = { "expires on|expires_on|good until|valable jusqu'au|expire le",
	                  false },
	[COL_SCORE]     = { "score|result|resultat|percent|pourcentage", false },
	[COL_PROVIDER]  = { "provider|given by|offert par|fournisseur", false },
	[COL_REFERENCE] = { "reference|certificate|attestation", false },
};
_Static_assert(COUNT(columns) == COL__COUNT, "every column has its names");

struct reading {
	struct act *act;
	struct arena *arena;
	struct training_list *out;
	size_t room, fault_room;
	struct str heads[COL__COUNT];   /* as the list calls them; p null: not there */
	size_t at[COL__COUNT];
	struct csv_row row;
	bool bad;                       /* of this row */
};

/* ---- what cannot be taken ---- */

static void fault(struct reading *r, struct str column, struct str value,
                  struct message why)
{
	struct training_list *l = r->out;

	r->bad = true;
	if (l->fault_count == r->fault_room) {
		size_t room = r->fault_room ? r->fault_room * 2 : 16;
		struct training_fault *more =
			ARENA_TRY(r->arena, struct training_fault, room);
		if (!more) {
			arena_fail(r->arena);
			return;
		}
		if (l->fault_count > 0)
			memcpy(more, l->faults, l->fault_count * sizeof *more);
		l->faults = more;
		r->fault_room = room;
	}
	l->faults[l->fault_count++] = (struct training_fault){
		r->row.line, column, str_printable(r->arena, str_cut_utf8(value, 80)), why
	};
}

static struct str cell(const struct reading *r, enum column c)
{
	if (!r->heads[c].p || r->at[c] >= r->row.count)
		return STR("");
	return str_trim(r->row.cells[r->at[c]]);
}

static void cell_fault(struct reading *r, enum column c, struct message why)
{
	fault(r, r->heads[c], cell(r, c), why);
}

/* ---- the heads ---- */

static bool is_called(struct arena *a, struct str head, const char *names)
{
	struct str folded = fold(a, str_trim(head));
	struct str rest = str_of(names);

	while (rest.n > 0)
		if (str_equal(str_split(rest, '|', &rest), folded))
			return true;
	return false;
}

static bool read_heads(struct reading *r)
{
	for (size_t i = 0; i < r->row.count; i++)
		for (int c = 0; c < COL__COUNT; c++)
			if (!r->heads[c].p &&
			    is_called(r->arena, r->row.cells[i], columns[c].names)) {
				r->heads[c] = str_copy(r->arena,
				                       str_trim(r->row.cells[i]));
				r->at[c] = i;
				break;
			}
	for (int c = 0; c < COL__COUNT; c++) {
		struct str rest = str_of(columns[c].names);
		if (columns[c].needed && !r->heads[c].p)
			fault(r, str_split(rest, '|', &rest), STR(""),
			      MESSAGE("there is no such column"));
	}
	return !r->bad;
}

/* ---- one line ---- */

static enum fail find_person(struct reading *r, struct training_line *to)
{
	struct str email = cell(r, COL_EMAIL);
	struct filter by = {
		.field = PER_EMAIL,
		.op = IS,
		.value = { .filled = true, .text = email },
	};
	struct answer found;

	if (email.n == 0) {
		cell_fault(r, COL_EMAIL, MESSAGE("is empty"));
		return OK;
	}
	enum fail f = record_list(r->act,
	                          &(struct query){
					  .type = &person_type,
					  .filters = &by,
					  .filter_count = 1,
					  .limit = 2,
				  },
	                          &found);
	if (f != OK)
		return f;
	if (found.count != 1) {
		cell_fault(r, COL_EMAIL, MESSAGE("is nobody on the list of people"));
		return OK;
	}
	to->person = found.rows[0]->id;
	to->name = row_title(found.rows[0], r->act->actor->lang);
	return OK;
}

static void read_date(struct reading *r, enum column c, struct date *out)
{
	struct str s = cell(r, c);

	if (s.n == 0)
		return;
	if (!date_parse(s, out))
		cell_fault(r, c, MESSAGE("is no date as 2026-05-14"));
}

static void read_days(struct reading *r, struct training_line *to)
{
	if (cell(r, COL_COMPLETED).n == 0)
		cell_fault(r, COL_COMPLETED, MESSAGE("is empty"));
	read_date(r, COL_COMPLETED, &to->completed_on);
	read_date(r, COL_EXPIRES, &to->expires_on);
	if (!date_is_set(to->completed_on))
		return;
	if (date_compare(to->completed_on, act_today(r->act)) > 0)
		cell_fault(r, COL_COMPLETED, MESSAGE("lies in the future"));
	if (date_is_set(to->expires_on) &&
	    date_compare(to->expires_on, to->completed_on) < 0)
		cell_fault(r, COL_EXPIRES,
		           MESSAGE("lies before the date on which it starts"));
}

/* By its name or by its label in either language; empty: security. */
static void read_kind(struct reading *r, struct training_line *to)
{
	const struct field *f = &training_completion_type.fields.at[TRN_KIND];
	struct str s = fold(r->arena, cell(r, COL_KIND));

	to->kind = STR("security");
	if (s.n == 0)
		return;
	for (size_t i = 0; i < f->choices.count; i++) {
		const struct choice *c = &f->choices.at[i];
		if (str_is(s, c->name) ||
		    str_equal(s, fold(r->arena, str_of(tr(LANG_EN, c->label)))) ||
		    str_equal(s, fold(r->arena, str_of(tr(LANG_FR, c->label))))) {
			to->kind = str_of(c->name);
			return;
		}
	}
	cell_fault(r, COL_KIND, MESSAGE("is none of the kinds: security, privacy, role, "
	                                "other"));
}

static void read_score(struct reading *r, struct training_line *to)
{
	struct str s = cell(r, COL_SCORE);

	if (s.n == 0)
		return;
	if (str_ends(s, "%"))
		s = str_trim(str_cut(s, s.n - 1));
	to->has_score = str_to_i64(s, &to->score) && to->score >= 0 && to->score <= 100;
	if (!to->has_score)
		cell_fault(r, COL_SCORE, MESSAGE("is no whole number from 0 to 100"));
}

static void read_text(struct reading *r, enum column c, int field, struct str *out)
{
	*out = str_copy(r->arena, cell(r, c));
	if (out->n > training_completion_type.fields.at[field].max)
		cell_fault(r, c, MESSAGE("is too long"));
}

static bool same_course(const struct training_line *x, const struct training_line *y)
{
	return id_equal(x->person, y->person) && str_equal(x->course, y->course) &&
	       date_compare(x->completed_on, y->completed_on) == 0;
}

/* In the records, or further up in the list. */
static bool is_known(struct reading *r, const struct training_line *l)
{
	struct value values[TRN__COUNT] = { 0 };
	struct row as = { .type = &training_completion_type, .values = values };

	for (size_t i = 0; i < r->out->count; i++)
		if (same_course(&r->out->lines[i], l))
			return true;
	values[TRN_TITLE] = (struct value){ .filled = true, .text = l->course };
	values[TRN_PERSON] = (struct value){
		.filled = true,
		.links = &l->person,
		.link_count = 1,
	};
	values[TRN_COMPLETED_ON] = (struct value){ .filled = true,
		                                   .date = l->completed_on };
	return training_is_recorded(r->act, &as);
}

static void keep_line(struct reading *r, const struct training_line *l)
{
	if (r->out->count == r->room) {
		size_t room = r->room ? r->room * 2 : 64;
		struct training_line *more =
			ARENA_TRY(r->arena, struct training_line, room);
		if (!more) {
			arena_fail(r->arena);
			return;
		}
		if (r->out->count > 0)
			memcpy(more, r->out->lines, r->out->count * sizeof *more);
		r->out->lines = more;
		r->room = room;
	}
	r->out->lines[r->out->count++] = *l;
}

static enum fail read_line(struct reading *r)
{
	struct training_line l = { .line = r->row.line };

	r->bad = false;
	enum fail f = find_person(r, &l);
	if (f != OK)
		return f;
	read_text(r, COL_COURSE, TRN_TITLE, &l.course);
	if (l.course.n == 0)
		cell_fault(r, COL_COURSE, MESSAGE("is empty"));
	read_text(r, COL_PROVIDER, TRN_PROVIDER, &l.provider);
	read_text(r, COL_REFERENCE, TRN_REFERENCE, &l.reference);
	read_days(r, &l);
	read_kind(r, &l);
	read_score(r, &l);
	if (r->bad)
		return OK;
	if (is_known(r, &l))
		r->out->already++;
	else
		keep_line(r, &l);
	return OK;
}

static bool is_blank(const struct csv_row *row)
{
	for (size_t i = 0; i < row->count; i++)
		if (str_trim(row->cells[i]).n > 0)
			return false;
	return true;
}

static void not_csv(struct reading *r, const struct csv_reader *csv)
{
	r->row.line = csv->error.line;
	fault(r, str_format(r->arena, "%u", (unsigned)csv->error.column), STR(""),
	      MESSAGE(csv->error.what));
}

enum fail training_read(struct act *a, struct str text, struct training_list *out)
{
	struct reading r = { .act = a, .arena = a->arena, .out = out };
	struct csv_reader csv = csv_read(a->arena, text);
	size_t lines = 0;

	*out = (struct training_list){ 0 };
	enum fail f = csv_next(&csv, &r.row);
	if (f == FAIL_NOT_FOUND) {
		r.row.line = 1;
		fault(&r, STR(""), STR(""), MESSAGE("the list is empty"));
		return OK;
	}
	if (f == OK && !read_heads(&r))
		return OK;
	while (f == OK) {
		f = csv_next(&csv, &r.row);
		if (f == OK && ++lines > TRAINING_MOST_LINES) {
			fault(&r, STR(""), STR(""),
			      MESSAGE("the list is longer than 5,000 lines: split it"));
			return OK;
		}
		if (f == OK && !is_blank(&r.row))
			f = read_line(&r);
	}
	if (f == FAIL_FORMAT)
		not_csv(&r, &csv);
	return f == FAIL_NOT_FOUND || f == FAIL_FORMAT ? OK : f;
}

/* ---- into the records ---- */

static struct change *change_of(struct act *a, const struct training_line *l,
                                struct str source)
{
	struct change *c = change_new(a->arena, &training_completion_type);

	change_text(c, TRN_TITLE, l->course);
	change_link(c, TRN_PERSON, l->person);
	change_text(c, TRN_KIND, l->kind);
	change_date(c, TRN_COMPLETED_ON, l->completed_on);
	if (date_is_set(l->expires_on))
		change_date(c, TRN_EXPIRES_ON, l->expires_on);
	if (l->has_score)
		change_number(c, TRN_SCORE, l->score);
	if (l->provider.n > 0)
		change_text(c, TRN_PROVIDER, l->provider);
	if (l->reference.n > 0)
		change_text(c, TRN_REFERENCE, l->reference);
	change_text(c, TRN_SOURCE,
	            str_format(a->arena, "%.*s, %u", STR_ARG(str_cut_utf8(source, 200)),
	                       (unsigned)l->line));
	c->owner_given = true;
	c->owner = l->person;
	return c;
}

enum fail training_store(struct act *a, const struct training_list *l, struct str source,
                         struct refusal *why)
{
	for (size_t i = 0; i < l->count; i++) {
		struct row *made;
		enum fail f = record_create(a, &training_completion_type,
		                            change_of(a, &l->lines[i], source), why, &made);
		if (f != OK)
			return f;
	}
	return OK;
}
