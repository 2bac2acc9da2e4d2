package io.loanwright.collection.web;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.access.Permitted;
import io.loanwright.access.Reach;
import io.loanwright.access.Scope;
import io.loanwright.collection.DueCriteria;
import io.loanwright.collection.DueFilter;
import io.loanwright.collection.DueInstallment;
import io.loanwright.collection.DueInstallments;
import io.loanwright.engine.money.Currency;
import io.loanwright.organization.Organization;
import io.loanwright.organization.OrganizationProfile;
import io.loanwright.web.Amounts;
import io.loanwright.web.Cursor;
import io.loanwright.web.Page;
import io.loanwright.web.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What falls due. */
@RestController
@Tag(name = "collection")
class DueController {

  private static final int CURSOR_KEYS = 3;

  private final DueInstallments installments;
  private final Organization organization;

  DueController(DueInstallments installments, Organization organization) {
    this.installments = installments;
    this.organization = organization;
  }

  /** An installment that is not paid, or only in part. */
  @Schema(name = "DueInstallment")
  record DueRow(
      @Schema(description = "The loan and its number in the schedule") String id,
      UUID loanId,
      String loanNumber,
      @Schema(description = "Its place in the schedule") int number,
      LocalDate dueOn,
      UUID borrowerId,
      String borrowerName,
      @Nullable UUID officerId,
      @Nullable String officerName,
      @Schema(description = "What is not paid of it") String unpaid,
      DebtResponse.Parts parts) {

    static DueRow of(DueInstallment due, DueInstallments.Listed listed) {
      DueInstallment.Loan loan = due.loan();
      UUID officer = loan.officerId();
      return new DueRow(
          loan.id() + "-" + due.number(),
          loan.id(),
          loan.number(),
          due.number(),
          due.dueOn(),
          loan.borrowerId(),
          loan.borrowerName(),
          officer,
          officer == null ? null : listed.names().get(officer),
          due.unpaid().total().toDecimalString(),
          DebtResponse.Parts.of(due.unpaid()));
    }
  }

  /** What falls due in some days. */
  @Schema(name = "DuePage")
  record DueResponse(
      LocalDate from,
      LocalDate to,
      String currency,
      @Schema(description = "Principal, interest, fees and penalties of all installments")
          String due,
      @Schema(description = "What is paid of it, whenever that was") String paid,
      String unpaid,
      @Schema(description = "How many are not paid, or only in part") long installments,
      List<DueRow> items,
      @Nullable String next) {}

  @GetMapping("/api/payments/due")
  @Permitted(Permission.PAYMENT_VIEW)
  @Operation(
      operationId = "listDue",
      summary =
          "What falls due in some days: all of it in figures, and each installment that is not paid,"
              + " the earliest first",
      description = "For the staff; who borrows has the schedule of the loan.")
  DueResponse due(
      Caller caller,
      @ParameterObject @Valid DueCriteria criteria,
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String cursor) {
    Reach reach = caller.reach(Permission.PAYMENT_VIEW);
    if (reach.scope() == Scope.SELF) {
      throw ProblemException.forbidden("What falls due is listed for the staff.");
    }
    DueFilter filter = filter(criteria);
    DueInstallments.Listed listed =
        installments.list(reach, filter, Cursor.parse(cursor, CURSOR_KEYS), Page.limit(limit));
    Page<DueRow> page = listed.page().map(due -> DueRow.of(due, listed));
    return new DueResponse(
        filter.from(),
        filter.to(),
        filter.currency().code(),
        listed.sums().due().toDecimalString(),
        listed.sums().paid().toDecimalString(),
        listed.sums().unpaid().toDecimalString(),
        listed.sums().installments(),
        page.items(),
        page.next());
  }

  private DueFilter filter(DueCriteria criteria) {
    OrganizationProfile profile = organization.current();
    LocalDate from = criteria.from() == null ? profile.businessDate() : criteria.from();
    LocalDate to = criteria.to() == null ? from : criteria.to();
    if (to.isBefore(from)) {
      throw ProblemException.invalid("to", "must not be before from");
    }
    String code = criteria.currency();
    Currency currency =
        code == null || code.isBlank()
            ? Currency.of(profile.currency().getCurrencyCode())
            : Amounts.currency("currency", code.strip());
    return new DueFilter(from, to, criteria.officerId(), currency);
  }
}
