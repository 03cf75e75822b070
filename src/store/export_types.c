/* export_types.c -- what a stranger needs to read an export: a note, and the types. */
#include "store/export.h"

#include "codec/catalog.h"
#include "codec/json.h"
#include "model/describe.h"

const char *const export_readme =
	"This is everything that one organisation kept in Wardroom, as open JSON and "
	"files.\n"
	"\n"
	"  records/TYPE.jsonl   the records of one type, one JSON object a line\n"
	"  types.json           what the types and their fields are, in English and "
	"French\n"
	"  tables/link.jsonl    links from record to record; a field says which kind\n"
	"  tables/history.jsonl who changed what and when, entry by entry\n"
	"  tables/NAME.jsonl    accounts (without passwords), settings, approvals and "
	"others\n"
	"  files/ab/abcd...     files, named by the SHA-256 of their bytes; the record "
	"that\n"
	"                       has one says its name and kind\n"
	"  packs/               the rules that were in force\n"
	"  manifest.json        what is here: rows, bytes and SHA-256 of every part\n"
	"\n"
	"Text is UTF-8. Identifiers are UUIDs, instants RFC 3339 in UTC, dates "
	"YYYY-MM-DD.\n"
	"A field in two languages is x (English) and x__fr (French).\n"
	"\n"
	"Every entry of the history is a leaf of a Merkle tree (RFC 6962, SHA-256) whose "
	"root\n"
	"is in the manifest. \"leaf\" is the text that is hashed; for each value it holds\n"
	"HMAC-SHA-256(salt, value), and \"opened\" the names, salts and values "
	"themselves.\n"
	"\n"
	"Not here: passwords, sessions, access tokens, and the key that signs the "
	"history.\n";

static void put_both(struct json_out *j, const char *name, const char *text)
{
	if (!text)
		return;
	json_name(j, name);
	json_open_object(j);
	json_pair_z(j, "en", text);
	json_pair_z(j, "fr", tr(LANG_FR, text));
	json_close_object(j);
}

static void put_field(struct json_out *j, const struct field *f)
{
	json_open_object(j);
	json_pair_z(j, "name", f->name);
	json_pair_z(j, "type", field_type_name(f->type));
	if (f->many)
		json_pair_bool(j, "many", true);
	if (f->local)
		json_pair_bool(j, "added_by_the_organisation", true);
	if (f->target)
		json_pair_z(j, "links_to", f->target->name);
	put_both(j, "label", f->label);
	put_both(j, "help", f->help);
	if (f->choices.count > 0) {
		json_name(j, "choices");
		json_open_array(j);
	}
	for (size_t i = 0; i < f->choices.count; i++) {
		json_open_object(j);
		json_pair_z(j, "name", f->choices.at[i].name);
		put_both(j, "label", f->choices.at[i].label);
		json_close_object(j);
	}
	if (f->choices.count > 0)
		json_close_array(j);
	json_close_object(j);
}

static void put_type(struct json_out *j, const struct record_type *t)
{
	json_open_object(j);
	json_pair_z(j, "name", t->name);
	json_pair_z(j, "code", t->code);
	put_both(j, "label", t->label);
	put_both(j, "plural", t->plural);
	put_both(j, "help", t->help);
	json_name(j, "states");
	json_open_array(j);
	for (size_t i = 0; i < t->states.count; i++) {
		json_open_object(j);
		json_pair_z(j, "name", t->states.at[i].name);
		put_both(j, "label", t->states.at[i].label);
		json_close_object(j);
	}
	json_close_array(j);
	json_name(j, "fields");
	json_open_array(j);
	for (size_t i = 0; i < t->fields.count; i++)
		put_field(j, &t->fields.at[i]);
	json_close_array(j);
	json_close_object(j);
}

void export_types(struct text *out, const struct registry *types)
{
	struct json_out j = json_to(out);

	json_open_array(&j);
	for (size_t i = 0; i < types->count; i++) {
		text_addc(out, '\n');
		put_type(&j, types->at[i]);
	}
	json_close_array(&j);
	text_addc(out, '\n');
}
