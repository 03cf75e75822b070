/*
 * run.c -- acts out scenarios that an officer can read: scenarios FILE.t...
 *
 * One line is one act, on a real store with real accounts; actions/story.h tells how a line
 * is written.
 */
#include <stdio.h>
#include <stdlib.h>

#include "records/scenario.h"

static bool run_file(const char *path)
{
	struct scenario *s = scenario_open(path);
	char line[4096];
	FILE *in = fopen(path, "r");
	bool ok = s && in;
	unsigned number = 0;

	while (ok && fgets(line, sizeof line, in)) {
		number++;
		ok = scenario_line(s, str_of(line));
		if (!ok)
			fprintf(stderr, "%s:%u: %s\n    %s", path, number,
			        scenario_complaint(s), line);
	}
	if (!in)
		fprintf(stderr, "%s: cannot be read\n", path);
	else
		fclose(in);
	if (ok)
		printf("ok %s (%u lines)\n", path, number);
	scenario_close(s);
	return ok;
}

int main(int argc, char **argv)
{
	int failed = 0;

	for (int i = 1; i < argc; i++)
		failed += !run_file(argv[i]);
	printf("%d passed, %d failed\n", argc - 1 - failed, failed);
	return argc < 2 || failed ? 1 : 0;
}
