package io.loanwright.engine.replay;

import io.loanwright.engine.money.Money;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A penalty that an installment got because it was not paid in time.
 *
 * <p>No event lays it: it follows from the terms and from what was unpaid, and with another history
 * it may not be there. Its identifier is the same in every replay, so that a waiver can name it.
 *
 * @param id made of the number that the installment had then, and the day
 * @param installment the number of the installment; null where it is on another schedule now
 * @param dueOn when the installment was due
 * @param on the day on which it was laid
 * @param overdue what was unpaid: of the principal alone where the penalty is a percentage of that,
 *     else of principal, interest and fees
 * @param amount how much it is
 * @param waived how much of it was given up
 */
public record LatePenalty(
    UUID id,
    @Nullable Integer installment,
    LocalDate dueOn,
    LocalDate on,
    Money overdue,
    Money amount,
    Money waived) {

  /** The word "late" in ASCII, and version 8: an identifier with a meaning of its own. */
  private static final long HIGH = 0x6c61_7465_0000_8000L;

  /** The variant of all identifiers of RFC 9562. */
  private static final long VARIANT = 0x8000_0000_0000_0000L;

  /** Returns the identifier of the penalty that an installment gets on a day. */
  static UUID idOf(int installment, LocalDate on) {
    long day = Integer.toUnsignedLong(Math.toIntExact(on.toEpochDay()));
    long low = VARIANT | ((long) installment << Integer.SIZE) | day;
    return new UUID(HIGH, low);
  }

  /** Tells whether an identifier is one of a penalty for lateness. */
  public static boolean isId(UUID id) {
    return id.getMostSignificantBits() == HIGH && id.variant() == 2;
  }
}
