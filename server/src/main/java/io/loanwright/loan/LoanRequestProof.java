package io.loanwright.loan;

import io.loanwright.audit.proof.Difference;
import io.loanwright.audit.proof.Proof;
import io.loanwright.loan.store.LoanRequestCheck;
import java.util.function.Consumer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Proves that loans were written off and topped up, and got other terms, by two people, as one of
 * them had asked.
 */
@Component
@Order(3)
class LoanRequestProof implements Proof {

  private final LoanRequestCheck check;

  LoanRequestProof(LoanRequestCheck check) {
    this.check = check;
  }

  @Override
  public Checked check(Consumer<Difference> found) {
    check.notAsAsked().forEach(found);
    check.notAsked().forEach(found);
    return new Checked("requests", check.count());
  }
}
