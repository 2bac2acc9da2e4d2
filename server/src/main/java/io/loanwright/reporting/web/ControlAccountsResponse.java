package io.loanwright.reporting.web;

import io.loanwright.ledger.Statement;
import io.loanwright.reporting.ControlAccounts;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Sub-ledgers beside their control accounts, as the API writes them.
 *
 * @param on the day
 */
@Schema(name = "ControlAccounts")
record ControlAccountsResponse(LocalDate on, String currency, List<Control> controls) {

  /** An account and its balance, positive on the side on which it grows. */
  @Schema(name = "ControlAccount")
  record Account(String code, String name, String balance) {

    static Account of(Statement.Line line) {
      return new Account(line.code(), line.name(), line.figures().amount().toDecimalString());
    }
  }

  /**
   * One sum on both sides.
   *
   * @param subLedger the sum of what is kept of each loan or wallet
   * @param control the balance of the accounts
   * @param difference by how much the books have more: nothing, or something is broken
   */
  @Schema(name = "Control")
  record Control(
      ControlAccounts.Kept kept,
      String subLedger,
      String control,
      String difference,
      List<Account> accounts) {

    static Control of(ControlAccounts.Control control) {
      return new Control(
          control.kept(),
          control.subLedger().toDecimalString(),
          control.control().toDecimalString(),
          control.difference().toDecimalString(),
          control.accounts().stream().map(Account::of).toList());
    }
  }

  /** Loans that are not what the journal says of them, as they are now. */
  @Schema(name = "ControlLoans")
  record Apart(
      String currency,
      @Schema(description = "The first 200 of them") List<LoanApart> loans,
      @Schema(description = "What stands on the accounts without a loan") String rest) {

    static Apart of(ControlAccounts.Apart apart) {
      return new Apart(
          apart.currency().code(),
          apart.loans().stream()
              .map(loan ->
                  new LoanApart(
                      loan.id(),
                      loan.number(),
                      loan.kept().toDecimalString(),
                      loan.posted().toDecimalString()))
              .toList(),
          apart.rest().toDecimalString());
    }
  }

  /** A loan: the principal that it owes, and what the journal has of it. */
  @Schema(name = "ControlLoan")
  record LoanApart(UUID id, String number, String kept, String posted) {}

  static ControlAccountsResponse of(ControlAccounts accounts) {
    return new ControlAccountsResponse(
        accounts.on(),
        accounts.currency().code(),
        accounts.controls().stream().map(Control::of).toList());
  }
}
