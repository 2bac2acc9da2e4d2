package io.loanwright.reporting;

import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import io.loanwright.ledger.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What is kept of each loan and each wallet, beside the accounts of the books that stand for all of
 * them together.
 *
 * @param on the day
 */
public record ControlAccounts(LocalDate on, Currency currency, List<Control> controls) {

  /** Keeps its own copy of the controls. */
  public ControlAccounts {
    controls = List.copyOf(controls);
  }

  /**
   * Returns by how much all controls differ; what is too much on one account does not make up for
   * what is missing on another.
   */
  public Money apart() {
    return controls.stream()
        .map(Control::difference)
        .map(difference -> difference.max(difference.negated()))
        .reduce(Money.zero(currency), Money::plus);
  }

  /** What is added up. */
  public enum Kept {
    /** The principal that is not repaid yet, of all loans. */
    LOAN_PRINCIPAL,
    /** What borrowers' wallets hold. */
    WALLETS,
    /** What the lender's own wallets hold. */
    LENDER_WALLETS,
    /** Interest that has arisen and is not paid, where it is income as it arises. */
    INTEREST_RECEIVABLE
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

  /**
   * Loans that are not what the journal says of them.
   *
   * @param loans the first of them
   * @param rest what stands on the accounts without a loan
   */
  public record Apart(Currency currency, List<LoanApart> loans, Money rest) {

    /** The most loans that are listed. */
    public static final int MOST = 200;

    /** Keeps its own copy of the loans. */
    public Apart {
      loans = List.copyOf(loans);
    }
  }

  /**
   * A loan that is not what the journal says of it.
   *
   * @param kept the principal that it owes, as it is kept
   * @param posted the same, as the journal has it
   */
  public record LoanApart(UUID id, String number, Money kept, Money posted) {}
}
