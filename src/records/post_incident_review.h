/* post_incident_review.h -- names of the fields and states of a review after an incident.
 */
#ifndef RECORDS_POST_INCIDENT_REVIEW_H
#define RECORDS_POST_INCIDENT_REVIEW_H

#include "model/record.h"

enum post_incident_review_field {
	PIR_TITLE, PIR_INCIDENT, PIR_PLANNED_FOR, PIR_HELD_ON, PIR_LEAD, PIR_ATTENDEES,
	PIR_OTHERS, PIR_FINDINGS, PIR_CAUSE, PIR_WENT_WELL, PIR_CHANGES, PIR_ACTIONS,
	PIR_NO_ACTION, PIR_LESSONS, PIR_REPORT,
	PIR__COUNT
};
enum post_incident_review_state {
	PIR_IS_PLANNED, PIR_IS_HELD, PIR_IS_CLOSED,
	PIR_IS__COUNT
};
enum post_incident_review_right { PIR_MAY_KEEP, PIR_MAY__COUNT };

extern const struct record_type post_incident_review_type;

#endif
