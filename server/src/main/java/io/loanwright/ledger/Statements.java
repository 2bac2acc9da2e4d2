package io.loanwright.ledger;

import io.loanwright.engine.money.Currency;
import io.loanwright.ledger.Statement.Figures;
import io.loanwright.ledger.Statement.Line;
import io.loanwright.ledger.Statement.Section;
import io.loanwright.ledger.store.BalanceStore;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts the balances of accounts together to statements. */
@Component
public class Statements {

  /** Before anything was posted. */
  private static final LocalDate EARLIEST = LocalDate.of(1, 1, 1);

  private static final Set<AccountType> RESULT =
      EnumSet.of(AccountType.INCOME, AccountType.EXPENSE);

  private final BalanceStore balances;

  Statements(BalanceStore balances) {
    this.balances = balances;
  }

  /**
   * Returns what was earned and spent.
   *
   * @param compared earlier days to stand beside; null for none
   */
  public IncomeStatement income(BooksSpan span, @Nullable BooksSpan compared, Basis basis) {
    List<Line> lines = balances.changes(span, compared, RESULT, basis);
    Figures none = Figures.zero(span.currency(), compared != null);
    return new IncomeStatement(
        span,
        compared,
        basis,
        Section.of(AccountType.INCOME, lines, none),
        Section.of(AccountType.EXPENSE, lines, none));
  }

  /**
   * Returns what there is and whose it is.
   *
   * @param on the last value date that counts
   * @param compared an earlier day to stand beside; null for none
   */
  public BalanceSheet sheet(
      LocalDate on, @Nullable LocalDate compared, Currency currency, Basis basis) {
    List<Line> lines =
        balances.changes(
            new BooksSpan(EARLIEST, on, currency),
            compared == null ? null : new BooksSpan(EARLIEST, compared, currency),
            EnumSet.allOf(AccountType.class),
            basis);
    Figures none = Figures.zero(currency, compared != null);
    Figures earned = Section.of(AccountType.INCOME, lines, none).total();
    Figures spent = Section.of(AccountType.EXPENSE, lines, none).total();
    return new BalanceSheet(
        on,
        compared,
        currency,
        basis,
        Section.of(AccountType.ASSET, lines, none),
        Section.of(AccountType.LIABILITY, lines, none),
        Section.of(AccountType.EQUITY, lines, none),
        earned.minus(spent));
  }
}
