/*
 * log.h -- one JSON object a line on standard error, event name first.
 *
 *     log_event(LOG_INFO, "step.refused", LOG_STR("type", type), LOG_INT("status", 409),
 *               LOG_END);
 *
 * Never the contents of a sensitive field.  The log is not the audit history.
 */
#ifndef BASE_LOG_H
#define BASE_LOG_H

#include "base/text.h"

enum log_level { LOG_DEBUG,
	         LOG_INFO,
	         LOG_WARNING,
	         LOG_ERROR };

struct log_pair {
	const char *name; /* null ends the list */
	struct str text;
	int64_t number;
	bool is_number;
};

#define LOG_STR(key, value) ((struct log_pair){ .name = (key), .text = (value) })
#define LOG_Z(key, value) ((struct log_pair){ .name = (key), .text = str_of(value) })
#define LOG_INT(key, value) \
	((struct log_pair){ .name = (key), .number = (value), .is_number = true })
#define LOG_END ((struct log_pair){ .name = NULL })

#define log_event(level, event, ...) \
	log_pairs((level), (event), (const struct log_pair[]){ __VA_ARGS__ })
void log_pairs(enum log_level level, const char *event, const struct log_pair *pairs);
void log_set_level(enum log_level least);
void log_set_role(const char *role); /* a word in every line */

#endif
