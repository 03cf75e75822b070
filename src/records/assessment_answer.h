/* assessment_answer.h -- names of the fields and states of an answer in an assessment. */
#ifndef RECORDS_ASSESSMENT_ANSWER_H
#define RECORDS_ASSESSMENT_ANSWER_H

#include "model/record.h"

enum assessment_answer_field {
	ASA_TITLE, ASA_CAMPAIGN, ASA_NUMBER, ASA_LEVEL, ASA_VALID_LEVEL, ASA_NOTE,
	ASA_EVIDENCE, ASA_ANSWERED_ON, ASA_GAP, ASA_GAP_OWNER, ASA_GAP_DUE_ON, ASA__COUNT
};
enum assessment_answer_state {
	ASA_IS_OPEN, ASA_IS_MET, ASA_IS_PARTLY, ASA_IS_NOT_MET, ASA_IS_NOT_APPLICABLE,
	ASA_IS__COUNT
};
enum assessment_answer_right { ASA_MAY_WRITE, ASA_MAY__COUNT };

extern const struct record_type assessment_answer_type;

#endif
