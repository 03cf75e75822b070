/*
 * accounts.c -- the tables of tenants, accounts, sessions and tokens.
 *
 * Secrets are there only as hashes.  `epoch` of a tenant moves when anything changed that
 * an actor is made of (roles, appointments, organisation, people, labels).
 */
#include "store/accounts.h"

#include "db/db.h"

const char *const accounts_schema = SQL(
	"create table access_epoch (\n"
	"  org {id} not null primary key,\n"
	"  epoch {i64} not null\n"
	") {narrow_table};\n"
	"create table account (\n"
	"  org {id} not null,\n"
	"  id {id} not null,\n"
	"  person {id} not null,\n"
	"  login {text} not null,\n"
	"  login_fold {text} not null unique,\n"
	"  password {text},\n"          /* null: sign-in only by a proxy */
	"  secret {blob} not null,\n"   /* for the forms of a session without cookie */
	"  state {i64} not null,\n"
	"  lang {i64} not null,\n"
	"  version {i64} not null,\n"
	"  made_at {i64} not null,\n"
	"  last_sign_in_at {i64} not null,\n"
	"  primary key (org, id)\n"
	") {table};\n"
	"create table session (\n"
	"  hash {blob} not null primary key,\n"
	"  org {id} not null,\n"
	"  id {id} not null,\n"
	"  account {id} not null,\n"
	"  started_at {i64} not null,\n"
	"  last_at {i64} not null,\n"
	"  ends_at {i64} not null,\n"
	"  address {text} not null,\n"
	"  agent {text} not null\n"
	") {narrow_table};\n"
	"create index session_account on session (org, account);\n"
	"create table api_token (\n"
	"  hash {blob} not null primary key,\n"
	"  org {id} not null,\n"
	"  id {id} not null,\n"
	"  account {id} not null,\n"
	"  name {text} not null,\n"
	"  hint {text} not null,\n"
	"  read_only {flag} not null,\n"
	"  scopes {text} not null,\n"   /* patterns with blanks between */
	"  made_at {i64} not null,\n"
	"  ends_at {i64} not null,\n"
	"  last_used_at {i64} not null,\n"
	"  revoked {flag} not null\n"
	") {narrow_table};\n"
	"create index api_token_account on api_token (org, account);\n"
	"create table sign_in_attempt (\n"
	"  source {blob} not null primary key,\n"  /* hash of login, address or both */
	"  failed {i64} not null,\n"
	"  last_at {i64} not null\n"
	") {narrow_table};\n"
	"create table setup_code (\n"
	"  hash {blob} not null primary key,\n"
	"  ends_at {i64} not null\n"
	") {narrow_table};\n");

const char *const calendars_schema = SQL(
	"create table calendar_feed (\n"
	"  hash {blob} not null primary key,\n"
	"  org {id} not null,\n"
	"  account {id} not null,\n"
	"  made_at {i64} not null,\n"
	"  last_used_at {i64} not null\n"
	") {narrow_table};\n"
	"create unique index calendar_feed_account on calendar_feed (org, account);\n");
