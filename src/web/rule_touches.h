/* rule_touches.h -- a retention rule is saved once who changes it has seen what it touches.
 */
#ifndef WEB_RULE_TOUCHES_H
#define WEB_RULE_TOUCHES_H

#include "web/visit.h"

/* Must it be shown first?  Never for what is no rule, or decides no otherwise. */
bool rule_touches_unseen(struct visit *v, struct arena *a, const struct row *before,
                         const struct change *c);
enum fail rule_touches_fill(struct visit *v, struct act *a, const struct row *before,
                            const struct change *c, struct rule_touches *out) MUST_USE;

#endif
