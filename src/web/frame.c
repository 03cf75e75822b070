/*
 * frame.c -- what stands around every page: bar, navigation, the other language, and the
 * sentence that says what was just done.
 */
#include "web/visit.h"

#include "actions/settings.h"
#include "actions/view.h"
#include "base/embed.h"
#include "store/notices.h"
#include "documents/words.h"
#include "records/list_view.h"

/* What `?said=` may say; anything else says nothing. */
static const struct {
	const char *code;
	const char *text;
} sayings[] = {
	{ "created", N_("The record was created.") },
	{ "saved", N_("Your changes were saved.") },
	{ "unchanged", N_("Nothing was changed.") },
	{ "step", N_("The step was taken.") },
	{ "withdrawn",
	  N_("The record was moved to the bin. It can be restored for 30 days.") },
	{ "restored", N_("The record was restored.") },
	{ "erased", N_("What the record said was destroyed.") },
	{ "view", N_("The view was saved.") },
	{ "commented", N_("Your comment was added.") },
	{ "evidence", N_("The evidence was added.") },
	{ "accepted", N_("The passage was accepted.") },
	{ "pointed", N_("The part was located at the passage you chose.") },
	{ "rejected", N_("The part was marked as not in the document.") },
	{ "excused", N_("The element was marked as not applicable.") },
	{ "inherited", N_("The element was marked as inherited.") },
	{ "reopened", N_("The answer was taken back.") },
	{ "finding", N_("The finding was written.") },
	{ "check", N_("The file was read. Confirm where each part stands.") },
	{ "courses", N_("The courses were stored.") },
	{ "gaps", N_("The owners and dates were saved.") },
	{ "signed-out", N_("You were signed out.") },
	{ "set-up", N_("Wardroom is set up. Sign in with the account you made.") },
	{ "password",
	  N_("The password was changed. Other sessions were ended, and API tokens revoked "
	     "unless you kept them.") },
	{ "language", N_("The language of your account was changed.") },
	{ "revoked", N_("It was revoked.") },
	{ "account", N_("The account was changed.") },
	{ "added", N_("The account was added.") },
	{ "setting", N_("The setting was saved.") },
	{ "read", N_("It was marked as read.") },
	{ "told", N_("How you are told was saved.") },
	{ "mail", N_("The mail waits to be sent. Look here again in a moment.") },
};

static struct str said(struct visit *v)
{
	struct str code = query_get(v, "said");

	for (size_t i = 0; i < COUNT(sayings); i++)
		if (str_is(code, sayings[i].code))
			return str_of(SAY(v, sayings[i].text));
	return STR_NONE;
}

static struct str asset_hash(const char *path)
{
	const struct embedded_file *file = embedded_find(str_of(path));

	return file ? str_cut(str_of(file->sha256), 16) : STR("0");
}

static void add_link(struct nav_group *g, struct nav_link link)
{
	g->links.at[g->links.count++] = link;
}

static bool place_is(const char *place, struct str href)
{
	return place && str_is(href, place);
}

/* One group for each heading that the types name, in the order of the registry. */
static void type_links(struct visit *v, struct nav *nav, const char *place)
{
	const struct registry *types = store_registry(v->site->store);

	for (size_t i = 0; i < types->count; i++) {
		const struct record_type *t = types->at[i];
		struct nav_group *group = NULL;

		if (!t->group || !visit_may_read(v, t))
			continue;
		for (size_t k = 0; k < nav->groups.count; k++)
			if (nav->groups.at[k].label &&
			    str_is(str_of(t->group), nav->groups.at[k].label))
				group = &nav->groups.at[k];
		if (!group) {
			group = &nav->groups.at[nav->groups.count++];
			group->label = t->group;
			group->links.at =
				ARENA_TRY(v->arena, struct nav_link, types->count);
			if (!group->links.at)
				return;
		}
		struct str href = str_format(v->arena, "/%s", t->name);
		add_link(group, (struct nav_link){ href, SAY(v, t->plural),
		                                   place_is(place, href) });
	}
	for (size_t k = 0; k < nav->groups.count; k++)
		if (nav->groups.at[k].label)
			nav->groups.at[k].label = SAY(v, nav->groups.at[k].label);
}

static void first_links(struct visit *v, struct nav *nav, const char *place)
{
	struct nav_group *g = &nav->groups.at[nav->groups.count++];

	g->links.at = ARENA_TRY(v->arena, struct nav_link, 6);
	if (!g->links.at)
		return;
	add_link(g, (struct nav_link){ STR("/"), SAY(v, N_("Today")),
	                               place_is(place, STR("/")) });
	add_link(g, (struct nav_link){ STR("/duties"), SAY(v, N_("Duties")),
	                               place_is(place, STR("/duties")) });
	add_link(g, (struct nav_link){ STR("/year"), SAY(v, N_("Year plan")),
	                               place_is(place, STR("/year")) });
	add_link(g, (struct nav_link){ STR("/check"), SAY(v, N_("Check a plan")),
	                               place_is(place, STR("/check")) });
}

static void last_links(struct visit *v, struct nav *nav, const char *place)
{
	struct nav_group *g = &nav->groups.at[nav->groups.count++];

	g->label = SAY(v, N_("Wardroom"));
	g->links.at = ARENA_TRY(v->arena, struct nav_link, 5);
	if (!g->links.at)
		return;
	if (visit_may_at_large(v, "installation.users"))
		add_link(g, (struct nav_link){ STR("/admin"), SAY(v, N_("Administration")),
		                               place_is(place, STR("/admin")) });
	else if (settings_may_be_read(v->actor, v->today))
		add_link(g, (struct nav_link){ STR("/admin/settings"),
		                               SAY(v, N_("Settings")),
		                               place_is(place, STR("/admin")) });
	add_link(g, (struct nav_link){ STR("/due"), SAY(v, N_("Due for disposal")),
	                               place_is(place, STR("/due")) });
	add_link(g, (struct nav_link){ STR("/jobs"), SAY(v, N_("Jobs")),
	                               place_is(place, STR("/jobs")) });
	add_link(g, (struct nav_link){ STR("/bin"), SAY(v, N_("Bin")),
	                               place_is(place, STR("/bin")) });
	add_link(g, (struct nav_link){ STR("/help"), SAY(v, N_("Help")),
	                               place_is(place, STR("/help")) });
}

/* ---- saved views, one's own and the shared ones ---- */
struct view_links {
	struct visit *v;
	struct nav *nav;
	const char *place;
};

/* Of lists that the reader may see at all. */
static bool leads_somewhere(const struct visit *v, const struct row *view)
{
	const struct record_type *t = registry_find(store_registry(v->site->store),
	                                            row_text(view, LVW_OF));

	return t && visit_may_read(v, t);
}

static enum fail load_views(struct act *a, void *arg)
{
	const struct view_links *l = arg;
	struct arena *arena = l->v->arena;
	struct answer views;
	enum fail f = views_everywhere(a, &views);

	if (f != OK || views.count == 0)
		return f;
	struct nav_group *g = &l->nav->groups.at[l->nav->groups.count];
	g->label = N_("Views");
	g->links.count = 0;
	g->links.at = ARENA_TRY(arena, struct nav_link, views.count);
	for (size_t i = 0; g->links.at && i < views.count; i++) {
		const struct row *view = views.rows[i];
		struct str href = view_href(arena, view);
		if (leads_somewhere(l->v, view))
			add_link(g, (struct nav_link){
					    href, str_z(arena, row_title(view, l->v->lang)),
					    place_is(l->place, href) });
	}
	return OK;
}

/* A part of the frame that cannot be read fails the page: nothing is left out silently. */
static bool frame_read(struct visit *v, store_job *job, void *arg)
{
	enum fail f = visit_read(v, job, arg);

	if (f != OK && v->lacking == OK)
		v->lacking = f;
	return f == OK;
}

static void view_links(struct visit *v, struct nav *nav, const char *place)
{
	struct view_links l = { v, nav, place };
	struct nav_group *g = &nav->groups.at[nav->groups.count];

	*g = (struct nav_group){ 0 };
	if (!visit_may_read(v, &list_view_type) && !list_view_type.own_only)
		return;
	if (frame_read(v, load_views, &l) && g->links.count > 0)
		nav->groups.count++;
}

/* The group of the page that is shown stands open; the others are folded. */
static void fill_nav(struct visit *v, struct nav *nav, const char *place)
{
	size_t room = store_registry(v->site->store)->count + 3;

	nav->groups.at = ARENA_TRY(v->arena, struct nav_group, room);
	if (!nav->groups.at)
		return;
	first_links(v, nav, place);
	view_links(v, nav, place);
	type_links(v, nav, place);
	last_links(v, nav, place);
	for (size_t i = 0; i < nav->groups.count; i++)
		for (size_t k = 0; k < nav->groups.at[i].links.count; k++)
			if (nav->groups.at[i].links.at[k].current)
				nav->groups.at[i].open = true;
}

/* An auditor sees that nothing can be changed, and until when the access holds. */
static void fill_scope(struct visit *v, struct frame *f)
{
	struct date until = DATE_NONE;

	f->read_only = v->actor->grant_count > 0;
	for (size_t i = 0; i < v->actor->grant_count; i++) {
		f->read_only = f->read_only && v->actor->grants[i].read_only;
		if (date_is_set(v->actor->grants[i].until))
			until = v->actor->grants[i].until;
	}
	if (f->read_only && date_is_set(until))
		f->scope = visit_words(v, N_("Your access ends on %1."),
		                       words_date(v->arena, v->lang, until));
}

/* The same place in the other language: a link, so that it works without script. */
static struct str language_link(struct visit *v)
{
	struct str place = v->q->method == GET ? v->q->target : v->q->path;

	return str_format(v->arena, "/language/%s?back=%.*s",
	                  v->lang == LANG_EN ? "fr" : "en",
	                  STR_ARG(percent_encode(v->arena, place)));
}

static enum fail count_unread(struct act *a, void *arg)
{
	return notice_unread(a, arg);
}

/* Nothing when there are none. */
static struct str unread(struct visit *v)
{
	int64_t n = 0;

	if (!frame_read(v, count_unread, &n) || n == 0)
		return STR_NONE;
	return str_format(v->arena, n < NOTICES_COUNTED ? "%lld" : "%lld+", (long long)n);
}

void visit_frame_at(struct visit *v, struct frame *f, struct str title, const char *place)
{
	f->title = title;
	f->lang = str_of(lang_code(v->lang));
	f->french = v->lang == LANG_FR;
	f->other_lang = language_link(v);
	f->said = said(v);
	f->demonstration = v->site->demonstration;
	f->css = asset_hash("ui/css/app.css");
	f->theme = asset_hash("ui/css/theme.css");
	f->tokens = asset_hash("ui/css/tokens.css");
	f->js = asset_hash("ui/js/wardroom.js");
	f->organisation = v->organisation;
	if (!v->signed_in)
		return;
	f->person = v->actor->name;
	f->unread = unread(v);
	f->csrf = visit_csrf(v);
	fill_nav(v, &f->nav, place);
	fill_scope(v, f);
}

void visit_frame(struct visit *v, struct frame *f, struct str title)
{
	visit_frame_at(v, f, title, NULL);
}
