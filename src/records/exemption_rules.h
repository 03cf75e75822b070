/*
 * exemption_rules.h -- what the table of exemption.c asks of a request and a decision, and
 * what follows from them.
 */
#ifndef RECORDS_EXEMPTION_RULES_H
#define RECORDS_EXEMPTION_RULES_H

#include "model/record.h"

check_fn duties_are_named, can_be_renewed, request_is_whole, endorsed_by_another;
check_fn grant_ends, decision_has_come, compliance_has_come, renewal_is_granted;
check_fn last_day_is_past;
/* Sets the duties aside that a granted exemption covers, and takes them up again. */
enum fail duties_set_aside(struct act *a, const struct row *exemption) MUST_USE;
enum fail duties_taken_up(struct act *a, const struct row *exemption) MUST_USE;

effect_fn checked, endorsed, approved, submitted, granted, ended;

#endif
