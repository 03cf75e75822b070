/*
 * zone_read.c -- the bytes of a zone file (TZif version 2 and later, RFC 8536) into a zone.
 *
 * Only the 64-bit block is used; the 32-bit block before it is stepped over.
 */
#include "sys/zone_internal.h"

#define HEAD_BYTES 44u

struct counts {
	uint32_t utc_flags, wall_flags, leaps, changes, kinds, name_bytes;
};

static uint32_t be32(const char *p)
{
	const unsigned char *u = (const unsigned char *)p;

	return (uint32_t)u[0] << 24 | (uint32_t)u[1] << 16 | (uint32_t)u[2] << 8 | u[3];
}

static int64_t be64(const char *p)
{
	return (int64_t)((uint64_t)be32(p) << 32 | be32(p + 4));
}

static bool head_read(struct str *s, struct counts *c)
{
	if (s->n < HEAD_BYTES || memcmp(s->p, "TZif", 4) != 0 || s->p[4] < '2')
		return false;
	const char *p = s->p + 20;
	*c = (struct counts){ be32(p), be32(p + 4), be32(p + 8),
		              be32(p + 12), be32(p + 16), be32(p + 20) };
	*s = str_from(*s, HEAD_BYTES);
	return c->changes <= ZONE_CHANGES && c->kinds >= 1 && c->kinds <= ZONE_KINDS &&
	       c->leaps <= 1000 && c->name_bytes <= 4096 && c->utc_flags <= c->kinds &&
	       c->wall_flags <= c->kinds;
}

static size_t block_bytes(const struct counts *c, size_t time_bytes)
{
	return c->changes * (time_bytes + 1) + c->kinds * 6u + c->name_bytes +
	       c->leaps * (time_bytes + 4) + c->wall_flags + c->utc_flags;
}

static bool kind_read(struct zone_kind *k, const char *p, struct str names)
{
	k->offset = (int32_t)be32(p);
	k->summer = p[4] != 0;
	struct str name = str_from(names, (unsigned char)p[5]);
	const char *end = name.n ? memchr(name.p, '\0', name.n) : NULL;
	if (!end || k->offset < -93600 || k->offset > 93600)
		return false;
	snprintf(k->name, sizeof k->name, "%.*s", (int)(end - name.p), name.p);
	return true;
}

static bool changes_read(struct zone *z, const struct counts *c, const char *p)
{
	z->at = calloc(c->changes + 1u, sizeof *z->at);
	z->to = calloc(c->changes + 1u, 1);
	if (!z->at || !z->to)
		return false;
	z->change_count = c->changes;
	for (size_t i = 0; i < c->changes; i++) {
		z->at[i] = be64(p + 8 * i);
		z->to[i] = (uint8_t)p[8 * c->changes + i];
		if (z->to[i] >= c->kinds || (i && z->at[i] <= z->at[i - 1]))
			return false;
	}
	return true;
}

static bool block_read(struct zone *z, const struct counts *c, struct str s)
{
	const char *kinds = s.p + c->changes * 9;
	struct str names = { kinds + c->kinds * 6, c->name_bytes };

	if (!changes_read(z, c, s.p))
		return false;
	z->kind_count = c->kinds;
	for (size_t i = 0; i < c->kinds; i++)
		if (!kind_read(&z->kinds[i], kinds + i * 6, names))
			return false;
	return true;
}

static bool foot_read(struct zone *z, struct str s)
{
	struct str rest;

	if (s.n == 0 || s.p[0] != '\n')
		return false;
	struct str line = str_split(str_from(s, 1), '\n', &rest);
	/* No rule: the last change holds for ever. */
	return line.n == 0 || zone_rule_read(line, &z->rule);
}

static bool file_read(struct zone *z, struct str s)
{
	struct counts c;

	if (!head_read(&s, &c) || s.n < block_bytes(&c, 4))
		return false;
	s = str_from(s, block_bytes(&c, 4));
	if (!head_read(&s, &c) || s.n < block_bytes(&c, 8))
		return false;
	return block_read(z, &c, s) && foot_read(z, str_from(s, block_bytes(&c, 8)));
}

struct zone *zone_read(struct str bytes)
{
	struct zone *z = calloc(1, sizeof *z);

	if (z && file_read(z, bytes))
		return z;
	zone_free(z);
	return NULL;
}

void zone_free(struct zone *z)
{
	if (!z)
		return;
	free(z->at);
	free(z->to);
	free(z);
}
