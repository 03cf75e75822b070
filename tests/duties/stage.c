/* stage.c -- a throw-away organisation with one person for each role. */
#include "duties/stage.h"

#include <stdio.h>
#include <stdlib.h>

#include "duty/engine.h"
#include "identity/identity.h"
#include "store/tenant.h"

#define BEGINS ((struct date){ 2019, 1, 1 })

static const char *const cast[] = {
	"cast rai \"Rai Okafor\" security-officer", "cast dana \"Dana Whitford\" executive",
	"cast sol \"Sol Lindqvist\" system-owner",  "cast kim \"Kim Park\" staff",
	"cast ada \"Ada Moreau\" auditor until=2035-12-31",
	"cast lee \"Lee Tremblay\" audit-lead",     "cast max \"Max Ito\" administrator",
	"cast cam \"Cam Baker\" central-office",
	"cast noor \"Noor Haddad\" security-officer",
};

static bool complain(const char *what, const struct refusal *why)
{
	fprintf(stderr, "%s: %s\n", what, fail_message());
	for (size_t i = 0; i < why->count; i++)
		fprintf(stderr, "  %.*s: %s\n", STR_ARG(why->at[i].where),
		        why->at[i].why.id);
	return false;
}

static enum fail choose(struct act *a, void *arg)
{
	(void)arg;
	enum fail f = setting_set(a, STR(SETTING_JURISDICTIONS), STR("*"), STR("test"));

	return f ? f : setting_set(a, STR(SETTING_ADOPTED), STR("2019-01-01"), STR("test"));
}

static bool set_up(struct stage *s, struct refusal *why)
{
	const struct setup in = {
		.trusted = true,
		.organisation = STR("Ministry of Ferries and Inland Waters"),
		.login = STR("stage"),
		.person_name = STR("Stage Manager"),
		.password = STR("correct horse battery staple"),
	};
	const struct store_options options = {
		.db = str_z(s->arena, str_format(s->arena, "%s/store.db", s->folder)),
		.registry = &all_records,
		.create = true,
		.no_threads = true,
	};

	if (store_open(&s->store, &options) != OK)
		return false;
	identity_wire(s->store);
	duty_engine_use(&s->duties);
	store_add_hook(s->store, duty_after_write);
	store_set_clock(s->store, instant_from_date(BEGINS));
	if (setup_run(s->store, s->arena, &in, why, &s->org, NULL) != OK)
		return false;
	struct actor program = tenant_system(s->org, STR("stage"));
	if (store_write(s->store, &program, s->arena, choose, NULL) != OK)
		return false;
	for (size_t i = 0; i < COUNT(cast); i++)
		if (!stage_cast(s, str_of(cast[i])))
			return false;
	return true;
}

bool stage_cast(struct stage *s, struct str line)
{
	struct story *story = story_new(s->arena, s->store, s->org);
	struct str rest;

	story_day(story, BEGINS);
	if (s->login_count == STAGE_LOGINS || !story_line(story, line)) {
		fprintf(stderr, "%.*s: %s\n", STR_ARG(line), story_complaint(story));
		return false;
	}
	(void)str_split(line, ' ', &rest);
	s->logins[s->login_count++] =
		str_copy(s->arena, str_split(str_trim(rest), ' ', &rest));
	return true;
}

bool stage_open(struct stage *s)
{
	*s = (struct stage){ .arena = arena_new(256u * 1024 * 1024) };
	struct refusal why = refusal_on(s->arena);

	snprintf(s->folder, sizeof s->folder, "/tmp/duties-XXXXXX");
	if (!mkdtemp(s->folder))
		return false;
	if (packs_embedded(s->arena, &why, &s->packs) != OK ||
	    duties_read(s->arena, &s->packs, &all_records, &why, &s->duties) != OK)
		return complain("the packs cannot be read", &why);
	return set_up(s, &why) || complain("no stage", &why);
}

void stage_close(struct stage *s)
{
	char command[128];

	if (s->store)
		store_close(s->store);
	arena_free(s->arena);
	snprintf(command, sizeof command, "rm -rf '%s'", s->folder);
	if (system(command) != 0)
		fprintf(stderr, "%s is left behind\n", s->folder);
}
