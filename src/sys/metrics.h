/*
 * metrics.h -- numbers for a monitor, in the text format that Prometheus reads.
 */
#ifndef SYS_METRICS_H
#define SYS_METRICS_H

#include <stdint.h>

#include "base/text.h"

/* "# HELP name help\n# TYPE name kind\n", once before the values of a name. */
void metric_about(struct text *t, const char *name, const char *kind, const char *help);
/* label null: none; else name{label="value"} */
void metric_value(struct text *t, const char *name, const char *label, const char *value,
                  int64_t n);

#endif
