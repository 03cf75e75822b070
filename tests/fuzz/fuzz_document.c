/* fuzz_document.c -- files of any kind, without a name.
 * links: codec base
 */
#include "fuzz/document.h"

FUZZ(a, s)
{
	read_document(a, s, "", NULL);
}
