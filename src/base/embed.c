/* embed.c -- finds files in the table that tools/embed.c made. */
#include "base/embed.h"

static size_t first_at_or_after(struct str path)
{
	size_t low = 0;
	size_t high = embedded_count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (str_compare(embedded_files[middle].path, path) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

const struct embedded_file *embedded_find(struct str path)
{
	size_t at = first_at_or_after(path);

	if (at == embedded_count || !str_equal(embedded_files[at].path, path))
		return NULL;
	return &embedded_files[at];
}

const struct embedded_file *embedded_under(struct str prefix, size_t *count)
{
	size_t first = first_at_or_after(prefix);
	size_t end = first;

	while (end < embedded_count && embedded_files[end].path.n >= prefix.n &&
	       str_equal(str_cut(embedded_files[end].path, prefix.n), prefix))
		end++;
	*count = end - first;
	return end > first ? &embedded_files[first] : NULL;
}
