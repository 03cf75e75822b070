/* job_send.c -- the file that a job made, read a piece at a time while it is sent. */
#include "actions/job_send.h"

#include "base/limits.h"

#define PIECE_ARENA_BYTES (4u * 1024 * 1024)

struct sending {
	struct store *store;
	const struct actor *who;
	struct id job;
	int64_t place;
	struct str piece;
};

static enum fail next_piece(struct act *a, void *arg)
{
	struct sending *s = arg;

	return job_piece(a, s->job, s->place, &s->piece);
}

/* False ends the answer; one that is cut short shows by its length. */
static bool more(void *arg, struct text *out)
{
	struct sending *s = arg;
	struct arena *a = arena_new(PIECE_ARENA_BYTES);

	if (!a)
		return false;
	enum fail f = store_read(s->store, s->who, a, next_piece, s);
	bool any = f == OK && s->piece.n > 0;
	if (any)
		text_add(out, s->piece);
	s->place++;
	arena_free(a);
	return any && !text_failed(out);
}

void job_file_send(struct store *s, const struct actor *who, struct response *r,
                   const struct job_view *job)
{
	struct sending *x = ARENA_NEW(r->arena, struct sending);

	*x = (struct sending){ .store = s, .who = who, .job = job->id };
	r->status = 200;
	r->media = str_z(r->arena, job->file_media);
	r->more = more;
	r->more_arg = x;
	response_header(r, "content-disposition",
	                str_format(r->arena, "attachment; filename=\"%.*s\"",
	                           STR_ARG(job->file_name)));
	response_header(r, "x-content-type-options", STR("nosniff"));
}
