package io.loanwright.ledger;

import io.loanwright.access.Caller;
import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import io.loanwright.web.Ids;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Entries and amounts for tests of the books. */
public final class LedgerFixtures {

  /** Shillings, with two decimals. */
  public static final Currency KES = Currency.of("KES");

  /** Yen, without decimals. */
  public static final Currency JPY = Currency.of("JPY");

  /** Whoever posts. */
  public static final Caller BOOKKEEPER = Caller.system("test");

  /** A branch. */
  public static final UUID BRANCH = new UUID(1, 1);

  private LedgerFixtures() {}

  /** Returns an amount in shillings. */
  public static Money shillings(String amount) {
    return Money.of(amount, KES);
  }

  /** Returns an entry that pays a loan out in cash. */
  public static NewEntry disbursement(UUID loanId, Money amount, LocalDate on) {
    return entry(
        on, List.of(Line.debit("1210", amount, loanId), Line.credit("1110", amount, loanId)));
  }

  /** Returns an entry with some lines. */
  public static NewEntry entry(LocalDate on, List<Line> lines) {
    return new NewEntry(
        Ids.next(), on, BRANCH, "An entry of a test", new Source("test", Ids.next()), null, lines);
  }
}
