package io.loanwright.reporting;

import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import io.loanwright.reporting.Ageing.Age;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The portfolio at risk on the business date, of each branch or officer.
 *
 * @param parts the active loans of each
 */
public record AtRiskReport(LocalDate on, Currency currency, By by, List<Part> parts) {

  /** Keeps the rows from changing. */
  public AtRiskReport {
    parts = List.copyOf(parts);
  }

  /** What has a row of its own. */
  public enum By {
    /** Each branch. */
    BRANCH,
    /** Each officer; loans without one are together. */
    OFFICER
  }

  /**
   * Active loans of a branch or officer whose oldest unpaid installment is of the same day.
   *
   * @param of the branch or officer; null for no officer
   */
  public record Part(@Nullable UUID of, Age age) {}

  /**
   * What is at risk of a branch, an officer, or of all.
   *
   * @param of the branch or officer; null for no officer, and for all
   * @param loans the active ones
   * @param outstanding their principal that is not repaid
   */
  public record Row(@Nullable UUID of, long loans, Money outstanding, List<AtRisk> atRisk) {

    /** Keeps the rows from changing. */
    public Row {
      atRisk = List.copyOf(atRisk);
    }
  }

  /** Returns a row each, those with most late by more than 30 days first. */
  public List<Row> rows() {
    Map<@Nullable UUID, List<Age>> ages = new HashMap<>();
    for (Part part : parts) {
      ages.computeIfAbsent(part.of(), _ -> new ArrayList<>()).add(part.age());
    }
    List<Row> rows = new ArrayList<>();
    ages.forEach((of, each) -> rows.add(row(of, each)));
    rows.sort(
        Comparator.comparing((Row row) -> row.atRisk().get(1).outstanding())
            .thenComparing(Row::outstanding)
            .reversed()
            .thenComparing(Row::of, Comparator.nullsLast(Comparator.naturalOrder())));
    return rows;
  }

  /** Returns what is at risk of all. */
  public Row total() {
    return row(null, parts.stream().map(Part::age).toList());
  }

  private Row row(@Nullable UUID of, List<Age> ages) {
    return new Row(
        of,
        ages.stream().mapToLong(Age::loans).sum(),
        ages.stream().map(Age::outstanding).reduce(Money.zero(currency), Money::plus),
        AtRisk.of(ages, currency, on));
  }
}
