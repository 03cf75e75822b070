/* target.c -- files and addresses told apart; what stands beside a database. */
#include "db/target.h"

#include <stdlib.h>
#include <unistd.h>

#include "db/driver.h"
#include "sys/lock.h"
#include "sys/path.h"

#define NAME_BYTES 64

enum fail db_target(const char *given, char out[PATH_MAX])
{
	if (db_is_file(given))
		return path_absolute(given, out);
	int n = snprintf(out, PATH_MAX, "%s", given);
	return n < PATH_MAX ? OK : fail_say(FAIL_FULL, "the address is too long");
}

enum fail db_is_there(const char *target)
{
	if (!db_is_file(target) || access(target, F_OK) == 0)
		return OK;
	return fail_say(FAIL_NOT_FOUND, "there is no database %s."
	                                " 'wardroom init' makes one",
	                target);
}

enum fail db_is_free(const char *target, int wait_seconds)
{
	if (!db_is_file(target) || !lock_stays_taken(target, wait_seconds))
		return OK;
	return fail_say(FAIL_BUSY, "another process has %s open; only one may", target);
}

/* ---- beside an address ---- */
static enum fail data_folder(char out[PATH_MAX])
{
	static const struct {
		const char *variable, *below;
	} places[] = {
		{ "WARDROOM_DATA", "" },
		{ "STATE_DIRECTORY", "" },
		{ "XDG_STATE_HOME", "/wardroom" },
		{ "HOME", "/.local/state/wardroom" },
	};

	for (size_t i = 0; i < COUNT(places); i++) {
		const char *value = getenv(places[i].variable);
		if (!value || value[0] != '/')
			continue;
		int n = snprintf(out, PATH_MAX, "%s%s", value, places[i].below);
		if (n < PATH_MAX - NAME_BYTES)
			return OK;
	}
	return fail_say(FAIL_NOT_FOUND, "there is no folder for what this machine keeps"
	                                " beside the database: set WARDROOM_DATA");
}

/* postgres://user@host:1/NAME?...; "wardroom" where it says none. */
static void database_name(const char *address, char out[NAME_BYTES])
{
	struct str rest, s = str_of(address);
	size_t n = 0;

	s = str_from(s, str_find(s, STR("://")) + 3);
	size_t slash = str_find(s, STR("/"));
	struct str name = slash == SIZE_MAX ? STR("")
	                                    : str_split(str_from(s, slash + 1), '?', &rest);
	for (size_t i = 0; i < name.n && n < NAME_BYTES - 1; i++) {
		char c = name.p[i];
		bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
		             (c >= '0' && c <= '9') || c == '_' || c == '-';
		out[n++] = plain ? c : '_';
	}
	out[n] = '\0';
	if (n == 0)
		snprintf(out, NAME_BYTES, "wardroom");
}

enum fail db_beside(const char *target, char out[PATH_MAX])
{
	char name[NAME_BYTES];

	if (db_is_file(target)) {
		int n = snprintf(out, PATH_MAX, "%s", target);
		return n < PATH_MAX ? OK
		                    : fail_say(FAIL_FULL, "the path of the database is too"
		                                          " long");
	}
	enum fail f = data_folder(out);
	if (!f)
		f = path_make_folders(out);
	if (f)
		return f;
	database_name(target, name);
	size_t n = strlen(out);
	snprintf(out + n, PATH_MAX - n, "/%s", name);
	return OK;
}
