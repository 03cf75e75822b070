/*
 * visitor.h -- forms for somebody who is not signed in, or who need not be.
 *
 * Their token is bound to a cookie of its own, so that no foreign page can send them.
 */
#ifndef WEB_VISITOR_H
#define WEB_VISITOR_H

#include "web/visit.h"

/* Sets the cookie when there is none yet. */
struct csrf visitor_csrf(struct visit *v);
/* False, and a reason in v->why, when the form does not carry its token. */
bool visitor_may_post(struct visit *v);
/* By a link that names its organisation: its name in the bar, its day. */
void visitor_of(struct visit *v, const struct actor *program);

#endif
