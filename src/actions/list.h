/*
 * list.h -- which records are listed, as an address says it: the same for pages, API and
 * CSV.
 *
 *     state=draft&state=submitted       one of several
 *     kind=tabletop                     choices, numbers, dates, flags, links: exactly this
 *     title=ferry                       texts: contains
 *     lead=PER-0003                     links by code, UUID or exact title
 *     due_on.before=today               .before .after .not .contains .empty (yes or no)
 *     open=yes  mine=yes                states that still ask something; what one owns
 *     unit=ORG-0002  owner=PER-0001  label=1
 *     unit.below=ORG-0002               of the unit and of all below it
 *     words=tabletop ferry              full text
 *     sort=-due_on                      a field, changed, created or code; '-' turns it
 * round limit=50  after=CURSOR  page=3  count=yes  bin=yes
 *
 * A name that the type does not have is refused, so that a mistyped filter never shows more
 * than was asked for.  `columns`, `view` and `lang` are left to the page.
 */
#ifndef ACTIONS_LIST_H
#define ACTIONS_LIST_H

#include "http/http.h"
#include "store/store.h"

/* Inside a read.  FAIL_REFUSED: every reason is in `why`, with the parameter as `where`. */
enum fail list_asked(struct act *a, const struct record_type *t,
                     const struct pairs *address, struct refusal *why,
                     struct query *out) MUST_USE;

#endif
