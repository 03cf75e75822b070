/*
 * sqlite_words.c -- the word index of SQLite: FTS5 without its own copy of the words.
 *
 * FTS5 must be told at the drop what it was told at the put, so word_doc keeps the words.
 */
#include "db/sqlite.h"

#include "base/arena.h"

#define MATCH_BYTES (64u * 1024)

const char *const sqlite_word_tables =
	SQL("create table word_doc (doc integer not null primary key, org blob not null,"
            " record blob not null, words text not null) strict;"
            "create unique index word_doc_record on word_doc (org, record);"
            "create virtual table word_index using fts5("
            "words, content='', tokenize=\"unicode61 remove_diacritics 0\")");

const char *const sqlite_words_in =
	SQL("select d.record from word_doc d where d.org = :org and d.doc in"
            " (select rowid from word_index where word_index match :match)");

const char *const sqlite_words_page =
	SQL("select d.doc, d.record from word_doc d where d.org = :org and d.doc < :before"
            " and d.doc in (select rowid from word_index where word_index match :match)"
            " order by d.doc desc limit :room");

/* ---- keeping ---- */
static enum fail run(struct stmt *s, int64_t doc, struct str words)
{
	bind_i64(s, "doc", doc);
	bind_str(s, "words", words.p ? words : STR(""));
	return query_run(s);
}

static enum fail index_put(struct tx *tx, int64_t doc, struct str words)
{
	return run(query(tx, SQL("insert into word_index (rowid, words)"
	                         " values (:doc, :words)")),
	           doc, words);
}

static enum fail index_drop(struct tx *tx, int64_t doc, struct str words)
{
	return run(query(tx, SQL("insert into word_index (word_index, rowid, words)"
	                         " values ('delete', :doc, :words)")),
	           doc, words);
}

/* The document of a record, 0 when it has none, and what its words were: *same when they
 * are those given.  Where they are not, they leave the index. */
static enum fail take_out(struct tx *tx, struct id org, struct id record,
                          const struct str *words, int64_t *doc, bool *same)
{
	struct stmt *s = query(tx, SQL("select doc, words from word_doc"
	                               " where org = :org and record = :record"));
	enum fail f = OK;

	*doc = 0;
	*same = false;
	bind_id(s, "org", org);
	bind_id(s, "record", record);
	int row = query_next(s);
	if (row < 0)
		return (enum fail)row;
	if (row == 1) {
		*doc = column_i64(s, 0);
		*same = words && str_equal(column_str(s, 1), *words);
		if (!*same)
			f = index_drop(tx, *doc, column_str(s, 1));
	}
	query_end(s);
	return f;
}

static enum fail new_doc(struct tx *tx, struct id org, struct id record, struct str words,
                         int64_t *doc)
{
	struct stmt *s = query(tx, SQL("select coalesce(max(doc), 0) + 1 from word_doc"));
	int row = query_next(s);

	*doc = row == 1 ? column_i64(s, 0) : 0;
	query_end(s);
	if (row != 1)
		return row ? (enum fail)row : FAIL_DATABASE;
	s = query(tx, SQL("insert into word_doc (doc, org, record, words)"
	                  " values (:doc, :org, :record, :words)"));
	bind_i64(s, "doc", *doc);
	bind_id(s, "org", org);
	bind_id(s, "record", record);
	bind_str(s, "words", words);
	return query_run(s);
}

enum fail sqlite_words_set(struct tx *tx, struct id org, struct id record, struct str words)
{
	bool same;
	int64_t doc;
	enum fail f = take_out(tx, org, record, &words, &doc, &same);

	if (f || same)
		return f;
	if (doc)
		f = run(query(tx, SQL("update word_doc set words = :words"
		                      " where doc = :doc")),
		        doc, words);
	else
		f = new_doc(tx, org, record, words, &doc);
	return f ? f : index_put(tx, doc, words);
}

enum fail sqlite_words_remove(struct tx *tx, struct id org, struct id record)
{
	bool same;
	int64_t doc;
	enum fail f = take_out(tx, org, record, NULL, &doc, &same);

	if (f || !doc)
		return f;
	struct stmt *s = query(tx, SQL("delete from word_doc where doc = :doc"));
	bind_i64(s, "doc", doc);
	return query_run(s);
}

/* ---- looking ---- */

/* Words are letters and digits; where they are not, they stay words all the same. */
static void put_quoted(struct text *out, struct str words)
{
	text_addc(out, '"');
	for (size_t i = 0; i < words.n; i++) {
		if (words.p[i] == '"')
			text_addc(out, '"');
		text_addc(out, words.p[i]);
	}
	text_addc(out, '"');
}

static void put_term(struct text *out, const struct words_term *t)
{
	struct str rest = t->words;
	const char *between = "(";

	if (t->phrase) {
		put_quoted(out, t->words);
		return;
	}
	while (rest.n > 0) {
		text_addz(out, between);
		put_quoted(out, str_split(rest, ' ', &rest));
		if (t->prefix)
			text_addz(out, " *");
		between = " AND ";
	}
	text_addc(out, ')');
}

void sqlite_words_wanted(struct arena *a, const struct words_term *terms, size_t count,
                         struct words_wanted *out)
{
	struct text yes = text_on(a, MATCH_BYTES), no = text_on(a, MATCH_BYTES);

	for (size_t i = 0; i < count; i++) {
		struct text *to = terms[i].not_wanted ? &no : &yes;
		if (to->n > 0)
			text_addz(to, terms[i].not_wanted ? " OR " : " AND ");
		put_term(to, &terms[i]);
	}
	out->nothing = yes.n == 0 || text_failed(&yes) || text_failed(&no);
	out->parts[0] = no.n == 0 ? text_str(&yes)
	                          : str_format(a, "(%.*s) NOT (%.*s)",
	                                       STR_ARG(text_str(&yes)),
	                                       STR_ARG(text_str(&no)));
}

void sqlite_words_bind(struct stmt *s, const struct words_wanted *w)
{
	bind_str(s, "match", w->parts[0]);
}
