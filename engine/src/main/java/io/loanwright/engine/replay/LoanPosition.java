package io.loanwright.engine.replay;

import io.loanwright.engine.money.Money;
import io.loanwright.engine.money.Split;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The state of a loan on a date.
 *
 * @param asOf the date; events with a later value date are not in it
 * @param phase where the money is
 * @param disbursed all that went out
 * @param atDisbursement charges collected or deducted when it went out
 * @param installments every installment with what happened to it
 * @param allocations what each payment and credit was used for, in the order they count
 * @param entries every transaction of the loan, in the order they count
 * @param payoff what pays the loan off on the date, part by part
 * @param arrears how late the borrower is
 * @param nextDue what is to be paid next; null where nothing more falls due
 * @param closure how the loan came to owe nothing; null while it does
 * @param excess all money that was not owed
 * @param latePenalties every penalty for lateness that was laid, in the order of their days
 * @param nextChangeOn the first day after the date on which the loan may change though nothing
 *     happens: a penalty falls on it, or late principal bears interest on it; null where there is
 *     none
 * @param givenUp what the lender gave up by writing the loan off, and what came in since; null
 *     where it did not, or nothing was owed
 */
public record LoanPosition(
    LocalDate asOf,
    LoanPhase phase,
    Money disbursed,
    Split atDisbursement,
    List<InstallmentPosition> installments,
    List<Allocation> allocations,
    List<Entry> entries,
    Split payoff,
    Arrears arrears,
    @Nullable NextDue nextDue,
    @Nullable Closure closure,
    Money excess,
    List<LatePenalty> latePenalties,
    @Nullable LocalDate nextChangeOn,
    @Nullable GivenUp givenUp) {

  /** Keeps its own copies of the lists. */
  public LoanPosition {
    installments = List.copyOf(installments);
    allocations = List.copyOf(allocations);
    entries = List.copyOf(entries);
    latePenalties = List.copyOf(latePenalties);
  }

  /**
   * Returns what a payment or credit was used for.
   *
   * @param event its identifier
   * @return empty if there is no such event, it was reversed, or it counts only later
   */
  public Optional<Allocation> allocationOf(UUID event) {
    for (Allocation allocation : allocations) {
      if (allocation.event().equals(event)) {
        return Optional.of(allocation);
      }
    }
    return Optional.empty();
  }

  /** Returns what is owed if the loan runs to its end as planned. */
  public Split outstandingAsPlanned() {
    Split sum = Split.zero(disbursed.currency());
    for (InstallmentPosition row : installments) {
      sum = sum.plus(row.outstanding());
    }
    return sum;
  }

  /** Returns the principal that is owed. */
  public Money principalOutstanding() {
    return outstandingAsPlanned().principal();
  }
}
