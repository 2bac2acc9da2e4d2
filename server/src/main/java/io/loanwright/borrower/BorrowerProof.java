package io.loanwright.borrower;

import io.loanwright.audit.proof.Difference;
import io.loanwright.audit.proof.Proof;
import io.loanwright.borrower.store.BorrowerCheck;
import java.util.function.Consumer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Proves that there are as many borrowers as the count that is kept of them says. */
@Component
@Order(3)
class BorrowerProof implements Proof {

  private final BorrowerCheck borrowers;

  BorrowerProof(BorrowerCheck borrowers) {
    this.borrowers = borrowers;
  }

  @Override
  public Checked check(Consumer<Difference> found) {
    borrowers.other().forEach(found);
    return new Checked("borrowers", borrowers.count());
  }
}
