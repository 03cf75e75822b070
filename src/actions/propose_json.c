/*
 * propose_json.c -- the answer of `wardroom plan check --json`.  Stable: rename nothing,
 * and for one file add nothing.  Of several files "file" and "sha256" are the first's.
 */
#include "actions/propose.h"

#include "codec/json.h"

static void put_number_or_null(struct json_out *j, const char *name, int n)
{
	json_name(j, name);
	if (n > 0)
		json_put_int(j, n);
	else
		json_put_null(j);
}

static void put_score(struct json_out *j, int score)
{
	char text[32];

	snprintf(text, sizeof(text), "%d.%02d", score / 100, score % 100);
	json_name(j, "score");
	json_put_raw(j, str_of(text));
}

static void put_proposal(struct json_out *j, const struct proposals *p,
                         const struct proposal *at)
{
	const struct passage *passage = proposal_passage(p, at);

	json_open_object(j);
	json_pair_str(j, "passage", passage->text);
	json_pair_str(j, "heading", passage->heading.p ? passage->heading : STR(""));
	put_number_or_null(j, "page", passage->page);
	put_number_or_null(j, "line", passage->line);
	put_score(j, at->score);
	json_name(j, "because");
	json_open_array(j);
	for (size_t i = 0; i < at->because_count; i++)
		json_put_str(j, at->because[i]);
	json_close_array(j);
	if (p->document_count > 1)
		json_pair_int(j, "file", (int64_t)at->document);
	json_close_object(j);
}

static void put_files(struct json_out *j, const struct proposed_file *files, size_t count)
{
	json_name(j, "files");
	json_open_array(j);
	for (size_t i = 0; i < count; i++) {
		json_open_object(j);
		json_pair_str(j, "file", files[i].name);
		json_pair_str(j, "sha256", files[i].sha256);
		json_close_object(j);
	}
	json_close_array(j);
}

static void put_part(struct json_out *j, const struct proposals *p,
                     const struct part_proposals *part, enum lang lang)
{
	json_open_object(j);
	json_pair_str(j, "id", part->part->id);
	json_pair_str(j, "label", said_in(part->part->label, lang));
	json_name(j, "proposals");
	json_open_array(j);
	for (size_t i = 0; i < part->count; i++)
		put_proposal(j, p, &part->at[i]);
	json_close_array(j);
	json_close_object(j);
}

static void put_element(struct json_out *j, const struct proposals *p,
                        const struct element_proposals *e, enum lang lang)
{
	json_open_object(j);
	json_pair_str(j, "id", e->element->id);
	json_pair_str(j, "container", p->pack->containers[e->element->container].id);
	json_pair_z(j, "state", proposed_state_name(e->state));
	json_name(j, "parts");
	json_open_array(j);
	for (size_t i = 0; i < e->element->part_count; i++)
		put_part(j, p, &e->parts[i], lang);
	json_close_array(j);
	json_close_object(j);
}

void propose_json(struct json_out *j, const struct proposals *p,
                  const struct proposed_file *files, enum lang lang)
{
	json_open_object(j);
	json_pair_str(j, "pack", p->pack->id);
	json_pair_str(j, "file", files[0].name);
	json_pair_str(j, "sha256", files[0].sha256);
	json_name(j, "elements");
	json_open_array(j);
	for (size_t i = 0; i < p->pack->element_count; i++)
		put_element(j, p, &p->elements[i], lang);
	json_close_array(j);
	json_name(j, "gaps");
	json_open_array(j);
	for (size_t i = 0; i < p->gap_count; i++)
		json_put_str(j, said_in(p->gaps[i], lang));
	json_close_array(j);
	if (p->document_count > 1)
		put_files(j, files, p->document_count);
	json_close_object(j);
}
