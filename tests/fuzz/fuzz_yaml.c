/* fuzz_yaml.c -- packs.
 * links: codec base
 */
#include "codec/yaml.h"
#include "fuzz/exact.h"

FUZZ(a, s)
{
	struct yaml *v;
	struct yaml_error e;

	if (yaml_read(a, s, &v, &e) != OK)
		MUST(e.line >= 1 && e.column >= 1 && e.what.id);
}
