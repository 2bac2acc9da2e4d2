package io.loanwright.ledger;

import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What statements of the books are made of; amounts are positive on the side that grows. */
public final class Statement {

  private Statement() {}

  /**
   * An amount beside that of an earlier time.
   *
   * @param compared the one of the earlier time; null where none was asked for
   */
  public record Figures(Money amount, @Nullable Money compared) {

    /** Returns nothing, for both times or for one. */
    static Figures zero(Currency currency, boolean compares) {
      Money zero = Money.zero(currency);
      return new Figures(zero, compares ? zero : null);
    }

    Figures plus(Figures other) {
      Money both =
          compared == null || other.compared == null ? null : compared.plus(other.compared);
      return new Figures(amount.plus(other.amount), both);
    }

    Figures minus(Figures other) {
      return plus(other.negated());
    }

    Figures negated() {
      return new Figures(amount.negated(), compared == null ? null : compared.negated());
    }

    boolean isZero() {
      return amount.isZero() && (compared == null || compared.isZero());
    }
  }

  /** An account in a statement. */
  public record Line(String code, String name, AccountType type, Figures figures) {}

  /**
   * The accounts of a kind.
   *
   * @param lines those with an amount, in the order of codes
   */
  public record Section(AccountType type, List<Line> lines, Figures total) {

    /** Keeps its own copy of the lines. */
    public Section {
      lines = List.copyOf(lines);
    }

    /** Returns the section of a kind among lines of all kinds. */
    static Section of(AccountType type, List<Line> all, Figures none) {
      List<Line> lines =
          all.stream().filter(l -> l.type() == type && !l.figures().isZero()).toList();
      return new Section(
          type, lines, lines.stream().map(Line::figures).reduce(none, Figures::plus));
    }
  }
}
