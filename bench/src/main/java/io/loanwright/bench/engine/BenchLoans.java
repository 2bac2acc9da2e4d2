package io.loanwright.bench.engine;

import io.loanwright.engine.date.DaysInMonth;
import io.loanwright.engine.date.DaysInYear;
import io.loanwright.engine.date.PeriodUnit;
import io.loanwright.engine.event.LoanEvent;
import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import io.loanwright.engine.schedule.Installment;
import io.loanwright.engine.schedule.Schedule;
import io.loanwright.engine.terms.InterestTerms;
import io.loanwright.engine.terms.LoanTerms;
import io.loanwright.engine.terms.RecalculationTerms;
import io.loanwright.engine.terms.RecalculationTerms.OverdueInterest;
import io.loanwright.engine.terms.RecalculationTerms.PayoffInterest;
import io.loanwright.engine.terms.RecalculationTerms.Recalculation;
import io.loanwright.engine.terms.RecalculationTerms.Rest;
import io.loanwright.engine.terms.RepaymentTerms;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * Loans to measure with: equal monthly installments at rates from 4 to 40 %, half of them by days
 * of the calendar and half by months of 30 days, amounts and days at random from a fixed seed.
 */
final class BenchLoans {

  /** How many different loans one measurement goes through. */
  static final int LOANS = 256;

  /** How many loans with thousands of events there are. */
  static final int LONG_LOANS = 4;

  private static final Currency EUR = Currency.of("EUR");
  private static final LocalDate FIRST_DAY = LocalDate.of(2022, 1, 1);
  private static final int DAYS = 1_000;

  private BenchLoans() {}

  /**
   * A loan.
   *
   * @param terms what was agreed
   * @param disbursedOn when the money goes out
   * @param principal how much
   */
  record Loan(LoanTerms terms, LocalDate disbursedOn, Money principal) {

    Schedule schedule() {
      return Schedule.of(terms, disbursedOn, principal);
    }
  }

  /**
   * A loan with what happened to it.
   *
   * @param terms what was agreed
   * @param events the disbursement and payments, one a month
   * @param asOf the day of the last event
   */
  record Course(LoanTerms terms, List<LoanEvent> events, LocalDate asOf) {

    /** Returns the same loan with interest that follows its payments. */
    Course following() {
      RecalculationTerms follows =
          new RecalculationTerms(
              Recalculation.FOLLOWS_PAYMENTS,
              Rest.DAILY,
              PayoffInterest.UNTIL_PAYOFF_DATE,
              OverdueInterest.CHARGED);
      return new Course(terms.withRecalculation(follows), events, asOf);
    }
  }

  static List<Loan> loans(int installments) {
    SplittableRandom random = new SplittableRandom(2_026);
    List<Loan> loans = new ArrayList<>();
    for (int i = 0; i < LOANS; i++) {
      BigDecimal rate = BigDecimal.valueOf(random.nextInt(400, 4_000), 2);
      InterestTerms interest = InterestTerms.of(rate);
      LoanTerms terms =
          LoanTerms.of(
              EUR,
              i % 2 == 0 ? interest : interest.withDays(DaysInYear.DAYS_360, DaysInMonth.DAYS_30),
              RepaymentTerms.of(installments, 1, PeriodUnit.MONTHS));
      Money principal = new Money(random.nextLong(10_000, 10_000_000), EUR);
      loans.add(new Loan(terms, FIRST_DAY.plusDays(random.nextInt(DAYS)), principal));
    }
    return loans;
  }

  /** Returns loans over 36 months that are paid as agreed so far; every sixth payment is late. */
  static List<Course> courses(int events) {
    List<Course> courses = new ArrayList<>();
    for (Loan loan : loans(36)) {
      List<LoanEvent> course = new ArrayList<>();
      course.add(new LoanEvent.Disbursed(id(1), loan.disbursedOn(), 1, loan.principal()));
      for (Installment row : loan.schedule().installments().subList(0, events - 1)) {
        int sequence = course.size() + 1;
        LocalDate on = row.dueOn().plusDays(sequence % 6 == 0 ? 5 : 0);
        course.add(new LoanEvent.Repaid(id(sequence), on, sequence, row.due(), null));
      }
      courses.add(new Course(loan.terms(), course, course.getLast().on()));
    }
    return courses;
  }

  /**
   * Returns loans over 60 months that are paid in small sums, so that 2,000 events come together.
   */
  static List<Course> longCourses() {
    int events = 2_000;
    List<Course> courses = new ArrayList<>();
    for (Loan loan : loans(60).subList(0, LONG_LOANS)) {
      List<LoanEvent> course = new ArrayList<>();
      course.add(new LoanEvent.Disbursed(id(1), loan.disbursedOn(), 1, loan.principal()));
      List<Installment> rows = loan.schedule().installments();
      for (int i = 1; i < events; i++) {
        Installment row = rows.get((i - 1) * rows.size() / events);
        LocalDate on = row.dueOn().minusDays(i * 7L % 20);
        Money amount = new Money(row.due().minor() * rows.size() / events, EUR);
        course.add(new LoanEvent.Repaid(id(i + 1), on, i + 1, amount, null));
      }
      courses.add(new Course(loan.terms(), course, rows.getLast().dueOn()));
    }
    return courses;
  }

  private static UUID id(int sequence) {
    return new UUID(0, sequence);
  }
}
