/* document.h -- names of the fields and states of a document. */
#ifndef RECORDS_DOCUMENT_H
#define RECORDS_DOCUMENT_H

#include "model/record.h"

enum document_field {
	DOC_TITLE, DOC_KIND, DOC_NUMBER, DOC_SUMMARY, DOC_LANGUAGE, DOC_CONFORMS_TO,
	DOC_REVIEW_MONTHS, DOC_REVIEWED_ON, DOC_REVIEW_DUE_ON, DOC_REVIEW_RESULT,
	DOC_REPLACES,
	DOC_CURRENT,
	DOC__COUNT
};
enum document_state { DOC_IS_DRAFT, DOC_IS_IN_FORCE, DOC_IS_RETIRED, DOC_IS__COUNT };
enum document_right { DOC_MAY_CHANGE, DOC_MAY_REVIEW, DOC_MAY_RETIRE, DOC_MAY__COUNT };

extern const struct record_type document_type;

#endif
