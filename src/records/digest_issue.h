/* digest_issue.h -- names of the fields and states of an issue of a digest or bulletin. */
#ifndef RECORDS_DIGEST_ISSUE_H
#define RECORDS_DIGEST_ISSUE_H

#include "model/record.h"

enum digest_issue_field {
	DIG_TITLE, DIG_KIND, DIG_ISSUED_ON, DIG_RECEIVED_ON, DIG_FROM, DIG_TOPICS,
	DIG_ADDRESS, DIG_FILE, DIG_PASSED_ON, DIG_AUDIENCE, DIG_CHANNEL, DIG_WHY,
	DIG__COUNT
};
enum digest_issue_state {
	DIG_IS_RECEIVED, DIG_IS_PASSED_ON, DIG_IS_FILED, DIG_IS__COUNT
};
enum digest_issue_right {
	DIG_MAY_KEEP, DIG_MAY__COUNT
};

extern const struct record_type digest_issue_type;

#endif
