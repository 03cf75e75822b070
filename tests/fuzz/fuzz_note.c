/* fuzz_note.c -- signed notes, checkpoints and their keys, from whoever sends them.
 * links: store access model db crypto codec sys base
 */
#include "fuzz/exact.h"
#include "store/note.h"

FUZZ(a, s)
{
	struct note n;
	struct note_key key;
	struct checkpoint c;
	struct str name;
	uint8_t seed[ED25519_SEED_BYTES];

	if (note_parse(a, s, &n)) {
		MUST(n.count > 0 && str_ends(n.text, "\n") && n.text.n < s.n);
		if (checkpoint_parse(a, n.text, &c))
			MUST(c.size >= 0 && str_starts(n.text, str_z(a, c.origin)));
		for (size_t i = 0; i < n.count; i++)
			MUST(n.signatures[i].name.n > 0);
	}
	/* The three lines of a checkpoint are written as they were read. */
	if (checkpoint_parse(a, s, &c))
		MUST(str_equal(str_cut(s, checkpoint_text(a, &c).n),
		               checkpoint_text(a, &c)));
	/* What is read as a key is written the same. */
	if (note_key_parse(a, s, &key))
		MUST(str_equal(note_key_text(a, &key), s));
	if (note_secret_parse(a, s, &name, seed))
		MUST(str_equal(note_secret_text(a, name, seed), s));
}
