/*
 * incident_entry.c -- one entry in the timeline of an incident: what was seen, done,
 * decided, advised.
 *
 * Whoever works on the incident writes them; a change of its class writes one by itself.
 * Once written, an entry is corrected by another, so that what was known when stays
 * readable.
 *
 * Seen only with its incident, by who may see that.
 */
#include "records/incident_entry.h"

#include "records/incident.h"
#include "records/linked.h"
#include "records/person.h"
#include "store/store.h"

static check_fn has_happened;
static effect_fn dated_and_signed;

static const struct choice kinds[] = {
	{ .name = "fact", .label = "Fact" },
	{ .name = "action", .label = "Action" },
	{ .name = "decision", .label = "Decision" },
	{ .name = "advice", .label = "Advice given" },
	{ .name = "contact", .label = "Somebody told or heard" },
	{ .name = "classification", .label = "Class" },
	{ .name = "other", .label = "Other" },
};

static const struct field fields[] = {
	[ICE_TITLE]       = { .name = "title", .label = "What", .type = T_BILINE,
	                      .max = 300, .required = true },
	[ICE_INCIDENT]    = { .name = "incident", .label = "Incident", .type = T_LINK,
	                      .target = &incident_type, .required = true, .part_of = true },
	[ICE_KIND]        = { .name = "kind", .label = "Kind", .type = T_CHOICE,
	                      .choices = TABLE(kinds), .required = true },
	[ICE_HAPPENED_AT] = { .name = "happened_at", .label = "When", .type = T_INSTANT,
	                      .help = "Left empty: now." },
	[ICE_BY]          = { .name = "written_by", .label = "Written by", .type = T_LINK,
	                      .target = &person_type, .set_by_program = true },
	[ICE_TOLD]        = { .name = "told", .label = "Who was told or advised",
	                      .type = T_LINE, .max = 200 },
	[ICE_DETAIL]      = { .name = "detail", .label = "In full", .type = T_TEXT },
};
_Static_assert(COUNT(fields) == ICE__COUNT, "every field is described");

static const struct right rights[] = {
	[ICE_MAY_WRITE] = { .name = "incident_entry.write",
	                    .label = "Write in the timeline of incidents" },
};
_Static_assert(COUNT(rights) == ICE_MAY__COUNT, "every right is described");

static const int list[] = { ICE_TITLE, ICE_INCIDENT, ICE_KIND, ICE_HAPPENED_AT };

const struct record_type incident_entry_type = {
	.name = "incident_entry", .label = "Timeline entry", .plural = "Timeline entries",
	.code = "ICE",
	.help = "One entry in the timeline of an incident: what was seen, done, decided, "
	        "advised.",
	.fields = TABLE(fields), .rights = TABLE(rights), .list = TABLE(list),
	.create = ICE_MAY_WRITE, .change = ICE_MAY_WRITE, .attachment = true,
	.retention = "with-its-record", .check = has_happened, .effect = dated_and_signed,
};

static bool has_happened(const struct act *a, const struct row *r, struct refusal *why)
{
	return instant_has_come(a, r, ICE_HAPPENED_AT, why);
}

static enum fail dated_and_signed(struct act *a, const struct row *before,
                                  const struct row *after)
{
	(void)before;
	return set_when_empty(a, after, ICE_HAPPENED_AT, ICE_BY);
}

/* In both languages: who reads it later may read the other one. */
static void title_of_class(struct change *c, struct str class)
{
	const struct field *f = &incident_type.fields.at[INC_CLASS];

	for (size_t i = 0; i < f->choices.count; i++)
		if (str_is(class, f->choices.at[i].name))
			change_bilingual(c, ICE_TITLE,
			                 str_of(tr(LANG_EN, f->choices.at[i].label)),
			                 str_of(tr(LANG_FR, f->choices.at[i].label)));
}

enum fail incident_class_entry(struct act *a, const struct row *incident)
{
	struct actor program;
	struct act act = act_of_program(a, &program);
	struct change *c = change_new(a->arena, &incident_entry_type);
	struct refusal why = refusal_on(a->arena);
	struct row *made;

	title_of_class(c, row_text(incident, INC_CLASS));
	change_text(c, ICE_KIND, STR("classification"));
	change_link(c, ICE_INCIDENT, incident->id);
	change_instant(c, ICE_HAPPENED_AT, a->now);
	change_text(c, ICE_DETAIL, row_text(incident, INC_CLASS_REASON));
	c->unit_given = true;
	c->unit = incident->unit;
	enum fail f = record_create(&act, &incident_entry_type, c, &why, &made);
	return f ? f : set_when_empty(a, made, FIELD_NONE, ICE_BY);
}
