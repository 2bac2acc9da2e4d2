package io.loanwright.loan;

import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import io.loanwright.engine.terms.LoanTerms;
import java.util.UUID;

/**
 * An application or the loan that it became.
 *
 * @param id the identity
 * @param number the number that people read, such as {@code LN-2026-000123}
 * @param parties who it belongs to
 * @param application what was asked for
 * @param terms what was agreed, but for amount and day
 * @param state where it is in its life
 * @param standing flags and counters beside the state
 */
public record Loan(
    UUID id,
    String number,
    Parties parties,
    Application application,
    LoanTerms terms,
    LoanState state,
    Standing standing) {

  /**
   * What stands beside the state.
   *
   * @param progress how far it has come
   * @param defaulted whether it is marked as not expected to be repaid
   * @param version counts the changes of the row
   */
  public record Standing(Progress progress, boolean defaulted, long version) {}

  /** Returns the currency of every amount of the loan. */
  public Currency currency() {
    return terms.currency();
  }

  /** Returns what was paid out, before that what was approved, before that what was asked for. */
  public Money principal() {
    LoanState.Active active = state.disbursement();
    if (active != null) {
      return active.principal();
    }
    LoanState.Approved approved = state.approval();
    return approved == null ? application.requested() : approved.amount();
  }

  /** Returns how far the loan has come. */
  public Progress progress() {
    return standing.progress();
  }

  /** Returns the loan in another state. */
  public Loan in(LoanState other) {
    return new Loan(id, number, parties, application, terms, other, standing);
  }

  /** Returns the loan with or without the mark that it is in default. */
  public Loan marked(boolean defaulted) {
    return new Loan(
        id,
        number,
        parties,
        application,
        terms,
        state,
        new Standing(standing.progress(), defaulted, standing.version()));
  }

  /** Returns the loan in another state and with other projections; paid off, it is no default. */
  public Loan in(LoanState other, Progress progress) {
    return new Loan(
        id,
        number,
        parties,
        application,
        terms,
        other,
        new Standing(
            progress,
            standing.defaulted() && !(other instanceof LoanState.Closed),
            standing.version()));
  }
}
