package io.loanwright.payment;

import io.loanwright.audit.proof.Difference;
import io.loanwright.audit.proof.Proof;
import io.loanwright.audit.proof.Run;
import io.loanwright.loan.RepaidInLoans;
import io.loanwright.payment.store.PaymentCheck;
import java.util.function.Consumer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Proves that each payment is what its loan made of it, and that the sums of days are theirs. */
@Component
@Order(3)
class PaymentProof implements Proof {

  private final PaymentCheck payments;
  private final RepaidInLoans repaid;

  PaymentProof(PaymentCheck payments, RepaidInLoans repaid) {
    this.payments = payments;
    this.repaid = repaid;
  }

  @Override
  public Checked check(Consumer<Difference> found) {
    return check(new Run(), found);
  }

  /** Where the payments as a whole are not what their loans made of them, each is looked up. */
  @Override
  public Checked check(Run run, Consumer<Difference> found) {
    PaymentCheck.Whole all = payments.read(run);
    if (!payments.isAddedUp(run, all)) {
      payments.notAsAddedUp().forEach(found);
    }
    if (!repaid.isSame(run, all.repaid())) {
      payments.notAsSplit().forEach(found);
    }
    return new Checked("payments", all.count());
  }
}
