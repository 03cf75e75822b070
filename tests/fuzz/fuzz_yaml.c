/* fuzz_yaml.c -- packs: what is read, written in quotes and braces, is read the same.
 * links: codec base
 */
#include "codec/json.h"
#include "codec/yaml.h"
#include "fuzz/exact.h"

static void write(struct json_out *j, const struct yaml *v)
{
	if (v->kind == YAML_SCALAR) {
		json_put_str(j, v->text);
		return;
	}
	if (v->kind == YAML_MAP)
		json_open_object(j);
	else
		json_open_array(j);
	for (const struct yaml *at = v->first; at; at = at->next) {
		if (v->kind == YAML_MAP)
			json_name_str(j, at->key);
		write(j, at);
	}
	if (v->kind == YAML_MAP)
		json_close_object(j);
	else
		json_close_array(j);
}

static struct str written(struct arena *a, const struct yaml *v)
{
	struct text t = text_on(a, 64u << 20);
	struct json_out j = json_to(&t);

	write(&j, v);
	return text_str(&t);
}

static void check_places(const struct yaml *v, size_t depth)
{
	size_t count = 0;

	MUST(v->line >= 1 && v->column >= 1 && depth <= YAML_MOST_DEPTH + 1);
	MUST(str_is_utf8(v->text) && str_is_utf8(v->key));
	for (const struct yaml *at = v->first; at; at = at->next, count++)
		check_places(at, depth + 1);
	MUST(v->kind == YAML_SCALAR || count == v->count);
}

FUZZ(a, s)
{
	struct yaml *v, *again;
	struct yaml_error e;

	if (yaml_read(a, s, &v, &e) != OK) {
		MUST(e.line >= 1 && e.column >= 1 && e.what.id);
		return;
	}
	if (!v)
		return;
	check_places(v, 1);
	struct str text = written(a, v);
	if (text.n > 1000)              /* the library's simple keys end at 1,024 */
		return;
	MUST(yaml_read(a, text, &again, &e) == OK);
	MUST(str_equal(written(a, again), text));
}
