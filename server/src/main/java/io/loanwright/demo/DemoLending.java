package io.loanwright.demo;

import io.loanwright.access.Reach;
import io.loanwright.borrower.Borrower;
import io.loanwright.organization.BusinessDate;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lives through the days of the demo: the branches side by side, each in one transaction, and then
 * the close. On the last day, work is left on the desks.
 */
@Component
class DemoLending {

  private static final int PAYDAY = 25;
  private static final int REGULAR_MONTHS = 8;

  private final Branchlife.Doors doors;
  private final DemoSpending spending;
  private final DemoDesks desks;
  private final BusinessDate businessDate;
  private final TransactionTemplate transaction;

  DemoLending(
      Branchlife.Doors doors,
      DemoSpending spending,
      DemoDesks desks,
      BusinessDate businessDate,
      TransactionTemplate transaction) {
    this.doors = doors;
    this.spending = spending;
    this.desks = desks;
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

    Figures plus(Figures other) {
      return new Figures(
          borrowers + other.borrowers, loans + other.loans, payments + other.payments);
    }

    String inWords() {
      return "The demo has %,d borrowers, %,d loans and %,d payments."
          .formatted(borrowers, loans, payments);
    }
  }

  Figures liveThrough(Plan plan) {
    businessDate.startFrom(DemoStaff.DIRECTOR, plan.first());
    List<DemoSpending.Purse> purses =
        spending.open(
            plan.team(),
            plan.offers().getFirst().product().definition().terms().currency(),
            plan.first());
    List<Branchlife> branches =
        IntStream.range(0, plan.team().desks().size())
            .mapToObj(branch -> new Branchlife(plan, branch, doors))
            .toList();
    Borrower regular =
        doors.borrowers().find(plan.team().regular(), Reach.everything()).orElseThrow();
    branches.getFirst().lendTo(regular, plan.last().minusMonths(REGULAR_MONTHS));
    try (ExecutorService threads = Executors.newFixedThreadPool(branches.size())) {
      for (LocalDate day = plan.first(); !day.isAfter(plan.last()); day = day.plusDays(1)) {
        live(threads, branches, day);
        if (day.getDayOfMonth() == PAYDAY) {
          spending.spend(plan.team(), purses, day);
        }
        if (day.isBefore(plan.last())) {
          businessDate.closeOne(DemoStaff.DIRECTOR, day);
        }
      }
    }
    businessDate.finishHere();
    desks.fill(plan, purses, plan.last());
    return branches.stream().map(Branchlife::figures).reduce(Figures::plus).orElseThrow();
  }

  private void live(ExecutorService threads, List<Branchlife> branches, LocalDate day) {
    CompletableFuture.allOf(
            branches.stream()
                .map(branch -> CompletableFuture.runAsync(() -> live(branch, day), threads))
                .toArray(CompletableFuture[]::new))
        .join();
  }

  private void live(Branchlife branch, LocalDate day) {
    transaction.executeWithoutResult(_ -> branch.live(day));
  }
}
