/*
 * How good the proposals are, measured: precision and recall per part over tests/plans.
 *
 * With WARDROOM_PROPOSER=report it prints the figures; =seen leaves the unseen plans out
 * and prints every miss (for adjusting words and thresholds without looking at the unseen).
 * WARDROOM_PLANS=a,b prints and counts only these plans, and asserts no aim.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#undef fail

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/limits.h"
#include "corpus.h"

static const char *source_root(void)
{
	const char *root = getenv("WARDROOM_SOURCE");

	return root ? root : ".";
}

struct str corpus_file(struct arena *a, const char *path)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	struct stat st;
	size_t got = 0;

	if (fd < 0)
		return STR_NONE;
	assert_int_equal(fstat(fd, &st), 0);
	char *p = arena_try(a, (size_t)st.st_size + 1, 1);
	assert_non_null(p);
	while (got < (size_t)st.st_size) {
		ssize_t n = read(fd, p + got, (size_t)st.st_size - got);
		assert_true(n > 0);
		got += (size_t)n;
	}
	close(fd);
	return (struct str){ p, got };
}

static enum fail run_pdftotext(void *arg, struct arena *a, struct str pdf, struct str *out)
{
	char command[500];
	size_t room = LIMIT_DOCUMENT_TEXT / 2, got = 0, n;

	(void)pdf;
	snprintf(command, sizeof(command), "pdftotext -bbox-layout '%s' -",
	         (const char *)arg);
	FILE *f = popen(command, "r");
	char *p = arena_try(a, room, 1);
	if (!f || !p)
		return FAIL_IO;
	while ((n = fread(p + got, 1, room - got, f)) > 0)
		got += n;
	pclose(f);
	*out = (struct str){ p, got };
	return OK;
}

bool corpus_read(struct arena *a, const char *path, struct document_text *out)
{
	char copy[300];
	struct str bytes = corpus_file(a, path);
	struct refusal why = refusal_on(a);

	snprintf(copy, sizeof(copy), "%s", path);
	struct pdf_text pdf = { run_pdftotext, copy };
	if (!bytes.p)
		return false;
	assert_int_equal(
		document_read(a, bytes, str_of(strrchr(path, '/') + 1), &pdf, &why, out),
		OK);
	return true;
}

static size_t add_sample(struct labelled *out, const struct labelled *like)
{
	static const char *const names[] = { "plan.md", "plan.docx", "plan.pdf" };
	const char *samples = getenv("WARDROOM_SAMPLES");

	for (size_t i = 0; samples && i < COUNT(names); i++) {
		out[i] = *like;
		snprintf(out[i].path, sizeof(out[i].path), "%s/plans/%s", samples,
		         names[i]);
		snprintf(out[i].name, sizeof(out[i].name), "sample %s", names[i]);
	}
	return samples ? COUNT(names) : 0;
}

static size_t add_label(struct arena *a, const char *name, struct labelled *out)
{
	char path[300];
	struct yaml *root;
	struct yaml_error error;
	struct labelled l = { .name = "" };

	snprintf(path, sizeof(path), "%s/tests/plans/labels/%s", source_root(), name);
	assert_int_equal(yaml_read(a, corpus_file(a, path), &root, &error), OK);
	snprintf(l.name, sizeof(l.name), "%.*s", (int)strlen(name) - 5, name);
	snprintf(l.pack, sizeof(l.pack), "%.*s", STR_ARG(yaml_text(root, "pack")));
	snprintf(l.path, sizeof(l.path), "%s/tests/plans/%.*s", source_root(),
	         STR_ARG(yaml_text(root, "plan")));
	l.seen = str_is(yaml_text(root, "seen"), "true");
	l.parts = yaml_member(root, "parts");
	if (str_is(yaml_text(root, "plan"), "sample"))
		return add_sample(out, &l);
	*out = l;
	return 1;
}

static int by_name(const void *a, const void *b)
{
	return strcmp(((const struct labelled *)a)->name,
	              ((const struct labelled *)b)->name);
}

size_t corpus_labels(struct arena *a, struct labelled *out)
{
	char path[300];
	size_t count = 0;

	snprintf(path, sizeof(path), "%s/tests/plans/labels", source_root());
	DIR *d = opendir(path);
	assert_non_null(d);
	for (struct dirent *e; (e = readdir(d));) {
		if (!str_ends(str_of(e->d_name), ".yaml"))
			continue;
		assert_true(count + 3 < CORPUS_MOST);
		count += add_label(a, e->d_name, &out[count]);
	}
	closedir(d);
	qsort(out, count, sizeof(*out), by_name);
	return count;
}

const struct yaml *corpus_part(const struct labelled *l, struct str element,
                               struct str part)
{
	for (const struct yaml *y = l->parts->first; y; y = y->next) {
		struct str rest, first = str_split(yaml_text(y, "part"), '/', &rest);

		if (str_equal(first, element) && str_equal(rest, part))
			return y;
	}
	return NULL;
}

enum verdict corpus_verdict(const struct yaml *part)
{
	struct str v = yaml_text(part, "verdict");

	return str_is(v, "present")  ? VERDICT_PRESENT
	       : str_is(v, "absent") ? VERDICT_ABSENT
	                             : VERDICT_ARGUABLE;
}

bool corpus_is_right(const struct yaml *part, const struct passage *p)
{
	const struct yaml *list = yaml_member(part, "passages");

	for (const struct yaml *y = list ? list->first : NULL; y; y = y->next)
		if (str_find(p->text, y->text) != SIZE_MAX ||
		    str_find(p->heading, y->text) != SIZE_MAX)
			return true;
	return false;
}

/* ---- counting ---- */

struct tally {
	char part[64];
	int present, found, right_place; /* right among the first three */
	int absent, proposed;           /* absent, but proposed */
};

struct counts {
	struct tally parts[64];
	size_t part_count;
	struct tally all;
	bool talk;
};

static struct tally *tally_of(struct counts *c, struct str element, struct str part)
{
	char name[64];

	snprintf(name, sizeof(name), "%.*s/%.*s", STR_ARG(element), STR_ARG(part));
	for (size_t i = 0; i < c->part_count; i++)
		if (strcmp(c->parts[i].part, name) == 0)
			return &c->parts[i];
	assert_true(c->part_count < COUNT(c->parts));
	snprintf(c->parts[c->part_count].part, sizeof(c->parts[0].part), "%s", name);
	return &c->parts[c->part_count++];
}

static void show(const struct proposals *p, const struct part_proposals *part, size_t most)
{
	for (size_t i = 0; i < part->count && i < most; i++) {
		const struct passage *at = &p->document->at[part->at[i].passage];

		printf("      %3d [%.*s] %.*s  <", part->at[i].score,
		       STR_ARG(str_cut(at->heading, 60)), STR_ARG(str_cut(at->text, 130)));
		for (size_t b = 0; b < part->at[i].because_count; b++)
			printf("%s%.*s", b ? ", " : "", STR_ARG(part->at[i].because[b]));
		printf(">\n");
	}
}

static void count_part(struct counts *c, const struct labelled *l,
                       const struct proposals *p, const struct pack_element *e,
                       const struct part_proposals *part)
{
	const struct yaml *label = corpus_part(l, e->id, part->part->id);
	struct tally *t = tally_of(c, e->id, part->part->id);
	bool right = false;

	assert_non_null(label);
	enum verdict v = corpus_verdict(label);
	for (size_t i = 0; i < part->count && i < 3; i++)
		right = right ||
		        corpus_is_right(label, &p->document->at[part->at[i].passage]);
	t->present += v == VERDICT_PRESENT;
	t->found += v == VERDICT_PRESENT && part->count > 0;
	t->right_place += v == VERDICT_PRESENT && right;
	t->absent += v == VERDICT_ABSENT;
	t->proposed += v == VERDICT_ABSENT && part->count > 0;
	if (!c->talk)
		return;
	const char *word = v == VERDICT_ARGUABLE         ? "arguable"
	                   : v == VERDICT_ABSENT
	                           ? part->count ? "WRONGLY PROPOSED" : "ok absent"
	                   : !part->count                ? "MISSED"
	                   : !right                      ? "WRONG PLACE"
	                                  : "ok";
	printf("  %s: %s\n", t->part, word);
	if (strcmp(word, "ok") != 0 || getenv("WARDROOM_PROPOSER_ALL"))
		show(p, part, 3);
}

static void count_plan(struct counts *c, const struct packs *packs,
                       const struct labelled *l)
{
	struct arena *a = arena_new(8 * LIMIT_REQUEST_BYTES);
	struct document_text text;
	struct proposals p;

	assert_true(corpus_read(a, l->path, &text));
	assert_int_equal(propose(a, pack_find(packs, str_of(l->pack)), &text, &p), OK);
	if (c->talk)
		printf("%s (%s, %zu passages)\n", l->name, lang_code(p.lang), text.count);
	for (size_t i = 0; i < p.pack->element_count; i++)
		for (size_t k = 0; k < p.pack->elements[i].part_count; k++)
			count_part(c, l, &p, &p.pack->elements[i], &p.elements[i].parts[k]);
	arena_free(a);
}

static double share(int n, int of)
{
	return of ? (double)n / of : 1;
}

static void sum_up(struct counts *c, const char *title, bool print)
{
	if (print)
		printf("%s\n%-24s present found first-3 recall | absent proposed | "
		       "precision\n",
		       title, "part");
	for (size_t i = 0; i < c->part_count; i++) {
		const struct tally *t = &c->parts[i];

		c->all.present += t->present;
		c->all.found += t->found;
		c->all.right_place += t->right_place;
		c->all.absent += t->absent;
		c->all.proposed += t->proposed;
		if (print)
			printf("%-24s %7d %5d %7d %6.2f | %6d %8d | %9.2f\n", t->part,
			       t->present, t->found, t->right_place,
			       share(t->found, t->present), t->absent, t->proposed,
			       share(t->found, t->found + t->proposed));
	}
	const struct tally *t = &c->all;
	if (print)
		printf("%-24s %7d %5d %7d %6.2f | %6d %8d | %9.2f\n\n", "all", t->present,
		       t->found, t->right_place, share(t->found, t->present), t->absent,
		       t->proposed, share(t->found, t->found + t->proposed));
}

/* Whether a plan is counted: all are, unless some are named. */
static bool is_asked(const char *plan)
{
	const char *named = getenv("WARDROOM_PLANS");
	struct str one, rest = named ? str_of(named) : STR_NONE;

	if (!named)
		return true;
	while (rest.n > 0) {
		one = str_split(rest, ',', &rest);
		if (str_is(one, plan))
			return true;
	}
	return false;
}

static void measure(bool seen, const char *title, struct counts *c)
{
	struct arena *a = arena_new(LIMIT_REQUEST_BYTES);
	struct refusal why = refusal_on(a);
	struct packs packs;
	struct labelled *labels = arena_get(a, CORPUS_MOST * sizeof(*labels));
	const char *say = getenv("WARDROOM_PROPOSER");

	assert_int_equal(packs_embedded(a, &why, &packs), OK);
	size_t count = corpus_labels(a, labels);
	c->talk = say && (seen || strcmp(say, "all") == 0);
	for (size_t i = 0; i < count; i++)
		if (labels[i].seen == seen && is_asked(labels[i].name))
			count_plan(c, &packs, &labels[i]);
	sum_up(c, title, say != NULL);
	arena_free(a);
}

static void reaches_its_aims(const struct counts *c)
{
	if (getenv("WARDROOM_PLANS"))
		return;
	assert_true(share(c->all.found, c->all.present) >= 0.85);
	assert_true(share(c->all.right_place, c->all.present) >= 0.85);
	assert_true(share(c->all.proposed, c->all.absent) <= 0.10);
}

static void on_plans_seen(void **state)
{
	struct counts c = { .part_count = 0 };

	(void)state;
	measure(true, "plans that words and thresholds were adjusted on", &c);
	reaches_its_aims(&c);
}

static void on_plans_unseen(void **state)
{
	struct counts c = { .part_count = 0 };
	const char *say = getenv("WARDROOM_PROPOSER");

	(void)state;
	if (say && strcmp(say, "seen") == 0)
		return;
	measure(false, "plans kept unseen until the end", &c);
	reaches_its_aims(&c);
}

/* The same plan in three formats: the same verdict for every part. */
static void formats_agree(void **state)
{
	struct arena *a = arena_new(LIMIT_REQUEST_BYTES);
	struct refusal why = refusal_on(a);
	struct packs packs;
	struct labelled *labels = arena_get(a, CORPUS_MOST * sizeof(*labels));
	bool verdict[3][64] = { { false } };
	size_t done = 0;

	(void)state;
	assert_int_equal(packs_embedded(a, &why, &packs), OK);
	size_t count = corpus_labels(a, labels);
	for (size_t i = 0; i < count; i++) {
		struct arena *b = arena_new(8 * LIMIT_REQUEST_BYTES);
		struct document_text text;
		struct proposals p;
		size_t n = 0;

		if (!str_starts(str_of(labels[i].name), "sample ")) {
			arena_free(b);
			continue;
		}
		assert_true(corpus_read(b, labels[i].path, &text));
		assert_int_equal(propose(b, pack_find(&packs, STR("ma-is009")), &text, &p),
		                 OK);
		for (size_t e = 0; e < p.pack->element_count; e++)
			for (size_t k = 0; k < p.pack->elements[e].part_count; k++)
				verdict[done][n++] = p.elements[e].parts[k].count > 0;
		done++;
		arena_free(b);
	}
	for (size_t i = 1; i < done; i++)
		assert_memory_equal(verdict[0], verdict[i], sizeof(verdict[0]));
	arena_free(a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(on_plans_seen),
		cmocka_unit_test(on_plans_unseen),
		cmocka_unit_test(formats_agree),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
