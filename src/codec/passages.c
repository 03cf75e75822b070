/* passages.c -- collecting the passages of a document under the headings they stand below.
 */
#include "codec/passages.h"

#include <utf8proc.h>

#include "base/limits.h"

#define PATH_BYTES 1000u                /* of the headings above, joined */
#define HEADING_BYTES 300u              /* of each in the path */

struct passages passages_to(struct arena *a, struct document_text *to)
{
	return (struct passages){ .arena = a, .to = to };
}

bool passages_full(const struct passages *p)
{
	return p->to->cut || arena_failed(p->arena);
}

/* ---- texts put right ---- */

static bool is_space(int32_t c)
{
	return c == ' ' || (c >= 0x09 && c <= 0x0d) || c == 0x85 || c == 0xa0 ||
	       c == 0x1680 || (c >= 0x2000 && c <= 0x200a) || c == 0x2028 || c == 0x2029 ||
	       c == 0x202f || c == 0x205f || c == 0x3000;
}

/* Control and format characters, private use (bullets of symbol fonts) and what is no text.
 */
static bool is_dropped(int32_t c)
{
	if (c < 0x80)
		return c < 0x20 || c == 0x7f;
	if (c == 0xad || c == 0xfffd)
		return true;
	utf8proc_category_t category = utf8proc_category(c);
	return category == UTF8PROC_CATEGORY_CC || category == UTF8PROC_CATEGORY_CF ||
	       category == UTF8PROC_CATEGORY_CO || category == UTF8PROC_CATEGORY_CS;
}

static struct str composed(struct arena *a, struct str s)
{
	uint8_t *made = NULL;
	utf8proc_ssize_t n = utf8proc_map((const uint8_t *)s.p, (utf8proc_ssize_t)s.n,
	                                  &made, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
	struct str out = s;

	if (n >= 0)
		out = str_copy(a, (struct str){ (const char *)made, (size_t)n });
	free(made);
	return out;
}

struct str passage_text(struct arena *a, struct str s)
{
	struct text t = text_on(a, 3 * s.n + 1);
	bool space = false, ascii = true;

	for (size_t i = 0; i < s.n;) {
		int32_t c;
		utf8proc_ssize_t n = utf8proc_iterate((const uint8_t *)s.p + i,
		                                      (utf8proc_ssize_t)(s.n - i), &c);
		i += n > 0 ? (size_t)n : 1;
		if (n <= 0)
			continue;
		if (is_space(c)) {
			space = true;
		} else if (!is_dropped(c)) {
			if (space && t.n > 0)
				text_addc(&t, ' ');
			space = false;
			ascii = ascii && c < 0x80;
			text_add_utf8(&t, (uint32_t)c);
		}
	}
	return ascii ? text_str(&t) : composed(a, text_str(&t));
}

/* ---- headings ---- */

/* "Communicate > Regulators": deepest last; the first ones go when it is too long. */
static void join_path(struct passages *p)
{
	struct text t = text_on(p->arena, HEADING_LEVELS * (HEADING_BYTES + 3));
	size_t all = 0;
	int from = HEADING_LEVELS;

	while (from > 0 && all + p->above[from - 1].n + 3 <= PATH_BYTES)
		all += p->above[--from].n + 3;
	for (int i = from; i < HEADING_LEVELS; i++) {
		if (p->above[i].n == 0)
			continue;
		if (t.n > 0)
			text_addz(&t, " > ");
		text_add(&t, p->above[i]);
	}
	p->path = text_str(&t);
}

/* The headings at this level and deeper end; what stands above stays. */
static void end_headings(struct passages *p, int level)
{
	for (int i = level - 1; i < HEADING_LEVELS; i++)
		p->above[i] = STR_NONE;
	join_path(p);
}

/* ---- adding ---- */

static struct passage *append(struct passages *p)
{
	struct document_text *d = p->to;

	if (d->count == LIMIT_PASSAGES) {
		d->cut = true;
		return NULL;
	}
	if (d->count == p->room) {
		size_t room = p->room ? 2 * p->room : 64;
		struct passage *at = ARENA_TRY(p->arena, struct passage, room);
		if (!at) {
			arena_fail(p->arena);
			return NULL;
		}
		if (d->count)
			memcpy(at, d->at, d->count * sizeof *at);
		d->at = at;
		p->room = room;
	}
	return &d->at[d->count++];
}

/* The first piece of a text that is too long for one passage, cut behind a word. */
static struct str first_piece(struct str s)
{
	struct str piece = str_cut_utf8(s, PASSAGE_BYTES);

	if (piece.n == s.n)
		return piece;
	for (size_t i = piece.n; i > piece.n / 2; i--)
		if (piece.p[i - 1] == ' ')
			return str_cut(piece, i);
	return piece;
}

static void add_piece(struct passages *p, const struct passage *like, struct str piece)
{
	if (p->bytes + piece.n > LIMIT_DOCUMENT_TEXT) {
		p->to->cut = true;
		return;
	}
	struct passage *made = append(p);
	if (!made)
		return;
	*made = *like;
	made->text = str_trim(piece);
	if (made->line == 0)
		made->line = (int)p->to->count;
	p->bytes += piece.n;
}

void passages_add(struct passages *p, enum passage_kind kind, int level, struct str text,
                  int page, int line)
{
	if (passages_full(p))
		return;
	struct str rest = passage_text(p->arena, text);
	if (rest.n == 0)
		return;
	if (kind == PASSAGE_HEADING) {
		level = level < 1 ? 1 : level > HEADING_LEVELS ? HEADING_LEVELS
		                                               : level;
		end_headings(p, level);
	}
	struct passage like = {
		.kind = kind, .level = level, .heading = p->path, .page = page, .line = line
	};
	if (kind == PASSAGE_HEADING) {
		p->above[level - 1] = str_trim(str_cut_utf8(rest, HEADING_BYTES));
		join_path(p);
		if (p->to->title.n == 0)
			p->to->title = rest;
	}
	while (rest.n > 0 && !passages_full(p)) {
		struct str piece = first_piece(rest);
		add_piece(p, &like, piece);
		rest = str_from(rest, piece.n);
	}
	if (page > p->to->pages)
		p->to->pages = page;
}

/* ---- lines that look like something ---- */

static bool digit_at(struct str s, size_t i)
{
	return i < s.n && s.p[i] >= '0' && s.p[i] <= '9';
}

/* "3.2.1 ", "3. ", "3) ": the depth; *end is behind the number and its space. */
static int decimal_depth(struct str s, size_t *end)
{
	int depth = 0;
	size_t i = 0;

	while (digit_at(s, i)) {
		size_t start = i;
		while (digit_at(s, i))
			i++;
		if (i - start > 3)      /* a year, an amount */
			return 0;
		depth++;
		if (i < s.n && s.p[i] == '.')
			i++;
		else
			break;
	}
	if (depth == 1 && i < s.n && s.p[i] == ')')
		i++;
	*end = i;
	return i < s.n && s.p[i] == ' ' ? depth : 0;
}

static const struct {
	const char *word;
	int depth;
} named[] = {
	{ "Appendix ", 1 },
	{ "APPENDIX ", 1 },
	{ "Annex ", 1 },
	{ "ANNEX ", 1 },
	{ "Annexe ", 1 },
	{ "ANNEXE ", 1 },
	{ "Chapter ", 1 },
	{ "CHAPTER ", 1 },
	{ "Chapitre ", 1 },
	{ "CHAPITRE ", 1 },
	{ "Part ", 1 },
	{ "PART ", 1 },
	{ "Partie ", 1 },
	{ "PARTIE ", 1 },
	{ "Section ", 1 },
	{ "SECTION ", 1 },
	{ "Article ", 1 },
	{ "Schedule ", 1 },
};

int heading_number_depth(struct str s)
{
	size_t end;
	int depth = decimal_depth(s, &end);

	if (depth > 0)
		return depth;
	for (size_t i = 0; i < COUNT(named); i++) {
		if (!str_starts(s, named[i].word))
			continue;
		/* "Section 3: Roles", "Appendix B", not "Section heads must..." */
		struct str rest,
			label = str_split(str_from(s, strlen(named[i].word)), ' ', &rest);
		char c = label.n > 0 ? label.p[0] : ' ';
		bool roman = c == 'I' || c == 'V' || c == 'X';
		if (digit_at(label, 0) || (c >= 'A' && c <= 'Z' && (label.n <= 2 || roman)))
			return named[i].depth;
	}
	return 0;
}

bool is_contents_line(struct str s)
{
	size_t i = s.n, dots = 0;

	while (i > 0 && digit_at(s, i - 1))
		i--;
	if (s.n - i > 4)
		return false;
	bool number = i < s.n;
	for (; i > 0; i--) {
		if (s.p[i - 1] == '.') {
			dots++;
		} else if (i >= 3 && memcmp(s.p + i - 3, "…", 3) == 0) {
			dots += 3;
			i -= 2;
		} else if (s.p[i - 1] != ' ' && s.p[i - 1] != '\t') {
			break;
		}
	}
	/* The page may stand in a column of its own. */
	return i > 0 && dots >= (number ? 3u : 6u);
}

/* How many words, and whether any letter is lower case or upper case. */
static int count_words(struct str s, bool *lower, bool *upper)
{
	int words = 0;
	bool inside = false;

	*lower = *upper = false;
	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];
		*lower = *lower || (c >= 'a' && c <= 'z');
		*upper = *upper || (c >= 'A' && c <= 'Z');
		words += c != ' ' && !inside;
		inside = c != ' ';
	}
	return words;
}

static bool ends_like_a_sentence(struct str s)
{
	char last = s.n > 0 ? s.p[s.n - 1] : '.';

	return last == '.' || last == ';' || last == ',' || last == '!' || last == '?';
}

static bool is_no_heading(struct str s, int words, bool letters)
{
	return s.n > HEADING_MOST_BYTES || words > 14 || !letters ||
	       ends_like_a_sentence(s) || is_contents_line(s);
}

int heading_by_shape(struct str s, bool bold, bool caps)
{
	bool lower, upper;
	int words = count_words(s, &lower, &upper);
	int depth = heading_number_depth(s);
	bool shouted = caps && upper && !lower && words >= 2 && s.n >= 6;

	if (is_no_heading(s, words, lower || upper))
		return 0;
	int unless_numbered = depth > 0 ? depth : HEADING_UNNUMBERED;
	if (bold)
		return unless_numbered;
	if (depth >= 2 || (depth == 1 && !digit_at(s, 0)))
		return words <= 12 ? depth : 0;
	if (shouted && !strchr("{[<(|", s.p[0]))
		return unless_numbered;
	return 0;
}
