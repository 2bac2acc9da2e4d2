package io.loanwright.engine.replay;

import static io.loanwright.engine.Loans.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.engine.Refused;
import io.loanwright.engine.event.LoanEvent;
import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import io.loanwright.engine.oracle.RandomLoans;
import io.loanwright.engine.oracle.RandomLoans.Loan;
import io.loanwright.engine.terms.Amortization;
import io.loanwright.engine.terms.CalendarTerms;
import io.loanwright.engine.terms.InterestMethod;
import io.loanwright.engine.terms.LoanTerms;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/**
 * What is changed on the day on which the money goes out is as if it had been agreed so.
 *
 * <p>Schedules of what is agreed have a second opinion; this carries it over to plans that change.
 */
class ChangedOnTheFirstDayTest {

  private static final int TRIES = 300;

  /** Of ten random loans nine may be of another kind. */
  private static final int MOST_DISCARDED = 50;

  private static final long LEAST_PRINCIPAL = 10_000;
  private static final BigDecimal HIGHEST_RATE = BigDecimal.valueOf(100);

  @Property(tries = TRIES, maxDiscardRatio = MOST_DISCARDED)
  void anotherRateIsTheRateAgreed(
      @ForAll long seed, @ForAll @IntRange(max = 6_000) int hundredthsOfAPercent) {
    Loan loan = beginsWithItsCalendar(seed);
    LoanTerms terms = loan.terms();
    Assume.that(terms.interest().method() == InterestMethod.DECLINING_BALANCE);
    Assume.that(terms.grace().onInterestPayment() == 0);
    BigDecimal rate = BigDecimal.valueOf(hundredthsOfAPercent, 2);
    LocalDate on = loan.disbursedOn();

    LoanPosition changed =
        position(
            terms,
            List.of(
                paidOut(1, on, loan.principal()),
                new LoanEvent.RateChanged(id(2), on, 2, on, rate)),
            on);

    LoanTerms agreed = terms.withInterest(terms.interest().withRate(rate));
    LoanPosition asAgreed = position(agreed, List.of(paidOut(1, on, loan.principal())), on);
    Assume.that(repaysWithEachInstallment(asAgreed, terms));
    assertThat(rows(changed)).isEqualTo(rows(asAgreed));
  }

  @Property(tries = TRIES, maxDiscardRatio = MOST_DISCARDED)
  void moneyPaidOutInTwoIsMoneyPaidOutAtOnce(@ForAll long seed) {
    Loan loan = beginsWithItsCalendar(seed);
    LoanTerms terms = loan.terms();
    boolean setsPrincipal = terms.repayment().amortization() != Amortization.EQUAL_INSTALLMENTS;
    Assume.that(!setsPrincipal || terms.interest().method() == InterestMethod.DECLINING_BALANCE);
    Assume.that(terms.grace().onInterestPayment() == 0);
    Assume.that(loan.principal().minor() > 1);
    LocalDate on = loan.disbursedOn();
    Money first = new Money(1 + Math.floorMod(seed, loan.principal().minor() - 1), currency(loan));
    Money second = loan.principal().minus(first);

    LoanPosition inTwo =
        position(terms, List.of(paidOut(1, on, first), paidOut(2, on, second)), on);

    LoanPosition atOnce = position(terms, List.of(paidOut(1, on, loan.principal())), on);
    Assume.that(setsPrincipal || repaysWithEachInstallment(atOnce, terms));
    assertThat(rows(inTwo)).isEqualTo(rows(atOnce));
  }

  private static Currency currency(Loan loan) {
    return loan.principal().currency();
  }

  /**
   * Where money goes out later than the calendar begins, its first period is a part of one. Where
   * periods are of uneven length, rates are wild, amounts tiny or rounded to large multiples, a
   * first size may be so far off that the last installments ask for nothing, and levelling begins
   * elsewhere.
   */
  private static Loan beginsWithItsCalendar(long seed) {
    Loan loan = new RandomLoans(seed, 24).next();
    Assume.that(loan.terms().repayment().downPaymentPercent().signum() == 0);
    CalendarTerms calendar = loan.terms().repayment().calendar();
    Assume.that(calendar.firstDueOn() == null && calendar.fixedLength() == null);
    Assume.that(calendar.dueDates() == null && calendar.dueDay() == null);
    Assume.that(calendar.workdays() == null);
    Assume.that(loan.terms().repayment().installment().multipleOf() == null);
    Assume.that(loan.principal().minor() >= LEAST_PRINCIPAL);
    Assume.that(loan.terms().interest().annualRatePercent().compareTo(HIGHEST_RATE) <= 0);
    LoanPosition position =
        position(
            loan.terms(),
            List.of(paidOut(1, loan.disbursedOn(), loan.principal())),
            loan.disbursedOn());
    Assume.that(
        position.installments().getFirst().installment().fromOn().equals(loan.disbursedOn()));
    return loan;
  }

  /** Where interest is larger than an installment it moves on, and sizes are a matter of taste. */
  private static boolean repaysWithEachInstallment(LoanPosition position, LoanTerms terms) {
    return position.installments().stream()
        .skip(terms.grace().onPrincipal())
        .allMatch(row -> row.installment().principal().isPositive());
  }

  private static LoanEvent paidOut(int sequence, LocalDate on, Money amount) {
    return new LoanEvent.Disbursed(id(sequence), on, sequence, amount);
  }

  private static LoanPosition position(LoanTerms terms, List<LoanEvent> events, LocalDate asOf) {
    try {
      return Replay.position(terms, events, asOf);
    } catch (Refused e) {
      Assume.that(false);
      throw e;
    }
  }

  private static List<String> rows(LoanPosition position) {
    return position.installments().stream()
        .map(InstallmentPosition::installment)
        .map(row -> row.dueOn() + " " + row.principal() + " + " + row.interest())
        .toList();
  }
}
