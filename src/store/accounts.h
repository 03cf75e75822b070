/*
 * accounts.h -- the tables of accounts, sessions and tokens.
 *
 * identity/ reads and writes them; their text stands here because the store makes and
 * migrates all tables in one place.
 */
#ifndef STORE_ACCOUNTS_H
#define STORE_ACCOUNTS_H

/* access_epoch, account, session, api_token, sign_in_attempt, setup_code: for db_script. */
extern const char *const accounts_schema;
/* calendar_feed: secret addresses of calendars. */
extern const char *const calendars_schema;

#endif
