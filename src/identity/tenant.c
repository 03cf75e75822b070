/*
 * tenant.c -- a new organisation: its labels, roles, retention rules and topmost node, as
 * records.
 *
 * What it starts with is data (content/labels.yaml, roles.yaml, retention.yaml). Everything
 * is written in the caller's transaction, by the program itself ("set-up").
 */
#include "identity/tenant.h"

#include "base/embed.h"
#include "base/limits.h"
#include "codec/words.h"
#include "codec/yaml.h"
#include "identity/internal.h"
#include "records/classification.h"
#include "records/organisation.h"
#include "records/retention_rule.h"
#include "records/role.h"
#include "store/tenant.h"

/* Shipped files: a mistake in one is ours. */
const struct yaml *shipped_content(struct arena *a, const char *path)
{
	const struct embedded_file *file = embedded_find(str_of(path));
	struct yaml *y;
	struct yaml_error e;

	if (!file)
		BUG("%s is not compiled in", path);
	enum fail f = yaml_read(a, file->bytes, &y, &e);
	if (f == FAIL_FORMAT)
		BUG("%s:%u:%u: %s", path, (unsigned)e.line, (unsigned)e.column, e.what.id);
	return f == OK ? y : NULL;
}

static void bilingual(struct change *c, int field, const struct yaml *of, const char *name)
{
	const struct yaml *both = yaml_member(of, name);

	if (both)
		change_bilingual(c, field, yaml_text(both, "en"), yaml_text(both, "fr"));
}

static struct change *change_in(struct act *a, const struct record_type *t, struct id unit)
{
	struct change *c = change_new(a->arena, t);

	c->unit_given = id_is_set(unit);
	c->unit = unit;
	return c;
}

/* ---- labels ---- */
#define LABELS_AT_MOST 100

struct labels {
	struct id id[LABELS_AT_MOST];   /* by rank */
};

static enum fail make_label(struct act *a, struct id unit, const struct yaml *y,
                            struct labels *labels, struct refusal *why)
{
	struct change *c = change_in(a, &classification_type, unit);
	struct row *r;
	int64_t rank;

	if (!str_to_i64(yaml_text(y, "rank"), &rank) || rank < 0 || rank >= LABELS_AT_MOST)
		BUG("content/labels.yaml:%u: the rank", (unsigned)y->line);
	bilingual(c, CLS_TITLE, y, "title");
	bilingual(c, CLS_INJURY, y, "injury");
	change_number(c, CLS_RANK, rank);
	change_text(c, CLS_CODE, yaml_text(y, "code"));
	enum fail f = record_create(a, &classification_type, c, why, &r);
	if (f == OK)
		labels->id[rank] = r->id;
	return f;
}

static enum fail make_labels(struct act *a, struct id unit, struct labels *labels,
                             struct refusal *why)
{
	const struct yaml *top = shipped_content(a->arena, "content/labels.yaml");
	const struct yaml *list = top ? yaml_member(top, "labels") : NULL;
	enum fail f = list ? OK : FAIL_MEMORY;

	for (const struct yaml *y = list ? list->first : NULL; y && f == OK; y = y->next)
		f = make_label(a, unit, y, labels, why);
	return f;
}

/* ---- roles ---- */

static void add_lines(struct text *t, const struct yaml *list)
{
	for (const struct yaml *y = list ? list->first : NULL; y; y = y->next) {
		text_add(t, y->text);
		text_addc(t, '\n');
	}
}

static enum fail make_role(struct act *a, struct id unit, const struct yaml *y,
                           const struct yaml *common, const struct labels *labels,
                           struct refusal *why)
{
	struct change *c = change_in(a, &role_type, unit);
	struct text rights = text_on(a->arena, LIMIT_TEXT_FIELD_BYTES);
	struct row *r;
	int64_t rank;

	if (!str_to_i64(yaml_text(y, "clearance"), &rank) || rank < 0 ||
	    rank >= LABELS_AT_MOST || !id_is_set(labels->id[rank]))
		BUG("content/roles.yaml:%u: the clearance", (unsigned)y->line);
	add_lines(&rights, yaml_member(y, "rights"));
	add_lines(&rights, common);
	bilingual(c, ROL_TITLE, y, "title");
	bilingual(c, ROL_DUTIES, y, "duties");
	change_text(c, ROL_NAME, yaml_text(y, "name"));
	change_text(c, ROL_RIGHTS, str_trim(text_str(&rights)));
	change_flag(c, ROL_READ_ONLY, str_is(yaml_text(y, "read_only"), "yes"));
	change_link(c, ROL_CLEARANCE, labels->id[rank]);
	return record_create(a, &role_type, c, why, &r);
}

static enum fail make_roles(struct act *a, struct id unit, const struct labels *labels,
                            struct refusal *why)
{
	const struct yaml *top = shipped_content(a->arena, "content/roles.yaml");
	const struct yaml *common = top ? yaml_member(top, "common") : NULL;
	const struct yaml *list = top ? yaml_member(top, "roles") : NULL;
	enum fail f = list ? OK : FAIL_MEMORY;

	for (const struct yaml *y = list ? list->first : NULL; y && f == OK; y = y->next)
		f = make_role(a, unit, y, common, labels, why);
	return f;
}

/* ---- how long records are kept ---- */

static enum fail make_rule(struct act *a, struct id unit, const struct yaml *y,
                           struct refusal *why)
{
	struct change *c = change_in(a, &retention_rule_type, unit);
	struct row *r;
	int64_t years;

	bilingual(c, RET_TITLE, y, "title");
	bilingual(c, RET_TRIGGER, y, "trigger");
	change_text(c, RET_NAME, yaml_text(y, "name"));
	change_text(c, RET_COUNTS_FROM, yaml_text(y, "counts_from"));
	change_text(c, RET_AFTER, yaml_text(y, "after"));
	change_flag(c, RET_LOCAL, str_is(yaml_text(y, "local"), "yes"));
	if (str_to_i64(yaml_text(y, "years"), &years))
		change_number(c, RET_YEARS, years);
	return record_create(a, &retention_rule_type, c, why, &r);
}

static enum fail has_rule(struct act *a, struct str name, bool *yes)
{
	struct filter named = { .field = RET_NAME,
		                .op = IS,
		                .value = { .filled = true, .text = name } };
	struct query q = { .type = &retention_rule_type,
		           .filters = &named,
		           .filter_count = 1 };
	int64_t count;
	enum fail f = record_count(a, &q, &count);

	*yes = !f && count > 0;
	return f;
}

enum fail tenant_rules_make(struct act *a, struct id unit, struct refusal *why,
                            int64_t *made)
{
	const struct yaml *top = shipped_content(a->arena, "content/retention.yaml");
	const struct yaml *list = top ? yaml_member(top, "rules") : NULL;
	enum fail f = list ? OK : FAIL_MEMORY;

	*made = 0;
	for (const struct yaml *y = list ? list->first : NULL; y && f == OK; y = y->next) {
		bool there;
		f = has_rule(a, yaml_text(y, "name"), &there);
		if (f || there)
			continue;
		f = make_rule(a, unit, y, why);
		++*made;
	}
	return f;
}

/* ---- the tenant ---- */

static enum fail make_root(struct act *a, const struct new_tenant *in, struct refusal *why)
{
	struct change *c = change_new(a->arena, &organisation_type);
	struct row *r;

	change_bilingual(c, ORG_TITLE, in->name, in->name_fr);
	change_text(c, ORG_KIND, STR("ministry"));
	change_text(c, ORG_TIME_ZONE, in->zone);
	enum fail f = record_create(a, &organisation_type, c, why, &r);
	if (f == OK)
		*in->root_out = r->id;
	return f == OK ? setting_set(a, STR("unit.root"), id_text(a->arena, r->id),
	                             STR_NONE)
	               : f;
}

static enum fail insert_tenant(struct act *a, const struct new_tenant *in)
{
	const struct tenant t = { .org = a->actor->org,
		                  .name = in->name,
		                  .french = in->name_fr,
		                  .zone = in->zone,
		                  .created_at = a->now };

	return tenant_insert(a, &t);
}

enum fail tenant_make(struct act *a, const struct new_tenant *in, struct refusal *why)
{
	struct labels labels = { 0 };
	int64_t rules;
	enum fail f = insert_tenant(a, in);

	/* From here on its own zone says which day it is: appointments begin on it. */
	if (f == OK)
		f = act_begin_day(a);
	if (f == OK)
		f = make_root(a, in, why);
	if (f == OK)
		f = make_labels(a, *in->root_out, &labels, why);
	if (f == OK)
		f = make_roles(a, *in->root_out, &labels, why);
	if (f == OK)
		f = tenant_rules_make(a, *in->root_out, why, &rules);
	if (f == OK)
		f = supply_remember(a);
	return f;
}

enum fail tenant_find(struct store *s, struct str name, struct id *org)
{
	struct arena *a = arena_new(LIMIT_REQUEST_BYTES);
	struct tenant *list = NULL;
	size_t count = 0, found = 0;

	if (!a)
		return fail_say(FAIL_MEMORY, "no memory to look for an organisation");
	enum fail f = tenant_list(s, a, &list, &count);
	for (size_t i = 0; f == OK && i < count; i++) {
		if (name.n > 0 && !str_equal(fold(a, list[i].name), fold(a, name)))
			continue;
		*org = list[i].org;
		found++;
	}
	arena_free(a);
	if (f != OK || found == 1)
		return f;
	if (found > 1)
		return fail_say(FAIL_NOT_FOUND,
		                "there are several organisations: say which one");
	return fail_say(
		FAIL_NOT_FOUND,
		name.n ? "there is no organisation of that name"
		       : "there is no organisation yet: run wardroom init, or open the "
			 "set-up page");
}
