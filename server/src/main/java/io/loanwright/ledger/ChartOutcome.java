package io.loanwright.ledger;

import java.util.List;

/** What came of a change of the chart of accounts. */
public sealed interface ChartOutcome {

  /** The account is in the chart as it is given here. */
  record Kept(Account account) implements ChartOutcome {}

  /** Another account has the code. */
  record CodeTaken(String code) implements ChartOutcome {}

  /** The currency is not one of ISO 4217. */
  record CurrencyUnknown(String code) implements ChartOutcome {}

  /** It is the account of a wallet, which is renamed and closed as a wallet. */
  record OfWallet(String code) implements ChartOutcome {}

  /**
   * Something posts to it, and would go on doing so.
   *
   * @param by what, as people call it; not empty
   */
  record InUse(Account account, List<String> by) implements ChartOutcome {

    public InUse {
      by = List.copyOf(by);
    }
  }

  /** Only an asset is money at hand. */
  record NoMoney(String code) implements ChartOutcome {}

  /** Somebody else changed the account first. */
  record ChangedMeanwhile() implements ChartOutcome {}
}
