package io.loanwright.demo;

import io.loanwright.loan.Loan;
import io.loanwright.loan.LoanFilter;
import io.loanwright.loan.LoanLine;
import io.loanwright.loan.LoanSort;
import io.loanwright.loan.LoanStatus;
import io.loanwright.loan.Loans;
import io.loanwright.web.ListWindow;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Leaves work on every desk of the demo's last day, so that whoever signs in finds some. */
@Component
class DemoDesks {

  private static final int RETURNING = 4;
  private static final int LOOKED_AT = 40;

  private final Loans loans;
  private final DemoInbox inbox;
  private final DemoArrears arrears;
  private final DemoPapers papers;
  private final DemoPurses purses;
  private final DemoSpending spending;
  private final DemoCapital capital;

  DemoDesks(
      Loans loans,
      DemoInbox inbox,
      DemoArrears arrears,
      DemoPapers papers,
      DemoPurses purses,
      DemoSpending spending,
      DemoCapital capital) {
    this.loans = loans;
    this.inbox = inbox;
    this.arrears = arrears;
    this.papers = papers;
    this.purses = purses;
    this.spending = spending;
    this.capital = capital;
  }

  void fill(DemoLending.Plan plan, List<DemoSpending.Purse> wallets, LocalDate today) {
    DemoStaff.Team team = plan.team();
    for (DemoSpending.Purse purse : wallets) {
      DemoStaff.Desk desk = purse.desk();
      arrears.leave(team.accountant(), desk, today);
      arrears.moreTime(desk, today);
      arrears.topUp(desk, plan.offers().getFirst(), purse.fund().id(), today);
      List<UUID> returning = returning(desk, team.regular());
      inbox.fill(desk, returning, plan.offers());
      papers.file(desk, returning, today);
      returning.stream()
          .limit(1)
          .forEach(borrower -> purses.fill(desk, borrower, purse.till().currency(), today));
    }
    DemoStaff.Desk main = team.desks().getFirst();
    papers.fileOfRegular(main, team.regular());
    purses.fill(main, team.regular(), wallets.getFirst().till().currency(), today);
    spending.leaveVouchers(team, wallets, today);
    capital.leaveDraft(team, today, wallets.getFirst().till().currency());
  }

  /** Borrowers who have paid a loan off, the last ones first. */
  private List<UUID> returning(DemoStaff.Desk desk, UUID regular) {
    LoanFilter closed =
        new LoanFilter(Set.of(LoanStatus.CLOSED), null, null, null, null, null, null, null, null);
    return loans
        .page(desk.manager(), closed, new ListWindow<>(LoanSort.NUMBER_DOWN, null, LOOKED_AT))
        .items()
        .stream()
        .map(LoanLine::loan)
        .map(Loan::parties)
        .map(parties -> parties.borrowerId())
        .filter(borrower -> !borrower.equals(regular))
        .distinct()
        .limit(RETURNING)
        .toList();
  }
}
