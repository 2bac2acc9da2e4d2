/**
 * The chain of hashes: what was sealed once cannot be changed, removed or slipped in without the
 * head being another.
 *
 * <p>A leaf is the SHA-256 of a record's fields, a seal the root of the Merkle tree over its leaves
 * (as in RFC 6962), the head the SHA-256 over the head before and the seal. Who keeps a head
 * outside of the database can tell that everything before it is what it was.
 */
@NullMarked
package io.loanwright.audit.chain;

import org.jspecify.annotations.NullMarked;
