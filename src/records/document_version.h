/* document_version.h -- names of the fields and states of a version of a document. */
#ifndef RECORDS_DOCUMENT_VERSION_H
#define RECORDS_DOCUMENT_VERSION_H

#include "model/record.h"

enum document_version_field {
	DOV_TITLE, DOV_DOCUMENT, DOV_NUMBER, DOV_FILE, DOV_LANGUAGE, DOV_CHANGES,
	DOV_EFFECTIVE_FROM, DOV_ADVICE, DOV_APPROVED_ON, DOV_APPROVED_BY,
	DOV__COUNT
};
enum document_version_state {
	DOV_IS_DRAFT, DOV_IS_SUBMITTED, DOV_IS_APPROVED, DOV_IS_SUPERSEDED,
	DOV_IS__COUNT
};
enum document_version_right {
	DOV_MAY_WRITE, DOV_MAY_SUBMIT, DOV_MAY_APPROVE,
	DOV_MAY__COUNT
};

extern const struct record_type document_version_type;

#endif
