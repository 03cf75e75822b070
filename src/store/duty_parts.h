/* duty_parts.h -- what the files about standing duties share; nobody else includes it. */
#ifndef STORE_DUTY_PARTS_H
#define STORE_DUTY_PARTS_H

#include "store/duty_rows.h"
#include "store/parts.h"

/* From the columns of a row of duty_instance, in the order of duty_rows.c. */
struct duty_row duty_row_from(struct stmt *s, struct arena *a);

#endif
