/*
 * settings.c -- the table of an organisation's settings.
 *
 * Values are kept by name in the table `setting`, each change an entry of the history
 * (store/settings.c).
 */
#include "records/settings.h"

#include "store/store.h"

static const struct choice no_yes[] = { { "no", "No" }, { "yes", "Yes" } };
static const struct choice readings[] = {
	{ "literal", "As written" },
	{ "strict", "Strictly" },
};

/* Names as duty/world.h reads them. */
static const struct choice jurisdictions[] = {
	{ "CA-BC", "British Columbia" },
	{ "US-MA", "Massachusetts" },
	{ "CA-BC US-MA", "British Columbia and Massachusetts" },
	{ "*", "All that packs know" },
};

const struct setting settings[SET__COUNT] = {
	[SET_OPERATOR_MAY_READ] = {
		.name = "operator.may_read",
		.label = "Whoever runs the installation may read its content",
		.help = "Off, the command line reads no record. On, each reading is in "
		        "the history before it begins. A backup or an export of "
		        "everything asks nobody; an export is in the history.",
		.who = N_("Somebody answerable for the content: the security officer or "
		          "the executive. Whoever runs the installation may only switch "
		          "it off."),
		.right = "setting.let_operator_read",
		.choices = TABLE(no_yes),
		.operator_may = BIT(0),
	},
	[SET_PLAN_READING] = {
		.name = "plan.reading",
		.label = "Elements that only refer to another document are read",
		.help = "As written, such an element is met, with a warning, although "
		        "required elements are missing there. Strictly, it is partial "
		        "until they are there. A check keeps the reading that it was "
		        "started with.",
		.who = N_("The security officer, or whoever runs the installation."),
		.right = "setting.read_plans",
		.choices = TABLE(readings),
		.operator_may = BIT(0) | BIT(1),
	},
	[SET_JURISDICTIONS] = {
		.name = "duty.jurisdictions",
		.label = "Duties are those of",
		.help = "Laws, policies and clocks of one jurisdiction hold for "
		        "organisations of that jurisdiction only. What holds in Canada "
		        "holds in its provinces.",
		.who = N_("The security officer, or whoever runs the installation."),
		.right = "setting.choose_jurisdictions",
		.choices = TABLE(jurisdictions),
		.operator_may = BIT(0) | BIT(1) | BIT(2) | BIT(3),
	},
};

const struct setting *setting_find(struct str name)
{
	for (size_t i = 0; i < SET__COUNT; i++)
		if (str_is(name, settings[i].name))
			return &settings[i];
	return NULL;
}

size_t choice_place(const struct setting *s, struct str name)
{
	size_t i = 0;

	while (i < s->choices.count && !str_is(name, s->choices.at[i].name))
		i++;
	return i;
}

enum fail setting_choice(struct act *a, enum setting_name which, size_t *out)
{
	const struct setting *s = &settings[which];
	struct str value;
	enum fail f = setting_get(a, str_of(s->name), &value);

	*out = f == OK ? choice_place(s, value) : 0;
	if (*out == s->choices.count)
		*out = 0;
	return f == FAIL_NOT_FOUND ? OK : f;
}

static void check_one(const struct setting *s, struct text *faults)
{
	if (!s->label || !s->help || !s->who || !s->right)
		text_addf(faults, "setting %s: something is not said\n", s->name);
	if (s->choices.count < 2 || s->choices.count > 64)
		text_addf(faults, "setting %s: there is nothing to choose\n", s->name);
	for (size_t i = 0; i < s->choices.count; i++)
		if (choice_place(s, str_of(s->choices.at[i].name)) != i)
			text_addf(faults, "setting %s: two choices are called %s\n",
			          s->name, s->choices.at[i].name);
}

bool settings_check(struct text *faults)
{
	size_t before = text_str(faults).n;

	for (size_t i = 0; i < SET__COUNT; i++) {
		if (!settings[i].name) {
			text_addf(faults, "setting %zu has no name\n", i);
			continue;
		}
		if (setting_find(str_of(settings[i].name)) != &settings[i])
			text_addf(faults, "two settings are called %s\n", settings[i].name);
		check_one(&settings[i], faults);
	}
	return text_str(faults).n == before;
}
