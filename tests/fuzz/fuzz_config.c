/* fuzz_config.c -- the configuration file.
 * links: sys base
 */
#include "sys/config.h"
#include "fuzz/exact.h"

FUZZ(a, s)
{
	struct refusal why = refusal_on(a);
	struct config c;
	config_defaults(&c);
	if (config_read(a, s, STR("x"), &why, &c) == OK &&
	    (c.fast_threads < 1 || c.fast_threads > 64))
		abort();
}
