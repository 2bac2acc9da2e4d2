package io.loanwright.audit;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The chain of hashes over trail and journal. */
public interface Sealing {

  /** Seals all that waits; does nothing where another instance is at it. */
  void sealAll();

  /**
   * Returns the number of the seal that made a head, which somebody kept elsewhere.
   *
   * @param head 64 hexadecimal digits
   * @return nothing if no seal has it, or it is no head
   */
  Optional<Long> sealWithHead(String head);

  /** Returns how far the chain goes. */
  State state();

  /**
   * How far a chain goes.
   *
   * @param seals how many seals it has
   * @param sealedAt when the last one was made; null without any
   * @param head 64 hexadecimal digits over all that is sealed; null without a seal
   * @param waiting how many records wait for their seal
   */
  record State(long seals, @Nullable Instant sealedAt, @Nullable String head, long waiting) {}
}
