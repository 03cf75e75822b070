/*
 * acceptance.h -- accepting something as the auditor, or with the auditor's word on file.
 *
 * What an auditor must accept is accepted by the auditor's own account, or by somebody with
 * the right who attaches what the auditor wrote.
 */
#ifndef RECORDS_ACCEPTANCE_H
#define RECORDS_ACCEPTANCE_H

#include "model/act.h"
#include "model/record.h"
#include "model/row.h"

/* `auditor` links to a person; `proof` is a file.  Adds a reason when neither speaks. */
bool auditor_has_accepted(const struct act *a, const struct row *r, int auditor, int proof,
                          struct refusal *why);

#endif
