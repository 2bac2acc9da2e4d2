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
 * Hands the open loans of a borrower over with the borrower, so that whoever looks after the one
 * reaches the others; what has ended stays with those who saw it end.
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
    List<UUID> open = stores.loans().lockOpenOf(handed.borrowerId());
    if (!open.isEmpty()) {
      stores.loans().reassign(open, handed.branchId(), handed.officerId());
      events.publishEvent(new LoansReassigned(open, handed.branchId(), handed.officerId()));
    }
  }
}
