package io.loanwright.reporting.web;

import io.loanwright.borrower.Borrower;
import io.loanwright.borrower.BorrowerFilter;
import io.loanwright.loan.Channel;
import io.loanwright.loan.LoanFilter;
import io.loanwright.payment.Payment;
import io.loanwright.payment.PaymentFilter;
import io.loanwright.web.PlainText;
import io.loanwright.web.ProblemException;
import io.loanwright.web.Texts;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What narrows a file: the filters of the list of the same name. */
final class ExportFilters {

  private ExportFilters() {}

  /** What narrows the borrowers. */
  record OfBorrowers(
      @Parameter(description = "Something like the name, phone, e-mail address or number")
          @Nullable
          @Size(max = 200)
          @PlainText
          String search,
      Borrower.@Nullable Status status,
      @Nullable UUID branchId,
      @Parameter(description = "Whom of the staff they belong to") @Nullable UUID officerId) {

    BorrowerFilter filter() {
      return new BorrowerFilter(Texts.strippedOrNull(search), status, branchId, officerId);
    }
  }

  /** What narrows the loans. */
  record OfLoans(
      @Parameter(
              description = "Statuses, or words that mean some, such as `pending`; or `defaulted`")
          @Nullable
          @Size(max = 20)
          List<String> status,
      @Nullable UUID borrowerId,
      @Nullable UUID productId,
      @Nullable UUID officerId,
      @Nullable Boolean defaulted,
      @Parameter(description = "Whether an installment is past due") @Nullable Boolean overdue,
      @Parameter(description = "A part of the number or of the borrower's name")
          @Nullable
          @Size(max = 200)
          @PlainText
          String search) {

    LoanFilter filter() {
      return new LoanFilter(
              Set.of(),
              borrowerId,
              productId,
              officerId,
              defaulted,
              Boolean.TRUE.equals(overdue),
              Texts.strippedOrNull(search))
          .inWords(status == null ? List.of() : status)
          .orElseThrow(() -> ProblemException.invalid("status", LoanFilter.WORDS));
    }
  }

  /** What narrows the payments. */
  record OfPayments(
      @Nullable UUID loanId,
      @Nullable UUID borrowerId,
      @Parameter(description = "The first value date") @Nullable LocalDate from,
      @Parameter(description = "The last value date") @Nullable LocalDate to,
      @Nullable Channel channel,
      Payment.@Nullable Status status,
      @Parameter(description = "A part of the number of receipt or loan, or of the borrower's name")
          @Nullable
          @Size(max = 200)
          @PlainText
          String search) {

    PaymentFilter filter() {
      return new PaymentFilter(
          loanId, borrowerId, from, to, channel, status, Texts.strippedOrNull(search));
    }
  }
}
