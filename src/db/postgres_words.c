/*
 * postgres_words.c -- the word index of PostgreSQL: a tsvector without places, and beside
 * it the words themselves, in which phrases are looked for.
 *
 * A tsvector with places keeps only the first 16,383 words of a text and 256 places of
 * each; SQLite keeps them all, and both must find the same.
 */
#include "db/postgres.h"

#include "base/arena.h"

#define MATCH_BYTES (64u * 1024)

#define MATCHES \
	" and d.vector @@ cast(:match as tsquery)" \
	" and not exists (select 1 from unnest(cast(:phrases as text[])) p" \
	" where strpos(' ' || d.words || ' ', p) = 0)" \
	" and not exists (select 1 from unnest(cast(:unwanted as text[])) p" \
	" where strpos(' ' || d.words || ' ', p) > 0)"

const char *const pg_word_tables =
	SQL("create table word_doc (org bytea not null, doc bigint not null,"
            " record bytea not null, vector tsvector not null,"
            " words text collate \"C\" not null, primary key (org, doc));"
            "create unique index word_doc_record on word_doc (org, record);"
            "create index word_doc_words on word_doc using gin (vector)");

const char *const pg_words_in =
	SQL("select d.record from word_doc d where d.org = :org" MATCHES);

const char *const pg_words_page =
	SQL("select d.doc, d.record from word_doc d where d.org = :org"
            " and d.doc < :before" MATCHES " order by d.doc desc limit :room");

/* ---- keeping ---- */
enum fail pg_words_set(struct tx *tx, struct id org, struct id record, struct str words)
{
	struct stmt *s = query(
		tx,
		SQL("insert into word_doc (org, doc, record, vector, words)"
	            " select :org{id}, coalesce(max(doc), 0) + 1, :record{id},"
	            " array_to_tsvector(string_to_array(:words{text}, ' ')),"
	            " :words{text}"
	            " from word_doc where org = :org"
	            " on conflict (org, record) do update"
	            " set vector = excluded.vector, words = excluded.words"
	            " where word_doc.words <> excluded.words"));

	bind_id(s, "org", org);
	bind_id(s, "record", record);
	bind_str(s, "words", words.p ? words : STR(""));
	return query_run(s);
}

enum fail pg_words_remove(struct tx *tx, struct id org, struct id record)
{
	struct stmt *s = query(tx, SQL("delete from word_doc"
	                               " where org = :org and record = :record"));

	bind_id(s, "org", org);
	bind_id(s, "record", record);
	return query_run(s);
}

/* ---- looking ---- */

/* Words are letters and digits; where they are not, they stay words all the same. */
static void put_escaped(struct text *out, struct str words, const char *escaped)
{
	for (size_t i = 0; i < words.n; i++) {
		if (strchr(escaped, words.p[i]))
			text_addc(out, words.p[i] == '\'' ? '\'' : '\\');
		text_addc(out, words.p[i]);
	}
}

/* ('is' & '009'), which a phrase must hold as well. */
static void put_all(struct text *out, const struct words_term *t)
{
	struct str rest = t->words;
	const char *between = "('";

	while (rest.n > 0) {
		text_addz(out, between);
		put_escaped(out, str_split(rest, ' ', &rest), "'\\");
		text_addz(out, t->prefix ? "':*" : "'");
		between = " & '";
	}
	text_addc(out, ')');
}

static void put_phrase(struct text *array, const struct words_term *t)
{
	text_addz(array, array->n > 1 ? ",\" " : "\" ");
	put_escaped(array, t->words, "\"\\");
	text_addz(array, " \"");
}

void pg_words_wanted(struct arena *a, const struct words_term *terms, size_t count,
                     struct words_wanted *out)
{
	struct text match = text_on(a, MATCH_BYTES), phrases = text_on(a, MATCH_BYTES),
		    unwanted = text_on(a, MATCH_BYTES);
	bool any = false;

	text_addc(&phrases, '{');
	text_addc(&unwanted, '{');
	for (size_t i = 0; i < count; i++) {
		const struct words_term *t = &terms[i];
		if (t->phrase)
			put_phrase(t->not_wanted ? &unwanted : &phrases, t);
		if (t->phrase && t->not_wanted)
			continue;
		text_addz(&match, match.n ? " & " : "");
		text_addz(&match, t->not_wanted ? "!" : "");
		put_all(&match, t);
		any = any || !t->not_wanted;
	}
	text_addc(&phrases, '}');
	text_addc(&unwanted, '}');
	out->nothing = !any || text_failed(&match) || text_failed(&phrases) ||
	               text_failed(&unwanted);
	out->parts[0] = text_str(&match);
	out->parts[1] = text_str(&phrases);
	out->parts[2] = text_str(&unwanted);
}

void pg_words_bind(struct stmt *s, const struct words_wanted *w)
{
	bind_str(s, "match", w->parts[0]);
	bind_str(s, "phrases", w->parts[1]);
	bind_str(s, "unwanted", w->parts[2]);
}
