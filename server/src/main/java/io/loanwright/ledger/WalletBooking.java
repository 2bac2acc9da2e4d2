package io.loanwright.ledger;

import io.loanwright.engine.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Money that was put into a borrower's wallet or paid out of it; its entry in the journal has the
 * same id.
 *
 * @param branchId the branch in whose books it is
 * @param on the value date
 * @param accountCode the account that the money came in on or went out of
 * @param recordedBy who took it or paid it out
 * @param reversedOn the value date from which it counts no more; null if it counts
 */
public record WalletBooking(
    UUID id,
    UUID walletId,
    UUID branchId,
    LocalDate on,
    Money amount,
    String accountCode,
    UUID recordedBy,
    Instant recordedAt,
    @Nullable LocalDate reversedOn) {

  /** Which way the money went. */
  public enum Kind {
    TOP_UP,
    PAYOUT
  }
}
