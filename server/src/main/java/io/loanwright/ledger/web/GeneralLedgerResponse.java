package io.loanwright.ledger.web;

import io.loanwright.engine.money.Money;
import io.loanwright.ledger.AccountType;
import io.loanwright.ledger.GeneralLedger;
import io.loanwright.ledger.Side;
import io.loanwright.web.Page;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The general ledger of an account as the API writes it; balances are positive on the side on which
 * the account grows.
 *
 * @param account the code
 * @param growsBy the side on which more is more
 * @param opening the balance before the first day
 * @param debit what was debited in all the days, not on this page only
 * @param credit what was credited in all the days
 * @param closing the balance after the last day
 * @param items the lines of this page, oldest first
 * @param next the cursor of the next page, null on the last one
 */
@Schema(name = "GeneralLedger")
record GeneralLedgerResponse(
    String account,
    String name,
    AccountType type,
    Side growsBy,
    String currency,
    LocalDate from,
    LocalDate to,
    String opening,
    String debit,
    String credit,
    String closing,
    List<Row> items,
    @Nullable String next) {

  /** A line of the account: an amount in one of the two columns, and the balance after it. */
  @Schema(name = "GeneralLedgerRow")
  record Row(
      String id,
      UUID entryId,
      long number,
      LocalDate on,
      String description,
      @Nullable String debit,
      @Nullable String credit,
      String balance,
      @Nullable UUID loanId) {

    static Row of(GeneralLedger.Row row) {
      String amount = row.amount().toDecimalString();
      boolean debit = row.side() == Side.DEBIT;
      return new Row(
          row.entryId() + "." + row.line(),
          row.entryId(),
          row.number(),
          row.on(),
          row.description(),
          debit ? amount : null,
          debit ? null : amount,
          text(row.balance()),
          row.loanId());
    }
  }

  static GeneralLedgerResponse of(GeneralLedger ledger, Page<GeneralLedger.Row> page) {
    return new GeneralLedgerResponse(
        ledger.account().code(),
        ledger.account().name(),
        ledger.account().type(),
        ledger.account().type().growsBy(),
        ledger.span().currency().code(),
        ledger.span().from(),
        ledger.span().to(),
        text(ledger.opening()),
        text(ledger.debit()),
        text(ledger.credit()),
        text(ledger.closing()),
        page.items().stream().map(Row::of).toList(),
        page.next());
  }

  private static String text(Money money) {
    return money.toDecimalString();
  }
}
