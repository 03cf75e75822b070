/* past.c -- who could see a record, from the entries of its history. */
#include "store/parts.h"

#include "store/ledger.h"

static struct id id_in(struct str json)
{
	struct id id;
	bool quoted = json.n > 2 && json.p[0] == '"';

	return quoted && id_parse(str_cut(str_from(json, 1), json.n - 2), &id) ? id
	                                                                       : ID_NONE;
}

void subject_follow(struct act *a, struct subject *s, const struct ledger_row *entry)
{
	static const struct field persons = { .type = T_LINK, .many = true };
	struct str unit = ledger_value_of(entry, LEDGER_UNIT);
	struct str label = ledger_value_of(entry, LEDGER_LABEL);
	struct str owner = ledger_value_of(entry, LEDGER_OWNER);
	struct str known = ledger_value_of(entry, LEDGER_NEED_TO_KNOW);
	struct value v = { .filled = false };
	int64_t rank;

	if (unit.p)
		s->unit = id_in(unit);
	if (label.p && str_to_i64(label, &rank))
		s->label = (int)rank;
	if (owner.p)
		s->owner = id_in(owner);
	if (!known.p)
		return;
	if (!str_is(known, "null"))
		(void)value_read(a->arena, &persons, known, &v);
	s->need_to_know = v.links;
	s->need_to_know_count = v.filled ? v.link_count : 0;
}
