/* samples.h -- real files to test with, from the folder that WARDROOM_SAMPLES names. */
#ifndef UNIT_CODEC_SAMPLES_H
#define UNIT_CODEC_SAMPLES_H

#include <unistd.h>

#include "base/arena.h"
#include "base/text.h"

static inline const char *sample_path(struct arena *a, const char *format, ...)
{
	struct text t = text_on(a, 4096);
	va_list args;

	text_addf(&t, "%s/", getenv("WARDROOM_SAMPLES"));
	va_start(args, format);
	text_addfv(&t, format, args);
	va_end(args);
	return text_str(&t).p;
}

/* Whether the samples of this folder are there; says so in one line when they are not. */
static inline bool samples(const char *folder)
{
	const char *root = getenv("WARDROOM_SAMPLES");
	char path[4096];

	snprintf(path, sizeof path, "%s/%s", root ? root : "", folder);
	if (root && access(path, R_OK) == 0)
		return true;
	printf("# WARDROOM_SAMPLES does not hold %s: its cases were not run\n", folder);
	return false;
}

/* The whole file; a sample that is missing ends the test. */
static inline struct str file_bytes(struct arena *a, const char *path)
{
	FILE *f = fopen(path, "rb");
	struct text t = text_on(a, 256u * 1024 * 1024);
	char piece[65536];

	if (!f) {
		fprintf(stderr, "%s is missing\n", path);
		abort();
	}
	for (size_t n; (n = fread(piece, 1, sizeof piece, f)) > 0;)
		text_add(&t, (struct str){ piece, n });
	fclose(f);
	return text_str(&t);
}

#define sample(arena, ...) file_bytes((arena), sample_path((arena), __VA_ARGS__))

#endif
