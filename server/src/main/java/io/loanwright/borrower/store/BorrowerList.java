package io.loanwright.borrower.store;

import io.loanwright.access.Reach;
import io.loanwright.borrower.Borrower;
import io.loanwright.borrower.BorrowerFilter;
import io.loanwright.borrower.BorrowerSearch;
import io.loanwright.borrower.BorrowerSearch.Closeness;
import io.loanwright.borrower.BorrowerSort;
import io.loanwright.web.Cursor;
import io.loanwright.web.ListWindow;
import io.loanwright.web.Page;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Pages of the borrowers, by key. */
@Repository
public class BorrowerList {

  private static final String PAGE =
      """
      SELECT %s,
             %s AS sort_key
        FROM borrower.borrower b
       WHERE %s
       ORDER BY %s
       LIMIT :limit
      """;

  private static final String FOUND =
      """
      SELECT EXISTS (SELECT 1
                       FROM borrower.borrower b
                      WHERE %s)
      """;

  /** In whole thousandths, which a cursor carries exactly. */
  private static final String MATCH = "round(%s::numeric * 1000)::integer";

  private final JdbcClient jdbc;

  BorrowerList(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * How far somebody sees.
   *
   * @param listed whom the list shows
   * @param unmasked whose personal data is shown and searched
   */
  public record Sight(Reach listed, Reach unmasked) {}

  /** Returns a page of the borrowers in sight; needs a transaction where it searches. */
  public Page<Borrower> page(Sight sight, BorrowerFilter filter, ListWindow<BorrowerSort> window) {
    List<String> conditions = new ArrayList<>();
    Map<String, @Nullable Object> params = new HashMap<>();
    String match = MATCH.formatted(BorrowerSearch.likeness(sight.unmasked()));
    narrow(sight, filter, conditions, params);
    if (filter.search() != null) {
      Closeness closeness = closeness(sight, filter);
      jdbc.sql(closeness.setting()).query(String.class).single();
      conditions.add(BorrowerSearch.condition(sight.unmasked(), closeness));
    }
    begin(window, match, conditions, params);
    String statement =
        PAGE.formatted(
            BorrowerStore.COLUMNS,
            key(window.order(), match),
            String.join("\n         AND ", conditions),
            order(window.order()));
    List<Row> rows =
        jdbc.sql(statement)
            .params(params)
            .param("limit", window.limit() + 1)
            .query((row, number) ->
                new Row(BorrowerStore.borrower(row, number), row.getString("sort_key")))
            .list();
    return Page.of(rows, window.limit(), row -> cursor(window.order(), row)).map(Row::borrower);
  }

  /**
   * Returns how much like what is searched for a borrower must be to be listed, by who is in sight;
   * needs a transaction.
   */
  public Closeness closeness(Sight sight, BorrowerFilter filter) {
    if (filter.search() == null) {
      return Closeness.ALIKE;
    }
    boolean isOfDigits = BorrowerSearch.isOfDigits(filter.search());
    Closeness best = isOfDigits ? Closeness.CONTAINED : Closeness.SAME;
    List<String> conditions = new ArrayList<>();
    Map<String, @Nullable Object> params = new HashMap<>();
    narrow(sight, filter, conditions, params);
    conditions.add(BorrowerSearch.condition(sight.unmasked(), best));
    jdbc.sql(best.setting()).query(String.class).single();
    boolean isThere =
        jdbc.sql(FOUND.formatted(String.join("\n                        AND ", conditions)))
            .params(params)
            .query(Boolean.class)
            .single();
    if (!isThere) {
      return Closeness.ALIKE;
    }
    return isOfDigits ? Closeness.CONTAINED : Closeness.CLOSE;
  }

  /** Adds all conditions but that of the search, and the values of all. */
  private static void narrow(
      Sight sight,
      BorrowerFilter filter,
      List<String> conditions,
      Map<String, @Nullable Object> params) {
    conditions.add(sight.listed().predicate("b", "id"));
    params.putAll(sight.listed().params());
    if (filter.search() != null) {
      params.putAll(BorrowerSearch.params(filter.search(), sight.unmasked()));
    }
    if (filter.status() != null) {
      conditions.add("b.status = :status");
      params.put("status", filter.status().name());
    }
    if (filter.branchId() != null) {
      conditions.add("b.branch_id = :branchId");
      params.put("branchId", filter.branchId());
    }
    if (filter.officerId() != null) {
      conditions.add("b.officer_id = :officerId");
      params.put("officerId", filter.officerId());
    }
  }

  private static void begin(
      ListWindow<BorrowerSort> window,
      String match,
      List<String> conditions,
      Map<String, @Nullable Object> params) {
    Cursor after = window.after();
    if (after == null) {
      return;
    }
    params.put("afterId", after.id(2));
    switch (window.order()) {
      case NAME_UP -> {
        conditions.add("(lower(b.name), b.id) > (:afterKey, :afterId)");
        params.put("afterKey", after.text(1));
      }
      case NAME_DOWN -> {
        conditions.add("(lower(b.name), b.id) < (:afterKey, :afterId)");
        params.put("afterKey", after.text(1));
      }
      case NUMBER_UP, CREATED_UP -> conditions.add("b.id > :afterId");
      case NUMBER_DOWN, CREATED_DOWN -> conditions.add("b.id < :afterId");
      case BEST_MATCH -> {
        conditions.add("(-" + match + ", b.id) > (-:afterKey, :afterId)");
        params.put("afterKey", after.number(1));
      }
    }
  }

  private static String key(BorrowerSort sort, String match) {
    return switch (sort) {
      case NAME_UP, NAME_DOWN -> "lower(b.name)";
      case NUMBER_UP, NUMBER_DOWN, CREATED_UP, CREATED_DOWN -> "0";
      case BEST_MATCH -> match;
    };
  }

  private static String order(BorrowerSort sort) {
    return switch (sort) {
      case NAME_UP -> "lower(b.name), b.id";
      case NAME_DOWN -> "lower(b.name) DESC, b.id DESC";
      case NUMBER_UP, CREATED_UP -> "b.id";
      case NUMBER_DOWN, CREATED_DOWN -> "b.id DESC";
      case BEST_MATCH -> "sort_key DESC, b.id";
    };
  }

  private static Cursor cursor(BorrowerSort sort, Row row) {
    return Cursor.of(sort.text(), row.key(), row.borrower().id());
  }

  private record Row(Borrower borrower, String key) {}
}
