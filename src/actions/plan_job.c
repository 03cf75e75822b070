/*
 * plan_job.c -- the job that reads a plan's file in the sandbox and starts its check.
 *
 * Nothing is written before the file was read whole; then everything in one transaction
 * with the end of the job.  Cancelled or failed, the file and its text leave the disk.
 */
#include <fcntl.h>
#include <unistd.h>

#include "actions/plan_intake.h"
#include "actions/site.h"
#include "base/arena.h"
#include "base/limits.h"
#include "crypto/crypto.h"
#include "records/document_version.h"
#include "records/plan.h"
#include "records/plan_check.h"

struct taking {
	struct job *job;
	struct plan_intake in;
	struct document_text text;
	struct str name;                /* of the file */
	int fd;
	struct row *check;
};

/* ---- the arguments ---- */

struct str plan_intake_args(struct arena *a, const struct plan_intake *in)
{
	struct text t = text_on(a, LIMIT_PIECE_BYTES);
	struct json_out j = json_to(&t);

	json_open_object(&j);
	json_pair_str(&j, "pack", in->pack->id);
	if (id_is_set(in->plan))
		json_pair_str(&j, "plan", id_text(a, in->plan));
	if (id_is_set(in->version))
		json_pair_str(&j, "version", id_text(a, in->version));
	json_pair_str(&j, "title", in->title);
	if (!id_is_set(in->version)) {
		json_name(&j, "file");
		json_open_object(&j);
		json_pair_str(&j, "sha256",
		              hex(a, in->file.sha256, sizeof in->file.sha256));
		json_pair_str(&j, "name", in->file.name);
		json_pair_str(&j, "media", in->file.media);
		json_pair_int(&j, "bytes", in->file.bytes);
		json_close_object(&j);
	}
	json_close_object(&j);
	return text_str(&t);
}

/* False: the arguments name no file. */
static bool file_of(const struct json *args, struct file_ref *out)
{
	const struct json *file = json_member(args, "file");

	*out = (struct file_ref){ .bytes = 0 };
	if (!file || file->kind != JSON_OBJECT)
		return false;
	out->name = json_string(file, "name");
	out->media = json_string(file, "media");
	return json_int(file, "bytes", &out->bytes) &&
	       hex_parse(json_string(file, "sha256"), out->sha256, sizeof out->sha256);
}

/* Whoever asks by name has everything on record already: a file is named by its version. */
static enum fail accept(struct act *a, void *context, const struct json *args,
                        struct refusal *why)
{
	const struct site *site = context;
	struct id id;

	if (!pack_with_checklist(site->packs, json_string(args, "pack")))
		refuse(why, PLN_PACK, "there is no such content pack", NULL);
	if (record_resolve(a, &plan_type, json_string(args, "plan"), &id) != OK)
		refuse(why, FIELD_NONE, "no plan is named",
		       "Say which one: \"plan\": \"PLN-0001\".");
	if (record_resolve(a, &document_version_type, json_string(args, "version"), &id) !=
	    OK)
		refuse(why, FIELD_NONE, "no version of the text is named",
		       "Say which one: \"version\": \"DOV-0001\".");
	if (json_member(args, "file"))
		refuse(why, FIELD_NONE, "a file is sent to a version of a document first",
		       NULL);
	return refused(why) ? FAIL_REFUSED : OK;
}

/* ---- reading ---- */

static enum fail open_version(struct act *a, void *arg)
{
	struct taking *t = arg;
	struct row *version;
	enum fail f = record_get(a, &document_version_type, t->in.version, &version);

	if (f == OK && !row_filled(version, DOV_FILE))
		f = FAIL_NOT_FOUND;
	if (f != OK)
		return f;
	t->name = str_copy(t->job->arena, version->values[DOV_FILE].file.name);
	return file_open(a, version, DOV_FILE, &t->fd);
}

static enum fail find_named(struct act *a, void *arg)
{
	struct taking *t = arg;
	const struct json *args = t->job->args;
	struct str plan = json_string(args, "plan");
	struct str version = json_string(args, "version");
	enum fail f = OK;

	if (plan.n > 0)
		f = record_resolve(a, &plan_type, plan, &t->in.plan);
	if (f == OK && version.n > 0)
		f = record_resolve(a, &document_version_type, version, &t->in.version);
	if (f == OK && version.n > 0)
		f = open_version(a, t);
	return f;
}

static enum fail open_file(struct taking *t)
{
	struct job *j = t->job;
	const struct site *site = j->context;

	t->in.pack = pack_with_checklist(site->packs, json_string(j->args, "pack"));
	t->in.title = json_string(j->args, "title");
	if (!t->in.pack)
		return fail_say(FAIL_NOT_FOUND, "there is no such content pack any more");
	enum fail f = store_read(j->store, j->actor, j->arena, find_named, t);
	if (f != OK || t->fd >= 0)
		return f;
	if (!file_of(j->args, &t->in.file))
		return fail_say(FAIL_FORMAT, "the job names no file");
	t->name = t->in.file.name;
	return file_open_kept(j->store, &t->in.file, &t->fd);
}

static enum fail read_file(struct taking *t)
{
	struct job *j = t->job;
	const struct site *site = j->context;
	enum fail f = open_file(t);

	if (f == OK)
		f = site->reader.read(site->reader.arg, j->arena, t->fd, t->name, &j->why,
		                      &t->text);
	if (t->fd >= 0)
		close(t->fd);
	if (f == OK && job_cancelled(j))
		f = FAIL_CANCELLED;
	if (f == OK)
		f = plan_check_keep_text(j->store, NULL, j->arena, &t->text, &t->in.kept);
	return f;
}

/* ---- writing ---- */

static enum fail write_all(struct act *a, void *arg)
{
	struct taking *t = arg;
	struct job *j = t->job;

	j->why = refusal_on(j->arena);
	enum fail f = plan_intake_write(a, &t->in, &j->why, &t->check);
	if (f != OK)
		return f;
	j->record = str_format(j->arena, "plan_check/%.*s",
	                       STR_ARG(row_code(j->arena, t->check)));
	j->said = MESSAGE(N_("The file was read. Confirm where each part stands."));
	if (t->text.cut)
		j->said = document_cut_message(j->arena, &t->text);
	return job_commit(j, a);
}

static enum fail run(struct job *j)
{
	struct taking *t = ARENA_NEW(j->arena, struct taking);

	*t = (struct taking){ .job = j, .fd = -1 };
	job_progress(j, N_("reading the file"), 0, 0);
	enum fail f = read_file(t);
	if (f == OK) {
		t->in.text = &t->text;
		job_progress(j, N_("looking for each part"), 0, 0);
		f = store_write(j->store, j->actor, j->arena, write_all, t);
	}
	if (f != OK && t->in.kept.bytes > 0)
		file_drop(j->store, &t->in.kept);
	return f;
}

/* The file that came with it; one that a record uses stays. */
static void drop(struct job *j)
{
	struct file_ref file;

	if (file_of(j->args, &file))
		file_drop(j->store, &file);
}

const struct job_kind plan_check_job = {
	.name = "plan-check",
	.label = N_("Reading a plan"),
	.page = "/work",
	.accept = accept,
	.run = run,
	.drop = drop,
};
