/*
 * test_list.c -- lists and search: pages join without gap or overlap, and what is listed,
 * counted and found is exactly what may be read.
 */
#include "unit/store/fixture.h"

#include "access/access.h"

struct listed {
	struct query query;
	struct answer answer;
	struct id *ids;
	size_t count;
	int64_t total;
};

static enum fail list_job(struct act *a, void *arg)
{
	struct listed *l = arg;

	return record_list(a, &l->query, &l->answer);
}

static enum fail count_job(struct act *a, void *arg)
{
	struct listed *l = arg;

	return record_count(a, &l->query, &l->total);
}

static struct listed listed(const struct actor *who, struct query q)
{
	struct listed l = { .query = q };

	l.query.type = q.type ? q.type : &leave_type;
	assert_int_equal(store_read(w.store, who, w.arena, list_job, &l), OK);
	return l;
}

/* All pages of a list, one after the other. */
static struct listed all_pages(const struct actor *who, struct query q)
{
	struct listed all = { .ids = arena_try(w.arena, 2000, sizeof(struct id)) };

	for (int i = 0; i < 500; i++) {
		struct listed page = listed(who, q);
		for (size_t k = 0; k < page.answer.count; k++)
			all.ids[all.count++] = page.answer.rows[k]->id;
		if (page.answer.next.n == 0)
			return all;
		q.after = page.answer.next;
	}
	fail_msg("the pages do not end");
	return all;
}

/* Random leaves over units, labels, owners and persons who need to know. */
static void make_many(int count)
{
	struct id units[] = { w.root, w.branch, w.other };
	struct id owners[] = { w.rai, w.dana, w.lee, ID_NONE };
	unsigned seed = 7;

	for (int i = 0; i < count; i++) {
		struct change *c = leave_change(i % 3 ? "Kiosk" : "Épreuve");
		char reason[80];
		seed = seed * 1103515245u + 12345u;
		snprintf(reason, sizeof reason, "reason %d about IS.%03d", i % 7, i % 5);
		change_text(c, LEAVE_REASON, str_copy(w.arena, str_of(reason)));
		if (i % 4)
			change_text(c, LEAVE_RISK, i % 4 == 1 ? STR("low") : STR("high"));
		if (i % 5)
			change_number(c, LEAVE_DAYS, 1 + i % 9);
		c->unit_given = c->label_given = c->owner_given = true;
		c->unit = units[(seed >> 16) % 3];
		c->label = (int)((seed >> 18) % 4);
		c->owner = owners[(seed >> 20) % 4];
		c->need_to_know_given = i % 6 == 0;
		c->need_to_know = i % 12 ? &w.lee : &w.dana;
		c->need_to_know_count = 1;
		struct make m = did(make_job, &w.system,
		                    (struct make){ .type = &leave_type, .change = c });
		assert_int_equal(m.result, OK);
	}
}

/* A count that is cut short says no more than the most. */
static void count_is_cut(const struct actor *who, size_t may)
{
	struct listed sum = { .query = { .type = &leave_type, .sort = SORT_CODE } };

	for (size_t most = may > 2 ? may - 2 : 1; most < may + 2; most++) {
		sum.query.count_most = (int64_t)most;
		assert_int_equal(store_read(w.store, who, w.arena, count_job, &sum), OK);
		assert_int_equal(sum.total, most < may ? most : may);
	}
}

/* Who sees what, decided twice: by the list's SQL and by access_read on every row. */
static void lists_show_exactly_what_may_be_read(void **state)
{
	(void)state;
	struct id two[] = { w.branch, w.other };
	struct grant both[2] = {
		{ .rights = officer_rights,
		  .right_count = 1,
		  .units = two,
		  .unit_count = 2,
		  .clearance = 1 },
		{ .rights = officer_rights,
		  .right_count = 1,
		  .everywhere = true,
		  .clearance = 0 },
	};
	if (id_compare(two[0], two[1]) > 0) {
		two[0] = w.other;
		two[1] = w.branch;
	}
	struct actor mixed = person_actor(w.dana, "Dana", both);
	mixed.grant_count = 2;
	struct grant deeper = { .rights = officer_rights,
		                .right_count = 1,
		                .units = &w.branch,
		                .unit_count = 1,
		                .clearance = 3 };
	struct grant pair[2] = { both[1], deeper };
	struct actor other = person_actor(w.lee, "Lee", pair);
	other.grant_count = 2;
	struct actor nobody = person_actor(w.lee, "Nobody", NULL);
	nobody.grant_count = 0;
	const struct actor *who[] = { &w.officer, &w.owner, &mixed,
		                      &other,     &nobody,  &w.system };

	make_many(240);
	struct listed all =
		all_pages(&w.system, (struct query){ .sort = SORT_CODE, .limit = 100 });
	assert_int_equal(all.count, 240);
	for (size_t i = 0; i < COUNT(who); i++) {
		size_t may = 0;
		struct listed seen =
			all_pages(who[i], (struct query){ .sort = SORT_CODE, .limit = 7 });
		struct listed sum = { .query = { .type = &leave_type, .sort = SORT_CODE } };
		for (size_t k = 0; k < all.count; k++) {
			bool readable = got(who[i], &leave_type, all.ids[k]) != NULL;
			assert_true(!readable || (may < seen.count &&
			                          id_equal(seen.ids[may], all.ids[k])));
			may += readable;
		}
		assert_int_equal(seen.count, may);
		assert_int_equal(store_read(w.store, who[i], w.arena, count_job, &sum), OK);
		assert_int_equal(sum.total, may);
		count_is_cut(who[i], may);
	}
}

static void pages_join_in_every_order(void **state)
{
	(void)state;
	static const int sorts[] = { SORT_CHANGED, SORT_CODE,    SORT_CREATED, FIELD_STATE,
		                     FIELD_LABEL,  LEAVE_TITLE,  LEAVE_RISK,   LEAVE_DAYS,
		                     LEAVE_ENDS,   LEAVE_ADVICE, LEAVE_URGENT };
	make_many(90);
	for (size_t i = 0; i < COUNT(sorts) * 4; i++) {
		struct query q = { .sort = sorts[i / 4], .descending = i & 1, .limit = 11 };
		const struct actor *who = i & 2 ? &w.officer : &w.owner;
		struct listed pages = all_pages(who, q);
		struct listed whole;
		q.limit = LIMIT_PAGE_ROWS;
		whole = listed(who, q);
		assert_int_equal(pages.count, whole.answer.count);
		for (size_t k = 0; k < pages.count; k++)
			assert_true(id_equal(pages.ids[k], whole.answer.rows[k]->id));
		q.limit = 10;
		q.offset = 10;
		struct listed second = listed(who, q);
		for (size_t k = 0; k < second.answer.count; k++)
			assert_true(id_equal(second.answer.rows[k]->id,
			                     whole.answer.rows[10 + k]->id));
	}
	assert_true(all_pages(&w.owner, (struct query){ .limit = 3 }).count > 10);
}

static int64_t counted(const struct actor *who, const struct filter *filters, size_t n,
                       struct str words)
{
	struct listed l = { .query = { .type = &leave_type,
		                       .filters = filters,
		                       .filter_count = n,
		                       .words = words } };

	assert_int_equal(store_read(w.store, who, w.arena, count_job, &l), OK);
	return l.total;
}

#define ONE(...) counted(&w.system, &(struct filter){ __VA_ARGS__ }, 1, STR_NONE)
static void filters_mean_what_they_say(void **state)
{
	(void)state;
	make_many(60);
	assert_int_equal(ONE(.field = LEAVE_RISK, .op = EMPTY), 15);
	assert_int_equal(ONE(.field = LEAVE_RISK, .op = IS, .value.text = STR("low")), 15);
	assert_int_equal(ONE(.field = LEAVE_RISK, .op = IS_NOT, .value.text = STR("low")),
	                 45);
	assert_int_equal(
		ONE(.field = LEAVE_TITLE, .op = CONTAINS, .value.text = STR("EPREU")), 20);
	assert_int_equal(ONE(.field = LEAVE_TITLE, .op = CONTAINS, .value.text = STR("%")),
	                 0);
	assert_int_equal(ONE(.field = LEAVE_TITLE, .op = IS, .value.text = STR("kiosk")),
	                 40);
	assert_int_equal(ONE(.field = LEAVE_DAYS, .op = EMPTY), 12);
	assert_int_equal(ONE(.field = LEAVE_DAYS, .op = NOT_EMPTY), 48);
	assert_int_equal(ONE(.field = LEAVE_DAYS, .op = BEFORE, .value.number = 1), 0);
	assert_int_equal(ONE(.field = LEAVE_DAYS, .op = AFTER, .value.number = 0), 48);
	assert_int_equal(ONE(.field = FIELD_STATE, .op = IS, .value.number = LEAVE_DRAFT),
	                 60);
	assert_int_equal(ONE(.field = FIELD_STATE, .op = IS, .value.number = LEAVE_ENDED),
	                 0);
	assert_int_equal(ONE(.field = FIELD_NEED_TO_KNOW, .op = NOT_EMPTY), 10);
	assert_int_equal(ONE(.field = LEAVE_ALSO, .op = EMPTY), 60);
	const struct filter either[] = {
		{ .field = LEAVE_RISK,
		  .op = IS,
		  .value.text = STR("low"),
		  .or_with_next = true },
		{ .field = LEAVE_RISK, .op = EMPTY },
		{ .field = LEAVE_DAYS, .op = NOT_EMPTY },
	};
	assert_int_equal(counted(&w.system, either, 2, STR_NONE), 30);
	assert_int_equal(counted(&w.system, either, 3, STR_NONE), 24);
	struct listed wrong = { .query = { .type = &leave_type, .sort = LEAVE_PAPER } };
	assert_int_equal(store_read(w.store, &w.officer, w.arena, list_job, &wrong),
	                 FAIL_FORMAT);
}

static void one_query_language(void **state)
{
	(void)state;
	static const struct {
		const char *words;
		int64_t found;
	} asked[] = {
		{ "kiosk", 23 },
		{ "KIOSK reason", 23 },
		{ "epreuve", 12 },
		{ "épreuve", 12 },
		{ "\"reason 3\"", 5 },
		{ "\"3 reason\"", 0 },
		{ "reason -kiosk", 12 },
		{ "kio*", 23 },
		{ "kio", 0 },
		{ "is.002", 7 },
		{ "IS-002", 7 },
		{ "is002", 7 },
		{ "LV-0007", 1 },
		{ "lv0007", 1 },
		{ "\"", 0 },
		{ "-", 0 },
		{ "'; drop table", 0 },
		{ "kiosk OR epreuve", 0 },
		{ "NEAR(kiosk)", 0 },
		{ "words:kiosk", 0 },
		{ "*", 0 },
	};
	make_many(35);
	for (size_t i = 0; i < COUNT(asked); i++) {
		int64_t found = counted(&w.system, NULL, 0, str_of(asked[i].words));
		if (found != asked[i].found)
			fail_msg("%s found %lld", asked[i].words, (long long)found);
	}
}

struct searched {
	struct str words;
	struct hit *hits;
	size_t count;
};

static enum fail search_job(struct act *a, void *arg)
{
	struct searched *s = arg;

	return record_search(a, s->words, NULL, 10, &s->hits, &s->count);
}

static void search_finds_over_types_and_hides_what_is_hidden(void **state)
{
	(void)state;
	struct searched s = { .words = STR("branch") };
	struct change *c = leave_change("Something else");

	assert_int_equal(store_read(w.store, &w.officer, w.arena, search_job, &s), OK);
	assert_int_equal(s.count, 2);
	assert_int_equal(store_read(w.store, &w.owner, w.arena, search_job, &s), OK);
	assert_int_equal(s.count, 0);
	change_text(c, LEAVE_REASON,
	            STR("it is about a branch office that keeps an old kiosk"));
	struct make m =
		did(make_job, &w.owner, (struct make){ .type = &leave_type, .change = c });
	assert_int_equal(m.result, OK);
	assert_int_equal(store_read(w.store, &w.owner, w.arena, search_job, &s), OK);
	assert_int_equal(s.count, 1);
	assert_true(str_is(s.hits[0].face.title, "Something else"));
	assert_true(str_find(s.hits[0].excerpt, STR("branch office")) != SIZE_MAX);
	assert_int_equal(store_read(w.store, &w.officer, w.arena, search_job, &s), OK);
	assert_int_equal(s.count, 3);
	assert_true(str_find(s.hits[2].excerpt, STR("branch")) != SIZE_MAX);
	/* What is changed is found by its new words only. */
	c = leave_change("Something else");
	assert_int_equal(
		did(change_job, &w.owner,
	            (struct make){ .type = &leave_type, .id = m.row->id, .change = c })
			.result,
		OK);
	assert_int_equal(store_read(w.store, &w.owner, w.arena, search_job, &s), OK);
	assert_int_equal(s.count, 0);
}

static enum fail count_row(void *arg, const struct row *r)
{
	(void)r;
	++*(int *)arg;
	return OK;
}

static enum fail each_job(struct act *a, void *arg)
{
	const struct query q = { .type = &leave_type, .sort = LEAVE_TITLE };

	return record_each(a, &q, count_row, arg);
}

static void exports_walk_through_everything(void **state)
{
	(void)state;
	int rows = 0;

	make_many(450);
	assert_int_equal(store_read(w.store, &w.system, w.arena, each_job, &rows), OK);
	assert_int_equal(rows, 450);
}

struct faces {
	struct id id;
	struct link_face *at;
	size_t count, masked;
	struct id resolved[4];
	enum fail how[4];
};

static enum fail faces_job(struct act *a, void *arg)
{
	struct faces *f = arg;

	f->how[0] = record_resolve(a, &leave_type, STR("lv-1"), &f->resolved[0]);
	f->how[1] = record_resolve(a, &leave_type, STR("KIOSK"), &f->resolved[1]);
	f->how[2] = record_resolve(a, NULL, STR("LV-0003"), &f->resolved[2]);
	f->how[3] = record_resolve(a, &person_type, STR("LV-0001"), &f->resolved[3]);
	return links_to(a, f->id, &f->at, &f->count, &f->masked);
}

static void what_links_here_is_masked_and_counted(void **state)
{
	(void)state;
	struct row *target = leave_made(&w.owner, "Kiosk");
	struct faces f = { .id = target->id };

	for (int i = 0; i < 3; i++) {
		struct change *c = leave_change("Pointing");
		change_link(c, LEAVE_SYSTEM, target->id);
		assert_int_equal(did(make_job, i ? &w.officer : &w.owner,
		                     (struct make){ .type = &leave_type, .change = c })
		                         .result,
		                 OK);
	}
	assert_int_equal(store_read(w.store, &w.owner, w.arena, faces_job, &f), OK);
	assert_int_equal(f.count, 1);
	assert_int_equal(f.masked, 2);
	assert_true(str_is(f.at[0].code, "LV-0002"));
	assert_true(f.how[0] == OK && id_equal(f.resolved[0], target->id));
	assert_true(f.how[1] == OK && id_equal(f.resolved[1], target->id));
	assert_int_equal(f.how[2], FAIL_NOT_FOUND);     /* it is there, but not for Lee */
	assert_int_equal(f.how[3], FAIL_NOT_FOUND);
	assert_int_equal(store_read(w.store, &w.officer, w.arena, faces_job, &f), OK);
	assert_int_equal(f.count, 3);
	assert_int_equal(f.how[2], OK);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(lists_show_exactly_what_may_be_read),
		TEST(pages_join_in_every_order),
		TEST(filters_mean_what_they_say),
		TEST(one_query_language),
		TEST(search_finds_over_types_and_hides_what_is_hidden),
		TEST(exports_walk_through_everything),
		TEST(what_links_here_is_masked_and_counted),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
