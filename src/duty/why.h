/*
 * why.h -- why a duty stands as it does, in the words of whoever reads it.
 *
 * A why is kept as a message whose arguments may be references to records and labels of
 * fields (world.h).  Here they become codes and titles in the reader's language; a record
 * that the reader may not see is not named.
 */
#ifndef DUTY_WHY_H
#define DUTY_WHY_H

#include "duty/world.h"

/* An operator of the installation reads no content: then records are codes alone. */
enum why_names { WHY_TITLES, WHY_CODES };

/* The sentence, for the actor of the act. */
enum fail why_say(struct act *a, const struct message *why, enum why_names names,
                  struct str *out) MUST_USE;
/* One text with its references and label put in. */
enum fail why_text(struct act *a, struct str text, enum why_names names,
                   struct str *out) MUST_USE;

#endif
