package io.loanwright.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The chain of hashes over trail and journal. */
public interface Sealing {

  /**
   * Seals all that waits, and signs the head where none was signed on this business day; does
   * nothing where another instance is at it.
   */
  void sealAll();

  /**
   * Returns the number of the seal that made a head, which somebody kept elsewhere.
   *
   * @param head 64 hexadecimal digits
   * @return nothing if no seal has it, or it is no head
   */
  Optional<Long> sealWithHead(String head);

  /** Returns the head that was signed last; nothing before the first. */
  Optional<SignedHead> signed();

  /**
   * The head of the chain at the beginning of a business day, signed with a key that is not in the
   * database.
   *
   * @param seal the seal that made the head
   * @param head 64 hexadecimal digits
   * @param keyName a short name of the key
   * @param publicKey of Ed25519, as a PEM file has it
   * @param signature in Base64
   */
  record SignedHead(
      LocalDate businessDate,
      long seal,
      String head,
      Instant signedAt,
      String keyName,
      String publicKey,
      String signature) {}

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
