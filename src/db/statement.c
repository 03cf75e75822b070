/*
 * statement.c -- statements: asked for by their text, kept prepared, handed out for a
 * while.
 *
 * A literal is found by its address, a composed text by its content.  A statement that is
 * in use when it is asked for again (an effect within an effect) gets a twin.
 */
#include "db/driver.h"

#include <stdlib.h>

static size_t slot_of_address(const char *p)
{
	uint64_t x = (uint64_t)(uintptr_t)p * UINT64_C(0x9e3779b97f4a7c15);

	return (size_t)(x >> 40) & (STATEMENT_SLOTS - 1);
}

static size_t slot_of_content(struct str s)
{
	uint64_t h = UINT64_C(0xcbf29ce484222325);

	for (size_t i = 0; i < s.n; i++)
		h = (h ^ (unsigned char)s.p[i]) * UINT64_C(0x100000001b3);
	return (size_t)(h ^ h >> 32) & (STATEMENT_SLOTS - 1);
}

static void release(struct stmt *s)
{
	if (s->handle)
		s->tx->db->driver->finish(s);
	sql_text_release(&s->text);
	free((char *)(uintptr_t)s->content.p);
	free(s);
}

/* A statement that only carries a failure; it dies when the transaction settles. */
static struct stmt *prepared(struct tx *tx, struct str text)
{
	struct stmt *s = calloc(1, sizeof *s);

	if (!s)
		BUG("no memory for a statement");
	s->tx = tx;
	if (!sql_translate(tx->db->driver, text, &s->text))
		s->failed = fail_say(FAIL_MEMORY, "no memory to prepare a statement");
	else
		s->failed = tx->db->driver->prepare(tx, s);
	return s;
}

static struct stmt *hand_out(struct tx *tx, struct stmt *s)
{
	s->busy = true;
	if (!s->listed) {
		s->listed = true;
		s->next_busy = tx->busy;
		tx->busy = s;
	}
	return s;
}

static void keep(struct tx *tx, size_t slot, struct stmt *s)
{
	s->next = tx->slots[slot];
	tx->slots[slot] = s;
}

static struct stmt *literal(struct tx *tx, const char *sql, bool walks)
{
	size_t slot = slot_of_address(sql);

	for (struct stmt *s = tx->slots[slot]; s; s = s->next) {
		if (s->literal == sql && s->walks == walks && !s->busy)
			return hand_out(tx, s);
	}
	struct stmt *s = prepared(tx, str_of(sql));
	s->literal = sql;
	s->walks = walks;
	keep(tx, slot, s);
	return hand_out(tx, s);
}

struct stmt *query(struct tx *tx, const char *sql)
{
	return literal(tx, sql, false);
}

struct stmt *query_walk(struct tx *tx, const char *sql)
{
	return literal(tx, sql, true);
}

struct stmt *query_composed(struct tx *tx, struct str sql)
{
	size_t slot = slot_of_content(sql);

	for (struct stmt *s = tx->slots[slot]; s; s = s->next) {
		if (s->content.p && !s->busy && str_equal(s->content, sql))
			return hand_out(tx, s);
	}
	struct stmt *s = prepared(tx, sql);
	char *copy = malloc(sql.n + 1);
	if (!copy)
		BUG("no memory for a statement");
	memcpy(copy, sql.p, sql.n);
	s->content = (struct str){ copy, sql.n };
	tx->composed++;
	keep(tx, slot, s);
	return hand_out(tx, s);
}

/* Takes out of the slots what `drop` wants gone. */
static void sweep(struct tx *tx, bool (*drop)(const struct stmt *))
{
	for (size_t i = 0; i < STATEMENT_SLOTS; i++) {
		for (struct stmt **at = &tx->slots[i]; *at;) {
			struct stmt *s = *at;
			if (drop(s)) {
				*at = s->next;
				release(s);
			} else {
				at = &s->next;
			}
		}
	}
}

static bool always(const struct stmt *s)
{
	(void)s;
	return true;
}

static bool is_composed(const struct stmt *s)
{
	return s->content.p != NULL;
}

static bool is_broken(const struct stmt *s)
{
	return !s->handle;
}

void tx_settle(struct tx *tx)
{
	bool broken = false;

	while (tx->busy) {
		struct stmt *s = tx->busy;
		tx->busy = s->next_busy;
		s->next_busy = NULL;
		s->listed = false;
		query_end(s);
		broken = broken || !s->handle;
	}
	if (broken)
		sweep(tx, is_broken);
	if (tx->composed > COMPOSED_MAX) {
		sweep(tx, is_composed);
		tx->composed = 0;
	}
}

void tx_forget_statements(struct tx *tx)
{
	tx_settle(tx);
	sweep(tx, always);
	tx->composed = 0;
}

static int position(struct stmt *s, const char *name)
{
	if (s->failed)
		return 0;
	int at = sql_parameter(&s->text, name);
	if (at == 0)
		BUG("no parameter :%s in: %s", name, s->text.sql);
	return at;
}

static void note(struct stmt *s, enum fail f)
{
	if (f && !s->failed)
		s->failed = f;
}

void bind_i64(struct stmt *s, const char *name, int64_t v)
{
	int at = position(s, name);

	if (at)
		note(s, s->tx->db->driver->bind_i64(s, at, v));
}

void bind_str(struct stmt *s, const char *name, struct str v)
{
	int at = position(s, name);

	if (at && !v.p)
		note(s, s->tx->db->driver->bind_null(s, at));
	else if (at)
		note(s, s->tx->db->driver->bind_str(s, at, v));
}

void bind_blob(struct stmt *s, const char *name, const void *p, size_t n)
{
	int at = position(s, name);

	if (at)
		note(s, s->tx->db->driver->bind_blob(s, at, p, n));
}

void bind_id(struct stmt *s, const char *name, struct id v)
{
	if (id_is_set(v))
		bind_blob(s, name, v.b, sizeof v.b);
	else
		bind_null(s, name);
}

void bind_null(struct stmt *s, const char *name)
{
	int at = position(s, name);

	if (at)
		note(s, s->tx->db->driver->bind_null(s, at));
}

int query_next(struct stmt *s)
{
	if (!s->runs)
		atomic_fetch_add(&s->tx->db->statements, 1);
	s->runs = true;
	int row = s->failed ? (int)s->failed : s->tx->db->driver->step(s);

	if (row <= 0)
		query_end(s);
	return row;
}

enum fail query_run(struct stmt *s)
{
	enum fail f = s->failed ? s->failed : s->tx->db->driver->run(s);

	atomic_fetch_add(&s->tx->db->statements, 1);
	query_end(s);
	return f;
}

/* It may be asked for again, so it leaves with nothing bound and no failure. */
void query_end(struct stmt *s)
{
	if (s->handle) {
		s->tx->db->driver->reset(s);
		s->failed = OK;
	}
	s->busy = s->runs = false;
}

bool column_null(struct stmt *s, int column)
{
	return s->tx->db->driver->column_null(s, column);
}

int64_t column_i64(struct stmt *s, int column)
{
	return s->tx->db->driver->column_i64(s, column);
}

struct str column_str(struct stmt *s, int column)
{
	return s->tx->db->driver->column_str(s, column);
}

struct str column_blob(struct stmt *s, int column)
{
	return s->tx->db->driver->column_blob(s, column);
}

struct id column_id(struct stmt *s, int column)
{
	struct str bytes = column_blob(s, column);
	struct id id = ID_NONE;

	if (bytes.n == sizeof id.b)
		memcpy(id.b, bytes.p, sizeof id.b);
	return id;
}
