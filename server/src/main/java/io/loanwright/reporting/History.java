package io.loanwright.reporting;

import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import io.loanwright.engine.money.Split;
import io.loanwright.loan.LoanStatus;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one borrower has borrowed and repaid.
 *
 * @param totals a row for each currency in which a loan was paid out
 * @param lines loans and payments, latest first
 */
public record History(Person borrower, List<Total> totals, List<Line> lines) {

  /** Keeps the rows from changing. */
  public History {
    totals = List.copyOf(totals);
    lines = List.copyOf(lines);
  }

  /** Whose history it is. */
  public record Person(UUID id, String number, String name) {}

  /**
   * The sums over all loans of the borrower in a currency.
   *
   * @param loans how many were paid out
   * @param borrowed the principal that was paid out
   * @param repaid what was paid on loans: principal, interest, fees and penalties, also after a
   *     loan was given up; not what went on to a wallet
   * @param outstanding the principal that is not repaid yet and still asked for
   * @param writtenOff the principal that was given up: lent, not repaid by then, and in the books
   *     no more, also where it was recovered later
   */
  public record Total(
      Currency currency,
      long loans,
      Money borrowed,
      Money repaid,
      Money outstanding,
      Money writtenOff) {}

  /** A loan or a payment. */
  public sealed interface Line {

    /** The day that it counts for. */
    LocalDate on();

    /** The id of the loan or the payment itself. */
    UUID id();

    /** The loan, or the one that the payment is for. */
    LoanName loan();

    /** How much. */
    Money amount();
  }

  /** A loan by its id and its number. */
  public record LoanName(UUID id, String number) {}

  /**
   * A loan, or an application for one.
   *
   * @param on the day of the disbursement, and before that of the application
   * @param amount what was paid out, and before that approved, and before that asked for
   * @param outstanding the principal that is not repaid yet
   */
  public record LoanLine(
      LocalDate on, LoanName loan, Money amount, LoanStatus status, Money outstanding)
      implements Line {

    @Override
    public UUID id() {
      return loan.id();
    }
  }

  /**
   * A payment.
   *
   * @param split what it paid, as far as that is known now; nothing once it is reversed
   * @param excess the part that went on to the wallet
   */
  public record PaymentLine(
      LocalDate on, UUID id, LoanName loan, Money amount, Intake intake, Split split, Money excess)
      implements Line {}

  /** How a payment came in. */
  public record Intake(
      String receiptNumber, String channel, @Nullable String reference, String status) {}
}
