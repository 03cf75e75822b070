/* notices_mails.h -- the mails of one round: at once, and the day's. */
#ifndef ACTIONS_NOTICES_MAILS_H
#define ACTIONS_NOTICES_MAILS_H

#include "actions/notices_people.h"
#include "actions/site.h"

enum fail mails_at_once(struct notices_round *r, const struct site *site) MUST_USE;

#endif
