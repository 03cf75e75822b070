/* duty_rule.h -- the rule of a duty out of its file; only for the readers in this folder.
 */
#ifndef DUTY_DUTY_RULE_H
#define DUTY_DUTY_RULE_H

#include "duty/duty_names.h"

/* The one rule that the map holds, into the duty; its subject must be known by now. */
void rule_read(struct duty_reading *r, const struct yaml *map, struct duty *out);
/* The names of all rules, ends with null. */
extern const char *const rule_kind_names[];

#endif
