/*
 * ics.h -- a calendar of days as iCalendar (RFC 5545), for Outlook, Thunderbird and the
 * like.
 *
 * Whole days as VEVENT: Outlook passes over VTODO.  An event keeps its UID for ever; its
 * SEQUENCE goes up whenever what it says changes, so that a program takes the change. Lines
 * end with CRLF and are folded before their 76th byte, never inside a character.  The same
 * events give the same bytes.
 */
#ifndef DOCUMENTS_ICS_H
#define DOCUMENTS_ICS_H

#include "base/text.h"
#include "base/time.h"

struct ics_event {
	struct str uid;
	int64_t sequence;
	struct instant stamp;           /* when it last changed */
	struct date day;
	struct str summary, description, url;   /* the last two may be empty */
};
struct ics_calendar {
	struct str name;
	const struct ics_event *at;
	size_t count;
};
/* In the arena; may be empty when it does not fit into LIMIT_PAGE_BYTES. */
struct str ics_text(struct arena *a, const struct ics_calendar *c);

#endif
