package io.loanwright.loan;

import io.loanwright.engine.terms.ChargeKind;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change to a running loan that somebody thinks about; nothing of it is kept. Amounts are as they
 * were typed, since only the loan knows its currency; a day that is not said is the business date.
 */
public sealed interface Supposition {

  /** Other terms from a day on. */
  record OtherTerms(AgreedChange change) implements Supposition {}

  /**
   * More money is paid out.
   *
   * @param on the value date
   */
  record TopUp(String amount, @Nullable LocalDate on) implements Supposition {}

  /**
   * A charge is laid.
   *
   * @param on the value date
   * @param dueOn when it is due; null for that day
   */
  record Charge(ChargeKind kind, String amount, @Nullable LocalDate on, @Nullable LocalDate dueOn)
      implements Supposition {}

  /**
   * What is unpaid of a charge is given up.
   *
   * @param on the value date
   */
  record Waiver(UUID chargeId, @Nullable LocalDate on) implements Supposition {}

  /**
   * Interest is given up.
   *
   * @param on the value date
   */
  record InterestWaiver(String amount, @Nullable LocalDate on) implements Supposition {}
}
