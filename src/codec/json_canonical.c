/*
 * json_canonical.c -- the one way to write a JSON value, so that it can be hashed.
 *
 * Source: RFC 8785.  Members are ordered by the UTF-16 code units of their names, numbers
 * are doubles written by the rule of ECMAScript (Number::toString), nothing is spaced.
 */
#include "codec/json.h"

#include <math.h>

#include "base/arena.h"
#include "base/limits.h"

#define DIGITS 17                       /* no double needs more to be read back */

/* The digits of a positive number and where its point is: 0.DIGITS x 10^point. */
struct decimal {
	char digits[DIGITS + 1];
	int count;
	int point;
};

/* One more in the last place; false when that carries past the first digit. */
static bool add_one(char *digits, int count)
{
	for (int i = count - 1; i >= 0; i--) {
		if (digits[i] < '9') {
			digits[i]++;
			return true;
		}
		digits[i] = '0';
	}
	return false;
}

static bool reads_back(const struct decimal *d, double value)
{
	char z[DIGITS + 16];

	snprintf(z, sizeof z, "0.%se%d", d->digits, d->point);
	return strtod(z, NULL) == value;        /* exactly, or it is not the same number */
}

/*
 * The fewest digits that read back as the same number.  The nearest decimal of a length may
 * fail where the next one up succeeds: below a power of two the doubles are closer.
 */
static struct decimal shortest(double value)
{
	struct decimal d = { .count = 0 };
	char z[40];

	for (int count = 1; count <= DIGITS; count++) {
		snprintf(z, sizeof z, "%.*e", count - 1, value);
		d.count = count;
		d.digits[0] = z[0];
		if (count > 1)
			memcpy(d.digits + 1, z + 2, (size_t)count - 1);
		d.digits[count] = '\0';
		d.point = (int)strtol(strchr(z, 'e') + 1, NULL, 10) + 1;
		if (reads_back(&d, value))
			return d;
		struct decimal up = d;
		if (add_one(up.digits, count) && reads_back(&up, value))
			return up;
	}
	return d;
}

static void add_zeros(struct text *t, int count)
{
	while (count-- > 0)
		text_addc(t, '0');
}

static void add_exponent(struct text *t, const struct decimal *d)
{
	text_addc(t, d->digits[0]);
	if (d->count > 1)
		text_addf(t, ".%s", d->digits + 1);
	text_addf(t, "e%+d", d->point - 1);
}

void json_number_add(struct text *t, double n)
{
	if (!isfinite(n))
		BUG("a number that JSON cannot hold");
	if (fpclassify(n) == FP_ZERO) {
		text_addc(t, '0');
		return;
	}
	if (n < 0)
		text_addc(t, '-');
	struct decimal d = shortest(fabs(n));
	if (d.point > 21 || d.point < -5) {
		add_exponent(t, &d);
	} else if (d.point <= 0) {
		text_addz(t, "0.");
		add_zeros(t, -d.point);
		text_addz(t, d.digits);
	} else if (d.count <= d.point) {
		text_addz(t, d.digits);
		add_zeros(t, d.point - d.count);
	} else {
		text_add(t, (struct str){ d.digits, (size_t)d.point });
		text_addf(t, ".%s", d.digits + d.point);
	}
}

/*
 * UTF-8 orders by code point; UTF-16 puts the characters past U+FFFF (lead byte 0xf0 and
 * up) before U+E000..U+FFFF (lead bytes 0xee and 0xef).
 */
static int utf16_compare(struct str a, struct str b)
{
	size_t shorter = a.n < b.n ? a.n : b.n;

	for (size_t i = 0; i < shorter; i++) {
		unsigned char x = (unsigned char)a.p[i], y = (unsigned char)b.p[i];
		if (x == y)
			continue;
		if (x >= 0xee && y >= 0xee && (x >= 0xf0) != (y >= 0xf0))
			return x >= 0xf0 ? -1 : 1;
		return x < y ? -1 : 1;
	}
	return a.n < b.n ? -1 : a.n > b.n;
}

static int by_utf16_name(const void *a, const void *b)
{
	const struct json *x = *(const struct json *const *)a;
	const struct json *y = *(const struct json *const *)b;

	return utf16_compare(x->name, y->name);
}

static void put_canonical(struct json_out *j, const struct json *v);

static void put_object(struct json_out *j, const struct json *v)
{
	const struct json **at = arena_try(j->to->arena, v->count, sizeof *at);
	size_t n = 0;

	if (!at) {
		arena_fail(j->to->arena);
		json_put_null(j);
		return;
	}
	for (const struct json *m = v->first; m; m = m->next)
		at[n++] = m;
	qsort(at, n, sizeof *at, by_utf16_name);
	json_open_object(j);
	for (size_t i = 0; i < n; i++) {
		json_name_str(j, at[i]->name);
		put_canonical(j, at[i]);
	}
	json_close_object(j);
}

static void put_canonical(struct json_out *j, const struct json *v)
{
	switch (v->kind) {
	case JSON_NULL:
		json_put_null(j);
		break;
	case JSON_FALSE:
	case JSON_TRUE:
		json_put_bool(j, v->kind == JSON_TRUE);
		break;
	case JSON_INT:
	case JSON_REAL:
		json_put_real(j, v->real);
		break;
	case JSON_STRING:
		json_put_str(j, v->text);
		break;
	case JSON_ARRAY:
		json_open_array(j);
		for (const struct json *m = v->first; m; m = m->next)
			put_canonical(j, m);
		json_close_array(j);
		break;
	case JSON_OBJECT:
		put_object(j, v);
		break;
	}
}

struct str json_canonical(struct arena *a, const struct json *v)
{
	struct text t = text_on(a, LIMIT_UPLOAD_BYTES);
	struct json_out j = json_to(&t);

	put_canonical(&j, v);
	if (text_failed(&t))
		arena_fail(a);
	return text_str(&t);
}
