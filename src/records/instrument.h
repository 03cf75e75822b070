/* instrument.h -- names of the fields of a law, policy or standard. */
#ifndef RECORDS_INSTRUMENT_H
#define RECORDS_INSTRUMENT_H

#include "model/record.h"

enum instrument_field {
	INS_TITLE, INS_CODE, INS_KIND, INS_ISSUER, INS_JURISDICTION, INS_SUMMARY,
	INS_ADDRESS,
	INS_PACK, INS_WATCHED_BY,
	INS__COUNT
};
enum instrument_state { INS_IS_IN_FORCE, INS_IS_REPEALED, INS_IS__COUNT };
enum instrument_right { INS_MAY_CHANGE, INS_MAY__COUNT };

extern const struct record_type instrument_type;

#endif
