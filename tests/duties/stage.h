/* stage.h -- the organisation in which scenarios of duties happen. */
#ifndef TESTS_DUTIES_STAGE_H
#define TESTS_DUTIES_STAGE_H

#include "actions/story.h"
#include "duty/world.h"

#define STAGE_LOGINS 32

struct stage {
	struct arena *arena;
	char folder[64];
	struct store *store;
	struct id org;
	struct packs packs;
	struct duties duties;
	struct str logins[STAGE_LOGINS];
	size_t login_count;
};

/* False: it said why. */
bool stage_open(struct stage *s);
void stage_close(struct stage *s);
/* Another person, as a line of a story: cast LOGIN "NAME" ROLE. */
bool stage_cast(struct stage *s, struct str line);

#endif
