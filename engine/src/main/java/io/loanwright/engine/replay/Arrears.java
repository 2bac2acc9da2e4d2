package io.loanwright.engine.replay;

import io.loanwright.engine.money.Split;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * How late the borrower is.
 *
 * @param daysPastDue days since the oldest due date with something unpaid; due today is 0
 * @param since that due date; null where nothing is overdue
 * @param overdue what is unpaid of all installments due before the date
 */
public record Arrears(int daysPastDue, @Nullable LocalDate since, Split overdue) {

  static Arrears since(@Nullable LocalDate since, LocalDate asOf, Split overdue) {
    int days = since == null ? 0 : Math.toIntExact(ChronoUnit.DAYS.between(since, asOf));
    return new Arrears(days, since, overdue);
  }
}
