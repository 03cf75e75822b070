/*
 * ledger_tree.h -- the arithmetic of a Merkle tree as RFC 6962 section 2.1 has it.
 *
 * Pure: knows no database.  A *complete* subtree is (level, index): 2^level leaves from
 * index * 2^level on; it never changes once it is full, so it can be stored.  What lies on
 * the right edge is worked out from complete ones.
 */
#ifndef STORE_LEDGER_TREE_H
#define STORE_LEDGER_TREE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/fail.h"
#include "base/text.h"

#define TREE_HASH_BYTES 32
#define TREE_LEVELS 62

struct tree_hash {
	uint8_t b[TREE_HASH_BYTES];
};

void tree_empty(struct tree_hash *out);
void tree_leaf(struct str leaf, struct tree_hash *out);
void tree_join(const struct tree_hash *left, const struct tree_hash *right,
               struct tree_hash *out);

/* The complete subtrees that a tree of this size consists of, largest first. */
struct tree_edge {
	int64_t size;
	struct tree_hash at[TREE_LEVELS];
	size_t count;
};

/* Called for every subtree that became complete, levels from 1 on. */
typedef enum fail tree_made(void *arg, int level, int64_t index,
                            const struct tree_hash *hash);
enum fail tree_append(struct tree_edge *edge, const struct tree_hash *leaf, tree_made *made,
                      void *arg) MUST_USE;
void tree_root(const struct tree_edge *edge, struct tree_hash *out);

/* Gives a complete subtree; level 0 is the hash of a leaf. */
typedef enum fail tree_get(void *arg, int level, int64_t index, struct tree_hash *out);

struct tree_proof {
	struct tree_hash at[TREE_LEVELS + 2];
	size_t count;
};

/* Root of the first `size` leaves; O(log size) gets. */
enum fail tree_root_at(tree_get *get, void *arg, int64_t size,
                       struct tree_hash *out) MUST_USE;
enum fail tree_prove_inclusion(tree_get *get, void *arg, int64_t index, int64_t size,
                               struct tree_proof *out) MUST_USE;
enum fail tree_prove_consistency(tree_get *get, void *arg, int64_t from, int64_t to,
                                 struct tree_proof *out) MUST_USE;

bool tree_inclusion_holds(const struct tree_hash *leaf, uint64_t index, uint64_t size,
                          const struct tree_proof *proof, const struct tree_hash *root);
bool tree_consistency_holds(uint64_t from, uint64_t to, const struct tree_proof *proof,
                            const struct tree_hash *from_root,
                            const struct tree_hash *to_root);

#endif
