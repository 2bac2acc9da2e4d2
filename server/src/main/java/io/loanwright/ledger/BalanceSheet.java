package io.loanwright.ledger;

import io.loanwright.engine.money.Currency;
import io.loanwright.ledger.Statement.Figures;
import io.loanwright.ledger.Statement.Section;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the lender has, and whose it is, at the end of a day.
 *
 * @param on the last value date that counts
 * @param compared the earlier day beside it; null for none
 * @param result what was earned and not spent in all days up to then, and is nobody's but the
 *     owners'
 */
public record BalanceSheet(
    LocalDate on,
    @Nullable LocalDate compared,
    Currency currency,
    Basis basis,
    Section assets,
    Section liabilities,
    Section equity,
    Figures result) {

  /** Returns what is owed to others and to the owners, with the result. */
  public Figures liabilitiesAndEquity() {
    return liabilities.total().plus(equity.total()).plus(result);
  }

  /** Returns what the two sides differ by: nothing, or the books are broken. */
  public Figures difference() {
    return assets.total().minus(liabilitiesAndEquity());
  }
}
