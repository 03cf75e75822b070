/* body.c -- what comes after the head: received in pieces, read in the lane. */
#include "http/internal.h"

#include <errno.h>
#include <fcntl.h>
#include <strings.h>
#include <sys/mman.h>
#include <unistd.h>

#include "http/multipart.h"
#include "sys/channel.h"

static int file_without_name(const struct http_server *s)
{
	int fd = -1;

	if (s->o.spool)
		fd = open(s->o.spool, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
	return fd >= 0 ? fd : memfd_create("body", MFD_CLOEXEC);
}

static bool write_all(int fd, const char *p, size_t n)
{
	while (n) {
		ssize_t went = write(fd, p, n);
		if (went < 0 && errno == EINTR)
			continue;
		if (went <= 0)
			return false;
		p += went;
		n -= (size_t)went;
	}
	return true;
}

static bool to_file(struct exchange *x)
{
	struct sink *k = &x->sink;

	k->fd = file_without_name(x->server);
	bool written = k->fd >= 0 && write_all(k->fd, k->p, k->n);
	free(k->p);
	k->p = NULL;
	k->room = 0;
	return written;
}

static bool grow(struct sink *k, size_t need)
{
	size_t room = k->room ? k->room : 4096;

	while (room < need)
		room *= 2;
	if (room == k->room)
		return true;
	char *p = realloc(k->p, room);
	if (!p)
		return false;
	k->p = p;
	k->room = room;
	return true;
}

void sink_add(struct exchange *x, const char *p, size_t n)
{
	struct sink *k = &x->sink;

	if (k->over || k->failed)
		return;
	if (k->n + n > k->limit) {
		k->over = true;
		return;
	}
	k->counted += n;
	if (atomic_fetch_add(&x->server->spooled, n) + n > SPOOLED_MOST) {
		k->failed = true;
		return;
	}
	if (k->fd < 0 && k->n + n > BODY_IN_MEMORY && !to_file(x)) {
		k->failed = true;
		return;
	}
	if (k->fd >= 0) {
		k->failed = !write_all(k->fd, p, n);
	} else if (grow(k, k->n + n)) {
		memcpy(k->p + k->n, p, n);
	} else {
		k->failed = true;
	}
	k->n += n;
}

void sink_release(struct exchange *x)
{
	struct sink *k = &x->sink;

	atomic_fetch_sub(&x->server->spooled, k->counted);
	k->counted = 0;
	free(k->p);
	k->p = NULL;
	if (k->fd >= 0)
		close(k->fd);
	k->fd = -1;
}

struct mapping {
	void *p;
	size_t n;
};

static void unmap(void *what)
{
	struct mapping *m = what;

	munmap(m->p, m->n);
}

/* The whole body as a view. */
static bool body_view(struct exchange *x, struct str *out)
{
	struct sink *k = &x->sink;

	*out = (struct str){ k->p ? k->p : "", k->n };
	if (k->fd < 0)
		return true;
	struct mapping *m = ARENA_NEW(x->arena, struct mapping);
	m->n = k->n;
	m->p = mmap(NULL, k->n, PROT_READ, MAP_PRIVATE, k->fd, 0);
	if (m->p == MAP_FAILED)
		return false;
	arena_on_close(x->arena, unmap, m);
	*out = (struct str){ m->p, m->n };
	return !arena_failed(x->arena);
}

static void close_fd(void *what)
{
	close(*(int *)what);
}

static bool keep_upload(struct exchange *x, struct upload *u, struct str bytes)
{
	int *fd = ARENA_NEW(x->arena, int);

	if (memory_file("upload", bytes, fd) != OK)
		return false;
	arena_on_close(x->arena, close_fd, fd);
	u->fd = *fd;
	u->bytes = bytes.n;
	return !arena_failed(x->arena);
}

static int parts_read(struct exchange *x, const struct part *parts, size_t count)
{
	struct request *q = &x->q;

	q->form.at = ARENA_TRY(x->arena, struct pair, count + 1);
	q->uploads = ARENA_TRY(x->arena, struct upload, count + 1);
	if (!q->form.at || !q->uploads)
		return 503;
	for (size_t i = 0; i < count; i++) {
		const struct part *p = &parts[i];
		if (!p->file_name.p) {
			if (!str_is_utf8(p->bytes))
				return 400;
			q->form.at[q->form.count++] = (struct pair){ p->name, p->bytes };
			continue;
		}
		/* A file field that was left empty. */
		if (p->file_name.n == 0 && p->bytes.n == 0)
			continue;
		struct upload *u = &q->uploads[q->upload_count];
		*u = (struct upload){ .field = p->name,
			              .name = p->file_name,
			              .media = p->media };
		if (p->bytes.n > LIMIT_UPLOAD_BYTES)
			return 413;
		if (!keep_upload(x, u, p->bytes))
			return 503;
		q->upload_count++;
	}
	return 0;
}

static bool media_is(struct str type, const char *wanted)
{
	struct str rest;
	struct str media = str_trim(str_split(type, ';', &rest));

	return media.n == strlen(wanted) && strncasecmp(media.p, wanted, media.n) == 0;
}

static int form_read(struct exchange *x, struct str body, struct str type)
{
	struct part *parts;
	size_t count;

	if (media_is(type, "application/x-www-form-urlencoded"))
		return form_parse(x->arena, body, &x->q.form) ? 0 : 400;
	if (!media_is(type, "multipart/form-data"))
		return body.n ? 415 : 0;
	if (!multipart_parse(x->arena, body, multipart_boundary(type), &parts, &count))
		return 400;
	return parts_read(x, parts, count);
}

/* The file itself as the body: PUT by a program. */
static int raw_upload(struct exchange *x, struct str body, struct str type)
{
	struct request *q = &x->q;
	struct upload *u = ARENA_NEW(x->arena, struct upload);

	if (body.n > LIMIT_UPLOAD_BYTES)
		return 413;
	*u = (struct upload){ .field = STR("file"),
		              .name = pairs_get(&q->query, "name"),
		              .media = type };
	if (!keep_upload(x, u, body))
		return 503;
	q->uploads = u;
	q->upload_count = 1;
	return 0;
}

static bool is_form(struct str type)
{
	return media_is(type, "application/x-www-form-urlencoded") ||
	       media_is(type, "multipart/form-data");
}

static bool is_json(struct str type)
{
	struct str rest;
	struct str media = str_trim(str_split(type, ';', &rest));

	return media_is(type, "application/json") || str_ends(media, "+json");
}

int body_read(struct exchange *x)
{
	struct str type = request_header(&x->q, "content-type"), body;

	if (x->sink.over)
		return 413;
	if (x->sink.failed || !body_view(x, &body))
		return 503;
	switch (x->route->body) {
	case BODY_NONE: return 0;
	case BODY_FORM: return form_read(x, body, type);
	case BODY_UPLOAD:
		return is_form(type) || body.n == 0 ? form_read(x, body, type)
		                                    : raw_upload(x, body, type);
	case BODY_JSON:
		if (body.n && type.n && !is_json(type))
			return 415;
		x->q.body = body;
		return str_is_utf8(body) ? 0 : 400;
	}
	return 0;
}
