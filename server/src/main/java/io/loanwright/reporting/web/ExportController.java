package io.loanwright.reporting.web;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.access.Permitted;
import io.loanwright.arrears.Arrears;
import io.loanwright.arrears.ArrearsClasses;
import io.loanwright.audit.AuditCriteria;
import io.loanwright.borrower.BorrowerCriteria;
import io.loanwright.borrower.BorrowerFilter;
import io.loanwright.borrower.Borrowers;
import io.loanwright.collection.OverdueCriteria;
import io.loanwright.ledger.JournalCriteria;
import io.loanwright.ledger.MoneyReports;
import io.loanwright.loan.LoanCriteria;
import io.loanwright.payment.PaymentCriteria;
import io.loanwright.reporting.export.AuditListing;
import io.loanwright.reporting.export.BorrowerListing;
import io.loanwright.reporting.export.JournalListing;
import io.loanwright.reporting.export.LoanListing;
import io.loanwright.reporting.export.OverdueListing;
import io.loanwright.reporting.export.PaymentListing;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Lists as files. */
@RestController
@Tag(name = "reporting")
class ExportController {

  private final FileAnswers files;
  private final Arrears arrears;
  private final MoneyReports money;
  private final Borrowers borrowers;

  ExportController(FileAnswers files, Arrears arrears, MoneyReports money, Borrowers borrowers) {
    this.files = files;
    this.borrowers = borrowers;
    this.arrears = arrears;
    this.money = money;
  }

  @GetMapping("/api/exports/borrowers.{format:csv|xlsx|pdf}")
  @Permitted(Permission.REPORT_RUN)
  @AnswersFile
  @Operation(operationId = "exportBorrowers", summary = "The list of borrowers as a file")
  void borrowers(
      Caller caller,
      @PathVariable String format,
      @ParameterObject @Valid BorrowerCriteria criteria,
      HttpServletResponse response)
      throws IOException {
    BorrowerFilter filter = criteria.filter();
    files.send(
        caller,
        criteria,
        format,
        response,
        (_, names) ->
            BorrowerListing.of(caller, filter, borrowers.closeness(caller, filter), names));
  }

  @GetMapping("/api/exports/loans.{format:csv|xlsx|pdf}")
  @Permitted(Permission.REPORT_RUN)
  @AnswersFile
  @Operation(operationId = "exportLoans", summary = "The list of loans as a file")
  void loans(
      Caller caller,
      @PathVariable String format,
      @ParameterObject @Valid LoanCriteria criteria,
      HttpServletResponse response)
      throws IOException {
    files.send(
        caller,
        criteria,
        format,
        response,
        (today, names) -> LoanListing.of(caller, criteria.filter(), today, names));
  }

  @GetMapping("/api/exports/payments.{format:csv|xlsx|pdf}")
  @Permitted(Permission.REPORT_RUN)
  @AnswersFile
  @Operation(operationId = "exportPayments", summary = "The list of payments as a file")
  void payments(
      Caller caller,
      @PathVariable String format,
      @ParameterObject @Valid PaymentCriteria criteria,
      HttpServletResponse response)
      throws IOException {
    files.send(
        caller,
        criteria,
        format,
        response,
        (_, names) -> PaymentListing.of(caller, criteria.filter(), names));
  }

  @GetMapping("/api/exports/overdue.{format:csv|xlsx|pdf}")
  @Permitted(Permission.REPORT_RUN)
  @AnswersFile
  @Operation(operationId = "exportOverdue", summary = "The loans past due as a file")
  void overdue(
      Caller caller,
      @PathVariable String format,
      @ParameterObject @Valid OverdueCriteria criteria,
      HttpServletResponse response)
      throws IOException {
    files.send(
        caller,
        criteria,
        format,
        response,
        (today, names) -> {
          ArrearsClasses classes = arrears.classes();
          return OverdueListing.of(
              caller, criteria.filter(today, classes.classes()), classes, names);
        });
  }

  @GetMapping("/api/exports/journal.{format:csv|xlsx|pdf}")
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
    files.send(
        caller,
        criteria,
        format,
        response,
        (_, names) -> JournalListing.of(caller, criteria.filter(), money.accounts(), names));
  }

  @GetMapping("/api/exports/audit.{format:csv|xlsx|pdf}")
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
    files.send(
        caller,
        criteria,
        format,
        response,
        (_, names) -> AuditListing.of(caller, criteria.filter(names.zone()), names));
  }
}
