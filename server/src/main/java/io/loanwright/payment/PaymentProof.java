package io.loanwright.payment;

import io.loanwright.audit.proof.Difference;
import io.loanwright.audit.proof.Proof;
import io.loanwright.audit.proof.Run;
import io.loanwright.payment.store.PaymentCheck;
import java.util.function.Consumer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Proves that each payment is what its loan made of it, and that the sums of days are theirs. */
@Component
@Order(3)
class PaymentProof implements Proof {

  private final PaymentCheck payments;

  PaymentProof(PaymentCheck payments) {
    this.payments = payments;
  }

  @Override
  public Checked check(Consumer<Difference> found) {
    return check(new Run(), found);
  }

  @Override
  public Checked check(Run run, Consumer<Difference> found) {
    payments.notAsSplit().forEach(found);
    if (!payments.isAddedUp(run)) {
      payments.notAsAddedUp().forEach(found);
    }
    return new Checked("payments", payments.count());
  }
}
