package io.loanwright.reporting.web;

import io.loanwright.access.Caller;
import io.loanwright.audit.AuditFilter;
import io.loanwright.borrower.Borrower;
import io.loanwright.borrower.BorrowerFilter;
import io.loanwright.ledger.JournalFilter;
import io.loanwright.loan.Channel;
import io.loanwright.loan.LoanFilter;
import io.loanwright.payment.Payment;
import io.loanwright.payment.PaymentFilter;
import io.loanwright.reporting.export.AuditListing;
import io.loanwright.reporting.export.BorrowerListing;
import io.loanwright.reporting.export.JournalListing;
import io.loanwright.reporting.export.Listing;
import io.loanwright.reporting.export.LoanListing;
import io.loanwright.reporting.export.Names;
import io.loanwright.reporting.export.OverdueListing;
import io.loanwright.reporting.export.PaymentListing;
import io.loanwright.web.PlainText;
import io.loanwright.web.ProblemException;
import io.loanwright.web.Texts;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What narrows a file: the filters of the list of the same name. */
final class ExportFilters {

  /** The filters of one list, which make the list. */
  sealed interface Exported {

    /**
     * Returns the list of what a caller may see and export.
     *
     * @param businessDate the organization's current day
     */
    Listing listing(Caller caller, LocalDate businessDate, Names names);
  }

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
      @Parameter(description = "Whom of the staff they belong to") @Nullable UUID officerId)
      implements Exported {

    @Override
    public Listing listing(Caller caller, LocalDate businessDate, Names names) {
      BorrowerFilter filter =
          new BorrowerFilter(Texts.strippedOrNull(search), status, branchId, officerId);
      return BorrowerListing.of(caller, filter, names);
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
          String search)
      implements Exported {

    @Override
    public Listing listing(Caller caller, LocalDate businessDate, Names names) {
      return LoanListing.of(caller, filter(), businessDate, names);
    }

    private LoanFilter filter() {
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
          String search)
      implements Exported {

    @Override
    public Listing listing(Caller caller, LocalDate businessDate, Names names) {
      PaymentFilter filter =
          new PaymentFilter(
              loanId, borrowerId, from, to, channel, status, Texts.strippedOrNull(search));
      return PaymentListing.of(caller, filter, names);
    }
  }

  /** What narrows the installments past due. */
  record OfOverdue(
      @Parameter(description = "The day; without it the business date") @Nullable LocalDate on,
      @Nullable UUID branchId)
      implements Exported {

    @Override
    public Listing listing(Caller caller, LocalDate businessDate, Names names) {
      return OverdueListing.of(caller, on == null ? businessDate : on, branchId, names);
    }
  }

  /** What narrows the journal. */
  record OfJournal(
      @Parameter(description = "The first value date") @Nullable LocalDate from,
      @Parameter(description = "The last value date") @Nullable LocalDate to,
      @Parameter(description = "The code of an account that a line is on")
          @Nullable
          @Size(max = 20)
          @PlainText
          String account,
      @Parameter(description = "A loan that a line is about") @Nullable UUID loanId,
      @Nullable UUID branchId)
      implements Exported {

    @Override
    public Listing listing(Caller caller, LocalDate businessDate, Names names) {
      String code = Texts.strippedOrNull(account);
      return JournalListing.of(caller, new JournalFilter(from, to, code, loanId, branchId), names);
    }
  }

  /** What narrows the trail. */
  record OfAudit(
      @Parameter(description = "The user who did it") @Nullable UUID actor,
      @Parameter(description = "The action, or its first part: `loan` finds `loan.approve`")
          @Nullable
          @Size(max = 100)
          @Pattern(regexp = "[a-z_.]*", message = "must be lower-case words with dots")
          String action,
      @Nullable @Size(max = 50) @PlainText String subjectType,
      @Nullable UUID subjectId,
      @Parameter(description = "The first day, in the organization's time zone")
          @Nullable LocalDate from,
      @Parameter(description = "The last day, included") @Nullable LocalDate to)
      implements Exported {

    @Override
    public Listing listing(Caller caller, LocalDate businessDate, Names names) {
      AuditFilter filter =
          AuditFilter.of(actor, action, subjectType, subjectId).between(from, to, names.zone());
      return AuditListing.of(caller, filter, names);
    }
  }
}
