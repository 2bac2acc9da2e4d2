package io.loanwright.engine.replay;

import static io.loanwright.engine.Loans.EUR;
import static io.loanwright.engine.Loans.day;
import static io.loanwright.engine.Loans.disbursed;
import static io.loanwright.engine.Loans.euros;
import static io.loanwright.engine.Loans.id;
import static io.loanwright.engine.Loans.monthly;
import static io.loanwright.engine.Loans.repaid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.loanwright.engine.date.DaysInMonth;
import io.loanwright.engine.date.DaysInYear;
import io.loanwright.engine.date.PeriodUnit;
import io.loanwright.engine.event.LoanEvent;
import io.loanwright.engine.money.Money;
import io.loanwright.engine.schedule.Installment;
import io.loanwright.engine.terms.InterestTerms;
import io.loanwright.engine.terms.LoanTerms;
import io.loanwright.engine.terms.RepaymentTerms;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * An installment that was paid before its due date moved asks for interest of the days that it
 * gained.
 *
 * <p>By hand: 1,200.00 at 12 % a year, months of 30 days and years of 360, paid out on 1 January
 * 2024. The installment of 1 February is 207.06, 12.00 of it interest; on 1 March it asks for 24.00
 * of interest.
 */
class PaidBeforeAHolidayTest {

  private static final LoanTerms TERMS = monthly("12", 6);
  private static final LoanEvent OUT = disbursed(1, "2024-01-01", "1200.00");
  private static final LoanEvent MOVED =
      new LoanEvent.DueDateMoved(id(3), day("2024-01-26"), 3, day("2024-02-01"), day("2024-03-01"));

  private static final LoanTerms BY_DAYS = byDays(24, 6);
  private static final LoanEvent BY_DAYS_OUT = disbursed(1, "2026-10-23", "900.00");
  private static final LoanEvent BY_DAYS_PAID = repaid(2, "2026-11-23", "160.00");
  private static final LoanEvent BY_DAYS_MOVED =
      new LoanEvent.DueDateMoved(id(3), day("2026-11-23"), 3, day("2026-11-23"), day("2027-01-23"));

  private static LoanTerms byDays(int percent, int months) {
    return LoanTerms.of(
        EUR,
        InterestTerms.of(BigDecimal.valueOf(percent))
            .withDays(DaysInYear.DAYS_365, DaysInMonth.ACTUAL),
        RepaymentTerms.of(months, 1, PeriodUnit.MONTHS));
  }

  private static LoanPosition afterPaying(String amount, String on) {
    LoanEvent paid = repaid(2, "2024-01-25", amount);
    return Replay.position(TERMS, List.of(OUT, paid, MOVED), day(on));
  }

  /** 1,200.00 - 195.06 = 1,004.94 of principal are left, and 24.00 - 12.00 of interest. */
  @Test
  void bearsInterestOfTheDaysThatItGained() {
    InstallmentPosition first = afterPaying("207.06", "2024-01-26").installments().getFirst();

    assertThat(first.installment().asked().principal()).isEqualTo(euros("195.06"));
    assertThat(first.installment().interest()).isEqualTo(euros("24.00"));
    assertThat(first.outstanding().total()).isEqualTo(euros("12.00"));
    assertThat(afterPaying("207.06", "2024-03-01").payoff().total()).isEqualTo(euros("1016.94"));
  }

  /** On 26 January 9.6774194 have arisen, on 1 February 14.3225806 x 6 / 35 more: 12.13. */
  @Test
  void addsNothingOnTheDayOfTheAgreement() {
    LoanEvent paid = repaid(2, "2024-01-25", "207.06");
    Money before = Replay.position(TERMS, List.of(OUT, paid), day("2024-01-26")).payoff().total();

    assertThat(afterPaying("207.06", "2024-01-26").payoff().total()).isEqualTo(before);
    assertThat(afterPaying("207.06", "2024-02-01").payoff().interest()).isEqualTo(euros("0.13"));
  }

  /** A cent more or less that was paid makes no month free of interest. */
  @Test
  void owesTheSameInterestAsOneThatWasPaidButForACent() {
    for (String amount : List.of("207.05", "207.06", "207.07")) {
      InstallmentPosition first = afterPaying(amount, "2024-01-26").installments().getFirst();
      assertThat(first.outstanding().interest()).isEqualTo(euros("12.00"));
    }
  }

  /** Money that paid all of the loan leaves nothing that could bear interest. */
  @Test
  void isLeftAloneWhereTheLoanIsPaidOff() {
    LoanPosition position = afterPaying("1209.68", "2024-03-01");

    assertThat(position.payoff().total().isZero()).isTrue();
    assertThat(position.installments().getFirst().outstanding().total().isZero()).isTrue();
  }

  /**
   * 900.00 at 24 % by days of 365, 160.00 of it paid on the due date: 18.35 of interest and 141.65
   * of principal. On what is left, 758.35, the second installment asks for 24 % x 31 / 365 = 15.46
   * of interest, of the 160.70 that it asks for.
   */
  @Test
  void lessInterestIsAskedForOfTheBalanceThatItLeaves() {
    List<InstallmentPosition> rows =
        Replay.position(
                BY_DAYS, List.of(BY_DAYS_OUT, BY_DAYS_PAID, BY_DAYS_MOVED), day("2026-11-23"))
            .installments();

    assertThat(rows.get(0).installment().asked().principal()).isEqualTo(euros("141.65"));
    assertThat(rows.get(0).installment().balanceAfter()).isEqualTo(euros("758.35"));
    assertThat(rows.get(1).installment().interest()).isEqualTo(euros("15.46"));
    assertThat(rows.get(1).installment().asked().total()).isEqualTo(euros("160.70"));
    assertThat(rows.get(1).installment().balanceAfter()).isEqualTo(euros("613.11"));
    assertThat(rows.get(2).installment().interest()).isEqualTo(euros("11.29"));
    assertThat(rows.get(5).installment().balanceAfter()).isEqualTo(euros("0.00"));
  }

  /** Whatever was paid of the first one: rate x days / 365 of the balance before, to a cent. */
  @Test
  void eachLaterOneAsksForInterestOfTheBalanceBeforeIt() {
    for (int seed = 0; seed < 500; seed++) {
      Random random = new Random(seed);
      int percent = 1 + random.nextInt(24);
      LoanTerms terms = byDays(percent, 3 + random.nextInt(4));
      LoanEvent out = disbursed(1, "2025-01-10", 100 + random.nextInt(5_000) + ".00");
      Installment agreed =
          Replay.position(terms, List.of(out), out.on()).installments().getFirst().installment();
      LocalDate on = agreed.dueOn().minusDays(random.nextInt(10));
      long most = agreed.asked().total().minor();
      Money amount = new Money(1 + random.nextInt((int) most), EUR);
      LoanEvent paid = new LoanEvent.Repaid(id(2), on, 2, amount, null);
      LocalDate newDueOn = agreed.dueOn().plusDays(1 + random.nextInt(60));
      LoanEvent moved = new LoanEvent.DueDateMoved(id(3), on, 3, agreed.dueOn(), newDueOn);
      List<InstallmentPosition> rows =
          Replay.position(terms, List.of(out, paid, moved), on).installments();

      for (int i = 1; i < rows.size(); i++) {
        Installment row = rows.get(i).installment();
        long balance = rows.get(i - 1).installment().balanceAfter().minor();
        long days = ChronoUnit.DAYS.between(row.fromOn(), row.dueOn());
        double interest = balance * (double) percent * days / 36_500;
        assertThat((double) row.interest().minor())
            .as("%d, %d", seed, i)
            .isCloseTo(interest, within(1.0));
      }
    }
  }

  /**
   * More time counts for the whole of its day, so before the payment of that day: 110.26 are asked
   * for then, and 160.00 pay all of it. The installment asks for 900.00 x 24 % x 92 / 365 = 54.44
   * of interest on 23 January all the same.
   */
  @Test
  void bearsInterestWhereMoreTimeMadeItSmallerThanWhatWasPaid() {
    LoanEvent longer =
        new LoanEvent.TermExtended(id(4), day("2026-11-23"), 4, day("2026-11-23"), 3);
    LoanPosition position =
        Replay.position(
            BY_DAYS, List.of(BY_DAYS_OUT, BY_DAYS_PAID, BY_DAYS_MOVED, longer), day("2027-01-23"));

    InstallmentPosition first = position.installments().getFirst();
    assertThat(first.installment().interest()).isEqualTo(euros("54.44"));
    assertThat(first.outstanding().total()).isEqualTo(euros("36.09"));
    assertThat(position.payoff().total()).isEqualTo(euros("810.38"));
  }
}
