/*
 * installation.h -- what is done to an installation from its command line: accounts,
 * tokens, settings, checkpoints; the same whether a server has the database or not.
 *
 * A call is a JSON object and so is its answer.  A command makes the call itself when
 * nobody has the database, and else posts it to /installation on the server's admin socket,
 * which only the system's owner of the installation can open.
 *
 *     {"do":"account.add","org":"Ministry","operator":"dana","login":"lee",
 *      "person":"Lee Wu","role":"staff","password":"…"}
 *     {"account":"0193…"}
 *
 * When the answer is no: {"failed":"refused","reasons":[{"why":…,"advice":…}]}, and
 * when it could not be done: {"failed":"not found","message":…}.
 */
#ifndef ACTIONS_INSTALLATION_H
#define ACTIONS_INSTALLATION_H

#include "base/fail.h"
#include "base/text.h"
#include "http/http.h"

struct store;

/* Calls on records carry somebody's token: the operator keeps the installation, and reads
 * or destroys nothing in it. */
/* The answer is always written; false: it says why not.  `cancelled` may be null. */
bool installation_call(struct store *s, struct arena *a, struct str call,
                       const atomic_bool *cancelled, struct text *answer);
/* What stands before the name of an export that the server is to take in: it lies in the
 * folder of the files, where the server may read. */
#define INCOMING "import-"

/* For the admin socket alone. */
extern const struct route installation_routes[];

#endif
