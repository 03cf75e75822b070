/*
 * cmd_content.c -- `wardroom content list` and `wardroom content check DIR`: the content
 * packs.
 */
#include <getopt.h>

#include "base/arena.h"
#include "base/limits.h"
#include "cli/command.h"
#include "codec/json.h"
#include "duty/pack.h"

static int run(int argc, char **argv);

const struct command command_content = {
	.name = "content",
	.summary = "list the content packs, or check a folder of them",
	.usage = "list [--packs DIR] [--json] | check DIR",
	.help = "  --packs DIR   the packs of this folder, not the program's own\n"
	        "  --json        the list as JSON\n"
	        "\n"
	        "check reports every fault with file, line, column. Exit status: 0 when\n"
	        "there is none, 1 when there are faults, 2 when it could not be read.\n",
	.run = run,
};

static void print_json(const struct packs *packs, struct arena *a)
{
	struct text t = text_on(a, LIMIT_PAGE_BYTES);
	struct json_out j = json_to(&t);

	json_open_array(&j);
	for (size_t i = 0; i < packs->count; i++) {
		const struct pack *p = &packs->at[i];

		json_open_object(&j);
		json_pair_str(&j, "id", p->id);
		json_pair_str(&j, "edition", p->edition);
		json_pair_str(&j, "title", p->title.en);
		json_pair_str(&j, "title_fr", p->title.fr);
		json_pair_str(&j, "jurisdiction", p->jurisdiction);
		json_pair_str(&j, "instrument", p->instrument.id);
		json_pair_int(&j, "elements", (int64_t)p->element_count);
		json_pair_int(&j, "parts", (int64_t)p->part_count);
		json_close_object(&j);
	}
	json_close_array(&j);
	printf("%.*s\n", STR_ARG(text_str(&t)));
}

static void print_list(const struct packs *packs, struct arena *a)
{
	for (size_t i = 0; i < packs->count; i++) {
		const struct pack *p = &packs->at[i];

		printf("%-15s %-8s %2zu elements  %s\n", str_z(a, p->id),
		       str_z(a, p->edition), p->element_count, str_z(a, p->title.en));
	}
}

static int list(const char *folder, bool json, struct arena *a)
{
	struct refusal why = refusal_on(a);
	struct packs packs;
	enum fail f = folder ? packs_in_folder(a, folder, &why, &packs)
	                     : packs_embedded(a, &why, &packs);

	if (f)
		return refused(&why) ? command_refused(&command_content, &why)
		                     : command_failed(&command_content, f);
	if (json)
		print_json(&packs, a);
	else
		print_list(&packs, a);
	return COMMAND_DONE;
}

static int check(const char *folder, struct arena *a)
{
	struct refusal why = refusal_on(a);
	struct packs packs;
	enum fail f = packs_in_folder(a, folder, &why, &packs);

	if (f && !refused(&why))
		return command_failed(&command_content, f);
	for (size_t i = 0; i < why.count; i++) {
		const struct reason *r = &why.at[i];
		struct str what = message_fill(a, r->why.id, &r->why);

		printf("%.*s: %.*s", STR_ARG(r->where), STR_ARG(what));
		if (r->advice.id) {
			struct str advice = message_fill(a, r->advice.id, &r->advice);

			printf(". %.*s", STR_ARG(advice));
		}
		printf("\n");
	}
	if (f)
		return COMMAND_NO;
	print_list(&packs, a);
	return COMMAND_DONE;
}

static int run(int argc, char **argv)
{
	static const struct option options[] = {
		{ "packs", required_argument, NULL, 'p' },
		{ "json", no_argument, NULL, 'j' },
		{ NULL, 0, NULL, 0 },
	};
	const char *folder = NULL;
	bool json = false;

	for (int c; (c = getopt_long(argc, argv, "", options, NULL)) != -1;) {
		if (c == 'p')
			folder = optarg;
		else if (c == 'j')
			json = true;
		else
			return command_misused(&command_content, "say what to do");
	}
	const char *verb = optind < argc ? argv[optind] : "";
	bool is_list = strcmp(verb, "list") == 0 && argc - optind == 1;
	bool is_check = strcmp(verb, "check") == 0 && argc - optind == 2;
	if (!is_list && !is_check)
		return command_misused(&command_content, "say list, or check and a folder");
	struct arena *a = arena_new(LIMIT_REQUEST_BYTES);
	if (!a)
		return command_failed(&command_content, FAIL_MEMORY);
	int status = is_list ? list(folder, json, a) : check(argv[optind + 1], a);
	arena_free(a);
	return status;
}
