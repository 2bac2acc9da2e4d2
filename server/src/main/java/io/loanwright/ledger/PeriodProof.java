package io.loanwright.ledger;

import io.loanwright.audit.proof.Difference;
import io.loanwright.audit.proof.Proof;
import io.loanwright.ledger.store.PeriodCheck;
import java.util.function.Consumer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Proves that in each closed month the same is booked as when it was closed. */
@Component
@Order(3)
class PeriodProof implements Proof {

  private final PeriodCheck periods;

  PeriodProof(PeriodCheck periods) {
    this.periods = periods;
  }

  @Override
  public Checked check(Consumer<Difference> found) {
    periods.otherSums().forEach(found);
    return new Checked("closed months", periods.closed());
  }
}
