package io.loanwright.reporting.web;

import io.loanwright.reporting.History;
import io.loanwright.reporting.History.Line;
import io.loanwright.reporting.History.LoanLine;
import io.loanwright.reporting.History.PaymentLine;
import io.loanwright.web.Cursor;
import io.loanwright.web.Page;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A history as the API writes it; each row names its currency. */
record HistoryResponse(
    Person borrower,
    @Schema(description = "One row for each currency in which a loan was paid out")
        List<Total> totals,
    @Schema(description = "Loans and payments, latest first") List<Row> lines,
    @Nullable String next) {

  /** Whose history it is. */
  record Person(UUID id, String number, String name) {}

  /** The sums over the loans that were paid out in a currency. */
  record Total(
      String currency,
      long loans,
      @Schema(description = "The principal that was paid out") String borrowed,
      @Schema(
              description =
                  "What was paid on loans, recoveries too, without what went on to a wallet")
          String repaid,
      @Schema(description = "The principal that is not repaid yet and still asked for")
          String outstanding,
      @Schema(description = "The principal that was given up, also where it was recovered later")
          String writtenOff) {}

  /** What a row is about. */
  enum Kind {
    /** A loan or an application. */
    LOAN,
    /** A payment. */
    PAYMENT
  }

  /** A loan or a payment. */
  @Schema(name = "HistoryRow")
  record Row(
      @Schema(description = "Of a loan the day of its disbursement, before that of the application")
          LocalDate on,
      Kind kind,
      UUID id,
      UUID loanId,
      String loanNumber,
      String amount,
      String currency,
      @Schema(description = "Of a loan its status, of a payment POSTED or REVERSED") String status,
      @Schema(description = "Of a loan only: the principal that is not repaid yet")
          @Nullable String outstanding,
      @Schema(description = "Of a payment only") @Nullable String receiptNumber,
      @Schema(description = "Of a payment only") @Nullable String channel,
      @Nullable String reference,
      @Schema(description = "Of a payment only: what it paid") @Nullable Allocation allocation) {}

  /** What a payment paid; zeros once it is reversed. */
  @Schema(name = "HistoryAllocation")
  record Allocation(
      String principal, String interest, String fees, String penalties, String excess) {}

  /**
   * Makes the answer.
   *
   * @param history with one line more than fits, if there are more
   * @param limit how many lines fit
   */
  static HistoryResponse of(History history, int limit) {
    Page<Line> page = Page.of(history.lines(), limit, line -> Cursor.of(line.on(), line.id()));
    return new HistoryResponse(
        new Person(history.borrower().id(), history.borrower().number(), history.borrower().name()),
        history.totals().stream().map(HistoryResponse::total).toList(),
        page.items().stream().map(HistoryResponse::row).toList(),
        page.next());
  }

  private static Total total(History.Total total) {
    return new Total(
        total.currency().code(),
        total.loans(),
        total.borrowed().toDecimalString(),
        total.repaid().toDecimalString(),
        total.outstanding().toDecimalString(),
        total.writtenOff().toDecimalString());
  }

  private static Row row(Line line) {
    return switch (line) {
      case LoanLine loan ->
          new Row(
              loan.on(),
              Kind.LOAN,
              loan.id(),
              loan.id(),
              loan.loan().number(),
              loan.amount().toDecimalString(),
              loan.amount().currency().code(),
              loan.status().name(),
              loan.outstanding().toDecimalString(),
              null,
              null,
              null,
              null);
      case PaymentLine payment ->
          new Row(
              payment.on(),
              Kind.PAYMENT,
              payment.id(),
              payment.loan().id(),
              payment.loan().number(),
              payment.amount().toDecimalString(),
              payment.amount().currency().code(),
              payment.intake().status(),
              null,
              payment.intake().receiptNumber(),
              payment.intake().channel(),
              payment.intake().reference(),
              allocation(payment));
    };
  }

  private static Allocation allocation(PaymentLine payment) {
    return new Allocation(
        payment.split().principal().toDecimalString(),
        payment.split().interest().toDecimalString(),
        payment.split().fees().toDecimalString(),
        payment.split().penalties().toDecimalString(),
        payment.excess().toDecimalString());
  }
}
