package io.loanwright.ledger.web;

import io.loanwright.ledger.AccountType;
import io.loanwright.ledger.TrialBalance;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;

/**
 * A trial balance as the API writes it.
 *
 * @param on the last value date that counts
 */
record TrialBalanceResponse(LocalDate on, String currency, List<Row> rows, Totals totals) {

  /** The balance of an account, on one of the sides; the other is zero. */
  @Schema(name = "TrialBalanceRow")
  record Row(String code, String name, AccountType type, String debit, String credit) {}

  /** The sums of both sides, which are equal. */
  @Schema(name = "TrialBalanceTotals")
  record Totals(String debit, String credit) {}

  static TrialBalanceResponse of(TrialBalance balance) {
    return new TrialBalanceResponse(
        balance.on(),
        balance.currency().code(),
        balance.rows().stream().map(TrialBalanceResponse::row).toList(),
        new Totals(
            balance.totalDebit().toDecimalString(), balance.totalCredit().toDecimalString()));
  }

  private static Row row(TrialBalance.Row row) {
    return new Row(
        row.code(),
        row.name(),
        row.type(),
        row.debit().toDecimalString(),
        row.credit().toDecimalString());
  }
}
