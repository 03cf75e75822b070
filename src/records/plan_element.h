/* plan_element.h -- names of the fields and states of a required element's place in a plan.
 */
#ifndef RECORDS_PLAN_ELEMENT_H
#define RECORDS_PLAN_ELEMENT_H

#include "model/record.h"

enum plan_element_field {
	PLE_TITLE, PLE_PLAN, PLE_CHECK, PLE_ELEMENT, PLE_PART, PLE_CONTAINER, PLE_PASSAGE,
	PLE_HEADING, PLE_PAGE, PLE_LINE, PLE_SCORE, PLE_BECAUSE, PLE_VERSION,
	PLE_PASSAGE_HASH, PLE_VERSION_HASH, PLE_CONFIRMED_BY, PLE_CONFIRMED_AT, PLE_REASON,
	PLE_APPROVER, PLE_AGREEMENT,
	PLE__COUNT
};
enum plan_element_state {
	PLE_IS_OPEN, PLE_IS_ACCEPTED, PLE_IS_REJECTED, PLE_IS_POINTED,
	PLE_IS_NOT_APPLICABLE,
	PLE_IS_INHERITED,
	PLE_IS__COUNT
};
enum plan_element_right { PLE_MAY_CONFIRM, PLE_MAY_EXCUSE, PLE_MAY__COUNT };

extern const struct record_type plan_element_type;

#endif
