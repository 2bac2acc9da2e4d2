package io.loanwright.reporting.web;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.access.Permitted;
import io.loanwright.audit.AuditCriteria;
import io.loanwright.borrower.BorrowerCriteria;
import io.loanwright.ledger.JournalCriteria;
import io.loanwright.loan.LoanCriteria;
import io.loanwright.organization.Branch;
import io.loanwright.organization.Branches;
import io.loanwright.organization.Organization;
import io.loanwright.organization.OrganizationProfile;
import io.loanwright.payment.PaymentCriteria;
import io.loanwright.product.ProductVersion;
import io.loanwright.product.Products;
import io.loanwright.reporting.export.AuditListing;
import io.loanwright.reporting.export.BorrowerListing;
import io.loanwright.reporting.export.Exports;
import io.loanwright.reporting.export.Format;
import io.loanwright.reporting.export.JournalListing;
import io.loanwright.reporting.export.Listing;
import io.loanwright.reporting.export.LoanListing;
import io.loanwright.reporting.export.Names;
import io.loanwright.reporting.export.OverdueListing;
import io.loanwright.reporting.export.PaymentListing;
import io.loanwright.web.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Lists as files. */
@RestController
@Tag(name = "reporting")
class ExportController {

  private final Exports exports;
  private final Organization organization;
  private final Branches branches;
  private final Products products;

  ExportController(
      Exports exports, Organization organization, Branches branches, Products products) {
    this.exports = exports;
    this.organization = organization;
    this.branches = branches;
    this.products = products;
  }

  @GetMapping("/api/exports/borrowers.{format:csv|xlsx}")
  @Permitted(Permission.REPORT_RUN)
  @AnswersFile
  @Operation(operationId = "exportBorrowers", summary = "The list of borrowers as a file")
  void borrowers(
      Caller caller,
      @PathVariable String format,
      @ParameterObject @Valid BorrowerCriteria criteria,
      HttpServletResponse response)
      throws IOException {
    send(
        caller,
        criteria,
        format,
        response,
        (_, names) -> BorrowerListing.of(caller, criteria.filter(), names));
  }

  @GetMapping("/api/exports/loans.{format:csv|xlsx}")
  @Permitted(Permission.REPORT_RUN)
  @AnswersFile
  @Operation(operationId = "exportLoans", summary = "The list of loans as a file")
  void loans(
      Caller caller,
      @PathVariable String format,
      @ParameterObject @Valid LoanCriteria criteria,
      HttpServletResponse response)
      throws IOException {
    send(
        caller,
        criteria,
        format,
        response,
        (today, names) -> LoanListing.of(caller, criteria.filter(), today, names));
  }

  @GetMapping("/api/exports/payments.{format:csv|xlsx}")
  @Permitted(Permission.REPORT_RUN)
  @AnswersFile
  @Operation(operationId = "exportPayments", summary = "The list of payments as a file")
  void payments(
      Caller caller,
      @PathVariable String format,
      @ParameterObject @Valid PaymentCriteria criteria,
      HttpServletResponse response)
      throws IOException {
    send(
        caller,
        criteria,
        format,
        response,
        (_, names) -> PaymentListing.of(caller, criteria.filter(), names));
  }

  @GetMapping("/api/exports/overdue.{format:csv|xlsx}")
  @Permitted(Permission.REPORT_RUN)
  @AnswersFile
  @Operation(operationId = "exportOverdue", summary = "The installments past due as a file")
  void overdue(
      Caller caller,
      @PathVariable String format,
      @ParameterObject @Valid OverdueCriteria criteria,
      HttpServletResponse response)
      throws IOException {
    send(
        caller,
        criteria,
        format,
        response,
        (today, names) ->
            OverdueListing.of(caller, criteria.day(today), criteria.branchId(), names));
  }

  @GetMapping("/api/exports/journal.{format:csv|xlsx}")
  @Permitted(Permission.LEDGER_VIEW)
  @AnswersFile
  @Operation(
      operationId = "exportJournal",
      summary = "The journal line by line as a file; needs `report.run` as well")
  void journal(
      Caller caller,
      @PathVariable String format,
      @ParameterObject @Valid JournalCriteria criteria,
      HttpServletResponse response)
      throws IOException {
    send(
        caller,
        criteria,
        format,
        response,
        (_, names) -> JournalListing.of(caller, criteria.filter(), names));
  }

  @GetMapping("/api/exports/audit.{format:csv|xlsx}")
  @Permitted({Permission.AUDIT_VIEW, Permission.AUDIT_BOOKS})
  @AnswersFile
  @Operation(
      operationId = "exportAudit",
      summary = "The trail as a file; needs `report.run` as well")
  void audit(
      Caller caller,
      @PathVariable String format,
      @ParameterObject @Valid AuditCriteria criteria,
      HttpServletResponse response)
      throws IOException {
    send(
        caller,
        criteria,
        format,
        response,
        (_, names) -> AuditListing.of(caller, criteria.filter(names.zone()), names));
  }

  /** Makes a list of what criteria leave. */
  @FunctionalInterface
  private interface Listed {
    Listing listing(LocalDate businessDate, Names names);
  }

  private void send(
      Caller caller, Record criteria, String ending, HttpServletResponse response, Listed listed)
      throws IOException {
    if (!caller.may(Permission.REPORT_RUN)) {
      throw ProblemException.forbidden("Your role does not take lists away.");
    }
    if (!exports.enter()) {
      response.setHeader(HttpHeaders.RETRY_AFTER, "10");
      throw new ProblemException(
          HttpStatus.TOO_MANY_REQUESTS,
          "exports-busy",
          "Others are exporting just now. Try again in a moment.",
          List.of());
    }
    try {
      OrganizationProfile profile = organization.current();
      Listing listing = listed.listing(profile.businessDate(), names(profile.timeZone()));
      Format format = Format.valueOf(ending.toUpperCase(Locale.ROOT));
      String file = file(listing, format, profile.businessDate());
      exports.record(caller, file, criteria);
      response.setContentType(format.contentType());
      response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
      response.setHeader(
          HttpHeaders.CONTENT_DISPOSITION,
          ContentDisposition.attachment().filename(file).build().toString());
      exports.write(listing, format, response.getOutputStream());
    } catch (IOException | RuntimeException e) {
      if (!response.isCommitted()) {
        response.reset();
      }
      throw e;
    } finally {
      exports.leave();
    }
  }

  /** Names the file for what it lists and the business date that it shows. */
  private static String file(Listing listing, Format format, LocalDate businessDate) {
    return "%s-%s.%s"
        .formatted(listing.title().toLowerCase(Locale.ROOT), businessDate, format.ending());
  }

  private Names names(ZoneId zone) {
    return new Names(
        branches.all().stream().collect(Collectors.toMap(Branch::id, Branch::name)),
        products.all().stream().collect(Collectors.toMap(ProductVersion::id, ProductVersion::name)),
        zone);
  }
}
