/*
 * access.c -- may this person do that to this record?
 *
 * Yes takes one grant that is in force today, names the right, covers the record's unit and
 * reaches its classification.  Besides, the owner of a record sees it, and may change it
 * where the type says so.  A need-to-know list narrows all of this to its persons and the
 * owner. A token narrows once more.  Separation of duties is asked last.
 *
 * A role that lists "*" still does not run the installation: those rights are named apart.
 */
#include "access/access.h"

#include "base/arena.h"
#include "base/fail.h"

#define RIGHT_BYTES 96

struct subject subject_of(const struct row *r, struct id org)
{
	return (struct subject){
		.type = r->type,
		.org = org,
		.unit = r->unit,
		.label = r->label,
		.owner = r->owner,
		.author = r->author,
		.need_to_know = r->need_to_know,
		.need_to_know_count = r->need_to_know_count,
		.about = r->about,
		.about_count = r->about_count,
	};
}

static bool ends_with(struct str s, struct str end)
{
	return s.n >= end.n && str_equal(str_from(s, s.n - end.n), end);
}

bool access_pattern_covers(struct str pattern, struct str right)
{
	bool installation = str_starts(right, "installation.");

	if (str_equal(pattern, right))
		return true;
	if (str_is(pattern, "*"))
		return !installation;
	if (str_starts(pattern, "*."))
		return !installation && right.n > pattern.n - 1 &&
		       ends_with(right, str_from(pattern, 1));
	if (str_ends(pattern, ".*")) {
		struct str start = str_cut(pattern, pattern.n - 1);
		return right.n > start.n && str_equal(str_cut(right, start.n), start);
	}
	return false;
}

static bool any_covers(const struct str *patterns, size_t count, struct str right)
{
	for (size_t i = 0; i < count; i++)
		if (access_pattern_covers(patterns[i], right))
			return true;
	return false;
}

static bool is_reading(struct str right)
{
	return str_ends(right, ".read");
}

/* "plan" and ".read" as one text, in the caller's bytes. */
static struct str right_of_type(char bytes[RIGHT_BYTES], const struct record_type *t,
                                const char *what)
{
	int n = snprintf(bytes, RIGHT_BYTES, "%s.%s", t->name, what);

	if (n < 0 || n >= RIGHT_BYTES)
		BUG("the right %s.%s is too long", t->name, what);
	return (struct str){ bytes, (size_t)n };
}

/* ---- one grant ---- */

static bool grant_in_force(const struct grant *g, struct date today)
{
	return !date_is_set(g->until) || date_compare(today, g->until) <= 0;
}

static bool grant_names(const struct grant *g, struct str right)
{
	return any_covers(g->rights, g->right_count, right);
}

static bool grant_covers_unit(const struct grant *g, struct id unit)
{
	size_t low = 0, high = g->unit_count;

	if (g->everywhere)
		return true;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		int order = id_compare(unit, g->units[middle]);
		if (order == 0)
			return true;
		if (order < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return false;
}

/* How far the grants of an actor get towards a right; the furthest is what to explain. */
enum reach { NO_ROLE, ROLE_ENDED, ONLY_READS, OTHER_UNIT, TOO_LOW, GRANTED };

static enum reach grant_reach(const struct grant *g, struct str right,
                              const struct subject *s, struct date today)
{
	if (!grant_names(g, right))
		return NO_ROLE;
	if (!grant_in_force(g, today))
		return ROLE_ENDED;
	if (g->read_only && !is_reading(right))
		return ONLY_READS;
	if (!s)
		return GRANTED;
	if (!grant_covers_unit(g, s->unit))
		return OTHER_UNIT;
	return s->label > g->clearance ? TOO_LOW : GRANTED;
}

static enum reach actor_reach(const struct actor *who, struct str right,
                              const struct subject *s, struct date today)
{
	enum reach best = NO_ROLE;

	for (size_t i = 0; i < who->grant_count; i++) {
		enum reach r = grant_reach(&who->grants[i], right, s, today);
		if (r > best)
			best = r;
	}
	return best;
}

/* ---- the token that somebody came with ---- */

static bool token_allows(const struct actor *who, struct str right)
{
	if (who->token_read_only && !is_reading(right))
		return false;
	return who->token_scope_count == 0 ||
	       any_covers(who->token_scopes, who->token_scope_count, right);
}

/* ---- ownership and need to know ---- */

static bool owns(const struct actor *who, const struct subject *s)
{
	return id_is_set(who->person) && id_equal(who->person, s->owner);
}

/* Who wrote a comment or brought evidence sees it with what it is about, not besides. */
static bool is_owner(const struct actor *who, const struct subject *s)
{
	return owns(who, s) && !s->type->attachment;
}

static bool needs_to_know(const struct actor *who, const struct subject *s)
{
	if (s->need_to_know_count == 0 || is_owner(who, s))
		return true;
	if (!id_is_set(who->person))
		return false;
	for (size_t i = 0; i < s->need_to_know_count; i++)
		if (id_equal(s->need_to_know[i], who->person))
			return true;
	return false;
}

/* The highest label that any role in force reaches; -1 without one. */
static int own_clearance(const struct actor *who, struct date today)
{
	int best = -1;

	for (size_t i = 0; i < who->grant_count; i++)
		if (grant_in_force(&who->grants[i], today) &&
		    who->grants[i].clearance > best)
			best = who->grants[i].clearance;
	return best;
}

static bool owner_reaches(const struct actor *who, const struct subject *s,
                          struct date today)
{
	return is_owner(who, s) && s->label <= own_clearance(who, today);
}

/* ---- what an attachment is about ---- */

/* By the right to read that kind of record where the attachment is, or as its owner. */
static bool reads_about(const struct actor *who, const struct subject *s,
                        const struct about *about, struct date today)
{
	char bytes[RIGHT_BYTES];

	if (!about->type)
		return false;
	struct str right = right_of_type(bytes, about->type, "read");
	if (!token_allows(who, right))
		return false;
	return actor_reach(who, right, s, today) == GRANTED ||
	       (!about->type->attachment && id_is_set(who->person) &&
	        id_equal(who->person, about->owner));
}

static bool reads_all_about(const struct actor *who, const struct subject *s,
                            struct date today)
{
	for (size_t i = 0; i < s->about_count; i++)
		if (!reads_about(who, s, &s->about[i], today))
			return false;
	return true;
}

/* ---- the answers ---- */

bool access_read(const struct actor *who, const struct subject *s, struct date today)
{
	char bytes[RIGHT_BYTES];
	struct str right = right_of_type(bytes, s->type, "read");

	if (!id_equal(who->org, s->org))
		return false;
	if (who->kind == ACTOR_SYSTEM)
		return true;
	if (!token_allows(who, right) || !needs_to_know(who, s) ||
	    !reads_all_about(who, s, today))
		return false;
	return owner_reaches(who, s, today) ||
	       actor_reach(who, right, s, today) == GRANTED;
}

static bool owner_may_change(const struct actor *who, const struct subject *s,
                             struct date today)
{
	if (!s->type->owner_may_change || !id_equal(who->org, s->org))
		return false;
	return s->type->attachment ? owns(who, s) && access_read(who, s, today)
	                           : owner_reaches(who, s, today);
}

static bool forbid(struct refusal *why, struct message what, struct message advice)
{
	if (!why)
		return false;
	why->kind = REFUSAL_FORBIDDEN;
	return refuse_with(why, FIELD_NONE, what, advice);
}

static bool forbid_token(struct refusal *why, const struct actor *who)
{
	if (who->token_read_only)
		return forbid(why, MESSAGE("this token only reads"),
		              MESSAGE("Use a token that may also change things."));
	return forbid(why, MESSAGE("this token is not meant for that"),
	              MESSAGE("Use a token with a wider scope."));
}

static bool forbid_reach(struct refusal *why, enum reach r, struct str right)
{
	/* The caller's bytes may be gone when the message is read. */
	if (why)
		right = str_copy(why->arena, right);
	switch (r) {
	case ROLE_ENDED:
		return forbid(why, MESSAGE("your role for this has ended"),
		              MESSAGE("Ask whoever appoints to roles to renew it."));
	case ONLY_READS:
		return forbid(why, MESSAGE("your role only reads"),
		              MESSAGE("Ask somebody responsible to do it."));
	case OTHER_UNIT:
		return forbid(why,
		              MESSAGE("your role covers another part of the organisation"),
		              MESSAGE("Ask somebody who is responsible for this part."));
	case TOO_LOW:
		return forbid(why,
		              MESSAGE("this is classified above what your role may handle"),
		              MESSAGE("Ask somebody cleared for it."));
	case NO_ROLE:
	case GRANTED:
		break;
	}
	return forbid(
		why, MESSAGE("none of your roles allows this"),
		MESSAGE1("It takes the right %1; ask whoever appoints to roles.", right));
}

bool access_right(const struct actor *who, const char *right_name, const struct subject *s,
                  struct date today, struct refusal *why)
{
	struct str right = str_of(right_name);

	if (!id_equal(who->org, s->org))
		return forbid_reach(why, NO_ROLE, right);
	if (who->kind == ACTOR_SYSTEM)
		return true;
	if (!token_allows(who, right))
		return forbid_token(why, who);
	if (!s->new_record && !needs_to_know(who, s))
		return forbid_reach(why, NO_ROLE, right);
	enum reach r = actor_reach(who, right, s, today);
	return r == GRANTED || forbid_reach(why, r, right);
}

static const char *right_at(const struct record_type *t, int index)
{
	if (index < 0 || (size_t)index >= t->rights.count)
		BUG("%s has no right %d", t->name, index);
	return t->rights.at[index].name;
}

bool access_create(const struct actor *who, const struct subject *s, struct date today,
                   struct refusal *why)
{
	struct subject made = *s;

	made.new_record = true;
	return access_right(who, right_at(s->type, s->type->create), &made, today, why);
}

bool access_change(const struct actor *who, const struct subject *s, struct date today,
                   struct refusal *why)
{
	const char *right = right_at(s->type, s->type->change);

	if (owner_may_change(who, s, today) && token_allows(who, str_of(right)))
		return true;
	return access_right(who, right, s, today, why);
}

bool access_withdraw(const struct actor *who, const struct subject *s, struct date today,
                     struct refusal *why)
{
	char bytes[RIGHT_BYTES];
	struct str right = right_of_type(bytes, s->type, "withdraw");

	if (s->type->owner_may_withdraw && id_equal(who->org, s->org) &&
	    owner_reaches(who, s, today) && token_allows(who, right))
		return true;
	return access_right(who, right.p, s, today, why);
}

bool access_step(const struct actor *who, const struct step *step, const struct subject *s,
                 struct date today, struct refusal *why)
{
	bool yes = access_right(who, right_at(s->type, step->right), s, today, why);

	if (who->kind != ACTOR_SYSTEM && step->not_author && id_is_set(s->author) &&
	    id_equal(s->author, who->person))
		return forbid(why, MESSAGE("whoever wrote this cannot also decide on it"),
		              MESSAGE("Ask somebody else with that right."));
	return yes;
}

bool access_installation(const struct actor *who, const char *right_name, struct date today,
                         struct refusal *why)
{
	struct str right = str_of(right_name);

	if (who->kind == ACTOR_SYSTEM)
		return true;
	if (!token_allows(who, right))
		return forbid_token(why, who);
	enum reach r = actor_reach(who, right, NULL, today);
	return r == GRANTED || forbid_reach(why, r, right);
}

int access_clearance(const struct actor *who, const char *right_name, struct date today)
{
	struct str right = str_of(right_name);
	int best = -1;

	for (size_t i = 0; i < who->grant_count; i++) {
		const struct grant *g = &who->grants[i];
		if (grant_reach(g, right, NULL, today) == GRANTED && g->clearance > best)
			best = g->clearance;
	}
	return best;
}

bool access_somewhere(const struct actor *who, const char *right, struct date today)
{
	return access_installation(who, right, today, NULL);
}

/* ---- the same as a scope for queries ---- */

static void scope_lines(struct arena *a, struct scope *scope, const struct actor *who,
                        struct str right, struct date today)
{
	scope->lines = ARENA_TRY(a, struct scope_line, who->grant_count + 1);
	if (!scope->lines) {
		arena_fail(a);
		return;
	}
	for (size_t i = 0; i < who->grant_count; i++) {
		const struct grant *g = &who->grants[i];
		if (!grant_in_force(g, today) || !grant_names(g, right))
			continue;
		scope->lines[scope->line_count++] = (struct scope_line){
			.everywhere = g->everywhere,
			.units = g->units,
			.unit_count = g->unit_count,
			.clearance = g->clearance,
		};
	}
}

struct scope access_scope(struct arena *a, const struct actor *who,
                          const struct record_type *t, struct date today)
{
	char bytes[RIGHT_BYTES];
	struct str right = right_of_type(bytes, t, "read");
	struct scope scope = { .person = who->person };

	if (who->kind == ACTOR_SYSTEM) {
		scope.everything = true;
		return scope;
	}
	if (!token_allows(who, right)) {
		scope.nothing = true;
		return scope;
	}
	scope_lines(a, &scope, who, right, today);
	scope.own_clearance = own_clearance(who, today);
	scope.own = id_is_set(who->person) && scope.own_clearance >= 0 && !t->attachment;
	scope.nothing = !scope.own && scope.line_count == 0;
	return scope;
}
