/* story_words.c -- the words of one line of a story. */
#include "actions/story_words.h"

/* One part up to a blank or `until`; quotes keep blanks. "\n" in quotes is a line end. */
static struct str part(struct arena *a, struct str s, size_t *i, char until)
{
	struct text t = text_on(a, s.n + 1);
	bool quoted = false;

	for (; *i < s.n; (*i)++) {
		char c = s.p[*i];

		if (c == '"') {
			quoted = !quoted;
			continue;
		}
		if (quoted && c == '\\' && *i + 1 < s.n && s.p[*i + 1] == 'n') {
			text_addc(&t, '\n');
			(*i)++;
			continue;
		}
		if (!quoted && (c == ' ' || c == '\t' || c == '\n' || c == until))
			break;
		text_addc(&t, c);
	}
	return text_str(&t);
}

struct story_words story_words_of(struct arena *a, struct str line)
{
	struct story_words w = { .line = line };
	size_t i = 0;

	while (w.count < STORY_WORDS_MOST) {
		struct story_word *word = &w.at[w.count];

		while (i < line.n &&
		       (line.p[i] == ' ' || line.p[i] == '\t' || line.p[i] == '\n'))
			i++;
		if (i == line.n || line.p[i] == '#')
			break;
		word->at = i;
		word->text = part(a, line, &i, line.p[i] == '"' ? ' ' : '=');
		if (i < line.n && line.p[i] == '=') {
			i++;
			word->name = word->text;
			word->text = part(a, line, &i, ' ');
		}
		w.count++;
	}
	return w;
}

struct str story_rest(const struct story_words *w, size_t i)
{
	return i < w->count ? str_trim(str_from(w->line, w->at[i].at)) : STR("");
}
