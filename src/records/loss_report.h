/* loss_report.h -- names of the fields and states of a loss report. */
#ifndef RECORDS_LOSS_REPORT_H
#define RECORDS_LOSS_REPORT_H

#include "model/record.h"

enum loss_report_field {
	LOS_TITLE, LOS_INCIDENT, LOS_KIND, LOS_ASSET_TAG, LOS_VALUE, LOS_CIRCUMSTANCES,
	LOS_ILLEGAL, LOS_LOST_AT, LOS_DISCOVERED_AT, LOS_KNOWN_AT, LOS_SUPERVISOR_TOLD_AT,
	LOS_SUBMITTED_AT, LOS_SUBMITTED_BY, LOS_REPORT_NUMBER, LOS_TO_RISK, LOS_TO_OFFICER,
	LOS_TO_FINANCE, LOS_TO_COMPTROLLER, LOS_TO_DEPUTY, LOS_POLICE_FILE, LOS_FILE,
	LOS_OUTCOME,
	LOS__COUNT
};
enum loss_report_state { LOS_IS_DRAFT, LOS_IS_SUBMITTED, LOS_IS_SETTLED, LOS_IS__COUNT };
enum loss_report_right { LOS_MAY_WRITE, LOS_MAY__COUNT };

extern const struct record_type loss_report_type;

#endif
