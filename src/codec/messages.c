/* messages.c -- sentences for people as JSON, and back. */
#include "codec/messages.h"

#include "base/arena.h"
#include "base/limits.h"
#include "codec/json.h"

#define ARGUMENT_BYTES 200

static void put(struct json_out *j, const struct message *m)
{
	json_open_array(j);
	json_put_z(j, m->id ? m->id : "");
	for (int i = 0; i < MESSAGE_ARGS; i++)
		json_put_str(j, str_cut_utf8(m->args[i], ARGUMENT_BYTES));
	json_close_array(j);
}

struct str message_pack(struct arena *a, const struct message *m)
{
	struct text t = text_on(a, LIMIT_PIECE_BYTES);
	struct json_out j = json_to(&t);

	put(&j, m);
	return text_str(&t);
}

struct str reasons_pack(struct arena *a, const struct refusal *why, size_t most_bytes)
{
	struct text t = text_on(a, most_bytes);
	struct json_out j = json_to(&t);

	json_open_array(&j);
	for (size_t i = 0; i < why->count && i < REASONS_MOST; i++) {
		json_open_object(&j);
		json_name(&j, "why");
		put(&j, &why->at[i].why);
		json_name(&j, "advice");
		put(&j, &why->at[i].advice);
		json_close_object(&j);
	}
	json_close_array(&j);
	return text_str(&t);
}

static struct message message_of(struct arena *a, const struct json *list)
{
	struct message m = { .id = NULL };
	int i = -1;

	if (!list || list->kind != JSON_ARRAY)
		return m;
	for (const struct json *v = list->first; v && i < MESSAGE_ARGS; v = v->next, i++) {
		if (v->kind != JSON_STRING)
			return (struct message){ .id = NULL };
		if (i < 0)
			m.id = v->text.n > 0 ? str_z(a, v->text) : NULL;
		else
			m.args[i] = str_copy(a, v->text);
	}
	return m;
}

bool message_unpack(struct arena *a, struct str bytes, struct message *out)
{
	struct json *list;
	struct json_error error;

	*out = (struct message){ .id = NULL };
	if (bytes.n > 0 && json_read(a, bytes, &list, &error) == OK)
		*out = message_of(a, list);
	return out->id != NULL;
}

bool reasons_unpack(struct arena *a, struct str bytes, struct refusal *why)
{
	struct json *list;
	struct json_error error;
	size_t before = why->count;

	if (bytes.n == 0 || json_read(a, bytes, &list, &error) != OK ||
	    list->kind != JSON_ARRAY)
		return false;
	for (const struct json *v = list->first; v && why->count < REASONS_MOST;
	     v = v->next) {
		struct message m = message_of(a, json_member(v, "why"));
		if (m.id)
			refuse_with(why, FIELD_NONE, m,
			            message_of(a, json_member(v, "advice")));
	}
	return why->count > before;
}
