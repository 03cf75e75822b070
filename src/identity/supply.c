/*
 * supply.c -- what later versions added to what an organisation starts with, for those that
 * were there before: rights in the shipped roles, retention rules, and parts that are seen
 * by no more people than what they hang on.
 *
 * Each addition of content/additions.yaml is given once and remembered in a setting, so
 * that what an organisation takes away afterwards stays away.  All of one organisation is
 * one transaction; each change is in the history of its record, by the program.
 */
#include "base/limits.h"
#include "codec/yaml.h"
#include "identity/internal.h"
#include "identity/tenant.h"
#include "records/role.h"
#include "store/tenant.h"

#define GIVEN "shipped.additions"

struct supply {
	identity_told *told;
	void *arg;
	struct refusal why;
	char said[200];
};

static void tell(struct supply *s, const char *format, struct str what)
{
	snprintf(s->said, sizeof s->said, format, STR_ARG(what));
	if (s->told)
		s->told(s->arg, s->said);
}

static bool has_line(struct str lines, struct str wanted)
{
	while (lines.n > 0)
		if (str_equal(str_trim(str_split(lines, '\n', &lines)), wanted))
			return true;
	return false;
}

/* ---- rights ---- */
static enum fail add_rights(struct act *a, const struct row *role, const struct yaml *more,
                            struct str reason, struct supply *s)
{
	struct text rights = text_on(a->arena, LIMIT_TEXT_FIELD_BYTES);
	struct change *c = change_new(a->arena, &role_type);
	bool any = false;
	struct row *changed;

	text_add(&rights, str_trim(row_text(role, ROL_RIGHTS)));
	for (const struct yaml *y = more ? more->first : NULL; y; y = y->next) {
		if (has_line(text_str(&rights), y->text))
			continue;
		text_addc(&rights, '\n');
		text_add(&rights, y->text);
		any = true;
	}
	if (!any)
		return OK;
	change_text(c, ROL_RIGHTS, text_str(&rights));
	c->reason = reason;
	tell(s, "role %.*s: rights that are new", row_text(role, ROL_NAME));
	return record_change(a, &role_type, role->id, 0, c, &s->why, &changed);
}

static enum fail role_named(struct act *a, struct str name, struct row **out)
{
	struct filter named = { .field = ROL_NAME,
		                .op = IS,
		                .value = { .filled = true, .text = name } };
	struct query q = {
		.type = &role_type, .filters = &named, .filter_count = 1, .limit = 1
	};
	struct answer found;
	enum fail f = record_list(a, &q, &found);

	*out = !f && found.count > 0 ? found.rows[0] : NULL;
	return f;
}

static bool is_meant(const struct yaml *roles, struct str name)
{
	for (const struct yaml *y = roles ? roles->first : NULL; y; y = y->next)
		if (str_is(y->text, "*") || str_equal(y->text, name))
			return true;
	return false;
}

/* The shipped roles that the organisation still has. */
static enum fail give_rights(struct act *a, const struct yaml *given, struct str reason,
                             struct supply *s)
{
	const struct yaml *top = shipped_content(a->arena, "content/roles.yaml");
	const struct yaml *roles = top ? yaml_member(top, "roles") : NULL;
	enum fail f = roles ? OK : FAIL_MEMORY;

	for (const struct yaml *y = roles ? roles->first : NULL; y && !f; y = y->next) {
		struct row *role;
		f = is_meant(yaml_member(given, "roles"), yaml_text(y, "name"))
		            ? role_named(a, yaml_text(y, "name"), &role)
		            : FAIL_NOT_FOUND;
		if (!f && role)
			f = add_rights(a, role, yaml_member(given, "rights"), reason, s);
		f = f == FAIL_NOT_FOUND ? OK : f;
	}
	return f;
}

/* ---- one organisation ---- */
static enum fail setting_or_nothing(struct act *a, const char *name, struct str *out)
{
	enum fail f = setting_get(a, str_of(name), out);

	if (f == FAIL_NOT_FOUND)
		*out = STR("");
	return f == FAIL_NOT_FOUND ? OK : f;
}

static enum fail root_of(struct act *a, struct id *root)
{
	struct str text;
	enum fail f = setting_or_nothing(a, "unit.root", &text);

	if (f || !id_parse(text, root))
		*root = ID_NONE;
	return f;
}

static enum fail give(struct act *a, const struct yaml *addition, struct supply *s)
{
	const struct yaml *rights = yaml_member(addition, "rights");
	struct id root;
	int64_t made = 0, narrowed = 0;
	enum fail f = root_of(a, &root);

	if (!f)
		f = tenant_rules_make(a, root, &s->why, &made);
	if (!f && made > 0)
		tell(s, "retention rules that were missing%.*s", STR(""));
	for (const struct yaml *y = rights ? rights->first : NULL; y && !f; y = y->next)
		f = give_rights(a, y, yaml_text(addition, "reason"), s);
	if (!f)
		f = parts_narrow(a, &narrowed);
	if (!f && narrowed > 0)
		tell(s, "parts that more people saw than their record: %.*s",
		     str_format(a->arena, "%lld", (long long)narrowed));
	return f;
}

static enum fail supply(struct act *a, void *arg)
{
	struct supply *s = arg;
	const struct yaml *top = shipped_content(a->arena, "content/additions.yaml");
	const struct yaml *list = top ? yaml_member(top, "additions") : NULL;
	struct str given;

	s->why = refusal_on(a->arena);
	enum fail f = setting_or_nothing(a, GIVEN, &given);
	for (const struct yaml *y = list ? list->first : NULL; y && !f; y = y->next) {
		struct str name = yaml_text(y, "name");
		if (has_line(given, name))
			continue;
		f = give(a, y, s);
		given = str_format(a->arena, "%.*s\n%.*s", STR_ARG(given), STR_ARG(name));
		if (!f)
			f = setting_set(a, STR(GIVEN), str_trim(given),
			                yaml_text(y, "reason"));
	}
	return f;
}

enum fail supply_remember(struct act *a)
{
	const struct yaml *top = shipped_content(a->arena, "content/additions.yaml");
	const struct yaml *list = top ? yaml_member(top, "additions") : NULL;
	struct text names = text_on(a->arena, LIMIT_TEXT_FIELD_BYTES);

	for (const struct yaml *y = list ? list->first : NULL; y; y = y->next) {
		text_add(&names, yaml_text(y, "name"));
		text_addc(&names, '\n');
	}
	return setting_set(a, STR(GIVEN), str_trim(text_str(&names)), STR_NONE);
}

enum fail identity_supply(struct store *s, identity_told *told, void *arg)
{
	struct arena *a = arena_new(8ul * LIMIT_REQUEST_BYTES);
	struct tenant *list = NULL;
	size_t count = 0;

	if (!a)
		return fail_say(FAIL_MEMORY, "no memory to upgrade an organisation");
	enum fail f = tenant_list(s, a, &list, &count);
	for (size_t i = 0; !f && i < count; i++) {
		struct supply one = { .told = told, .arg = arg };
		struct actor program = tenant_system(list[i].org, STR("upgrade"));
		f = store_write(s, &program, a, supply, &one);
		if (f == FAIL_REFUSED)
			f = fail_say(FAIL_DATABASE, "what is new was refused: %s",
			             one.why.count ? one.why.at[0].why.id : "");
	}
	arena_free(a);
	return f;
}
