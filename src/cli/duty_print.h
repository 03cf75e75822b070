/* duty_print.h -- how a duty stands, as the command line prints it. */
#ifndef CLI_DUTY_PRINT_H
#define CLI_DUTY_PRINT_H

#include "cli/opened.h"
#include "duty/engine.h"

struct duty_printing {
	bool json;
	struct id subject;              /* why: only of this one */
	bool told;
};

/* Each is a duty_told with a struct duty_printing: one line; everything about one. */
enum fail duty_print_line(void *arg, struct act *a, const struct duty *d,
                          const struct row *subject, const struct standing *s);
enum fail duty_print_why(void *arg, struct act *a, const struct duty *d,
                         const struct row *subject, const struct standing *s);

/* How it stood as it was known then, and as it is known now, side by side. */
struct duty_pair;
struct duty_both {
	struct duty_printing *printing;
	struct duty_pair *first, **last, *next;
};
enum fail duty_both_then(void *arg, struct act *a, const struct duty *d,
                         const struct row *subject, const struct standing *s);
enum fail duty_both_now(void *arg, struct act *a, const struct duty *d,
                        const struct row *subject, const struct standing *s);
enum fail duty_both_print(struct act *a, struct duty_both *both);

#endif
