/*
 * cmd_init.c -- makes the database of a new organisation.
 *
 * With --admin the first account is made; without, a set-up code is printed that opens the
 * first sign-in in the browser.  What is there already is never touched.
 */
#include "cli/command.h"

#include <errno.h>
#include <getopt.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/limits.h"
#include "cli/opened.h"
#include "cli/serve.h"
#include "store/tenant.h"

static int run(int argc, char **argv);

const struct command command_init = {
	.name = "init",
	.summary = "make the database of a new organisation",
	.usage = "--db DATABASE [--org NAME [--org-fr NAME] [--zone ZONE]\n"
	         "                     --admin LOGIN --password-file FILE [--name NAME] "
	         "[--email ADDRESS]]",
	.help = "  --db DATABASE         a file, which is made and must not be there, or\n"
	        "                        postgres://... of a database that is empty\n"
	        "  --org NAME            name of the organisation in English\n"
	        "  --org-fr NAME         and in French\n"
	        "  --zone ZONE           America/Vancouver unless another is given\n"
	        "  --admin LOGIN         first account: administrator, security officer\n"
	        "  --password-file FILE  its password, one line; - reads standard input\n"
	        "  --name NAME           the person's name; the login unless given\n"
	        "  --email ADDRESS       the person's address\n"
	        "  --lang en|fr          the account's language\n"
	        "  --help                this help\n"
	        "\n"
	        "Without --admin a set-up code is printed; with it, the first visit in a\n"
	        "browser makes the organisation and its first account.\n",
	.run = run,
};

struct founding {
	const char *db, *password_file;
	struct setup setup;
	struct arena *arena;
	struct store *store;
	char path[PATH_MAX];
	bool made; /* files of ours are there, to be removed on failure */
};

static int options_suffice(const struct founding *f)
{
	const struct setup *s = &f->setup;

	if (!f->db)
		return command_misused(&command_init, "say which database: --db DATABASE");
	if (s->login.n && (!f->password_file || !s->organisation.n))
		return command_misused(&command_init,
		                       "--admin needs --org NAME and --password-file FILE");
	return COMMAND_DONE;
}

static int options_read(struct founding *f, int argc, char **argv)
{
	static const struct option options[] = {
		{ "db", required_argument, NULL, 'd' },
		{ "org", required_argument, NULL, 'o' },
		{ "org-fr", required_argument, NULL, 'O' },
		{ "zone", required_argument, NULL, 'z' },
		{ "admin", required_argument, NULL, 'a' },
		{ "password-file", required_argument, NULL, 'p' },
		{ "name", required_argument, NULL, 'n' },
		{ "email", required_argument, NULL, 'e' },
		{ "lang", required_argument, NULL, 'l' },
		{ NULL, 0, NULL, 0 },
	};
	struct setup *s = &f->setup;

	for (int o; (o = getopt_long(argc, argv, "", options, NULL)) != -1;) {
		struct str value = str_of(optarg);
		switch (o) {
		case 'd': f->db = optarg; break;
		case 'o': s->organisation = value; break;
		case 'O': s->organisation_fr = value; break;
		case 'z': s->zone = value; break;
		case 'a': s->login = value; break;
		case 'p': f->password_file = optarg; break;
		case 'n': s->person_name = value; break;
		case 'e': s->email = value; break;
		case 'l':
			if (!lang_parse(value, &s->lang))
				return command_misused(&command_init, "--lang is en or fr");
			break;
		default: return command_misused(&command_init, "%s", "");
		}
	}
	if (optind < argc)
		return command_misused(&command_init, "what is '%s'?", argv[optind]);
	return options_suffice(f);
}

static enum fail is_there_already(const struct founding *f)
{
	return fail_say(FAIL_REFUSED, "%s is there already; nothing was changed", f->db);
}

/* A database that somebody else made for us must have no organisation yet. */
static enum fail check_empty(struct founding *f)
{
	struct tenant *all;
	size_t count;
	enum fail failed = tenant_list(f->store, f->arena, &all, &count);

	if (failed == OK && count > 0) {
		f->made = false;
		failed = is_there_already(f);
	}
	return failed;
}

static enum fail make_database(struct founding *f)
{
	const struct store_options options = {
		.db = f->path,
		.registry = &all_records,
		.create = true,
		.no_threads = true,
	};
	enum fail failed = db_target(f->db, f->path);

	if (failed == OK && db_is_file(f->path) && access(f->path, F_OK) == 0)
		return is_there_already(f);
	if (failed)
		return failed;
	umask(0077);
	f->made = true;
	failed = store_open(&f->store, &options);
	if (failed == OK)
		failed = check_empty(f);
	if (failed == OK)
		identity_wire(f->store);
	return failed;
}

/* The whole organisation with its first account. */
static enum fail found(struct founding *f, struct refusal *why)
{
	struct setup *s = &f->setup;
	enum fail failed = secret_from_file(f->arena, f->password_file, &s->password);

	if (failed)
		return failed;
	s->trusted = true;
	if (!s->person_name.n)
		s->person_name = s->login;
	failed = setup_run(f->store, f->arena, s, why, NULL, NULL);
	if (failed == OK)
		printf("%.*s is ready in %s.\nNext: wardroom serve --db %s\n",
		       STR_ARG(s->organisation), f->db, f->db);
	return failed;
}

/* The browser's set-up asks for the names; the code proves who holds the terminal. */
static enum fail prepare_browser(struct founding *f)
{
	struct str code;
	enum fail failed = setup_code(f->store, f->arena, &code);

	if (failed == OK)
		printf("%s is ready.\nNext: wardroom serve --db %s, then open /set-up\n"
		       "Set-up code (holds %d hours): %.*s\n",
		       f->db, f->db, SETUP_HOURS, STR_ARG(code));
	return failed;
}

/* Nothing half-made stays behind; in a database that was there before, empty tables do. */
static void remove_made(const struct founding *f)
{
	if (!db_is_file(f->path))
		return;
	static const char *const ends[] = { "", "-wal", "-shm", ".lock", ".key" };
	char path[PATH_MAX + 16];

	for (size_t i = 0; i < COUNT(ends); i++) {
		snprintf(path, sizeof path, "%s%s", f->path, ends[i]);
		unlink(path);
	}
	snprintf(path, sizeof path, "%s.files", f->path);
	rmdir(path);
}

static int run(int argc, char **argv)
{
	struct founding f = { 0 };
	int status = options_read(&f, argc, argv);

	if (status)
		return status;
	f.arena = arena_new(LIMIT_REQUEST_BYTES);
	if (!f.arena)
		return command_failed(&command_init, fail_say(FAIL_MEMORY, "no memory"));
	struct refusal why = refusal_on(f.arena);
	enum fail failed = make_database(&f);
	if (failed == OK)
		failed = f.setup.login.n ? found(&f, &why) : prepare_browser(&f);
	store_close(f.store);
	if (refused(&why))
		status = command_refused(&command_init, &why);
	else if (failed)
		status = command_failed(&command_init, failed);
	if (failed && f.made)
		remove_made(&f);
	arena_free(f.arena);
	return status;
}
