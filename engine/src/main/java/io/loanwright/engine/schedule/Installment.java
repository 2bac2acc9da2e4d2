package io.loanwright.engine.schedule;

import io.loanwright.engine.money.Money;
import io.loanwright.engine.money.Split;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * One row of a schedule.
 *
 * @param number its place, from 1
 * @param kind what sort of row it is
 * @param fromOn the due date before it, or the start
 * @param dueOn the day by which it is to be paid
 * @param asked what it asks for
 * @param balanceAfter the principal that remains once it is paid
 */
public record Installment(
    int number,
    InstallmentKind kind,
    LocalDate fromOn,
    LocalDate dueOn,
    Split asked,
    Money balanceAfter) {

  /** Returns the days from the date before to the due date. */
  public int days() {
    return Math.toIntExact(ChronoUnit.DAYS.between(fromOn, dueOn));
  }

  /** Returns the principal that it repays. */
  public Money principal() {
    return asked.principal();
  }

  /** Returns the interest that it pays. */
  public Money interest() {
    return asked.interest();
  }

  /** Returns the fees that it pays. */
  public Money fees() {
    return asked.fees();
  }

  /** Returns the penalties that it pays. */
  public Money penalties() {
    return asked.penalties();
  }

  /** Returns all that it asks for. */
  public Money due() {
    return asked.total();
  }
}
