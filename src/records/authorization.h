/* authorization.h -- names of the fields and states of an authorization of a system. */
#ifndef RECORDS_AUTHORIZATION_H
#define RECORDS_AUTHORIZATION_H

#include "model/record.h"

enum authorization_field {
	ATO_TITLE, ATO_SYSTEM, ATO_KIND, ATO_RESULTS, ATO_REPORT, ATO_CONDITIONS,
	ATO_ENDS_ON, ATO_GRANTED_BY, ATO_GRANTED_ON, ATO__COUNT
};
enum authorization_state {
	ATO_IS_ASKED, ATO_IS_GRANTED, ATO_IS_REFUSED, ATO_IS_ENDED, ATO_IS_REVOKED,
	ATO_IS__COUNT
};
enum authorization_right { ATO_MAY_WRITE, ATO_MAY_GRANT, ATO_MAY__COUNT };

extern const struct record_type authorization_type;

#endif
