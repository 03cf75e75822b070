/*
 * bench_plan.c -- the plan check of the sample PDF against the same text extraction alone.
 */
#include <stdio.h>
#include <stdlib.h>

#include "actions/propose.h"
#include "base/arena.h"
#include "base/limits.h"

#define TURNS 9

static int by_size(const void *a, const void *b)
{
	int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;

	return x < y ? -1 : x > y;
}

static int64_t median(int64_t *values)
{
	qsort(values, TURNS, sizeof(*values), by_size);
	return values[TURNS / 2];
}

static enum fail run_pdftotext(void *arg, struct arena *a, struct str pdf, struct str *out)
{
	char command[600];
	size_t room = LIMIT_DOCUMENT_TEXT / 2, got = 0, n;
	char *p = arena_try(a, room, 1);

	(void)pdf;
	snprintf(command, sizeof(command), "pdftotext -bbox-layout '%s' -",
	         (const char *)arg);
	FILE *f = p ? popen(command, "r") : NULL;
	if (!f)
		return fail_say(FAIL_IO, "cannot run pdftotext");
	while ((n = fread(p + got, 1, room - got, f)) > 0)
		got += n;
	pclose(f);
	*out = (struct str){ p, got };
	return OK;
}

static struct str file_bytes(struct arena *a, const char *path)
{
	FILE *f = fopen(path, "rb");
	char *p = arena_try(a, LIMIT_UPLOAD_BYTES, 1);
	size_t n = f && p ? fread(p, 1, LIMIT_UPLOAD_BYTES, f) : 0;

	if (f)
		fclose(f);
	return (struct str){ p, n };
}

static struct document_text extracted(struct arena *a, char *path)
{
	struct refusal why = refusal_on(a);
	struct pdf_text pdf = { run_pdftotext, path };
	struct document_text text;

	if (document_read(a, file_bytes(a, path), STR("plan.pdf"), &pdf, &why, &text) !=
	    OK) {
		fprintf(stderr, "%s\n", fail_message());
		exit(1);
	}
	return text;
}

int main(void)
{
	const char *samples = getenv("WARDROOM_SAMPLES");
	struct arena *packs_arena = arena_new(LIMIT_REQUEST_BYTES);
	struct refusal why = refusal_on(packs_arena);
	struct packs packs;
	char path[500];
	int64_t bare[TURNS], whole[TURNS];

	if (!samples || packs_embedded(packs_arena, &why, &packs) != OK)
		return 1;
	snprintf(path, sizeof(path), "%s/plans/plan.pdf", samples);
	for (int i = 0; i < TURNS; i++) {
		struct arena *a = arena_new(8 * LIMIT_REQUEST_BYTES);
		int64_t start = steady_us();
		extracted(a, path);
		bare[i] = steady_us() - start;
		arena_reset(a);
		struct proposals p;
		start = steady_us();
		struct document_text text = extracted(a, path);
		if (propose(a, pack_find(&packs, STR("ma-is009")), &text, &p) != OK)
			return 1;
		whole[i] = steady_us() - start;
		arena_free(a);
	}
	int64_t b = median(bare), w = median(whole);
	printf("result\tplan check of the sample PDF\tratio\t%.2f\t<= 2\t"
	       "the same text extraction alone\n",
	       (double)w / (double)b);
	printf("result\tplan check of the sample PDF\tms\t%.0f\t-\tall of it, in one "
	       "process\n",
	       (double)w / 1000);
	arena_free(packs_arena);
	return 0;
}
