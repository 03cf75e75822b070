/* tmplc_main.c -- the template compiler as a program: files in, a C file and a header out.
 */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tmplc.h"

void words_add(struct words *w, const char *p, size_t n)
{
	if (w->n + n + 1 > w->room) {
		w->room = (w->n + n + 1) * 2;
		w->p = realloc(w->p, w->room);
		if (!w->p)
			abort();
	}
	memcpy(w->p + w->n, p, n);
	w->n += n;
	w->p[w->n] = '\0';
}

void words_addf(struct words *w, const char *format, ...)
{
	va_list args;
	char *line = NULL;

	va_start(args, format);
	int n = vasprintf(&line, format, args);
	va_end(args);
	if (n < 0)
		abort();
	words_add(w, line, (size_t)n);
	free(line);
}

void complain(const struct reader *r, const char *format, ...)
{
	va_list args;

	fprintf(complaints, "%s:%d: error: ", r->file->path, r->line);
	va_start(args, format);
	vfprintf(complaints, format, args);
	va_end(args);
	fputc('\n', complaints);
	mistakes++;
}

bool is_one_of(const char *word, const char *const *list)
{
	for (; *list; list++)
		if (strcmp(word, *list) == 0)
			return true;
	return false;
}

static char *read_whole(const char *path)
{
	FILE *in = fopen(path, "rb");
	struct words all = { 0 };
	char piece[4096];
	size_t n;

	if (!in) {
		fprintf(stderr, "tmplc: cannot open %s: %s\n", path, strerror(errno));
		exit(1);
	}
	words_add(&all, "", 0);
	while ((n = fread(piece, 1, sizeof piece, in)) > 0)
		words_add(&all, piece, n);
	fclose(in);
	return all.p;
}

static void write_whole(const char *path, const struct words *w)
{
	FILE *out = fopen(path, "wb");

	if (!out || fwrite(w->p, 1, w->n, out) != w->n || fclose(out) != 0) {
		fprintf(stderr, "tmplc: cannot write %s: %s\n", path, strerror(errno));
		exit(1);
	}
}

int main(int argc, char **argv)
{
	if (argc < 4) {
		fputs("usage: tmplc OUT.c OUT.h IN.html...\n", stderr);
		return 2;
	}
	complaints = stderr;
	for (int i = 3; i < argc; i++)
		template_add(argv[i], read_whole(argv[i]));
	templates_compile();
	if (mistakes > 0)
		return 1;
	write_whole(argv[1], &code_out);
	write_whole(argv[2], &header_out);
	return 0;
}
