package io.loanwright.ledger.web;

import io.loanwright.ledger.IncomeReceived;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Income beside what was received of it, as the API writes it; amounts are in its currency. */
@Schema(name = "IncomeReceived")
record IncomeReceivedResponse(
    LocalDate from, LocalDate to, String currency, @Nullable UUID branchId, List<Row> rows) {

  /** Income of a kind: what was receivable, and why it is another amount now. */
  @Schema(name = "IncomeReceivedRow")
  record Row(
      IncomeReceived.Earned kind,
      List<String> incomeAccounts,
      List<String> receivableAccounts,
      @Schema(description = "Receivable before the first day") String opening,
      @Schema(description = "Booked as income in the days") String earned,
      @Schema(description = "Paid by borrowers in the days") String received,
      @Schema(description = "Taken over from an earlier system, given up, or booked by hand")
          String other,
      @Schema(description = "Receivable after the last day") String closing) {}

  static IncomeReceivedResponse of(IncomeReceived income) {
    return new IncomeReceivedResponse(
        income.span().from(),
        income.span().to(),
        income.span().currency().code(),
        income.branchId(),
        income.rows().stream().map(IncomeReceivedResponse::row).toList());
  }

  private static Row row(IncomeReceived.Row row) {
    return new Row(
        row.kind(),
        row.incomeAccounts(),
        row.receivableAccounts(),
        row.opening().toDecimalString(),
        row.earned().toDecimalString(),
        row.received().toDecimalString(),
        row.other().toDecimalString(),
        row.closing().toDecimalString());
  }
}
