package io.loanwright.reporting;

import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import io.loanwright.ledger.Statement;
import java.time.LocalDate;
import java.util.List;

/**
 * What is kept of each loan and each wallet, beside the accounts of the books that stand for all of
 * them together.
 *
 * @param on the business date
 */
public record ControlAccounts(LocalDate on, Currency currency, List<Control> controls) {

  /** Keeps its own copy of the controls. */
  public ControlAccounts {
    controls = List.copyOf(controls);
  }

  /** What is added up. */
  public enum Kept {
    /** The principal that is not repaid yet, of all loans. */
    LOAN_PRINCIPAL,
    /** What borrowers' wallets hold. */
    WALLETS
  }

  /**
   * One sum on both sides.
   *
   * @param subLedger the sum of what is kept one by one
   * @param accounts the accounts that it has to be the balance of
   */
  public record Control(Kept kept, Money subLedger, List<Statement.Line> accounts) {

    /** Keeps its own copy of the accounts. */
    public Control {
      accounts = List.copyOf(accounts);
    }

    /** Returns the balance of the accounts. */
    public Money control() {
      return accounts.stream()
          .map(line -> line.figures().amount())
          .reduce(Money.zero(subLedger.currency()), Money::plus);
    }

    /** Returns by how much the books have more: nothing, or something is broken. */
    public Money difference() {
      return control().minus(subLedger);
    }
  }
}
