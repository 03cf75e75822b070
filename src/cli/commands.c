/* commands.c -- the table of contents of the command line, and what all commands share. */
#include "cli/command.h"

#include <stdarg.h>

#include "base/arena.h"
#include "base/text.h"

extern const struct command command_init;
extern const struct command command_serve;
extern const struct command command_demo;
extern const struct command command_describe;
extern const struct command command_verify;
extern const struct command command_ledger;
extern const struct command command_backup;
extern const struct command command_restore;
extern const struct command command_export;
extern const struct command command_import;
extern const struct command command_upgrade;
extern const struct command command_user;
extern const struct command command_token;
extern const struct command command_settings;
extern const struct command command_due;
extern const struct command command_erase;
extern const struct command command_plan;
extern const struct command command_content;
extern const struct command command_duty;

static const struct command *const all[] = {
	&command_init,
	&command_serve,
	&command_demo,
	&command_plan,
	&command_content,
	&command_duty,
	&command_user,
	&command_token,
	&command_settings,
	&command_due,
	&command_erase,
	&command_verify,
	&command_ledger,
	&command_backup,
	&command_restore,
	&command_export,
	&command_import,
	&command_upgrade,
	&command_describe,
};

size_t command_count(void)
{
	return COUNT(all);
}

const struct command *command_at(size_t i)
{
	return i < COUNT(all) ? all[i] : NULL;
}

const struct command *command_find(const char *name)
{
	for (size_t i = 0; i < COUNT(all); i++)
		if (strcmp(all[i]->name, name) == 0)
			return all[i];
	return NULL;
}

#define WORD_BYTES 24

static size_t least(size_t a, size_t b, size_t c)
{
	size_t ab = a < b ? a : b;

	return ab < c ? ab : c;
}

/* How many letters must be added, dropped or changed (Levenshtein), words cut to
 * WORD_BYTES. */
static size_t distance(const char *a, const char *b)
{
	size_t row[WORD_BYTES + 1];
	size_t width = strnlen(b, WORD_BYTES), height = strnlen(a, WORD_BYTES);

	for (size_t j = 0; j <= width; j++)
		row[j] = j;
	for (size_t i = 1; i <= height; i++) {
		size_t corner = row[0];
		row[0] = i;
		for (size_t j = 1; j <= width; j++) {
			size_t above = row[j];
			row[j] = least(above + 1, row[j - 1] + 1,
			               corner + (a[i - 1] != b[j - 1]));
			corner = above;
		}
	}
	return row[width];
}

const struct command *command_like(const char *name)
{
	const struct command *best = NULL;
	size_t nearest = 3;

	for (size_t i = 0; i < COUNT(all); i++) {
		size_t d = distance(name, all[i]->name);
		if (d < nearest && d < strlen(name)) {
			nearest = d;
			best = all[i];
		}
	}
	return best;
}

void command_say(const struct command *c, const char *format, ...)
{
	char line[1024];
	va_list args;

	va_start(args, format);
	vsnprintf(line, sizeof line, format, args);
	va_end(args);
	fprintf(stderr, "wardroom %s: %s\n", c->name, line);
}

int command_failed(const struct command *c, enum fail f)
{
	const char *said = fail_message();

	command_say(c, "%s", said[0] ? said : fail_name(f));
	return COMMAND_COULD_NOT;
}

static void say_reason(const struct command *c, struct arena *a, const struct reason *r)
{
	struct str why = message_fill(a, r->why.id, &r->why);

	if (r->where.n)
		command_say(c, "%.*s: %.*s", STR_ARG(r->where), STR_ARG(why));
	else
		command_say(c, "%.*s", STR_ARG(why));
	if (r->advice.id) {
		struct str advice = message_fill(a, r->advice.id, &r->advice);
		fprintf(stderr, "    %.*s\n", STR_ARG(advice));
	}
}

int command_refused(const struct command *c, const struct refusal *why)
{
	for (size_t i = 0; i < why->count; i++)
		say_reason(c, why->arena, &why->at[i]);
	return COMMAND_COULD_NOT;
}

int command_misused(const struct command *c, const char *format, ...)
{
	char line[1024];
	va_list args;

	va_start(args, format);
	vsnprintf(line, sizeof line, format, args);
	va_end(args);
	if (line[0])
		command_say(c, "%s", line);
	fprintf(stderr, "usage: wardroom %s %s\n", c->name, c->usage);
	fprintf(stderr, "'wardroom %s --help' lists the options.\n", c->name);
	return COMMAND_COULD_NOT;
}

int command_help(const struct command *c)
{
	printf("wardroom %s -- %s\n\n", c->name, c->summary);
	printf("usage: wardroom %s %s\n\n%s", c->name, c->usage, c->help ? c->help : "");
	return COMMAND_DONE;
}
