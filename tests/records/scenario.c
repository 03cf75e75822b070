/* scenario.c -- one scenario: a throw-away store on which a story is acted out. */
#include "records/scenario.h"

#include <stdio.h>
#include <stdlib.h>

#include "actions/story.h"
#include "identity/identity.h"
#include "store/store.h"

struct scenario {
	struct arena *arena;
	char folder[64];
	struct store *store;
	struct story *story;
};

static bool set_stage(struct scenario *s, const char *name)
{
	struct setup in = {
		.trusted = true,
		.organisation = STR("Ministry of Ferries and Inland Waters"),
		.login = STR("stage"),
		.person_name = STR("Stage Manager"),
		.password = STR("correct horse battery staple"),
	};
	struct store_options options = {
		.db = str_z(s->arena, str_format(s->arena, "%s/store.db", s->folder)),
		.registry = &all_records,
		.create = true,
		.no_threads = true,
	};
	struct refusal why = refusal_on(s->arena);
	struct id org;

	if (store_open(&s->store, &options) == OK) {
		identity_wire(s->store);
		store_set_clock(s->store, instant_from_date((struct date){ 2026, 3, 2 }));
		if (setup_run(s->store, s->arena, &in, &why, &org, NULL) == OK) {
			s->story = story_new(s->arena, s->store, org);
			story_day(s->story, (struct date){ 2026, 3, 2 });
			return true;
		}
	}
	fprintf(stderr, "%s: no stage: %s\n", name, fail_message());
	return false;
}

struct scenario *scenario_open(const char *name)
{
	struct scenario *s = calloc(1, sizeof *s);

	if (!s)
		return NULL;
	s->arena = arena_new(256u * 1024 * 1024);
	snprintf(s->folder, sizeof s->folder, "/tmp/scenario-XXXXXX");
	if (!s->arena || !mkdtemp(s->folder) || !set_stage(s, name)) {
		scenario_close(s);
		return NULL;
	}
	return s;
}

void scenario_close(struct scenario *s)
{
	char command[128];

	if (!s)
		return;
	if (s->store)
		store_close(s->store);
	arena_free(s->arena);
	if (!strstr(s->folder, "XXXXXX")) {
		snprintf(command, sizeof command, "rm -rf '%s'", s->folder);
		if (system(command) != 0)
			fprintf(stderr, "%s is left behind\n", s->folder);
	}
	free(s);
}

bool scenario_line(struct scenario *s, struct str line)
{
	return story_line(s->story, line);
}

const char *scenario_complaint(const struct scenario *s)
{
	return story_complaint(s->story);
}
