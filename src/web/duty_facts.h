/* duty_facts.h -- what the pages of one duty share: its sentences about itself. */
#ifndef WEB_DUTY_FACTS_H
#define WEB_DUTY_FACTS_H

#include "web/duty_shown.h"

/* The duty that the address names, or null. */
const struct duty *duty_asked(struct visit *v);
/* Nothing when the text is empty. */
void duty_fact_add(struct visit *v, struct duty_fact *at, size_t *count, const char *label,
                   struct str text);
/* What must be said of a duty whose source nobody read; else empty. */
struct str duty_caution(struct visit *v, const struct duty *d);

#endif
