/*
 * comment.c -- something said about a record, that changes nothing in it.
 *
 *     open <-> settled
 *
 * Scenarios: tests/records/comment.t
 */
#include "records/comment.h"

#include "records/linked.h"
#include "store/store.h"

static effect_fn subject_from_text;
static check_fn keeps_the_words_of_others;

static const struct field fields[] = {
	[COM_SUBJECT] = { .name = "subject", .label = "Comment", .type = T_LINE, .max = 120,
	                  .set_by_program = true, .help = "How it begins." },
	[COM_TEXT]    = { .name = "text", .label = "What is said", .type = T_TEXT,
	                  .max = 10000,
	                  .required = true },
	[COM_ABOUT]   = { .name = "about", .label = "About", .type = T_LINK,
	                  .required = true, .part_of = true },
	[COM_ANSWERS] = { .name = "answers", .label = "Answers", .type = T_LINK,
	                  .target = &comment_type },
	[COM_FIELD]   = { .name = "field", .label = "Field", .type = T_LINE, .max = 60 },
};
_Static_assert(COUNT(fields) == COM__COUNT, "every field is described");

static const struct state states[] = {
	[COM_IS_OPEN]    = { .name = "open", .label = "Open" },
	[COM_IS_SETTLED] = { .name = "settled", .label = "Settled" },
};
_Static_assert(COUNT(states) == COM_IS__COUNT, "every state is described");

static const struct right rights[] = {
	[COM_MAY_WRITE] = { .name = "comment.write", .label = "Comment on records" },
};
_Static_assert(COUNT(rights) == COM_MAY__COUNT, "every right is described");

static const struct step steps[] = {
	{ .name = "settle", .label = "Settle", .from = BIT(COM_IS_OPEN),
	  .to = COM_IS_SETTLED,
	  .right = COM_MAY_WRITE },
	{ .name = "reopen", .label = "Reopen", .from = BIT(COM_IS_SETTLED),
	  .to = COM_IS_OPEN,
	  .right = COM_MAY_WRITE },
};

static const int list[] = { COM_SUBJECT, COM_ABOUT };

const struct record_type comment_type = {
	.name = "comment", .label = "Comment", .plural = "Comments", .code = "COM",
	.help = "Something said about a record, that changes nothing in it.",
	.fields = TABLE(fields), .states = TABLE(states), .steps = TABLE(steps),
	.rights = TABLE(rights), .list = TABLE(list), .create = COM_MAY_WRITE,
	.change = COM_MAY_WRITE, .owner_may_change = true,
	.attachment = true, .retention = "with-its-record",
	.check = keeps_the_words_of_others, .effect = subject_from_text,
};

static struct str words_before(const struct act *a, const struct row *r)
{
	struct actor program;
	struct act act = act_of_program(a, &program);
	struct row *before;

	if (r->version == 0 || record_get(&act, &comment_type, r->id, &before) != OK)
		return row_text(r, COM_TEXT);
	return row_text(before, COM_TEXT);
}

static bool keeps_the_words_of_others(const struct act *a, const struct row *r,
                                      struct refusal *why)
{
	bool mine = a->actor->kind != ACTOR_PERSON || id_equal(a->actor->person, r->owner);

	if (!mine && !str_equal(row_text(r, COM_TEXT), words_before(a, r)))
		return refuse(why, COM_TEXT, "are the words of somebody else",
		              "Answer with a comment of your own.");
	return true;
}

/* A list shows how the comment begins, up to the end of its first line. */
static enum fail subject_from_text(struct act *a, const struct row *before,
                                   const struct row *after)
{
	struct change *c = change_new(a->arena, &comment_type);
	struct str rest;
	struct str first = str_split(str_trim(row_text(after, COM_TEXT)), '\n', &rest);
	struct str subject = str_trim(str_cut_utf8(first, 117));

	(void)before;
	if (subject.n < first.n)
		subject = str_format(a->arena, "%.*s…", STR_ARG(subject));
	if (str_equal(subject, row_text(after, COM_SUBJECT)))
		return OK;
	change_text(c, COM_SUBJECT, subject);
	return record_set(a, &comment_type, after->id, c);
}
