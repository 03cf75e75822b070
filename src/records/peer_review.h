/* peer_review.h -- names of the fields and states of a review of a draft by others. */
#ifndef RECORDS_PEER_REVIEW_H
#define RECORDS_PEER_REVIEW_H

#include "model/record.h"

enum peer_review_field {
	PRV_TITLE, PRV_KIND, PRV_DOCUMENT, PRV_VERSION, PRV_REVIEWER, PRV_ASKED_ON,
	PRV_DUE_ON, PRV_RECEIVED_ON, PRV_COMMENTS, PRV_FILE, PRV_DISPOSITION,
	PRV_SETTLED_ON,
	PRV__COUNT
};
enum peer_review_state {
	PRV_IS_ASKED, PRV_IS_RECEIVED, PRV_IS_SETTLED, PRV_IS_CANCELLED,
	PRV_IS__COUNT
};
enum peer_review_right {
	PRV_MAY_KEEP,
	PRV_MAY__COUNT
};

extern const struct record_type peer_review_type;

#endif
