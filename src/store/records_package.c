/* records_package.c -- some records with everything they say, as open JSON and files. */
#include "store/records_package.h"

#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "codec/json.h"
#include "store/export.h"
#include "store/files.h"
#include "store/io.h"
#include "store/ledger.h"
#include "store/package.h"
#include "store/parts.h"

#define TYPES_MAX 64

struct handing {
	struct act *act;
	struct row *const *rows;
	size_t count;
	struct package_out *to;
};

static const char readme[] =
	"These are records that were handed over from Wardroom, as open JSON and files.\n"
	"\n"
	"  records/CODE.json    one record: its values, who approved it, its history\n"
	"  types.json           what the types and their fields are, in English and "
	"French\n"
	"  files/ab/abcd...     files, named by the SHA-256 of their bytes; the record "
	"that\n"
	"                       has one says its name and kind\n"
	"  manifest.json        what is here: bytes and SHA-256 of every part\n"
	"\n"
	"Text is UTF-8. Identifiers are UUIDs, instants RFC 3339 in UTC, dates "
	"YYYY-MM-DD.\n"
	"A value in two languages is {\"en\": ..., \"fr\": ...}; a link is a list of\n"
	"identifiers. \"names\" says what people call those that are named beside the\n"
	"record: its part of the organisation, its owner, and what else is in here.\n"
	"\n"
	"Every entry of the history is a leaf of a Merkle tree (RFC 6962, SHA-256) that "
	"the\n"
	"organisation keeps. \"leaf\" is the text that is hashed; for each value it "
	"holds\n"
	"HMAC-SHA-256(salt, value), and \"opened\" the names, salts and values "
	"themselves.\n"
	"\"opened\" is null where they were erased, and where fewer people could see "
	"the\n"
	"record then than when it was handed over.\n";

/* ---- names of what is mentioned ---- */
static enum fail put_name(struct handing *h, struct json_out *j, struct id id)
{
	struct link_face face;

	if (!id_is_set(id))
		return OK;
	enum fail f = link_faces(h->act, &id, 1, &face);
	if (f || !face.type)
		return f;
	json_name_str(j, id_text(h->act->arena, id));
	json_open_object(j);
	json_pair_z(j, "type", face.type->name);
	json_pair_str(j, "code", face.code);
	json_pair_str(j, "title", face.title);
	json_close_object(j);
	return OK;
}

static int by_id(const void *x, const void *y)
{
	return id_compare(*(const struct id *)x, *(const struct id *)y);
}

/* Where it belongs, whose it is, and what it is handed over with: no title of a record
 * that is not here. */
static enum fail put_names(struct handing *h, struct json_out *j, const struct row *r)
{
	size_t room = h->count + r->need_to_know_count + 3, n = 0;
	struct id *ids = ARENA_TRY(h->act->arena, struct id, room);
	enum fail f = OK;

	if (!ids)
		return fail_say(FAIL_MEMORY, "no memory to hand records over");
	ids[n++] = r->unit;
	ids[n++] = r->owner;
	ids[n++] = r->author;
	for (size_t i = 0; i < r->need_to_know_count; i++)
		ids[n++] = r->need_to_know[i];
	for (size_t i = 0; i < h->count; i++)
		ids[n++] = h->rows[i]->id;
	qsort(ids, n, sizeof *ids, by_id);
	json_name(j, "names");
	json_open_object(j);
	for (size_t i = 0; !f && i < n; i++)
		if (i == 0 || !id_equal(ids[i], ids[i - 1]))
			f = put_name(h, j, ids[i]);
	json_close_object(j);
	return f;
}

/* ---- what it says ---- */
static void put_built_in(struct arena *a, struct json_out *j, const struct row *r)
{
	json_pair_str(j, "code", row_code(a, r));
	json_pair_str(j, "id", id_text(a, r->id));
	json_pair_z(j, "type", r->type->name);
	json_pair_int(j, "version", r->version);
	if (r->type->states.count > 0)
		json_pair_z(j, "state", row_state(r));
	json_pair_str(j, "unit", id_text(a, r->unit));
	json_pair_int(j, "label", r->label);
	if (id_is_set(r->owner))
		json_pair_str(j, "owner", id_text(a, r->owner));
	if (id_is_set(r->author))
		json_pair_str(j, "author", id_text(a, r->author));
	json_pair_str(j, "created_at", instant_text(a, r->created_at));
	json_pair_str(j, "changed_at", instant_text(a, r->changed_at));
	if (r->need_to_know_count == 0)
		return;
	json_name(j, "need_to_know");
	json_open_array(j);
	for (size_t i = 0; i < r->need_to_know_count; i++)
		json_put_str(j, id_text(a, r->need_to_know[i]));
	json_close_array(j);
}

static void put_fields(struct arena *a, struct json_out *j, const struct row *r)
{
	json_name(j, "fields");
	json_open_object(j);
	for (size_t i = 0; i < r->type->fields.count; i++) {
		const struct field *f = &r->type->fields.at[i];
		if (!r->values[i].filled)
			continue;
		json_name(j, f->name);
		json_put_raw(j, value_canonical(a, f, &r->values[i]));
	}
	json_close_object(j);
}

static enum fail put_approvals(struct handing *h, struct json_out *j, const struct row *r)
{
	struct arena *a = h->act->arena;
	struct approval *list;
	size_t count;
	enum fail f = record_approvals(h->act, r->type, r->id, &list, &count);

	json_name(j, "approvals");
	json_open_array(j);
	for (size_t i = 0; !f && i < count; i++) {
		json_open_object(j);
		json_pair_str(j, "step", list[i].step);
		json_pair_str(j, "by", list[i].person_name);
		json_pair_str(j, "at", instant_text(a, list[i].at));
		json_pair_int(j, "version", list[i].version);
		json_pair_str(j, "sha256", hex(a, list[i].hash, sizeof list[i].hash));
		if (instant_is_set(list[i].voided_at))
			json_pair_str(j, "voided_at", instant_text(a, list[i].voided_at));
		json_close_object(j);
	}
	json_close_array(j);
	return f;
}

/* ---- its history ---- */
static bool knows(const struct id *persons, size_t count, struct id person)
{
	for (size_t i = 0; i < count; i++)
		if (id_equal(persons[i], person))
			return true;
	return false;
}

/* Could everybody who may see it now see it then? */
static bool was_as_open(const struct subject *then, const struct row *now)
{
	if (then->label > now->label)
		return false;
	if (then->need_to_know_count == 0)
		return true;
	for (size_t i = 0; i < now->need_to_know_count; i++)
		if (!knows(then->need_to_know, then->need_to_know_count,
		           now->need_to_know[i]))
			return false;
	return now->need_to_know_count > 0;
}

static void put_opened(struct arena *a, struct json_out *j, const struct ledger_row *e)
{
	json_open_array(j);
	for (size_t i = 0; i < e->opened_count; i++) {
		json_open_array(j);
		json_put_str(j, e->opened[i].field);
		json_put_str(j, hex(a, e->opened[i].salt.p, e->opened[i].salt.n));
		json_put_raw(j, e->opened[i].json);
		json_close_array(j);
	}
	json_close_array(j);
}

static void put_entry(struct arena *a, struct json_out *j, const struct ledger_row *e,
                      bool open)
{
	json_open_object(j);
	json_pair_int(j, "seq", e->seq);
	json_pair_str(j, "at", instant_text(a, e->at));
	json_pair_str(j, "what", e->what);
	json_pair_int(j, "version", e->version);
	json_pair_str(j, "leaf", e->leaf);
	json_name(j, "opened");
	if (open && !e->erased)
		put_opened(a, j, e);
	else
		json_put_null(j);
	json_close_object(j);
}

static enum fail put_history(struct handing *h, struct json_out *j, const struct row *r)
{
	struct subject then = { .type = r->type };
	struct ledger_row *rows;
	size_t count;
	struct act *a = h->act;
	enum fail f = ledger_of_record(a->tx, a->arena, act_org(a), r->id, &rows, &count);

	json_name(j, "history");
	json_open_array(j);
	for (size_t i = 0; !f && i < count; i++) {
		subject_follow(a, &then, &rows[i]);
		put_entry(a->arena, j, &rows[i], was_as_open(&then, r));
	}
	json_close_array(j);
	return f;
}

static enum fail put_record(struct handing *h, const struct row *r)
{
	struct arena *a = h->act->arena;
	struct text t = text_on(a, LIMIT_PAGE_BYTES);
	struct json_out j = json_to(&t);

	json_open_object(&j);
	put_built_in(a, &j, r);
	put_fields(a, &j, r);
	enum fail f = put_names(h, &j, r);
	if (!f)
		f = put_approvals(h, &j, r);
	if (!f)
		f = put_history(h, &j, r);
	json_close_object(&j);
	text_addc(&t, '\n');
	if (!f && text_failed(&t))
		f = fail_say(FAIL_FULL, "%.*s says more than can be handed over",
		             STR_ARG(row_code(a, r)));
	struct str name = str_format(a, "records/%.*s.json", STR_ARG(row_code(a, r)));
	return f ? f : package_put(h->to, name, text_str(&t));
}

/* ---- their files ---- */
static int by_hash(const void *x, const void *y)
{
	return memcmp(x, y, SHA256_BYTES);
}

static size_t files_named(const struct row *r, uint8_t (*out)[SHA256_BYTES])
{
	size_t n = 0;

	for (size_t i = 0; i < r->type->fields.count; i++)
		if (r->type->fields.at[i].type == T_FILE && r->values[i].filled)
			memcpy(out[n++], r->values[i].file.sha256, SHA256_BYTES);
	return n;
}

static enum fail put_file(struct handing *h, const uint8_t hash[SHA256_BYTES])
{
	struct stat st;
	int fd;
	enum fail f = file_read(h->act->store, h->act->tx, hash, &fd);

	if (f)
		return f;
	f = fstat(fd, &st) == 0 ? package_put_file(h->to, hash, fd, st.st_size)
	                        : io_failed("read", "a file");
	close(fd);
	return f;
}

static enum fail put_files(struct handing *h)
{
	size_t room = 1, n = 0;
	enum fail f = OK;

	for (size_t i = 0; i < h->count; i++)
		room += h->rows[i]->type->fields.count;
	uint8_t(*all)[SHA256_BYTES] = arena_try(h->act->arena, room, sizeof *all);
	if (!all)
		return fail_say(FAIL_MEMORY, "no memory to hand records over");
	for (size_t i = 0; i < h->count; i++)
		n += files_named(h->rows[i], all + n);
	qsort(all, n, sizeof *all, by_hash);
	for (size_t i = 0; !f && i < n; i++)
		if (i == 0 || memcmp(all[i], all[i - 1], sizeof *all) != 0)
			f = put_file(h, all[i]);
	return f;
}

/* ---- all of it ---- */
/* In the order of the registry, each once. */
static enum fail put_types(struct handing *h)
{
	const struct record_type *used[TYPES_MAX];
	struct registry some = { .at = used };
	const struct registry *all = h->act->types;
	struct text t = text_on(h->act->arena, LIMIT_PAGE_BYTES);

	for (size_t i = 0; i < all->count && some.count < TYPES_MAX; i++) {
		bool has = false;
		for (size_t k = 0; k < h->count; k++)
			has |= type_is(h->rows[k]->type, all->at[i]);
		if (has)
			used[some.count++] = all->at[i];
	}
	export_types(&t, &some);
	if (text_failed(&t))
		return fail_say(FAIL_FULL, "the description of the types is too long");
	return package_put(h->to, STR("types.json"), text_str(&t));
}

static enum fail put_all(struct handing *h)
{
	struct json_out *j = package_manifest(h->to);

	json_pair_z(j, "format", RECORDS_PACKAGE_FORMAT);
	json_pair_int(j, "version", RECORDS_PACKAGE_VERSION);
	enum fail f = package_put(h->to, STR("README.txt"), str_of(readme));
	if (!f)
		f = put_types(h);
	for (size_t i = 0; !f && i < h->count; i++)
		f = put_record(h, h->rows[i]);
	if (!f)
		f = put_files(h);
	return f ? f : package_finish(h->to);
}

enum fail records_package_make(struct act *a, struct row *const *rows, size_t count,
                               int *fd)
{
	struct handing h = { .act = a, .rows = rows, .count = count };

	*fd = memfd_create("records", MFD_CLOEXEC);
	if (*fd < 0)
		return io_failed("make", "a file in memory");
	enum fail f = package_make_on(a->arena, *fd, &h.to);
	if (!f)
		f = put_all(&h);
	package_drop(h.to);
	if (!f && lseek(*fd, 0, SEEK_SET) != 0)
		f = io_failed("read", "a file in memory");
	if (f) {
		close(*fd);
		*fd = -1;
	}
	return f;
}
