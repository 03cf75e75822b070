/* catalog.c -- looks texts up in the table that tools/catalog makes from the .po files. */
#include "codec/catalog.h"

#include "codec/catalog_table.h"

static int compare_key(struct str key, const char *entry)
{
	int order = strncmp(key.p, entry, key.n);

	return order != 0 ? order : (entry[key.n] == '\0' ? 0 : -1);
}

static const struct catalog_entry *find_entry(struct str key)
{
	size_t low = 0;
	size_t high = catalog_french_count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		int order = compare_key(key, catalog_french[middle].msgid);

		if (order == 0)
			return &catalog_french[middle];
		if (order < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return NULL;
}

const char *tr(enum lang lang, const char *msgid)
{
	if (lang != LANG_FR || !msgid || !*msgid)
		return msgid;
	const struct catalog_entry *found = find_entry(str_of(msgid));
	return found ? found->one : msgid;
}

struct str tr_str(enum lang lang, struct str msgid)
{
	if (lang != LANG_FR || msgid.n == 0 || memchr(msgid.p, 0, msgid.n))
		return msgid;
	const struct catalog_entry *found = find_entry(msgid);
	return found ? str_of(found->one) : msgid;
}

const char *trn(enum lang lang, const char *one, const char *many, int64_t n)
{
	if (lang != LANG_FR)
		return n == 1 ? one : many;
	bool singular = n == 0 || n == 1 || n == -1;
	const struct catalog_entry *found = find_entry(str_of(one));
	if (!found)
		return singular ? one : many;
	return singular || !found->many ? found->one : found->many;
}

struct str tr_count(struct arena *a, enum lang lang, const char *one, const char *many,
                    int64_t n)
{
	struct message m = MESSAGE1(one, str_format(a, "%lld", (long long)n));

	return message_fill(a, trn(lang, one, many, n), &m);
}

struct str tr_message(struct arena *a, enum lang lang, const struct message *m)
{
	return m->id ? message_fill(a, tr(lang, m->id), m) : STR_NONE;
}

bool tr_has(enum lang lang, const char *msgid)
{
	return lang == LANG_EN || find_entry(str_of(msgid)) != NULL;
}

const char *lang_code(enum lang lang)
{
	return lang == LANG_FR ? "fr" : "en";
}

bool lang_parse(struct str code, enum lang *out)
{
	if (code.n < 2 || (code.n > 2 && code.p[2] != '-' && code.p[2] != '_'))
		return false;
	char first = (char)(code.p[0] | 0x20);
	char second = (char)(code.p[1] | 0x20);
	if (first == 'e' && second == 'n')
		*out = LANG_EN;
	else if (first == 'f' && second == 'r')
		*out = LANG_FR;
	else
		return false;
	return true;
}
