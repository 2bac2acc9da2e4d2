package io.loanwright.loan.store;

import io.loanwright.access.Caller;
import io.loanwright.access.Reach;
import io.loanwright.loan.Loan;
import io.loanwright.loan.LoanFilter;
import io.loanwright.loan.LoanFilter.DaysPastDue;
import io.loanwright.loan.LoanFlag;
import io.loanwright.loan.LoanSort;
import io.loanwright.loan.LoanState;
import io.loanwright.loan.LoanStatus;
import io.loanwright.loan.rule.ApprovalRules;
import io.loanwright.web.Cursor;
import io.loanwright.web.ListWindow;
import io.loanwright.web.Page;
import io.loanwright.web.Texts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Lists of loans, read by key.
 *
 * <p>A statement is put together from constant conditions, so that each filter is answered by its
 * own index; what a client sends is only ever a parameter.
 */
@Repository
public class LoanList {

  private static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

  private static final String LOANS = "FROM loan.loan l";

  /** In the order of what they owe, by the index of another table. */
  private static final String LOANS_BY_OWED =
      """
      FROM loan.owed o
        JOIN loan.loan l ON l.id = o.loan_id\
      """;

  /** Those that can owe something; a check of the table says so. */
  private static final Set<LoanStatus> OWING = Set.of(LoanStatus.ACTIVE, LoanStatus.WRITTEN_OFF);

  /** True of all others: the index of what is owed is then not walked past those that owe. */
  private static final String OWES_NOTHING = "o.owed_minor = 0";

  // Each of these is the expression of an index, to the letter.
  private static final String PAID_OUT = "coalesce(l.disbursed_on, DATE '9999-12-31')";
  private static final String UNPAID_SINCE = "coalesce(l.oldest_unpaid_due_on, DATE '9999-12-31')";

  private static final UUID NOBODY = new UUID(0, 0);

  private static final String COLUMNS = LoanRow.COLUMNS + ", " + FlagStore.STANDING_OF_LOAN;

  private static final String PAGE =
      """
      SELECT %s
        %s
       WHERE %s
       ORDER BY %s
       LIMIT :limit
      """;

  /**
   * Of loans that are past due, by number. Walking the numbers would pass by all the loans that are
   * newer than the first one past due; those that are past due are read out of their index alone.
   */
  private static final String PAGE_PAST_DUE =
      """
      SELECT %s
        FROM (SELECT s.id
                FROM (SELECT l.id
                        FROM loan.loan l
                       WHERE %s
                      OFFSET 0) s
               ORDER BY s.id %s
               LIMIT :limit) p
        JOIN loan.loan l ON l.id = p.id
       ORDER BY %s
      """;

  /**
   * Sets of ids, each by its own index; one condition with OR could use none. Who types a whole
   * number finds that loan alone, and the other sets are not read.
   */
  private static final String SEARCH =
      """
      l.id IN (SELECT w.id
                    FROM loan.loan w
                   WHERE w.number = :whole
                   UNION
                  SELECT n.id
                    FROM loan.loan n
                   WHERE n.number ILIKE :search
                     AND NOT EXISTS (SELECT 1 FROM loan.loan w WHERE w.number = :whole)
                   UNION
                  SELECT o.id
                    FROM loan.loan o
                    JOIN borrower.borrower_card b ON b.id = o.borrower_id
                   WHERE b.name ILIKE :search
                     AND NOT EXISTS (SELECT 1 FROM loan.loan w WHERE w.number = :whole))\
      """;

  private static final String INBOX =
      """
      SELECT %s
        FROM loan.loan l
        JOIN loan.approval a ON a.loan_id = l.id
       WHERE l.status IN ('SUBMITTED', 'UNDER_REVIEW')
         AND a.decision = 'PENDING'
         AND NOT EXISTS (SELECT 1
                           FROM loan.approval e
                          WHERE e.loan_id = a.loan_id
                            AND (e.step < a.step AND e.decision = 'PENDING'
                                 OR e.decided_by = :userId))
         AND (a.role = :role OR :administrator OR a.role IS NULL AND :usual)
         AND l.applied_by <> :userId
         AND (:borrowerId::uuid IS NULL OR l.borrower_id <> :borrowerId)
         AND NOT EXISTS (SELECT 1
                           FROM borrower.relative_in_force f
                          WHERE f.user_id = :userId
                            AND f.borrower_id = l.borrower_id)
         AND (:after::uuid IS NULL OR l.id > :after)
         AND %s
       ORDER BY l.id
       LIMIT :limit
      """;

  private static final String OF_BORROWER =
      """
      SELECT id
        FROM loan.loan
       WHERE borrower_id = :borrower
      """;

  private final JdbcClient jdbc;

  LoanList(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Returns the ids of a borrower's loans. */
  public List<UUID> ofBorrower(UUID borrowerId) {
    return jdbc.sql(OF_BORROWER)
        .param("borrower", borrowerId)
        .query((row, _) -> row.getObject("id", UUID.class))
        .list();
  }

  /** A loan with what the staff say of it. */
  public record Listed(Loan loan, Set<LoanFlag> flags) {}

  /**
   * Returns a page of the loans within a reach.
   *
   * @param oneself whoever looks, as a borrower: own loans are not found by their flags
   */
  public Page<Listed> page(
      Reach reach,
      LoanFilter filter,
      LocalDate businessDate,
      ListWindow<LoanSort> window,
      @Nullable UUID oneself) {
    List<String> conditions = new ArrayList<>();
    Map<String, Object> params = new HashMap<>(reach.params());
    params.put("oneself", oneself == null ? NOBODY : oneself);
    conditions.add(reach.predicate("l", "borrower_id"));
    narrow(filter, businessDate, conditions, params);
    if (isByOwed(window.order()) && oweNothing(filter)) {
      conditions.add(OWES_NOTHING);
    }
    begin(window, conditions, params);
    List<Listed> rows =
        jdbc.sql(statement(filter, window.order(), String.join("\n         AND ", conditions)))
            .params(params)
            .param("limit", window.limit() + 1)
            .query((row, number) -> new Listed(LoanRow.map(row, number), FlagStore.standing(row)))
            .list();
    return Page.of(rows, window.limit(), listed -> cursor(window.order(), listed.loan()));
  }

  private static String statement(LoanFilter filter, LoanSort sort, String conditions) {
    return isInIndexOfPastDue(filter) && isByNumber(sort)
        ? PAGE_PAST_DUE.formatted(
            COLUMNS, conditions, sort == LoanSort.NUMBER_UP ? "ASC" : "DESC", order(sort))
        : PAGE.formatted(COLUMNS, tables(sort), conditions, order(sort));
  }

  /** Of what is asked for, {@code loan_branch_unpaid_since_idx} has all. */
  private static boolean isInIndexOfPastDue(LoanFilter filter) {
    return filter.pastDue() != null
        && filter.pastDue().from() > 0
        && filter.statuses().isEmpty()
        && filter.productId() == null
        && filter.defaulted() == null
        && filter.flag() == null
        && filter.search() == null;
  }

  private static boolean isByNumber(LoanSort sort) {
    return sort == LoanSort.NUMBER_DOWN || sort == LoanSort.NUMBER_UP;
  }

  private static String tables(LoanSort sort) {
    return isByOwed(sort) ? LOANS_BY_OWED : LOANS;
  }

  private static boolean isByOwed(LoanSort sort) {
    return sort == LoanSort.OUTSTANDING_DOWN || sort == LoanSort.OUTSTANDING_UP;
  }

  private static boolean oweNothing(LoanFilter filter) {
    return !filter.statuses().isEmpty() && Collections.disjoint(filter.statuses(), OWING);
  }

  private static void narrow(
      LoanFilter filter,
      LocalDate businessDate,
      List<String> conditions,
      Map<String, Object> params) {
    if (!filter.statuses().isEmpty()) {
      conditions.add("l.status = ANY (:statuses)");
      params.put(
          "statuses", filter.statuses().stream().map(LoanStatus::name).toArray(String[]::new));
    }
    id(filter.borrowerId(), "l.borrower_id = :borrowerId", "borrowerId", conditions, params);
    id(filter.productId(), "l.product_id = :productId", "productId", conditions, params);
    id(filter.officerId(), "l.officer_id = :officerId", "officerId", conditions, params);
    if (filter.defaulted() != null) {
      conditions.add(filter.defaulted() ? "l.defaulted" : "NOT l.defaulted");
    }
    if (filter.flag() != null) {
      conditions.add(LoanFilter.FLAGGED);
      params.put("flag", filter.flag().name());
    }
    DaysPastDue pastDue = filter.pastDue();
    if (pastDue != null) {
      conditions.add("l.status = 'ACTIVE'");
      day(
          pastDue.lastDueOn(businessDate),
          UNPAID_SINCE + " <= :lastDueOn",
          "lastDueOn",
          conditions,
          params);
      day(
          pastDue.firstDueOn(businessDate),
          UNPAID_SINCE + " >= :firstDueOn",
          "firstDueOn",
          conditions,
          params);
    }
    if (filter.paidOut() != null) {
      conditions.add(LoanFilter.PaidOut.CONDITION);
      params.putAll(filter.paidOut().params());
    }
    if (filter.search() != null) {
      conditions.add(SEARCH);
      params.put("search", Texts.containing(filter.search()));
      params.put("whole", filter.search().toUpperCase(Locale.ROOT));
    }
  }

  private static void day(
      @Nullable LocalDate day,
      String condition,
      String name,
      List<String> conditions,
      Map<String, Object> params) {
    if (day != null) {
      conditions.add(condition);
      params.put(name, day);
    }
  }

  private static void id(
      @Nullable UUID id,
      String condition,
      String name,
      List<String> conditions,
      Map<String, Object> params) {
    if (id != null) {
      conditions.add(condition);
      params.put(name, id);
    }
  }

  private static void begin(
      ListWindow<LoanSort> window, List<String> conditions, Map<String, Object> params) {
    Cursor after = window.after();
    if (after == null) {
      return;
    }
    conditions.add(
        switch (window.order()) {
          case NUMBER_DOWN -> "l.id < :afterId";
          case NUMBER_UP -> "l.id > :afterId";
          case PRINCIPAL_DOWN -> "(l.requested_minor, l.id) < (:afterKey, :afterId)";
          case PRINCIPAL_UP -> "(l.requested_minor, l.id) > (:afterKey, :afterId)";
          case OUTSTANDING_DOWN -> "(o.owed_minor, o.loan_id) < (:afterKey, :afterId)";
          case OUTSTANDING_UP -> "(o.owed_minor, o.loan_id) > (:afterKey, :afterId)";
          case APPLIED_DOWN -> "(l.applied_on, l.id) < (:afterKey, :afterId)";
          case APPLIED_UP -> "(l.applied_on, l.id) > (:afterKey, :afterId)";
          case DISBURSED_DOWN -> "(%s, l.id) < (:afterKey, :afterId)".formatted(PAID_OUT);
          case DISBURSED_UP -> "(%s, l.id) > (:afterKey, :afterId)".formatted(PAID_OUT);
          case DAYS_PAST_DUE_DOWN -> "(%s, l.id) > (:afterKey, :afterId)".formatted(UNPAID_SINCE);
        });
    params.put("afterId", after.id(2));
    switch (window.order()) {
      case NUMBER_DOWN, NUMBER_UP -> {}
      case PRINCIPAL_DOWN, PRINCIPAL_UP, OUTSTANDING_DOWN, OUTSTANDING_UP ->
          params.put("afterKey", after.number(1));
      case APPLIED_DOWN, APPLIED_UP, DISBURSED_DOWN, DISBURSED_UP, DAYS_PAST_DUE_DOWN ->
          params.put("afterKey", after.date(1));
    }
  }

  private static String order(LoanSort sort) {
    return switch (sort) {
      case NUMBER_DOWN -> "l.id DESC";
      case NUMBER_UP -> "l.id";
      case PRINCIPAL_DOWN -> "l.requested_minor DESC, l.id DESC";
      case PRINCIPAL_UP -> "l.requested_minor, l.id";
      case OUTSTANDING_DOWN -> "o.owed_minor DESC, o.loan_id DESC";
      case OUTSTANDING_UP -> "o.owed_minor, o.loan_id";
      case APPLIED_DOWN -> "l.applied_on DESC, l.id DESC";
      case APPLIED_UP -> "l.applied_on, l.id";
      case DISBURSED_DOWN -> PAID_OUT + " DESC, l.id DESC";
      case DISBURSED_UP -> PAID_OUT + ", l.id";
      case DAYS_PAST_DUE_DOWN -> UNPAID_SINCE + ", l.id";
    };
  }

  private static Cursor cursor(LoanSort sort, Loan loan) {
    Object key =
        switch (sort) {
          case NUMBER_DOWN, NUMBER_UP -> 0;
          case PRINCIPAL_DOWN, PRINCIPAL_UP -> loan.application().requested().minor();
          case OUTSTANDING_DOWN, OUTSTANDING_UP -> loan.progress().outstanding().total().minor();
          case APPLIED_DOWN, APPLIED_UP -> loan.application().on();
          case DISBURSED_DOWN, DISBURSED_UP -> {
            LoanState.Active active = loan.state().disbursement();
            yield active == null ? NEVER : active.on();
          }
          case DAYS_PAST_DUE_DOWN -> {
            LocalDate since = loan.progress().oldestUnpaidOn();
            yield since == null ? NEVER : since;
          }
        };
    return Cursor.of(sort.text(), key, loan.id());
  }

  /** Returns the applications that wait for a caller's decision, oldest first. */
  public Page<Listed> inbox(Caller caller, Reach reach, @Nullable UUID after, int limit) {
    List<Listed> rows =
        jdbc.sql(INBOX.formatted(LoanRow.COLUMNS, reach.predicate("l", "borrower_id")))
            .params(reach.params())
            .param("role", caller.role())
            .param("administrator", caller.role().equals(ApprovalRules.ADMINISTRATOR))
            .param("usual", ApprovalRules.USUAL.contains(caller.role()))
            .param("userId", caller.userId())
            .param("borrowerId", caller.borrowerId())
            .param("after", after)
            .param("limit", limit + 1)
            .query((row, number) -> new Listed(LoanRow.map(row, number), Set.of()))
            .list();
    return Page.of(rows, limit, listed -> Cursor.of(listed.loan().id()));
  }
}
