/*
 * scopes.h -- the rights that there are, for whoever narrows a token to some of them.
 *
 * A pattern that covers no right would make a token that can do nothing, silently.
 */
#ifndef IDENTITY_SCOPES_H
#define IDENTITY_SCOPES_H

#include "base/refusal.h"
#include "model/record.h"

/* False with a reason: the pattern covers no right; the advice says which there are. */
bool scope_is_known(const struct registry *g, struct str scope, struct refusal *why);

#endif
