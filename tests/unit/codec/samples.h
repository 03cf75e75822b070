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
	printf("# WARDROOM_SAMPLES does not hold %s: its cases are left out\n", folder);
	return false;
}

/* A case that needs samples: where they are absent it is not run, so nobody counts it. */
struct sampled_case {
	CMUnitTestFunction test;
	const char *folder;
};

/* Takes those out of `tests` whose samples are absent; how many are left. */
static inline size_t cases_with_samples(struct CMUnitTest *tests, size_t count,
                                        const struct sampled_case *sampled, size_t n)
{
	size_t kept = 0;

	for (size_t i = 0; i < count; i++) {
		const char *folder = NULL;
		for (size_t k = 0; k < n; k++)
			if (tests[i].test_func == sampled[k].test)
				folder = sampled[k].folder;
		if (!folder || samples(folder))
			tests[kept++] = tests[i];
	}
	return kept;
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
