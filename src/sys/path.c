/* path.c -- names of files. */
#include "sys/path.h"

#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/text.h"

enum fail path_absolute(const char *path, char out[PATH_MAX])
{
	char folder[PATH_MAX];
	const char *slash = strrchr(path, '/');
	const char *name = slash ? slash + 1 : path;
	int n = snprintf(folder, sizeof folder, "%.*s", slash ? (int)(slash - path + 1) : 1,
	                 slash ? path : ".");
	char *real = n > 0 && (size_t)n < sizeof folder ? realpath(folder, NULL) : NULL;

	if (!real)
		return fail_say(FAIL_NOT_FOUND, "there is no folder %s", folder);
	n = snprintf(out, PATH_MAX, "%s/%s", strcmp(real, "/") == 0 ? "" : real, name);
	free(real);
	return n < PATH_MAX ? OK : fail_say(FAIL_FULL, "the path %s is too long", path);
}

enum fail path_make_folders(const char *path)
{
	char one[PATH_MAX];
	size_t n = strlen(path);

	if (n >= sizeof one)
		return fail_say(FAIL_FULL, "the path %s is too long", path);
	for (size_t i = 1; i <= n; i++) {
		if (path[i] != '/' && path[i] != '\0')
			continue;
		snprintf(one, sizeof one, "%.*s", (int)i, path);
		if (mkdir(one, 0700) != 0 && errno != EEXIST && i == n)
			return fail_say(FAIL_IO, "cannot make the folder %s: %s", one,
			                strerror(errno));
	}
	return OK;
}
