package io.loanwright.payment.web;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.access.Permitted;
import io.loanwright.borrower.Borrower;
import io.loanwright.borrower.Borrowers;
import io.loanwright.payment.PaymentCriteria;
import io.loanwright.payment.PaymentFilter;
import io.loanwright.payment.PaymentReading;
import io.loanwright.payment.PaymentSort;
import io.loanwright.web.Page;
import io.loanwright.web.Paging;
import io.loanwright.web.ProblemException;
import io.loanwright.web.SortedBy;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What there is to read about payments. */
@RestController
@Tag(name = "payment")
class PaymentReadController {

  private static final List<PaymentSort> ORDERS = List.of(PaymentSort.values());

  private final PaymentReading payments;
  private final Borrowers borrowers;

  PaymentReadController(PaymentReading payments, Borrowers borrowers) {
    this.payments = payments;
    this.borrowers = borrowers;
  }

  @GetMapping("/api/payments")
  @Permitted(Permission.PAYMENT_VIEW)
  @Operation(operationId = "listPayments", summary = "Payments, taken last first")
  Page<PaymentResponse> list(
      Caller caller,
      @ParameterObject @Valid PaymentCriteria criteria,
      @ParameterObject @SortedBy(PaymentSort.class) Paging paging) {
    return page(caller, criteria.filter(), paging);
  }

  @GetMapping("/api/payments/{id}")
  @Permitted(Permission.PAYMENT_VIEW)
  @Operation(operationId = "getPayment", summary = "A payment")
  PaymentResponse get(Caller caller, @PathVariable UUID id) {
    return payments
        .find(caller, id)
        .map(PaymentResponse::of)
        .orElseThrow(() -> ProblemException.notFound("A payment"));
  }

  @GetMapping("/api/payments/user/{userId}")
  @Permitted(Permission.PAYMENT_VIEW)
  @Operation(
      operationId = "listPaymentsOfUser",
      summary = "The payments of a borrower, by the borrower's or the user's id")
  Page<PaymentResponse> listOfUser(
      Caller caller,
      @PathVariable UUID userId,
      @ParameterObject @SortedBy(PaymentSort.class) Paging paging) {
    UUID id = borrowers.ofUser(userId).map(Borrower::id).orElse(userId);
    Borrower borrower =
        borrowers
            .find(id, caller.reach(Permission.PAYMENT_VIEW))
            .orElseThrow(() -> ProblemException.notFound("A borrower"));
    return page(caller, PaymentFilter.ofBorrower(borrower.id()), paging);
  }

  private Page<PaymentResponse> page(Caller caller, PaymentFilter filter, Paging paging) {
    return payments
        .page(caller, filter, paging.of(ORDERS, PaymentSort.TAKEN_DOWN))
        .map(PaymentResponse::of);
  }
}
