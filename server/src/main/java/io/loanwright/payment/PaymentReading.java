package io.loanwright.payment;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.organization.Organization;
import io.loanwright.payment.store.OverdueList;
import io.loanwright.payment.store.PaymentList;
import io.loanwright.payment.store.PaymentStore;
import io.loanwright.web.Cursor;
import io.loanwright.web.ListWindow;
import io.loanwright.web.Page;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers questions about payments, and about those that are late. */
@Component
public class PaymentReading {

  private final PaymentStore payments;
  private final PaymentList list;
  private final OverdueList overdue;
  private final Organization organization;

  PaymentReading(
      PaymentStore payments, PaymentList list, OverdueList overdue, Organization organization) {
    this.payments = payments;
    this.list = list;
    this.overdue = overdue;
    this.organization = organization;
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

  /**
   * Returns a page of the installments past due that the caller may see, oldest first, by what is
   * paid now.
   *
   * @param on the day; null for the business date
   * @param branchId the branch; null for all
   */
  public Page<OverdueInstallment> overdue(
      Caller caller,
      @Nullable LocalDate on,
      @Nullable UUID branchId,
      @Nullable Cursor after,
      int limit) {
    LocalDate day = on == null ? organization.businessDate() : on;
    return overdue.page(
        caller.reach(Permission.PAYMENT_VIEW), new OverdueList.Asked(day, branchId, after, limit));
  }
}
