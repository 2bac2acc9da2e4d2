package io.loanwright.loan;

import io.loanwright.audit.proof.Difference;
import io.loanwright.audit.proof.Proof;
import io.loanwright.loan.store.WriteOffCheck;
import java.util.function.Consumer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Proves that each loan that was written off was so by two people, as one of them had asked. */
@Component
@Order(3)
class WriteOffProof implements Proof {

  private final WriteOffCheck check;

  WriteOffProof(WriteOffCheck check) {
    this.check = check;
  }

  @Override
  public Checked check(Consumer<Difference> found) {
    check.notAsAsked().forEach(found);
    check.notAsked().forEach(found);
    return new Checked("write-offs", check.count());
  }
}
