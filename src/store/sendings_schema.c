/*
 * sendings_schema.c -- the tables of mails: what was said, which records it spoke of, and
 * the queue.
 *
 * The queue is a table of its own that no backup holds: what a restored backup finds queued
 * is not sent by a second server.
 */
#include "db/db.h"
#include "store/sendings.h"

const char *const sendings_schema = SQL(
	"create table sending (\n"
	"  org {id} not null,\n"
	"  id {id} not null,\n"
	"  person {id} not null,\n"
	"  kind {text} not null,\n"
	"  day {text} not null,\n"         /* empty: no digest */
	"  address {text} not null,\n"
	"  lang {i64} not null,\n"
	"  subject {text} not null,\n"
	"  body {text} not null,\n"
	"  state {text} not null,\n"
	"  attempts {i64} not null,\n"
	"  answer {text} not null,\n"
	"  made_at {i64} not null,\n"
	"  tried_at {i64} not null,\n"
	"  ended_at {i64} not null,\n"
	"  erased {flag} not null,\n"
	"  primary key (org, id)\n"
	") {table};\n"
	"create unique index sending_day on sending (org, person, day) where day <> '';\n"
	"create index sending_person on sending (org, person, id);\n"
	"create index sending_made on sending (made_at);\n"
	"create table sending_record (\n"
	"  org {id} not null,\n"
	"  record {id} not null,\n"
	"  sending {id} not null,\n"
	"  primary key (org, record, sending)\n"
	") {narrow_table};\n"
	"create index sending_record_of on sending_record (org, sending);\n"
	"create table sending_queue (\n"
	"  org {id} not null,\n"
	"  id {id} not null,\n"
	"  not_before {i64} not null,\n"   /* by the database's clock, as is the lease */
	"  holder {id},\n"
	"  handed {flag} not null,\n"
	"  primary key (org, id)\n"
	") {narrow_table};\n"
	"create index sending_queue_due on sending_queue (not_before);\n");
