/* standards_watch.h -- names of the fields and states of the watch kept on a standard. */
#ifndef RECORDS_STANDARDS_WATCH_H
#define RECORDS_STANDARDS_WATCH_H

#include "model/record.h"

enum standards_watch_field {
	SWT_TITLE, SWT_INSTRUMENT, SWT_SOURCE, SWT_MONTHS, SWT_CHECKED_ON,
	SWT_OUTCOME, SWT_FOUND, SWT_CHECK_DUE_ON,
	SWT__COUNT
};
enum standards_watch_state {
	SWT_IS_WATCHED, SWT_IS_ENDED,
	SWT_IS__COUNT
};
enum standards_watch_right {
	SWT_MAY_KEEP,
	SWT_MAY__COUNT
};

extern const struct record_type standards_watch_type;

#endif
