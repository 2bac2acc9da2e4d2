package io.loanwright.reporting.store;

import io.loanwright.access.Reach;
import io.loanwright.access.Scope;
import io.loanwright.arrears.Arrears;
import io.loanwright.arrears.ArrearsClass;
import io.loanwright.arrears.ArrearsClasses;
import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import io.loanwright.engine.money.Split;
import io.loanwright.reporting.Ageing;
import io.loanwright.reporting.Ageing.Age;
import io.loanwright.reporting.Ageing.OfBranch;
import io.loanwright.reporting.Ageing.OfClass;
import io.loanwright.reporting.Ageing.Sums;
import io.loanwright.reporting.AtRisk;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** How old what is unpaid is. */
@Repository
public class AgeingQuery {

  /** Reads figures that are kept: a row for each branch, officer and due date. */
  private static final String AGES =
      """
      SELECT f.branch_id, f.unpaid_since, sum(f.loans)::bigint AS loans,
             sum(f.outstanding_minor)::bigint AS owed_minor
        FROM loan.ageing_figure f
       WHERE f.currency = :currency
         AND %s
       GROUP BY f.branch_id, f.unpaid_since
      HAVING sum(f.loans) <> 0
      """;

  /** The same of one borrower, for whom no figures are kept: a few loans. */
  private static final String AGES_OF_A_BORROWER =
      """
      SELECT l.branch_id, l.oldest_unpaid_due_on AS unpaid_since, count(*) AS loans,
             sum(l.principal_outstanding_minor)::bigint AS owed_minor
        FROM loan.loan_card l
       WHERE l.status = 'ACTIVE'
         AND l.currency = :currency
         AND %s
       GROUP BY l.branch_id, l.oldest_unpaid_due_on
      """;

  /**
   * Reads the installments that are past due, out of an index, and their loans out of another one.
   */
  private static final String OVERDUE =
      """
      SELECT u.branch_id, u.unpaid_since, sum(u.unpaid_minor)::bigint AS overdue_minor
        FROM loan.unpaid_installment u
       WHERE u.currency = :currency
         AND u.due_on < :on
         AND coalesce(u.unpaid_since, DATE '9999-12-31') < :on
         AND %s
       GROUP BY u.branch_id, u.unpaid_since
      """;

  /** The same part by part, out of the rows of the installments that are past due. */
  private static final String OVERDUE_BY_PARTS =
      """
      SELECT u.branch_id, u.unpaid_since, sum(u.unpaid_minor)::bigint AS overdue_minor,
             sum(u.principal_minor)::bigint AS principal_minor,
             sum(u.interest_minor)::bigint AS interest_minor,
             sum(u.fees_minor)::bigint AS fees_minor,
             sum(u.penalties_minor)::bigint AS penalties_minor
        FROM loan.unpaid_installment u
       WHERE u.currency = :currency
         AND u.due_on < :on
         AND coalesce(u.unpaid_since, DATE '9999-12-31') < :on
         AND %s
       GROUP BY u.branch_id, u.unpaid_since
      """;

  private final JdbcClient jdbc;
  private final Arrears arrears;

  AgeingQuery(JdbcClient jdbc, Arrears arrears) {
    this.jdbc = jdbc;
    this.arrears = arrears;
  }

  /**
   * Returns how far behind the loans within a reach are; its figures are of one moment.
   *
   * @param on the business date
   * @param byParts whether what is overdue is told part by part, which reads all that is past due
   */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public Ageing ageing(Reach reach, Currency currency, LocalDate on, boolean byParts) {
    List<Age> ages = ages(reach, currency);
    ArrearsClasses classes = arrears.classes();
    Map<ArrearsClass, Map<UUID, Sums>> sums = new TreeMap<>(byFirstDay());
    for (Age age : ages) {
      add(sums, classes.on(on, age.unpaidSince()), age.branchId(), ofLoans(age, currency));
    }
    for (Late late : late(reach, currency, on, byParts)) {
      Money none = Money.zero(currency);
      add(
          sums,
          classes.on(on, late.unpaidSince()),
          late.branchId(),
          new Sums(0, late.overdue(), late.parts(), none));
    }
    return new Ageing(
        on,
        currency,
        byParts,
        rows(classes.classes(), sums, currency),
        AtRisk.of(ages, currency, on));
  }

  /** Returns the ages of the active loans within a reach. */
  List<Age> ages(Reach reach, Currency currency) {
    String statement =
        reach.scope() == Scope.SELF
            ? AGES_OF_A_BORROWER.formatted(reach.predicate("l", "borrower_id"))
            : AGES.formatted(reach.predicate("f", "borrower_id"));
    return jdbc.sql(statement)
        .params(reach.params())
        .param("currency", currency.code())
        .query((row, _) ->
            new Age(
                row.getObject("branch_id", UUID.class),
                row.getObject("unpaid_since", LocalDate.class),
                row.getLong("loans"),
                new Money(row.getLong("owed_minor"), currency)))
        .list();
  }

  /** What is past due of the loans of a branch that are unpaid since the same day. */
  private record Late(UUID branchId, LocalDate unpaidSince, Money overdue, Split parts) {}

  private List<Late> late(Reach reach, Currency currency, LocalDate on, boolean byParts) {
    String statement = byParts ? OVERDUE_BY_PARTS : OVERDUE;
    return jdbc.sql(statement.formatted(reach.predicate("u", "borrower_id")))
        .params(reach.params())
        .param("currency", currency.code())
        .param("on", on)
        .query((row, _) ->
            new Late(
                row.getObject("branch_id", UUID.class),
                Objects.requireNonNull(row.getObject("unpaid_since", LocalDate.class)),
                new Money(row.getLong("overdue_minor"), currency),
                byParts ? parts(row, currency) : Split.zero(currency)))
        .list();
  }

  private static Split parts(ResultSet row, Currency currency) throws SQLException {
    return Split.ofMinor(
        row.getLong("principal_minor"),
        row.getLong("interest_minor"),
        row.getLong("fees_minor"),
        row.getLong("penalties_minor"),
        currency);
  }

  private static Comparator<ArrearsClass> byFirstDay() {
    return Comparator.comparingInt(ArrearsClass::fromDay);
  }

  private static Sums ofLoans(Age age, Currency currency) {
    return new Sums(age.loans(), Money.zero(currency), Split.zero(currency), age.outstanding());
  }

  private static void add(
      Map<ArrearsClass, Map<UUID, Sums>> sums, ArrearsClass of, UUID branchId, Sums more) {
    sums.computeIfAbsent(of, _ -> new TreeMap<>()).merge(branchId, more, Sums::plus);
  }

  private static List<OfClass> rows(
      List<ArrearsClass> classes, Map<ArrearsClass, Map<UUID, Sums>> sums, Currency currency) {
    List<OfClass> rows = new ArrayList<>();
    for (int i = 0; i < classes.size(); i++) {
      Map<UUID, Sums> branches = sums.getOrDefault(classes.get(i), Map.of());
      boolean isLast = i == classes.size() - 1;
      rows.add(
          new OfClass(
              classes.get(i),
              isLast ? null : classes.get(i + 1).fromDay() - 1,
              branches.values().stream().reduce(Sums.none(currency), Sums::plus),
              branches.entrySet().stream()
                  .map(branch -> new OfBranch(branch.getKey(), branch.getValue()))
                  .toList()));
    }
    return rows;
  }
}
