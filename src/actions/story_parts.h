/* story_parts.h -- what the files of a story share; nobody else includes it. */
#ifndef ACTIONS_STORY_PARTS_H
#define ACTIONS_STORY_PARTS_H

#include "actions/story.h"
#include "actions/story_words.h"
#include "model/actor.h"

#define STORY_CAST 32

struct story_person {
	struct str login;
	const struct actor *actor;
};

struct story {
	struct arena *arena;
	struct store *store;
	struct id org;
	const struct packs *packs;
	struct act *outer; /* of the transaction that everything is inside of */
	struct instant now;             /* moves on a little with each line */
	struct date today;
	struct id unit;                 /* of new records */
	struct story_person cast[STORY_CAST];
	size_t cast_count;
	char complaint[2000];
	/* the line at hand */
	struct story_words words;
	size_t next;                    /* word that comes now */
	bool refused;                   /* '!' */
	const struct record_type *type; /* of the record that is meant */
	struct id id;
	struct refusal why;
};

typedef enum fail story_act(struct act *a, struct story *s);

bool story_complain(struct story *s, const char *format, ...) PRINTF_LIKE(2, 3);
const char *story_reasons(struct story *s, const struct refusal *why);
/* Does it as `who`, in a transaction of its own or in the one that is open. */
enum fail story_do(struct story *s, const struct actor *who, story_act *act, bool writes);

/* ---- story_change.c: NAME=VALUE words as a change ---- */
/* From the next word on; null after a complaint.  What cannot be read is in s->why. */
struct change *story_change(struct story *s, struct act *a);
/* What a field holds, as one would write it in a story. */
struct str story_value(struct act *a, const struct row *r, int field);

/* ---- story_quiz.c: a line in which somebody takes a quiz ---- */
story_act *story_quiz_verb(struct str verb);            /* null: it is none */

/* ---- story_check.c: lines that check plans ---- */
story_act *story_check_verb(struct str verb);           /* null: it is none of them */

#endif
