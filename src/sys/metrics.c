/* metrics.c -- numbers for a monitor. */
#include "sys/metrics.h"

void metric_about(struct text *t, const char *name, const char *kind, const char *help)
{
	text_addf(t, "# HELP %s %s\n# TYPE %s %s\n", name, help, name, kind);
}

void metric_value(struct text *t, const char *name, const char *label, const char *value,
                  int64_t n)
{
	if (label)
		text_addf(t, "%s{%s=\"%s\"} %lld\n", name, label, value, (long long)n);
	else
		text_addf(t, "%s %lld\n", name, (long long)n);
}
