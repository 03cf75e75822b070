/* settings.c -- who may look at settings and choose, and when each was last chosen. */
#include "actions/settings.h"

#include "access/access.h"
#include "store/ledger.h"
#include "store/store.h"

#define REASON_BYTES 2000

bool settings_may_be_read(const struct actor *who, struct date today)
{
	return access_installation(who, "installation.settings", today, NULL) ||
	       access_somewhere(who, "setting.read", today);
}

/* ---- who may choose ---- */

/* A setting is about the whole organisation, so the right must reach its topmost node. */
static bool may_choose(const struct act *a, const struct setting *s, struct id root,
                       struct refusal *why)
{
	const struct subject whole = { .org = a->actor->org,
		                       .unit = root,
		                       .new_record = true };

	return access_right(a->actor, s->right, &whole, a->today, why);
}

static bool runs_the_installation(const struct act *a)
{
	return access_installation(a->actor, "installation.settings", a->today, NULL);
}

/* ID_NONE before there is one: only who may everything reaches that. */
static enum fail root_of(struct act *a, struct id *root)
{
	struct str text;
	enum fail f = setting_get(a, STR("unit.root"), &text);

	*root = ID_NONE;
	if (f == OK && !id_parse(text, root))
		f = fail_say(FAIL_DATABASE, "the setting unit.root is no identifier");
	return f == FAIL_NOT_FOUND ? OK : f;
}

/* ---- looking ---- */

static struct str said(struct arena *a, struct str json)
{
	struct json *text;
	struct json_error error;

	if (!json.p || json_read(a, json, &text, &error) != OK)
		return STR("");
	return text->text;
}

/* The history is in its order, so the last one that speaks of it counts. */
static void note_last(struct act *a, const struct ledger_row *row,
                      struct setting_state out[SET__COUNT])
{
	for (size_t i = 0; i < SET__COUNT; i++) {
		if (!ledger_value_of(row, settings[i].name).p)
			continue;
		out[i].at = row->at;
		out[i].by = said(a->arena, ledger_value_of(row, LEDGER_BY_NAME));
		out[i].reason = said(a->arena, ledger_value_of(row, LEDGER_REASON));
	}
}

static enum fail read_story(struct act *a, struct setting_state out[SET__COUNT])
{
	struct ledger_row *rows;
	size_t count;
	struct id org = a->actor->org;
	enum fail f = ledger_of_record(a->tx, a->arena, org, org, &rows, &count);

	for (size_t i = 0; f == OK && i < count; i++)
		note_last(a, &rows[i], out);
	return f;
}

enum fail settings_read(struct act *a, struct setting_state out[SET__COUNT])
{
	struct id root;

	if (!settings_may_be_read(a->actor, a->today))
		return FAIL_NOT_FOUND;
	bool runs = runs_the_installation(a);
	enum fail f = root_of(a, &root);
	for (size_t i = 0; f == OK && i < SET__COUNT; i++) {
		const struct setting *s = &settings[i];

		out[i] = (struct setting_state){ .setting = s };
		if (may_choose(a, s, root, NULL))
			out[i].may = BIT(s->choices.count) - 1;
		else if (runs)
			out[i].may = s->operator_may;
		f = setting_choice(a, (enum setting_name)i, &out[i].choice);
	}
	return f == OK ? read_story(a, out) : f;
}

/* ---- choosing ---- */

static void refuse_value(const struct act *a, const struct setting *s, struct str value,
                         struct refusal *why)
{
	struct text names = text_on(a->arena, 2000);

	for (size_t i = 0; i < s->choices.count; i++)
		text_addf(&names, "%s%s", i ? ", " : "", s->choices.at[i].name);
	refuse_with(why, FIELD_NONE,
	            MESSAGE1("\"%1\" is none of the choices",
	                     str_printable(a->arena, str_cut_utf8(value, 40))),
	            MESSAGE1("Choose one of: %1.", text_str(&names)));
}

enum fail setting_choose(struct act *a, const struct setting *s, struct str value,
                         struct str reason, struct refusal *why)
{
	struct id root;
	size_t place = choice_place(s, value);
	enum fail f = root_of(a, &root);

	if (f != OK)
		return f;
	bool known = place < s->choices.count;
	uint64_t open = runs_the_installation(a) ? s->operator_may : 0;
	if (!(known ? open & BIT(place) : open) && !may_choose(a, s, root, NULL))
		refuse_forbidden(why, N_("this setting is not yours to choose"), s->who);
	else if (!known)
		refuse_value(a, s, value, why);
	if (!str_is_utf8(reason) || reason.n > REASON_BYTES)
		refuse(why, FIELD_REASON, "is text of at most 2,000 bytes", NULL);
	if (refused(why))
		return FAIL_REFUSED;
	return setting_set(a, str_of(s->name), value, str_trim(reason));
}

/* ---- as JSON ---- */

void setting_put(struct json_out *j, struct arena *a, enum lang lang,
                 const struct setting_state *s)
{
	const struct setting *t = s->setting;

	json_open_object(j);
	json_pair_z(j, "name", t->name);
	json_pair_z(j, "label", tr(lang, t->label));
	json_pair_z(j, "help", tr(lang, t->help));
	json_pair_z(j, "who", tr(lang, t->who));
	json_pair_z(j, "value", t->choices.at[s->choice].name);
	json_name(j, "choices");
	json_open_array(j);
	for (size_t i = 0; i < t->choices.count; i++) {
		json_open_object(j);
		json_pair_z(j, "name", t->choices.at[i].name);
		json_pair_z(j, "label", tr(lang, t->choices.at[i].label));
		json_pair_bool(j, "allowed", (s->may & BIT(i)) != 0);
		json_close_object(j);
	}
	json_close_array(j);
	if (instant_is_set(s->at)) {
		json_pair_str(j, "chosen_at", instant_text(a, s->at));
		json_pair_str(j, "chosen_by", s->by);
		json_pair_str(j, "reason", s->reason);
	}
	json_close_object(j);
}
