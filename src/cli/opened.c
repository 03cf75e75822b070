/* opened.c -- opening an installation's data for a command. */
#include "cli/opened.h"

#include <errno.h>
#include <fcntl.h>
#include <pwd.h>
#include <termios.h>
#include <unistd.h>

#include "base/limits.h"

#define SECRET_LINE_BYTES 4096

static enum fail open_store(struct opened *o)
{
	const struct store_options options = {
		.db = o->db,
		.registry = &all_records,
		.read_only = !o->write,
		.no_threads = true,
		.readers = 1,
	};

	enum fail f = db_is_there(o->db);
	if (f == OK)
		f = store_open(&o->store, &options);
	if (f == OK && o->write)
		identity_wire(o->store);
	return f;
}

int opened_start(struct opened *o)
{
	if (!o->db)
		return command_misused(o->command, "say which database: --db FILE");
	o->arena = arena_new(LIMIT_REQUEST_BYTES);
	if (!o->arena)
		return command_failed(o->command, fail_say(FAIL_MEMORY, "no memory"));
	enum fail f = open_store(o);
	if (f == OK)
		f = tenant_find(o->store, str_of(o->org_name), &o->org);
	if (f == OK)
		return 0;
	int status = command_failed(o->command, f);
	opened_end(o);
	return status;
}

void opened_end(struct opened *o)
{
	if (!o->arena)
		return;
	store_close(o->store);
	arena_free(o->arena);
	o->store = NULL;
	o->arena = NULL;
}

/* ---- secrets ---- */

static enum fail read_line(struct arena *a, int fd, const char *name, struct str *out)
{
	char bytes[SECRET_LINE_BYTES];
	size_t n = 0;
	ssize_t got = 1;
	struct str rest;

	while (n < sizeof bytes && got > 0) {
		got = read(fd, bytes + n, 1);
		if (got < 0)
			return fail_say(FAIL_IO, "cannot read %s: %s", name,
			                strerror(errno));
		if (got > 0 && bytes[n++] == '\n')
			break;
	}
	if (n == sizeof bytes)
		return fail_say(FAIL_FULL, "the first line of %s is too long", name);
	*out = str_copy(a, str_split((struct str){ bytes, n }, '\n', &rest));
	if (str_ends(*out, "\r"))
		out->n--;
	explicit_bzero(bytes, sizeof bytes);
	return out->n ? OK : fail_say(FAIL_FORMAT, "the first line of %s is empty", name);
}

enum fail secret_from_file(struct arena *a, const char *path, struct str *out)
{
	if (strcmp(path, "-") == 0)
		return read_line(a, STDIN_FILENO, "standard input", out);
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	if (fd < 0)
		return fail_say(FAIL_IO, "cannot read %s: %s", path, strerror(errno));
	enum fail f = read_line(a, fd, path, out);
	close(fd);
	return f;
}

static enum fail prompt_once(struct arena *a, int fd, const char *prompt, struct str *out)
{
	struct termios shown, hidden;

	if (tcgetattr(fd, &shown) != 0)
		return fail_say(FAIL_IO, "this is no terminal: give a file");
	hidden = shown;
	hidden.c_lflag &= ~(tcflag_t)ECHO;
	dprintf(fd, "%s: ", prompt);
	tcsetattr(fd, TCSAFLUSH, &hidden);
	enum fail f = read_line(a, fd, "the terminal", out);
	tcsetattr(fd, TCSAFLUSH, &shown);
	dprintf(fd, "\n");
	return f;
}

enum fail secret_from_prompt(struct arena *a, const char *prompt, bool twice,
                             struct str *out)
{
	struct str again = STR_NONE;
	int fd = open("/dev/tty", O_RDWR | O_CLOEXEC);

	if (fd < 0)
		return fail_say(FAIL_IO, "there is no terminal to ask at: give a file");
	enum fail f = prompt_once(a, fd, prompt, out);
	if (f == OK && twice)
		f = prompt_once(a, fd, "Again", &again);
	if (f == OK && twice && !str_equal(*out, again))
		f = fail_say(FAIL_FORMAT, "the two are not the same");
	close(fd);
	return f;
}

/* ---- the operator ---- */

struct str operator_name(struct arena *a)
{
	char room[1024];
	struct passwd entry, *found = NULL;

	if (getpwuid_r(getuid(), &entry, room, sizeof room, &found) == 0 && found)
		return str_copy(a, str_of(found->pw_name));
	return str_format(a, "uid %lu", (unsigned long)getuid());
}

int opened_operator(struct opened *o, const char *reading, struct actor **out)
{
	enum fail f = operator_actor(o->store, o->arena, o->org, operator_name(o->arena),
	                             str_of(reading), out);

	return f == OK ? 0 : command_failed(o->command, f);
}
