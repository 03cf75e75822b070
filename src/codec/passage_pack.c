/*
 * passage_pack.c -- a document's text as bytes, between the process that read it and the
 * others.
 *
 * Little endian: "WDT1", format, cut, pages, title, count, then for each passage kind,
 * level, page, line, text, heading.  Numbers take 4 bytes; a text its length and its bytes;
 * a heading that is the one before is length 0xffffffff.  The receiver trusts none of it:
 * the process that wrote it has read a stranger's file.
 */
#include "codec/passage.h"

#include "base/arena.h"
#include "base/limits.h"

#define MAGIC "WDT1"
#define SAME UINT32_C(0xffffffff)
#define PASSAGE_LEAST 24u               /* bytes of an empty one */

static void put_number(struct text *t, uint32_t n)
{
	char b[4] = { (char)(n & 0xff), (char)(n >> 8 & 0xff), (char)(n >> 16 & 0xff),
		      (char)(n >> 24 & 0xff) };

	text_add(t, (struct str){ b, 4 });
}

static void put_text(struct text *t, struct str s)
{
	put_number(t, (uint32_t)s.n);
	text_add(t, s);
}

struct str document_text_pack(struct arena *a, const struct document_text *d)
{
	struct text t = text_on(a, LIMIT_PACKED_TEXT);
	struct str heading = STR_NONE;

	text_addz(&t, MAGIC);
	put_number(&t, (uint32_t)d->format);
	put_number(&t, d->cut);
	put_number(&t, (uint32_t)d->pages);
	put_text(&t, d->title);
	put_number(&t, (uint32_t)d->count);
	for (size_t i = 0; i < d->count; i++) {
		const struct passage *p = &d->at[i];
		put_number(&t, (uint32_t)p->kind);
		put_number(&t, (uint32_t)p->level);
		put_number(&t, (uint32_t)p->page);
		put_number(&t, (uint32_t)p->line);
		put_text(&t, p->text);
		if (i > 0 && str_equal(p->heading, heading))
			put_number(&t, SAME);
		else
			put_text(&t, p->heading);
		heading = p->heading;
	}
	return text_str(&t);
}

struct unpacker {
	struct str rest;
	bool wrong;
};

static uint32_t get_number(struct unpacker *u)
{
	if (u->rest.n < 4) {
		u->wrong = true;
		return 0;
	}
	const unsigned char *b = (const unsigned char *)u->rest.p;
	uint32_t n = (uint32_t)b[0] | (uint32_t)b[1] << 8 | (uint32_t)b[2] << 16 |
	             (uint32_t)b[3] << 24;
	u->rest = str_from(u->rest, 4);
	return n;
}

static int get_small(struct unpacker *u, uint32_t most)
{
	uint32_t n = get_number(u);

	u->wrong = u->wrong || n > most;
	return u->wrong ? 0 : (int)n;
}

static struct str get_bytes(struct unpacker *u, uint32_t n)
{
	struct str s = str_cut(u->rest, n);

	u->wrong = u->wrong || n > u->rest.n || !str_is_utf8(s);
	if (u->wrong)
		return STR("");
	u->rest = str_from(u->rest, n);
	return s;
}

static struct str get_text(struct unpacker *u)
{
	return get_bytes(u, get_number(u));
}

static void get_passage(struct unpacker *u, struct passage *p, struct str before)
{
	p->kind = (enum passage_kind)get_small(u, PASSAGE_TABLE_HEAD);
	p->level = get_small(u, INT16_MAX);
	p->page = get_small(u, INT32_MAX);
	p->line = get_small(u, INT32_MAX);
	p->text = get_text(u);
	uint32_t n = get_number(u);
	p->heading = n == SAME ? before : get_bytes(u, n);
}

enum fail document_text_unpack(struct arena *a, struct str bytes, struct document_text *out)
{
	struct unpacker u = { .rest = bytes };
	struct str heading = STR("");

	*out = (struct document_text){ 0 };
	if (!str_starts(bytes, MAGIC))
		return fail_say(FAIL_FORMAT,
		                "the text of a document came back in another form");
	u.rest = str_from(bytes, strlen(MAGIC));
	out->format = (enum document_format)get_small(&u, DOCUMENT_PDF);
	out->cut = get_small(&u, 1) != 0;
	out->pages = get_small(&u, INT32_MAX);
	out->title = str_copy(a, get_text(&u));
	size_t count = (size_t)get_small(&u, LIMIT_PASSAGES);
	if (u.wrong || count > u.rest.n / PASSAGE_LEAST)
		return fail_say(FAIL_FORMAT, "the text of a document came back damaged");
	struct str kept = str_copy(a, u.rest);
	out->at = ARENA_TRY(a, struct passage, count ? count : 1);
	if (!out->at || arena_failed(a))
		return fail_say(FAIL_MEMORY,
		                "not enough memory for the text of a document");
	u.rest = kept;
	for (size_t i = 0; i < count && !u.wrong; i++) {
		get_passage(&u, &out->at[i], heading);
		heading = out->at[i].heading;
	}
	if (u.wrong || u.rest.n > 0)
		return fail_say(FAIL_FORMAT, "the text of a document came back damaged");
	out->count = count;
	return OK;
}
