/*
 * local_field.c -- a field that an organisation adds to a type of record.
 *
 * What it is called and explained as may change at any time, and so may its choices; its
 * key, its type of record and its kind never, for values and history stand on them.  It is
 * retired instead of deleted: what was written stays readable, nothing new is taken.
 *
 *     active <-> retired
 *
 * Scenarios: tests/records/local_field.t
 */
#include "records/local_field.h"

#include "base/limits.h"
#include "model/act.h"
#include "model/row.h"
#include "records/linked.h"
#include "store/store.h"

static check_fn key_is_plain;
static check_fn choices_can_be_read;
static check_fn definition_is_whole;

/* What a field can be added to, and linked to.  A test holds it against all.c. */
static const struct choice types[] = {
	{ .name = "system", .label = "System" },
	{ .name = "change", .label = "Change" },
	{ .name = "risk_assessment", .label = "Risk assessment" },
	{ .name = "risk", .label = "Risk" },
	{ .name = "risk_acceptance", .label = "Acceptance of risk" },
	{ .name = "treatment", .label = "Treatment" },
	{ .name = "risk_register_review", .label = "Risk register review" },
	{ .name = "privacy_assessment", .label = "Privacy impact assessment" },
	{ .name = "project", .label = "Project" },
	{ .name = "project_gate", .label = "Project gate" },
	{ .name = "contract", .label = "Contract" },
	{ .name = "contract_deviation", .label = "Deviation from a schedule" },
	{ .name = "security_test", .label = "Test of a system" },
	{ .name = "authorization", .label = "Authorization" },
	{ .name = "advisory", .label = "Advisory" },
	{ .name = "scan", .label = "Scan" },
	{ .name = "vulnerability", .label = "Vulnerability" },
	{ .name = "business_impact_analysis", .label = "Business impact analysis" },
	{ .name = "assessment_campaign", .label = "Assessment" },
	{ .name = "assessment_answer", .label = "Assessment answer" },
	{ .name = "plan", .label = "Plan" },
	{ .name = "exercise", .label = "Exercise" },
	{ .name = "legal_requirement", .label = "Legal requirement" },
	{ .name = "external_procedure", .label = "External party's procedure" },
	{ .name = "forum", .label = "Forum" },
	{ .name = "meeting", .label = "Meeting" },
	{ .name = "initiative", .label = "Initiative" },
	{ .name = "issue_raised", .label = "Issue" },
	{ .name = "advice_request", .label = "Request for advice" },
	{ .name = "shared_item", .label = "Shared item" },
	{ .name = "lesson", .label = "Lesson" },
	{ .name = "contact_list", .label = "Contact list" },
	{ .name = "awareness_plan", .label = "Awareness plan" },
	{ .name = "awareness_item", .label = "Awareness item" },
	{ .name = "delivery", .label = "Delivery" },
	{ .name = "observance", .label = "Security event" },
	{ .name = "quiz", .label = "Quiz" },
	{ .name = "training_completion", .label = "Completed course" },
	{ .name = "awareness_material", .label = "Awareness material" },
	{ .name = "digest_issue", .label = "Digest or bulletin" },
	{ .name = "ambassador", .label = "Security ambassador" },
	{ .name = "stakeholder", .label = "Stakeholder" },
	{ .name = "incident", .label = "Incident" },
	{ .name = "notification", .label = "Notice to give" },
	{ .name = "loss_report", .label = "Loss report" },
	{ .name = "privacy_breach", .label = "Privacy breach" },
	{ .name = "post_incident_review", .label = "Post-incident review" },
	{ .name = "finding", .label = "Finding" },
	{ .name = "recommendation", .label = "Recommendation" },
	{ .name = "corrective_action", .label = "Corrective action" },
	{ .name = "audit", .label = "Audit" },
	{ .name = "evidence_request", .label = "Evidence request" },
	{ .name = "evidence", .label = "Evidence" },
	{ .name = "document", .label = "Document" },
	{ .name = "document_version", .label = "Version" },
	{ .name = "instrument", .label = "Instrument" },
	{ .name = "acknowledgement_request", .label = "Request to acknowledge" },
	{ .name = "applicability_decision", .label = "Applicability decision" },
	{ .name = "exemption", .label = "Exemption" },
	{ .name = "exemption_condition", .label = "Condition of an exemption" },
	{ .name = "standards_watch", .label = "Standards watch" },
	{ .name = "impact_note", .label = "Note to a line of business" },
	{ .name = "security_activity", .label = "Security activity" },
	{ .name = "conformity", .label = "Conformity check" },
	{ .name = "peer_review", .label = "Review by others" },
	{ .name = "agreement", .label = "Agreement" },
	{ .name = "organisation", .label = "Organisation" },
	{ .name = "person", .label = "Person" },
};

enum kind { KIND_LINE, KIND_TEXT, KIND_NUMBER, KIND_DATE, KIND_FLAG, KIND_CHOICE,
	    KIND_LINK, KIND__COUNT };
static const struct choice kinds[] = {
	[KIND_LINE]   = { .name = "line", .label = "Line of text" },
	[KIND_TEXT]   = { .name = "text", .label = "Long text" },
	[KIND_NUMBER] = { .name = "number", .label = "Whole number" },
	[KIND_DATE]   = { .name = "date", .label = "Date" },
	[KIND_FLAG]   = { .name = "flag", .label = "Yes or no" },
	[KIND_CHOICE] = { .name = "choice", .label = "Choice" },
	[KIND_LINK]   = { .name = "link", .label = "Link to a record" },
};
static const enum field_type field_types[KIND__COUNT] = {
	[KIND_LINE] = T_LINE, [KIND_TEXT] = T_TEXT, [KIND_NUMBER] = T_NUMBER,
	[KIND_DATE] = T_DATE, [KIND_FLAG] = T_FLAG, [KIND_CHOICE] = T_CHOICE,
	[KIND_LINK] = T_LINK,
};

static const struct field fields[] = {
	[LOF_TITLE]    = { .name = "title", .label = "Name of the field", .type = T_BILINE,
	                   .max = 120, .required = true },
	[LOF_OF]       = { .name = "record_type", .label = "Type of record",
	                   .type = T_CHOICE,
	                   .choices = TABLE(types), .required = true },
	[LOF_KEY]      = { .name = "key", .label = "Key", .type = T_LINE, .max = 30,
	                   .required = true, .check = key_is_plain,
	                   .help = "Lower-case letters, digits and _, as cost_centre. "
	                           "Programs and tables call the field local_ and this "
	                           "key; it cannot be changed later." },
	[LOF_KIND]     = { .name = "kind", .label = "Kind of field", .type = T_CHOICE,
	                   .choices = TABLE(kinds), .required = true,
	                   .help = "Cannot be changed later." },
	[LOF_OPTIONS]  = { .name = "options", .label = "Choices", .type = T_TEXT,
	                   .max = 8000, .check = choices_can_be_read,
	                   .help = "For a choice, one a line: key, colon, English, bar, "
	                           "French, as low: Low | Faible. Leave those that were "
	                           "used." },
	[LOF_TARGET]   = { .name = "target", .label = "Links to", .type = T_CHOICE,
	                   .choices = TABLE(types),
	                   .help = "For a link; empty: any record." },
	[LOF_HELP]     = { .name = "help", .label = "Explanation", .type = T_BILINE,
	                   .help = "Stands under the field in forms." },
	[LOF_REQUIRED] = { .name = "required", .label = "Must be filled", .type = T_FLAG,
	                   .help = "At the next change of a record, not before." },
	[LOF_LISTED]   = { .name = "listed", .label = "A column of the list",
	                   .type = T_FLAG },
};
_Static_assert(COUNT(fields) == LOF__COUNT, "every field is described");

static const struct state states[] = {
	[LOF_IS_ACTIVE]  = { .name = "active", .label = "Active" },
	[LOF_IS_RETIRED] = { .name = "retired", .label = "Retired", .locked = true },
};
_Static_assert(COUNT(states) == LOF_IS__COUNT, "every state is described");

static const struct right rights[] = {
	[LOF_MAY_KEEP] = { .name = "local_field.keep",
	                   .label = "Add, change and retire fields of the organisation" },
};
_Static_assert(COUNT(rights) == LOF_MAY__COUNT, "every right is described");

static const struct step steps[] = {
	{ .name = "retire", .label = "Retire",
	  .help = "What was written stays readable; nothing new is taken.",
	  .from = BIT(LOF_IS_ACTIVE), .to = LOF_IS_RETIRED, .right = LOF_MAY_KEEP,
	  .needs_reason = true },
	{ .name = "bring_back", .label = "Bring back", .from = BIT(LOF_IS_RETIRED),
	  .to = LOF_IS_ACTIVE, .right = LOF_MAY_KEEP },
};

static const int list[] = { LOF_TITLE, LOF_OF, LOF_KIND, LOF_KEY, LOF_REQUIRED };

const struct record_type local_field_type = {
	.name = "local_field", .label = "Field of the organisation",
	.plural = "Fields of the organisation", .code = "LOF",
	.group = N_("Organisation"),
	.help = "A field that the organisation added to a type of record: it stands in "
	        "forms, lists, search, tables and the interface like those of the program.",
	.fields = TABLE(fields), .states = TABLE(states), .steps = TABLE(steps),
	.rights = TABLE(rights), .list = TABLE(list), .create = LOF_MAY_KEEP,
	.change = LOF_MAY_KEEP, .retention = "organisation", .permanent = true,
	.check = definition_is_whole,
};

/* ---- a definition as a field ---- */
static bool is_plain(struct str s, size_t most)
{
	if (s.n == 0 || s.n > most || s.p[0] < 'a' || s.p[0] > 'z' || s.p[s.n - 1] == '_')
		return false;
	for (size_t i = 0; i < s.n; i++) {
		bool letter = (s.p[i] >= 'a' && s.p[i] <= 'z') ||
		              (s.p[i] >= '0' && s.p[i] <= '9');
		if (!letter && (s.p[i] != '_' || s.p[i - 1] == '_'))
			return false;
	}
	return true;
}

static enum kind kind_of(const struct row *r)
{
	enum kind k = KIND_LINE;

	while (k < KIND__COUNT && !str_is(row_text(r, LOF_KIND), kinds[k].name))
		k++;
	return k;
}

/* "low: Low | Faible"; false when it is not of this form. */
static bool read_option(struct arena *a, struct str line, enum lang lang,
                        struct choice *out)
{
	struct str both, french;
	struct str key = str_trim(str_split(line, ':', &both));
	struct str english = str_trim(str_split(both, '|', &french));

	french = str_trim(french);
	if (!is_plain(key, 30) || english.n + french.n == 0)
		return false;
	struct str label = lang == LANG_FR ? french : english;
	*out = (struct choice){ str_z(a, key),
		                str_z(a, label.n > 0      ? label
		                         : english.n > 0 ? english
		                                         : french) };
	return true;
}

#define OPTIONS_MOST 200

/* Those that can be read, into room for OPTIONS_MOST. */
static size_t read_options(struct arena *a, struct str text, enum lang lang,
                           struct choice *out)
{
	size_t n = 0;

	while (text.n > 0 && n < OPTIONS_MOST) {
		struct str line = str_trim(str_split(text, '\n', &text));
		if (line.n > 0 && read_option(a, line, lang, &out[n]))
			n++;
	}
	return n;
}

bool local_field_read(struct arena *a, const struct registry *g, enum lang lang,
                      const struct row *r, struct local_field *out)
{
	const struct record_type *of = registry_find(g, row_text(r, LOF_OF));
	struct str help = row_text_in(r, LOF_HELP, lang);
	enum kind kind = kind_of(r);

	if (!of || kind == KIND__COUNT || !is_plain(row_text(r, LOF_KEY), 30))
		return false;
	struct field *f = &out->field;
	*out = (struct local_field){ .of = of, .listed = row_flag(r, LOF_LISTED) };
	f->name = str_format(a, LOCAL_PREFIX "%.*s", STR_ARG(row_text(r, LOF_KEY))).p;
	f->label = str_z(a, row_text_in(r, LOF_TITLE, lang));
	f->help = help.n > 0 ? str_z(a, help) : NULL;
	f->type = field_types[kind];
	f->local = true;
	f->retired = r->state == LOF_IS_RETIRED;
	f->required = row_flag(r, LOF_REQUIRED) && !f->retired;
	if (kind == KIND_LINK)
		f->target = registry_find(g, row_text(r, LOF_TARGET));
	if (kind == KIND_CHOICE) {
		struct choice *at = arena_get(a, OPTIONS_MOST * sizeof *at);

		f->choices.count = read_options(a, row_text(r, LOF_OPTIONS), lang, at);
		f->choices.at = at;
	}
	return true;
}

/* ---- what can be refused ---- */
static bool key_is_plain(const struct act *a, const struct row *r, struct refusal *why)
{
	(void)a;
	return is_plain(row_text(r, LOF_KEY), 30) ||
	       refuse(why, LOF_KEY,
	              "is not lower-case letters and digits joined by _",
	              "Write it as cost_centre.");
}

static bool choices_can_be_read(const struct act *a, const struct row *r,
                                struct refusal *why)
{
	struct choice seen[OPTIONS_MOST];
	struct str rest = row_text(r, LOF_OPTIONS);
	size_t n = 0;

	while (rest.n > 0) {
		struct str line = str_trim(str_split(rest, '\n', &rest));

		if (line.n == 0)
			continue;
		if (n == OPTIONS_MOST)
			return refuse(why, LOF_OPTIONS, "are more than 200", NULL);
		if (!read_option(a->arena, line, LANG_EN, &seen[n]))
			return refuse_with(why, LOF_OPTIONS,
			                   MESSAGE1("\"%1\" is no choice", line),
			                   MESSAGE("Write one a line, as low: Low | "
			                           "Faible."));
		for (size_t i = 0; i < n; i++)
			if (strcmp(seen[i].name, seen[n].name) == 0)
				return refuse_with(why, LOF_OPTIONS,
				                   MESSAGE1("\"%1\" is there twice",
				                            str_of(seen[n].name)),
				                   (struct message){ 0 });
		n++;
	}
	return true;
}

static bool same_text(const struct row *x, const struct row *y, int field)
{
	return str_equal(row_text(x, field), row_text(y, field));
}

static void check_lasting(const struct row *before, const struct row *r,
                          struct refusal *why)
{
	static const int lasting[] = { LOF_OF, LOF_KEY, LOF_KIND, LOF_TARGET };

	for (size_t i = 0; i < COUNT(lasting); i++)
		if (!same_text(before, r, lasting[i]))
			refuse(why, lasting[i], "cannot be changed any more",
			       "Retire this field and add another.");
}

/* The other fields added to the same type; the key is judged by all of them. */
static void check_others(const struct act *a, const struct row *r, struct refusal *why)
{
	const struct record_type *of = registry_find(a->types, row_text(r, LOF_OF));
	struct str name = str_format(a->arena, LOCAL_PREFIX "%.*s",
	                             STR_ARG(row_text(r, LOF_KEY)));

	if (!of)
		return;
	if (of->fields.count >= FIELDS_MAX)
		refuse(why, LOF_OF, "has as many fields as it can have (64)", NULL);
	if (field_find(of, name) >= 0)
		refuse(why, LOF_KEY, "is already taken by another field",
		       "Choose another.");
}

static bool definition_is_whole(const struct act *a, const struct row *r,
                                struct refusal *why)
{
	struct actor program;
	struct act act = act_of_program(a, &program);
	struct row *before;
	enum kind kind = kind_of(r);

	if (kind == KIND_CHOICE && !row_filled(r, LOF_OPTIONS))
		refuse(why, LOF_OPTIONS, "is empty", "A choice needs some.");
	if (kind != KIND_LINK && row_filled(r, LOF_TARGET))
		refuse(why, LOF_TARGET, "is only for links", NULL);
	if (r->version > 0 && record_get(&act, &local_field_type, r->id, &before) == OK)
		check_lasting(before, r, why);
	else
		check_others(a, r, why);
	return !refused(why);
}
