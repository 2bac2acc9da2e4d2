package io.loanwright.collection;

import io.loanwright.engine.money.Split;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An installment that falls due, and is not paid or only in part.
 *
 * @param number its place in the schedule, from 1
 * @param unpaid what is not paid of it
 */
public record DueInstallment(Loan loan, int number, LocalDate dueOn, Split unpaid) {

  /** Whose installment it is. */
  public record Loan(
      UUID id, String number, UUID borrowerId, String borrowerName, @Nullable UUID officerId) {}
}
