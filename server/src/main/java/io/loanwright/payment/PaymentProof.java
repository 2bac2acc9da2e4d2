package io.loanwright.payment;

import io.loanwright.audit.proof.Difference;
import io.loanwright.audit.proof.Proof;
import io.loanwright.audit.proof.Run;
import io.loanwright.loan.RepaidInLoans;
import io.loanwright.payment.store.PaymentCheck;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Proves that each payment is what its loan made of it and has its receipt, and that the sums of
 * days are theirs.
 */
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
    if (!all.isWhollyFor()) {
      payments.notWhollyFor().forEach(found);
    }
    if (!repaid.isSame(run, all.repaid())) {
      name(run, all, found);
    }
    payments.notAsReceipted().forEach(found);
    return new Checked("payments", all.count());
  }

  /** A payment that is not there is no row that could be named. */
  private void name(Run run, PaymentCheck.Whole all, Consumer<Difference> found) {
    List<Difference> named = payments.notAsSplit();
    named.forEach(found);
    if (named.isEmpty() && repaid.isOther(run, all.repaid())) {
      found.accept(
          new Difference(
              "payments as a whole", "other rows than follow", "what their loans were paid"));
    }
  }
}
