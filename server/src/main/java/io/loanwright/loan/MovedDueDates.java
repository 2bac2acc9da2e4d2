package io.loanwright.loan;

import io.loanwright.loan.store.DueMovedStore;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Loans whose oldest unpaid due date a command moved while they were behind, or so that they are: a
 * payment, one that was taken back, money paid out with an old date. Each close of a day asks once
 * what became of them.
 */
@Component
public class MovedDueDates {

  private final DueMovedStore store;

  MovedDueDates(DueMovedStore store) {
    this.store = store;
  }

  /** Takes them off the list, in the caller's transaction. */
  @Transactional(propagation = Propagation.MANDATORY)
  public List<UUID> take() {
    return store.take();
  }
}
