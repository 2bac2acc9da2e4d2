package io.loanwright.loan;

import io.loanwright.borrower.BorrowerReassigned;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Hands the loans of a borrower over with the borrower, those that have ended too, so that whoever
 * looks after the one reaches the others.
 */
@Component
class Reassignments {

  private final Stores stores;
  private final ApplicationEventPublisher events;

  Reassignments(Stores stores, ApplicationEventPublisher events) {
    this.stores = stores;
    this.events = events;
  }

  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  public void on(BorrowerReassigned handed) {
    List<UUID> loans = stores.loans().lockOf(handed.borrowerId());
    if (!loans.isEmpty()) {
      stores.loans().reassign(loans, handed.branchId(), handed.officerId());
      events.publishEvent(new LoansReassigned(loans, handed.branchId(), handed.officerId()));
    }
  }
}
