/*
 * cmd_content.c -- `wardroom content list`, `check DIR` and `duties`: the content packs.
 */
#include <getopt.h>

#include "base/arena.h"
#include "base/limits.h"
#include "cli/command.h"
#include "codec/json.h"
#include "duty/duty.h"

static int run(int argc, char **argv);

const struct command command_content = {
	.name = "content",
	.summary = "list the content packs and their duties, or check a folder of them",
	.usage = "list | duties [--packs DIR] [--json] | check [DIR]",
	.help = "  --packs DIR   the packs of this folder, not the program's own\n"
	        "  --json        as JSON; of duties one object a line\n"
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

static void print_duty(const struct duty *d, struct arena *a)
{
	struct text t = text_on(a, LIMIT_PAGE_BYTES);
	struct json_out j = json_to(&t);

	json_open_object(&j);
	json_pair_str(&j, "duty", d->id);
	json_pair_str(&j, "pack", d->pack->id);
	json_pair_z(&j, "rule", rule_kind_name(d->rule.kind));
	json_pair_z(&j, "force", force_name(d->rule.force));
	json_pair_str(&j, "jurisdiction", d->jurisdiction);
	json_pair_z(&j, "subject", d->subject ? d->subject->name : "organisation");
	json_pair_str(&j, "area", d->area->id);
	json_pair_str(&j, "act", d->act_key);
	if (d->parent)
		json_pair_str(&j, "parent", d->parent->id);
	json_pair_z(&j, "basis", duty_basis_name(d->basis));
	json_pair_z(&j, "sure", how_sure_name(d->sure));
	json_pair_bool(&j, "law", duty_is_law(d));
	json_pair_bool(&j, "on_word", d->on_word);
	json_name(&j, "cites");
	json_open_array(&j);
	for (size_t i = 0; i < d->cite_count; i++)
		json_put_str(&j, str_format(a, "%.*s %.*s",
		                            STR_ARG(d->cites[i].instrument->id),
		                            STR_ARG(d->cites[i].clause)));
	json_close_array(&j);
	json_pair_str(&j, "text", d->text.en);
	json_pair_str(&j, "text_fr", d->text.fr);
	json_close_object(&j);
	printf("%.*s\n", STR_ARG(text_str(&t)));
}

static void print_duties(const struct duties *duties, bool json, struct arena *a)
{
	for (size_t i = 0; i < duties->count; i++) {
		const struct duty *d = &duties->at[i];

		if (json)
			print_duty(d, a);
		else
			printf("%-9s %-12s %-7s %s\n", str_z(a, d->id),
			       rule_kind_name(d->rule.kind), force_name(d->rule.force),
			       str_z(a, d->text.en));
	}
}

/* The packs with their duties, from a folder or compiled in. */
static enum fail load(const char *folder, struct arena *a, struct refusal *why,
                      struct packs *packs, struct duties *duties)
{
	enum fail f = folder ? packs_in_folder(a, folder, why, packs)
	                     : packs_embedded(a, why, packs);

	return f ? f : duties_read(a, packs, &all_records, why, duties);
}

static int show(const char *folder, bool of_duties, bool json, struct arena *a)
{
	struct refusal why = refusal_on(a);
	struct packs packs;
	struct duties duties;
	enum fail f = load(folder, a, &why, &packs, &duties);

	if (f)
		return refused(&why) ? command_refused(&command_content, &why)
		                     : command_failed(&command_content, f);
	if (of_duties)
		print_duties(&duties, json, a);
	else if (json)
		print_json(&packs, a);
	else
		print_list(&packs, a);
	return COMMAND_DONE;
}

static int check(const char *folder, struct arena *a)
{
	struct refusal why = refusal_on(a);
	struct packs packs;
	struct duties duties;
	enum fail f = load(folder, a, &why, &packs, &duties);

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
	printf("%zu duties\n", duties.count);
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
	bool is_duties = strcmp(verb, "duties") == 0 && argc - optind == 1;
	bool is_check = strcmp(verb, "check") == 0 && argc - optind <= 2;
	if (!is_list && !is_duties && !is_check)
		return command_misused(&command_content, "say list, duties, or check");
	struct arena *a = arena_new(LIMIT_REQUEST_BYTES);
	if (!a)
		return command_failed(&command_content, FAIL_MEMORY);
	int status = is_check ? check(argv[optind + 1], a)
	                      : show(folder, is_duties, json, a);
	arena_free(a);
	return status;
}
