package io.loanwright.engine.replay;

import io.loanwright.engine.money.Money;
import io.loanwright.engine.money.Split;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the lender gave up by writing a loan off, and what the borrower paid for it since.
 *
 * <p>It is what paid the loan off on that day, so interest of days to come is not in it. What comes
 * in later counts for its principal first, then interest, fees and penalties.
 *
 * @param event the identifier of the event that gave it up
 * @param on its value date
 * @param owed what was given up, part by part
 * @param recoveries what came in since, in the order in which it counts; what is beyond {@code
 *     owed} is excess
 * @param recoveredOn the value date of the payment that recovered the last of it; null while
 *     something is missing
 */
public record GivenUp(
    UUID event,
    LocalDate on,
    Split owed,
    List<MoneyUse> recoveries,
    @Nullable LocalDate recoveredOn) {

  /** Keeps its own copy of the recoveries. */
  public GivenUp {
    recoveries = List.copyOf(recoveries);
  }

  /** Returns what was recovered of each part. */
  public Split recovered() {
    Split sum = Split.zero(owed.principal().currency());
    for (MoneyUse use : recoveries) {
      sum = sum.plus(use.split());
    }
    return sum;
  }

  /** Returns what is still missing. */
  public Money missing() {
    return owed.total().minus(recovered().total());
  }
}
