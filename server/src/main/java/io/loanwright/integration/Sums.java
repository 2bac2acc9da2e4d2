package io.loanwright.integration;

import io.loanwright.engine.money.Currency;
import io.loanwright.integration.row.Figure;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Figures added up by currency, as files have them and as the books do. */
final class Sums {

  private final Map<String, Map<Figure, BigDecimal>> file = new TreeMap<>();
  private final Map<String, Map<Figure, BigDecimal>> books = new TreeMap<>();

  void addFile(Currency currency, Map<Figure, BigDecimal> figures) {
    add(file, currency, figures);
  }

  void addBooks(Currency currency, Map<Figure, BigDecimal> figures) {
    add(books, currency, figures);
  }

  void add(Sums other) {
    other.file.forEach((code, figures) -> addFile(Currency.of(code), figures));
    other.books.forEach((code, figures) -> addBooks(Currency.of(code), figures));
  }

  /** Returns a control total of each figure that the files have. */
  List<ControlTotal> totals() {
    List<ControlTotal> totals = new ArrayList<>();
    file.forEach((code, figures) ->
        figures.forEach((figure, sum) -> {
          BigDecimal kept =
              books.getOrDefault(code, Map.of()).getOrDefault(figure, BigDecimal.ZERO);
          int digits = Currency.of(code).minorDigits();
          totals.add(
              new ControlTotal(
                  figure,
                  code,
                  text(sum, digits),
                  text(kept, digits),
                  text(sum.subtract(kept), digits)));
        }));
    return totals;
  }

  private static String text(BigDecimal sum, int digits) {
    BigDecimal plain = sum.stripTrailingZeros();
    return plain.setScale(Math.max(digits, plain.scale())).toPlainString();
  }

  private static void add(
      Map<String, Map<Figure, BigDecimal>> sums,
      Currency currency,
      Map<Figure, BigDecimal> figures) {
    Map<Figure, BigDecimal> known =
        sums.computeIfAbsent(currency.code(), _ -> new EnumMap<>(Figure.class));
    figures.forEach((figure, value) -> known.merge(figure, value, BigDecimal::add));
  }
}
