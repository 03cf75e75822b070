/*
 * cmd_plan.c -- `wardroom plan check FILE... --against PACK`: where each required element
 * might be found, in the plan or its annexes, without any database.  A proposal is a place
 * to look at, not a verdict.
 */
#include <getopt.h>

#include "actions/propose.h"
#include "base/arena.h"
#include "base/limits.h"
#include "cli/command.h"
#include "cli/read_document.h"
#include "codec/json.h"

static int run(int argc, char **argv);

const struct command command_plan = {
	.name = "plan",
	.summary = "find the elements that a standard requires in a plan",
	.usage = "check FILE... --against PACK [--packs DIR] [--json] [--lang en|fr]",
	.help = "  --against PACK   the content pack that lists the elements: ma-is009\n"
	        "  --packs DIR      look for packs in this folder instead of our own\n"
	        "  --json           the whole answer as JSON\n"
	        "  --lang en|fr     language of labels and gaps; else that of the file\n"
	        "\n"
	        "Several files are a plan and its annexes: each element may be in any.\n"
	        "Reads DOCX, ODT, PDF, HTML, Markdown and text. Exit status: 0 when every\n"
	        "element has a proposal, 1 when something has none, 2 when it failed.\n",
	.run = run,
};

/* A large file and its text, several times over. */
#define MEMORY_BYTES (8u * LIMIT_REQUEST_BYTES)

struct plan_options {
	char **files;
	size_t file_count;
	const char *pack, *packs;
	const char *lang;
	bool json;
};

static bool read_options(int argc, char **argv, struct plan_options *o)
{
	static const struct option options[] = {
		{ "against", required_argument, NULL, 'a' },
		{ "packs", required_argument, NULL, 'p' },
		{ "json", no_argument, NULL, 'j' },
		{ "lang", required_argument, NULL, 'l' },
		{ NULL, 0, NULL, 0 },
	};

	for (int c; (c = getopt_long(argc, argv, "", options, NULL)) != -1;) {
		switch (c) {
		case 'a': o->pack = optarg; break;
		case 'p': o->packs = optarg; break;
		case 'j': o->json = true; break;
		case 'l': o->lang = optarg; break;
		default: return false;
		}
	}
	if (argc - optind < 2 || strcmp(argv[optind], "check") != 0 || !o->pack)
		return false;
	o->files = argv + optind + 1;
	o->file_count = (size_t)(argc - optind - 1);
	return o->file_count <= PROPOSE_FILES;
}

static void print_part(const struct proposals *p, const struct part_proposals *part,
                       enum lang lang, bool alone, struct arena *a)
{
	const struct proposal *best = &part->at[0];

	if (!alone)
		printf("      %s\n", str_z(a, said_in(part->part->label, lang)));
	if (part->count == 0) {
		printf("      %s\n", tr(lang, N_("not found")));
		return;
	}
	const struct passage *at = proposal_passage(p, best);
	struct str text = str_printable(a, str_cut_utf8(at->text, 240));
	printf("      (%d) ", best->score);
	if (p->document_count > 1)
		printf("[%zu] ", best->document + 1);
	if (at->page > 0)
		printf("p. %d  ", at->page);
	printf("%s\n            %.*s\n", str_z(a, str_printable(a, at->heading)),
	       STR_ARG(text));
}

static void print_element(const struct proposals *p, const struct element_proposals *e,
                          enum lang lang, struct arena *a)
{
	printf("%-9s %s: %s\n", str_z(a, e->element->id),
	       str_z(a, said_in(e->element->label, lang)),
	       tr(lang, proposed_state_name(e->state)));
	for (size_t i = 0; i < e->element->part_count; i++)
		print_part(p, &e->parts[i], lang, e->element->part_count == 1, a);
}

static void print_files(const struct proposals *p, const struct document_file *files,
                        enum lang lang, struct arena *a)
{
	const char *language = p->both_languages    ? tr(lang, N_("English and French"))
	                       : p->lang == LANG_FR ? tr(lang, N_("French"))
	                                            : tr(lang, N_("English"));

	for (size_t i = 0; i < p->document_count; i++) {
		if (p->document_count > 1)
			printf("[%zu] ", i + 1);
		printf("%s (%s, %s)\n", str_z(a, str_printable(a, files[i].name)),
		       document_format_name(files[i].text.format), language);
		struct message cut = document_cut_message(a, &files[i].text);
		if (cut.id)
			printf("%s\n", str_z(a, tr_message(a, lang, &cut)));
	}
	printf("\n");
}

static void print_text(const struct proposals *p, const struct document_file *files,
                       enum lang lang, struct arena *a)
{
	printf("%s\n", str_z(a, said_in(p->pack->title, lang)));
	print_files(p, files, lang, a);
	for (size_t i = 0; i < p->pack->element_count; i++)
		print_element(p, &p->elements[i], lang, a);
	if (p->gap_count > 0)
		printf("\n%s\n", tr(lang, N_("Nothing was found for:")));
	for (size_t i = 0; i < p->gap_count; i++)
		printf("  - %s\n", str_z(a, said_in(p->gaps[i], lang)));
	printf("\n%s\n",
	       tr(lang, N_("A proposal is a place to look at; a person decides.")));
}

/* Beside the JSON, which says only what was found. */
static void warn_cut(const struct proposals *p, const struct document_file *files,
                     enum lang lang, struct arena *a)
{
	for (size_t i = 0; i < p->document_count; i++) {
		struct message cut = document_cut_message(a, &files[i].text);

		if (cut.id)
			command_say(&command_plan, "%s: %s",
			            str_z(a, str_printable(a, files[i].name)),
			            str_z(a, tr_message(a, lang, &cut)));
	}
}

static int print_answer(const struct proposals *p, const struct document_file *files,
                        const struct plan_options *o, enum lang lang, struct arena *a)
{
	struct proposed_file named[PROPOSE_FILES];

	for (size_t i = 0; i < p->document_count; i++)
		named[i] = (struct proposed_file){ files[i].name, str_of(files[i].sha256) };
	if (o->json) {
		struct text t = text_on(a, MEMORY_BYTES / 4);
		struct json_out j = json_to(&t);

		propose_json(&j, p, named, lang);
		text_addc(&t, '\n');
		if (text_failed(&t))
			return command_failed(
				&command_plan,
				fail_say(FAIL_FULL, "the answer is too large"));
		fwrite(t.p, 1, t.n, stdout);
		warn_cut(p, files, lang, a);
	} else {
		print_text(p, files, lang, a);
	}
	return p->complete ? COMMAND_DONE : COMMAND_NO;
}

static void list_packs(const struct packs *packs, struct arena *a)
{
	for (size_t i = 0; i < packs->count; i++)
		if (packs->at[i].element_count > 0)
			fprintf(stderr, "  %-12s %s\n", str_z(a, packs->at[i].id),
			        str_z(a, packs->at[i].title.en));
}

static int check(const struct plan_options *o, struct arena *a)
{
	struct refusal why = refusal_on(a);
	struct packs packs;
	struct document_file files[PROPOSE_FILES];
	const struct document_text *texts[PROPOSE_FILES];
	struct proposals proposals;
	enum lang lang;
	enum fail f = o->packs ? packs_in_folder(a, o->packs, &why, &packs)
	                       : packs_embedded(a, &why, &packs);

	if (f)
		return refused(&why) ? command_refused(&command_plan, &why)
		                     : command_failed(&command_plan, f);
	const struct pack *pack = pack_with_checklist(&packs, str_of(o->pack));
	if (!pack) {
		command_say(&command_plan, "no pack is called '%s'; there are:", o->pack);
		list_packs(&packs, a);
		return COMMAND_COULD_NOT;
	}
	for (size_t i = 0; i < o->file_count; i++) {
		f = read_document_file(a, o->files[i], &why, &files[i]);
		if (f)
			return refused(&why) ? command_refused(&command_plan, &why)
			                     : command_failed(&command_plan, f);
		texts[i] = &files[i].text;
	}
	if ((f = propose_across(a, pack, texts, o->file_count, &proposals)))
		return command_failed(&command_plan, f);
	lang = proposals.lang;
	if (o->lang)
		lang_parse(str_of(o->lang), &lang);
	return print_answer(&proposals, files, o, lang, a);
}

static int run(int argc, char **argv)
{
	struct plan_options o = { .json = false };
	enum lang lang;

	if (!read_options(argc, argv, &o))
		return command_misused(&command_plan, "name a file and a pack");
	if (o.lang && !lang_parse(str_of(o.lang), &lang))
		return command_misused(&command_plan, "there is no language '%s'", o.lang);
	struct arena *a = arena_new(MEMORY_BYTES);
	if (!a)
		return command_failed(&command_plan, FAIL_MEMORY);
	int status = check(&o, a);
	arena_free(a);
	return status;
}
