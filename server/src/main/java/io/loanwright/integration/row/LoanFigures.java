package io.loanwright.integration.row;

import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import io.loanwright.engine.money.Split;
import io.loanwright.integration.mapping.FieldSource;
import io.loanwright.integration.mapping.LoanFate;
import io.loanwright.integration.mapping.LoanMapping;
import io.loanwright.integration.mapping.LoanMapping.PositionFields;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The figures of a row: as the file has them, and what they say about where the loan stands. */
final class LoanFigures {

  private final Map<Figure, FieldSource> sources;
  private final Map<Figure, BigDecimal> figures;

  private LoanFigures(Map<Figure, FieldSource> sources, Map<Figure, BigDecimal> figures) {
    this.sources = sources;
    this.figures = figures;
  }

  /** Where a loan stands in money. */
  record Standing(Money balance, Split paid) {}

  /** Reads every mapped figure; one that is blank is nothing. */
  static LoanFigures read(RowReader reader, LoanMapping mapping) {
    PositionFields standing = mapping.standing();
    Map<Figure, FieldSource> sources = new EnumMap<>(Figure.class);
    put(sources, Figure.BALANCE, standing.balance());
    put(sources, Figure.PAID_PRINCIPAL, standing.paidPrincipal());
    put(sources, Figure.PAID_INTEREST, standing.paidInterest());
    put(sources, Figure.PAID_FEES, standing.paidFees());
    put(sources, Figure.PAID_PENALTIES, standing.paidPenalties());
    Map<Figure, BigDecimal> figures = new EnumMap<>(Figure.class);
    sources.forEach((figure, source) -> put(figures, figure, reader.figure(source)));
    sources.put(Figure.AMOUNT, mapping.terms().amount());
    put(figures, Figure.AMOUNT, reader.neededFigure(mapping.terms().amount()));
    return new LoanFigures(sources, figures);
  }

  Map<Figure, BigDecimal> all() {
    return Map.copyOf(figures);
  }

  @Nullable BigDecimal get(Figure figure) {
    return figures.get(figure);
  }

  /**
   * Returns where the loan stands; null, and notes, where the figures contradict each other.
   *
   * <p>A loan without a balance owes what was lent less the principal paid, or nothing if it is
   * paid off or given up; one that is paid off without a figure of it has paid all principal.
   */
  @Nullable Standing standing(RowReader reader, Money lent, LoanFate fate) {
    Currency currency = lent.currency();
    boolean closed = fate == LoanFate.CLOSED;
    Money unsaid = closed && !sources.containsKey(Figure.PAID_PRINCIPAL) ? lent : zero(lent);
    Money principal = money(reader, Figure.PAID_PRINCIPAL, unsaid);
    Money usual = fate.runs() ? lent.minus(principal).max(zero(lent)) : Money.zero(currency);
    Money balance = money(reader, Figure.BALANCE, usual);
    Money interest = money(reader, Figure.PAID_INTEREST, zero(lent));
    Money fees = money(reader, Figure.PAID_FEES, zero(lent));
    Money penalties = money(reader, Figure.PAID_PENALTIES, zero(lent));
    FieldSource balanceSource = sources.get(Figure.BALANCE);
    if (balanceSource != null && balance.compareTo(lent) > 0) {
      reader.note(
          balanceSource,
          "at most what was lent, " + lent.toDecimalString(),
          "Correct the balance: it is principal only, without interest and fees.");
    }
    if (balanceSource != null && closed && balance.isPositive()) {
      reader.note(
          balanceSource,
          "no balance, since the loan is paid off",
          "Correct the balance, or say that the word for the loan's state means ACTIVE.");
    }
    return reader.isUsable()
        ? new Standing(balance, new Split(principal, interest, fees, penalties))
        : null;
  }

  private Money money(RowReader reader, Figure figure, Money unsaid) {
    FieldSource source = sources.get(figure);
    BigDecimal value = figures.get(figure);
    Money money =
        source == null || value == null ? null : reader.money(source, value, unsaid.currency());
    return money == null ? unsaid : money;
  }

  private static Money zero(Money like) {
    return Money.zero(like.currency());
  }

  private static <T> void put(Map<Figure, T> map, Figure figure, @Nullable T value) {
    if (value != null) {
      map.put(figure, value);
    }
  }
}
