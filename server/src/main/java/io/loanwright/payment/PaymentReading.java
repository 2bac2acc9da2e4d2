package io.loanwright.payment;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.payment.store.PaymentList;
import io.loanwright.payment.store.PaymentStore;
import io.loanwright.web.ListWindow;
import io.loanwright.web.Page;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Answers questions about payments. */
@Component
public class PaymentReading {

  private final PaymentStore payments;
  private final PaymentList list;

  PaymentReading(PaymentStore payments, PaymentList list) {
    this.payments = payments;
    this.list = list;
  }

  /** Returns a payment that the caller may see. */
  public Optional<PaymentLine> find(Caller caller, UUID paymentId) {
    return payments.find(paymentId, caller.reach(Permission.PAYMENT_VIEW));
  }

  /** Returns a page of the payments that the caller may see. */
  public Page<PaymentLine> page(
      Caller caller, PaymentFilter filter, ListWindow<PaymentSort> window) {
    return list.page(caller.reach(Permission.PAYMENT_VIEW), filter, window);
  }
}
