/* bulk.c -- one step, or one change, on many records of a type. */
#include "actions/bulk.h"

#include "access/access.h"

/* Code or UUID, of this type. */
static enum fail find(struct act *a, const struct record_type *t, struct bulk_row *row,
                      struct row **out)
{
	struct id id;
	enum fail f = id_parse(row->named, &id) ? record_get(a, t, id, out)
	                                        : record_by_code(a, row->named, out);

	if (f == OK && !type_is((*out)->type, t))
		f = FAIL_NOT_FOUND;
	if (f != OK)
		return f;
	row->id = (*out)->id;
	row->code = row_code(a->arena, *out);
	row->title = row_title(*out, a->actor->lang);
	return OK;
}

/* ---- done once ---- */
static struct remembered key_of(const struct bulk_order *order, const struct bulk_row *row)
{
	struct remembered key = *order->once;
	uint8_t both[SHA256_BYTES + sizeof row->id.b];

	memcpy(both, order->once->key, SHA256_BYTES);
	memcpy(both + SHA256_BYTES, row->id.b, sizeof row->id.b);
	sha256(both, sizeof both, key.key);
	return key;
}

static enum fail remember(struct act *a, const struct bulk_order *order,
                          const struct bulk_row *row)
{
	struct remembered done = key_of(order, row);

	done.status = 200;
	done.version = row->now;
	done.body = STR("");
	return answer_remember(a, &done);
}

/* ---- one of them ---- */
struct doing {
	const struct bulk_order *order;
	struct bulk_row *row;
};

static enum fail act_on(struct act *a, const struct bulk_order *order, struct bulk_row *row,
                        const struct row *now)
{
	struct change *change;
	struct row *after = NULL;
	enum fail f = order->change(a, order->arg, now, &row->why, &change);

	if (f == OK && order->step)
		f = record_step(a, order->type, now->id, row->version, order->step, change,
		                &row->why, &after);
	else if (f == OK)
		f = record_change(a, order->type, now->id, row->version, change, &row->why,
		                  &after);
	if (f == OK && after)
		row->now = after->version;
	return f;
}

static enum fail do_one(struct act *a, void *arg)
{
	const struct doing *d = arg;
	struct bulk_row *row = d->row;
	struct row *now;

	row->why = refusal_on(a->arena);
	enum fail f = find(a, d->order->type, row, &now);
	if (f != OK)
		return f;
	if (d->order->once) {
		struct remembered known = key_of(d->order, row);

		f = answer_known(a, &known);
		row->now = known.version;
		if (f != FAIL_NOT_FOUND)
			return f;
	}
	f = act_on(a, d->order, row, now);
	return f == OK && d->order->once ? remember(a, d->order, row) : f;
}

static bool concerns_it_alone(enum fail f)
{
	return f == OK || f == FAIL_REFUSED || f == FAIL_NOT_FOUND || f == FAIL_STALE;
}

void bulk_run(struct store *s, const struct actor *who, struct arena *arena,
              const struct bulk_order *order, struct bulk_row *rows, size_t count)
{
	bool going = true;

	for (size_t i = 0; i < count; i++) {
		struct doing d = { order, &rows[i] };

		if (order->cancelled && atomic_load(order->cancelled))
			going = false;
		rows[i].result = going ? store_write(s, who, arena, do_one, &d)
		                       : FAIL_CANCELLED;
		going = going && concerns_it_alone(rows[i].result);
	}
}

/* ---- before ---- */
static bool in_state(const struct row *r, const struct step *step, struct refusal *why)
{
	if (step ? (step->from & BIT(r->state)) != 0
	         : r->type->states.count == 0 || !r->type->states.at[r->state].locked)
		return true;
	return refuse(why, FIELD_STATE,
	              step ? "this step cannot be taken in the present state"
	                   : "cannot be changed in its present state",
	              NULL);
}

enum fail bulk_foresee(struct act *a, const struct bulk_order *order, struct bulk_row *row)
{
	struct row *r;

	row->why = refusal_on(a->arena);
	row->result = find(a, order->type, row, &r);
	if (row->result != OK)
		return row->result == FAIL_NOT_FOUND ? OK : row->result;
	struct subject s = subject_of(r, a->actor->org);
	if (row->version == 0)
		row->version = r->version;
	bool may = order->step
	                   ? access_step(a->actor, order->step, &s, a->today, &row->why)
	                   : access_change(a->actor, &s, a->today, &row->why);
	if (row->version != r->version)
		row->result = FAIL_STALE;
	else if (!in_state(r, order->step, &row->why) || !may)
		row->result = FAIL_REFUSED;
	return OK;
}
