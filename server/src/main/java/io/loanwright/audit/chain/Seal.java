package io.loanwright.audit.chain;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/**
 * A link of the chain: records of one kind.
 *
 * @param number from 1, without a gap
 * @param sealedAt to the microsecond
 * @param records their ids
 * @param leaves the hash of each record, in the same order
 * @param root of the tree over the leaves
 */
record Seal(
    long number, Instant sealedAt, String kind, List<UUID> records, List<Hash> leaves, Hash root) {

  Seal {
    sealedAt = sealedAt.truncatedTo(ChronoUnit.MICROS);
    records = List.copyOf(records);
    leaves = List.copyOf(leaves);
  }

  /**
   * A seal that is kept, with the head that it made.
   *
   * @param head what it says its head is
   */
  record Kept(Seal seal, Hash head) {}
}
