package io.loanwright.payment;

import io.loanwright.loan.LoansReassigned;
import io.loanwright.payment.store.PaymentStore;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps payments in the reach of those who reach their loans. */
@Component
class PaymentReach {

  private final PaymentStore payments;

  PaymentReach(PaymentStore payments) {
    this.payments = payments;
  }

  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  public void on(LoansReassigned handed) {
    payments.reassign(handed.loanIds(), handed.branchId(), handed.officerId());
  }
}
