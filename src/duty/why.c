/* why.c -- a why for its reader: references become codes and titles, labels words. */
#include "duty/why.h"

#include "base/arena.h"

#define UUID_LENGTH 36
#define WHY_MOST 8000

static enum fail say_record(struct act *a, struct id id, enum why_names names,
                            struct text *out)
{
	struct link_face face;
	enum fail f = link_faces(a, &id, 1, &face);

	if (f)
		return f;
	if (face.masked || !face.type)
		text_addz(out, tr(a->actor->lang, N_("(a record you may not see)")));
	else if (names == WHY_CODES)
		text_add(out, face.code);
	else
		text_addf(out, "%.*s %.*s", STR_ARG(face.code), STR_ARG(face.title));
	return OK;
}

/* "@id", or several of them with a blank between. */
static enum fail say_records(struct act *a, struct str text, enum why_names names,
                             struct str *out)
{
	struct text t = text_on(a->arena, WHY_MOST);
	enum fail f = OK;

	while (!f && text.n > 0) {
		struct str one = str_split(text, ' ', &text);
		struct id id;

		text_addz(&t, text_str(&t).n > 0 ? ", " : "");
		if (one.n == UUID_LENGTH + 1 && one.p[0] == REFERENCE &&
		    id_parse(str_from(one, 1), &id))
			f = say_record(a, id, names, &t);
		else
			text_add(&t, one);
	}
	*out = text_str(&t);
	return f;
}

enum fail why_text(struct act *a, struct str text, enum why_names names, struct str *out)
{
	if (text.n > UUID_LENGTH && text.p[0] == REFERENCE)
		return say_records(a, text, names, out);
	*out = text.n > 0 && text.p[0] == LABEL
	               ? tr_str(a->actor->lang, str_from(text, 1))
	               : text;
	return OK;
}

enum fail why_say(struct act *a, const struct message *why, enum why_names names,
                  struct str *out)
{
	struct message said = *why;
	enum fail f = OK;

	for (size_t i = 0; !f && i < MESSAGE_ARGS; i++)
		f = why_text(a, why->args[i], names, &said.args[i]);
	*out = f || !said.id ? STR("") : tr_message(a->arena, a->actor->lang, &said);
	return f;
}
