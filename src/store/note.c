/* note.c -- signed notes and checkpoints: text, signatures and keys. */
#include "store/note.h"

#include "base/arena.h"

#define EM_DASH "\xe2\x80\x94 "
#define ALGORITHM_ED25519 1
#define KEY_ID_BYTES 4

static uint32_t big_endian(const uint8_t *p)
{
	return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3];
}

/* Not empty, no blank of Unicode, no plus; the blanks here are those that UTF-8 text of
 * a key's name could hide: everything up to space, NBSP, and the U+2000 and U+3000 rows. */
static bool name_is_allowed(struct str s)
{
	if (s.n == 0 || s.n > 255 || !str_is_utf8(s))
		return false;
	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];
		if (c <= ' ' || c == '+' || c == 0x7f)
			return false;
	}
	static const char *const blanks[] = { "\xc2\x85",     "\xc2\xa0",
		                              "\xe1\x9a\x80", "\xe2\x80\xa8",
		                              "\xe2\x80\xa9", "\xe2\x80\xaf",
		                              "\xe2\x81\x9f", "\xe3\x80\x80" };
	for (size_t i = 0; i < COUNT(blanks); i++)
		if (str_find(s, str_of(blanks[i])) != SIZE_MAX)
			return false;
	for (char c = '\x80'; c <= '\x8a'; c++)
		if (str_find(s, (struct str){ (char[]){ '\xe2', '\x80', c }, 3 }) !=
		    SIZE_MAX)
			return false;
	return true;
}

static bool signature_parse(struct arena *a, struct str line, struct note_signature *out)
{
	struct str base, rest, bytes;

	if (!str_starts(line, EM_DASH))
		return false;
	struct str name = str_split(str_from(line, strlen(EM_DASH)), ' ', &base);
	if (!base.p || !name_is_allowed(name))
		return false;
	str_split(base, ' ', &rest);
	if (rest.p || !base64_parse(a, base, &bytes) || bytes.n <= KEY_ID_BYTES)
		return false;
	*out = (struct note_signature){
		.name = name,
		.key_id = big_endian((const uint8_t *)bytes.p),
		.bytes = str_from(bytes, KEY_ID_BYTES),
	};
	return true;
}

/* Where the last empty line is: the text before it (with its line end), lines after it. */
static bool last_empty_line(struct str s, struct str *text, struct str *lines)
{
	if (s.n < 2)
		return false;
	for (size_t i = s.n - 1; i > 0; i--) {
		if (s.p[i] == '\n' && s.p[i - 1] == '\n') {
			*text = str_cut(s, i);
			*lines = str_from(s, i + 1);
			return true;
		}
	}
	return false;
}

/* UTF-8 without control characters but the line end. */
static bool is_note_text(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if ((unsigned char)s.p[i] < ' ' && s.p[i] != '\n')
			return false;
	return str_is_utf8(s);
}

bool note_parse(struct arena *a, struct str s, struct note *out)
{
	struct str lines;

	*out = (struct note){ 0 };
	if (s.n > NOTE_LIMIT_BYTES || !str_ends(s, "\n") || !is_note_text(s) ||
	    !last_empty_line(s, &out->text, &lines) || lines.n == 0)
		return false;
	lines.n--;                      /* the last line end */
	while (lines.p) {
		struct str line = str_split(lines, '\n', &lines);
		if (out->count == NOTE_LIMIT_SIGNATURES ||
		    !signature_parse(a, line, &out->signatures[out->count]))
			return false;
		out->count++;
	}
	return true;
}

bool note_signed_by(const struct note *n, const struct note_key *key)
{
	bool any = false;

	for (size_t i = 0; i < n->count; i++) {
		const struct note_signature *s = &n->signatures[i];
		if (!str_equal(s->name, key->name) || s->key_id != key->id)
			continue;
		if (s->bytes.n != ED25519_SIGNATURE_BYTES ||
		    !ed25519_verify(key->public_key, n->text.p, n->text.n,
		                    (const uint8_t *)s->bytes.p))
			return false;
		any = true;
	}
	return any;
}

/* The first bytes of SHA-256(name, line end, 0x01, key). */
struct note_key note_key_of(struct str name, const uint8_t public_key[ED25519_PUBLIC_BYTES])
{
	struct note_key k = { .name = name };
	uint8_t all[256 + 2 + ED25519_PUBLIC_BYTES], hash[SHA256_BYTES];

	if (name.n > 255)
		BUG("a key's name of %zu bytes", name.n);
	memcpy(k.public_key, public_key, sizeof k.public_key);
	if (name.n)
		memcpy(all, name.p, name.n);
	all[name.n] = '\n';
	all[name.n + 1] = ALGORITHM_ED25519;
	memcpy(all + name.n + 2, public_key, ED25519_PUBLIC_BYTES);
	sha256(all, name.n + 2 + ED25519_PUBLIC_BYTES, hash);
	k.id = big_endian(hash);
	return k;
}

struct str note_sign(struct arena *a, struct str text, struct str name,
                     const uint8_t seed[ED25519_SEED_BYTES])
{
	uint8_t signature[KEY_ID_BYTES + ED25519_SIGNATURE_BYTES],
		public_key[ED25519_PUBLIC_BYTES];

	if (!str_ends(text, "\n"))
		BUG("a note's text must end with a line end");
	ed25519_public(seed, public_key);
	struct note_key key = note_key_of(name, public_key);
	for (int i = 0; i < KEY_ID_BYTES; i++)
		signature[i] = (uint8_t)(key.id >> (24 - 8 * i));
	ed25519_sign(seed, text.p, text.n, signature + KEY_ID_BYTES);
	struct str base = base64(a, signature, sizeof signature);
	return str_format(a, "%.*s\n" EM_DASH "%.*s %.*s\n", STR_ARG(text), STR_ARG(name),
	                  STR_ARG(base));
}

/* base64 of the algorithm's byte and 32 bytes of key. */
static struct str key_bytes_text(struct arena *a, const uint8_t bytes[32])
{
	uint8_t all[33];

	all[0] = ALGORITHM_ED25519;
	memcpy(all + 1, bytes, 32);
	struct str s = base64(a, all, sizeof all);
	bytes_wipe(all, sizeof all);
	return s;
}

struct str note_key_text(struct arena *a, const struct note_key *key)
{
	struct str bytes = key_bytes_text(a, key->public_key);

	return str_format(a, "%.*s+%08x+%.*s", STR_ARG(key->name), (unsigned)key->id,
	                  STR_ARG(bytes));
}

static bool id_parse_hex(struct str s, uint32_t *out)
{
	uint8_t b[KEY_ID_BYTES];

	if (!hex_parse(s, b, sizeof b))
		return false;
	*out = big_endian(b);
	return true;
}

/* NAME+ID+KEY; the key's base64 may itself hold a plus. */
static bool key_parts(struct arena *a, struct str s, struct str *name, uint32_t *id,
                      uint8_t bytes[32])
{
	struct str rest, base, raw;

	*name = str_split(s, '+', &rest);
	if (!rest.p || !name_is_allowed(*name))
		return false;
	struct str id_hex = str_split(rest, '+', &base);
	if (!base.p || !id_parse_hex(id_hex, id) || !base64_parse(a, base, &raw) ||
	    raw.n != 33 || raw.p[0] != ALGORITHM_ED25519)
		return false;
	memcpy(bytes, raw.p + 1, 32);
	return true;
}

bool note_key_parse(struct arena *a, struct str s, struct note_key *out)
{
	struct str name;
	uint32_t id;
	uint8_t bytes[ED25519_PUBLIC_BYTES];

	if (!key_parts(a, s, &name, &id, bytes))
		return false;
	*out = note_key_of(name, bytes);
	return out->id == id;
}

#define SECRET_START "PRIVATE+KEY+"

struct str note_secret_text(struct arena *a, struct str name,
                            const uint8_t seed[ED25519_SEED_BYTES])
{
	uint8_t public_key[ED25519_PUBLIC_BYTES];

	ed25519_public(seed, public_key);
	struct str bytes = key_bytes_text(a, seed);
	return str_format(a, SECRET_START "%.*s+%08x+%.*s", STR_ARG(name),
	                  (unsigned)note_key_of(name, public_key).id, STR_ARG(bytes));
}

bool note_secret_parse(struct arena *a, struct str s, struct str *name,
                       uint8_t seed[ED25519_SEED_BYTES])
{
	uint32_t id;
	uint8_t public_key[ED25519_PUBLIC_BYTES];

	if (!str_starts(s, SECRET_START) ||
	    !key_parts(a, str_from(s, strlen(SECRET_START)), name, &id, seed))
		return false;
	ed25519_public(seed, public_key);
	return note_key_of(*name, public_key).id == id;
}

struct str checkpoint_text(struct arena *a, const struct checkpoint *c)
{
	struct str root = base64(a, c->root.b, sizeof c->root.b);

	return str_format(a, "%.*s\n%lld\n%.*s\n", STR_ARG(c->origin), (long long)c->size,
	                  STR_ARG(root));
}

bool checkpoint_parse(struct arena *a, struct str text, struct checkpoint *out)
{
	struct str rest, root;
	struct str origin = str_split(text, '\n', &rest);
	struct str size = str_split(rest, '\n', &rest);
	struct str base = str_split(rest, '\n', &rest);

	if (!rest.p || origin.n == 0 || !is_note_text(origin) || size.n == 0 ||
	    (size.n > 1 && size.p[0] == '0') || size.p[0] == '-' ||
	    !str_to_i64(size, &out->size) || !base64_parse(a, base, &root) ||
	    root.n != sizeof out->root.b)
		return false;
	out->origin = origin;
	memcpy(out->root.b, root.p, root.n);
	return true;
}
