/*
 * all.c -- the table of contents: every record type, one line each, in the order in which
 * navigation and documentation show them.
 *
 * To add a type: one .h, one .c, one line here.  docs/adding-a-record.md shows how.
 */
#include "model/record.h"
#include "records/duty_decision.h"
#include "records/legal_hold.h"
#include "records/local_field.h"

#define RECORD_TYPES(type)      \
	type(system)            \
	type(change)            \
	type(project)           \
	type(project_gate)      \
	type(contract)          \
	type(contract_deviation) \
	type(security_test)     \
	type(authorization)     \
	type(risk_assessment)   \
	type(risk)              \
	type(risk_acceptance)   \
	type(treatment)         \
	type(risk_register_review) \
	type(privacy_assessment) \
	type(advisory)          \
	type(scan)              \
	type(vulnerability)     \
	type(plan)              \
	type(plan_check)        \
	type(plan_element)      \
	type(business_impact_analysis) \
	type(exercise)          \
	type(legal_requirement) \
	type(external_procedure) \
	type(forum)             \
	type(meeting)           \
	type(membership)        \
	type(initiative)        \
	type(issue_raised)      \
	type(advice_request)    \
	type(query)             \
	type(shared_item)       \
	type(lesson)            \
	type(contact_list)      \
	type(awareness_plan)    \
	type(awareness_item)    \
	type(delivery)          \
	type(observance)        \
	type(quiz)              \
	type(quiz_question)     \
	type(quiz_attempt)      \
	type(training_completion) \
	type(awareness_material) \
	type(digest_issue)      \
	type(ambassador)        \
	type(stakeholder)       \
	type(assessment_campaign) \
	type(assessment_answer) \
	type(incident)          \
	type(incident_entry)    \
	type(custody)           \
	type(notification)      \
	type(loss_report)       \
	type(privacy_breach)    \
	type(post_incident_review) \
	type(finding)           \
	type(recommendation)    \
	type(corrective_action) \
	type(audit)             \
	type(evidence_request)  \
	type(evidence)          \
	type(document)          \
	type(document_version)  \
	type(instrument)        \
	type(edition)           \
	type(clause)            \
	type(acknowledgement_request) \
	type(acknowledgement)   \
	type(applicability_decision) \
	type(exemption)         \
	type(exemption_condition) \
	type(standards_watch)   \
	type(impact_note)       \
	type(security_activity) \
	type(conformity)        \
	type(conformity_clause) \
	type(peer_review)       \
	type(agreement)         \
	type(organisation)      \
	type(person)            \
	type(role_assignment)   \
	type(role)              \
	type(classification)    \
	type(local_field)       \
	type(list_view)         \
	type(comment)           \
	type(duty_decision)     \
	type(retention_rule)    \
	type(legal_hold)        \
	type(disposal_item)     \
	type(disposal)

#define DECLARED(name) extern const struct record_type name##_type;
#define LISTED(name) &name##_type,

RECORD_TYPES(DECLARED)

static const struct record_type *const types[] = { RECORD_TYPES(LISTED) };

const struct registry all_records = {
	.at = types,
	.count = COUNT(types),
	.local_fields = &local_field_type,
	.local_field = local_field_read,
	.held = hold_keeps,
	.duty_decisions = &duty_decision_type,
	.duty_decision = duty_decision_read,
};
