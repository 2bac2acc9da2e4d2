package io.loanwright.demo;

import io.loanwright.borrower.Borrowers;
import io.loanwright.loan.Loans;
import io.loanwright.organization.BusinessDate;
import io.loanwright.payment.Payments;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Lives through the days of the demo, each in one transaction with its close. */
@Component
class DemoLending {

  private final Borrowers borrowers;
  private final Loans loans;
  private final Payments payments;
  private final BusinessDate businessDate;
  private final TransactionTemplate transaction;

  DemoLending(
      Borrowers borrowers,
      Loans loans,
      Payments payments,
      BusinessDate businessDate,
      TransactionTemplate transaction) {
    this.borrowers = borrowers;
    this.loans = loans;
    this.payments = payments;
    this.businessDate = businessDate;
    this.transaction = transaction;
  }

  /**
   * What is to be lived through.
   *
   * @param borrowers how many there will be
   * @param first the first day
   * @param last the last day, which stays open
   */
  record Plan(
      DemoStaff.Team team,
      List<DemoProducts.Offer> offers,
      int borrowers,
      LocalDate first,
      LocalDate last) {}

  /** What came of it. */
  record Figures(int borrowers, int loans, int payments) {

    String inWords() {
      return "The demo has %,d borrowers, %,d loans and %,d payments."
          .formatted(borrowers, loans, payments);
    }
  }

  Figures liveThrough(Plan plan) {
    businessDate.startFrom(DemoStaff.DIRECTOR, plan.first());
    Branchlife life = new Branchlife(plan, new Branchlife.Doors(borrowers, loans, payments));
    for (LocalDate day = plan.first(); !day.isAfter(plan.last()); day = day.plusDays(1)) {
      LocalDate today = day;
      transaction.executeWithoutResult(_ -> {
        life.live(today);
        if (today.isBefore(plan.last())) {
          businessDate.closeOne(DemoStaff.DIRECTOR, today);
        }
      });
    }
    return life.figures();
  }
}
