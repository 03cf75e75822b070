/* scopes.c -- the rights that there are. */
#include "identity/scopes.h"

#include "access/access.h"
#include "base/arena.h"
#include "base/limits.h"
#include "records/settings.h"

static const char *const of_every_type[] = { "read", "comment", "withdraw", "erase" };
static const char *const of_the_installation[] = { "installation.users",
	                                           "installation.settings",
	                                           "installation.verify" };

typedef void right_fn(void *arg, const char *right);

static void each_of_type(struct arena *a, const struct record_type *t, right_fn *each,
                         void *arg)
{
	for (size_t i = 0; i < COUNT(of_every_type); i++)
		each(arg, str_format(a, "%s.%s", t->name, of_every_type[i]).p);
	for (size_t i = 0; i < t->rights.count; i++)
		each(arg, t->rights.at[i].name);
}

static void each_right(struct arena *a, const struct registry *g, right_fn *each, void *arg)
{
	for (size_t i = 0; i < g->count; i++)
		each_of_type(a, g->at[i], each, arg);
	for (size_t i = 0; i < SET__COUNT; i++)
		if (settings[i].right)
			each(arg, settings[i].right);
	for (size_t i = 0; i < COUNT(of_the_installation); i++)
		each(arg, of_the_installation[i]);
}

struct covering {
	struct str pattern;
	bool covers;
};

static void cover(void *arg, const char *right)
{
	struct covering *c = arg;

	c->covers = c->covers || access_pattern_covers(c->pattern, str_of(right));
}

static void put(void *arg, const char *right)
{
	struct text *t = arg;

	text_addf(t, "%s%s", t->n > 0 ? " " : "", right);
}

/* Those of its type; else which types there are. */
static void advise(const struct registry *g, struct str scope, struct refusal *why)
{
	struct text list = text_on(why->arena, LIMIT_PIECE_BYTES);
	struct str rest;
	const struct record_type *t = registry_find(g, str_split(scope, '.', &rest));

	if (t) {
		each_of_type(why->arena, t, put, &list);
		refuse_with(why, FIELD_NONE,
		            MESSAGE1("\"%1\" covers no right that there is", scope),
		            MESSAGE1("There are: %1", text_str(&list)));
		return;
	}
	for (size_t i = 0; i < g->count; i++)
		put(&list, g->at[i]->name);
	refuse_with(why, FIELD_NONE,
	            MESSAGE1("\"%1\" covers no right that there is", scope),
	            MESSAGE1("Before the point stands one of: %1", text_str(&list)));
}

bool scope_is_known(const struct registry *g, struct str scope, struct refusal *why)
{
	struct covering c = { .pattern = right_now(g, why->arena, scope) };

	each_right(why->arena, g, cover, &c);
	if (!c.covers)
		advise(g, str_printable(why->arena, scope), why);
	return c.covers;
}
