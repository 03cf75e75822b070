/*
 * run.c -- acts out scenarios that an officer can read: scenarios FILE.t...
 *
 * One line is one act, on a real store with real accounts:
 *
 *     cast  rai "Rai Okafor" security-officer
 *     rai   create plan "Ferry incident plan" kind=incident_response
 *     dana  ! adopt                               document is empty, lead is empty
 *     rai   change lead="Rai Okafor"
 *     dana  adopt PLN-1 review_due_on=2027-03-01
 *     rai   see state=in_force
 *     kim   ! see PLN-1
 *     clock 2027-03-02
 *
 * `!` means that it must be refused, with these reasons and no others, parted by commas; a
 * reason is "FIELD message" or the message alone.  Without a code the record made or named
 * last is meant.  A file is given by its words: file="These are its bytes".
 */
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

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
