package io.loanwright.demo;

import io.loanwright.access.Caller;
import io.loanwright.borrower.Relative;
import io.loanwright.borrower.RelativeOutcome;
import io.loanwright.borrower.Relatives;
import io.loanwright.loan.Commands;
import io.loanwright.loan.Loan;
import io.loanwright.loan.Loans;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Applications that wait for somebody on the demo's last day. */
@Component
class DemoInbox {

  private static final int SALARY = 0;
  private static final int MARKET = 1;
  private static final int BUSINESS = 2;

  private final Loans loans;
  private final Relatives relatives;

  DemoInbox(Loans loans, Relatives relatives) {
    this.loans = loans;
    this.relatives = relatives;
  }

  /** Has borrowers ask once more: of each desk of a branch, something waits for one of them. */
  void fill(DemoStaff.Desk desk, List<UUID> borrowers, List<DemoProducts.Offer> offers) {
    Caller first = desk.officers().getFirst();
    Caller second = desk.officers().getLast();
    List<Consumer<UUID>> deeds =
        List.of(
            borrower -> apply(first, borrower, offers.get(MARKET), "Stock for the holidays"),
            borrower -> apply(second, borrower, offers.get(BUSINESS), "A second shop"),
            borrower -> {
              declare(desk.manager(), borrower);
              apply(first, borrower, offers.get(MARKET), "A market stall");
            },
            borrower -> {
              Loan loan = apply(first, borrower, offers.get(SALARY), "School fees");
              DemoStaff.done(
                  loans.approve(desk.manager(), loan.id(), new Commands.Approve(null, null)));
            });
    for (int i = 0; i < Math.min(deeds.size(), borrowers.size()); i++) {
      deeds.get(i).accept(borrowers.get(i));
    }
  }

  private Loan apply(Caller officer, UUID borrower, DemoProducts.Offer offer, String purpose) {
    String amount = String.valueOf(offer.least() * 2);
    return DemoStaff.done(
        loans.apply(
            officer,
            new Commands.Apply(borrower, offer.product().id(), amount, null, null, purpose)));
  }

  /** The manager keeps out of this one, so that somebody else has to decide. */
  private void declare(Caller manager, UUID borrower) {
    RelativeOutcome outcome =
        relatives.declareOwn(manager, borrower, Relative.Relation.SIBLING, "We share a house");
    if (!(outcome instanceof RelativeOutcome.Kept)) {
      throw new IllegalStateException("The demo was refused: " + outcome);
    }
  }
}
