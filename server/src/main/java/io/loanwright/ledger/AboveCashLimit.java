package io.loanwright.ledger;

import io.loanwright.engine.money.Money;

/** Money that is more than one person takes at once. */
public sealed interface AboveCashLimit {

  /** It is more than the limit that the organization has set. */
  record Set(Money amount, Money limit) implements AboveCashLimit {}

  /** No limit is set, and it is more than anybody who borrows here could need in a wallet. */
  record Derived(Money amount, Money limit) implements AboveCashLimit {}

  /** As {@link Derived}, in a currency that no limit can be set in. */
  record DerivedForeign(Money amount, Money limit) implements AboveCashLimit {}

  /** Says it to whoever wanted to take the money, with what can be done. */
  default String words() {
    return switch (this) {
      case Set(Money amount, Money limit) ->
          "One person takes at most "
              + words(limit)
              + " at once, and this is "
              + words(amount)
              + ". Check the amount."
              + MAY_BE_TAKEN_BY
              + "; an administrator changes the cash limit in Settings.";
      case Derived(Money amount, Money limit) ->
          aboveMostLent(amount, limit)
              + " A cash limit, which an administrator sets in Settings, counts instead.";
      case DerivedForeign(Money amount, Money limit) ->
          aboveMostLent(amount, limit) + MAY_BE_TAKEN_BY + ".";
    };
  }

  /** Which words a teller can pass on. */
  String MAY_BE_TAKEN_BY =
      " Somebody whose role has the permission payment.large, like a manager, may take it";

  private static String aboveMostLent(Money amount, Money limit) {
    return "A wallet takes at most "
        + words(limit)
        + " at once, twice the most that a product lends, and this is "
        + words(amount)
        + ". Check the amount.";
  }

  private static String words(Money amount) {
    return amount.toDecimalString() + " " + amount.currency().code();
  }
}
