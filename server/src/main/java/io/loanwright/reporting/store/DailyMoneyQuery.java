package io.loanwright.reporting.store;

import io.loanwright.arrears.Arrears;
import io.loanwright.arrears.ClosedDay;
import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import io.loanwright.identity.Users;
import io.loanwright.ledger.BooksSpan;
import io.loanwright.ledger.DayBook;
import io.loanwright.ledger.MoneyReports;
import io.loanwright.reporting.DailyMoney;
import io.loanwright.reporting.DailyMoney.OfChannel;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Puts the day book together. */
@Repository
public class DailyMoneyQuery {

  /** By {@code payment_of_days_idx}. */
  private static final String CHANNELS =
      """
      SELECT p.channel, count(*) FILTER (WHERE p.status = 'POSTED') AS payments,
             coalesce(sum(p.amount_minor) FILTER (WHERE p.status = 'POSTED'), 0)::bigint
               AS amount_minor,
             count(*) FILTER (WHERE p.status = 'REVERSED') AS reversed,
             coalesce(sum(p.amount_minor) FILTER (WHERE p.status = 'REVERSED'), 0)::bigint
               AS reversed_minor
        FROM payment.payment_card p
       WHERE p.paid_on = :on
         AND p.currency = :currency
         AND (CAST(:branch AS uuid) IS NULL OR p.branch_id = :branch)
       GROUP BY p.channel
       ORDER BY p.channel
      """;

  private final JdbcClient jdbc;
  private final MoneyReports money;
  private final Arrears arrears;
  private final Users users;

  DailyMoneyQuery(JdbcClient jdbc, MoneyReports money, Arrears arrears, Users users) {
    this.jdbc = jdbc;
    this.money = money;
    this.arrears = arrears;
    this.users = users;
  }

  /**
   * Returns the day book of one moment.
   *
   * @param today the business date
   * @param branch the branch; null for all
   */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public DailyMoney of(LocalDate on, LocalDate today, Currency currency, @Nullable UUID branch) {
    List<ClosedDay> before = arrears.closedDays(on.plusDays(1), 2);
    Optional<ClosedDay> closed = before.stream().filter(day -> day.day().equals(on)).findFirst();
    Optional<ClosedDay> last = before.stream().filter(day -> day.day().isBefore(on)).findFirst();
    DayBook.@Nullable Ran ran =
        closed.isPresent() || on.equals(today)
            ? new DayBook.Ran(
                last.map(ClosedDay::closedAt).orElse(null),
                closed.map(ClosedDay::closedAt).orElse(null))
            : null;
    DayBook book = money.dayBook(on, ran, currency, branch);
    BooksSpan span = new BooksSpan(on, on, currency);
    return new DailyMoney(
        span,
        branch,
        money.held(span, branch),
        channels(on, currency, branch),
        book,
        closed.orElse(null),
        users.toldApart(people(book)));
  }

  private List<OfChannel> channels(LocalDate on, Currency currency, @Nullable UUID branch) {
    return jdbc.sql(CHANNELS)
        .param("on", on)
        .param("currency", currency.code())
        .param("branch", branch)
        .query((row, _) ->
            new OfChannel(
                row.getString("channel"),
                row.getLong("payments"),
                new Money(row.getLong("amount_minor"), currency),
                row.getLong("reversed"),
                new Money(row.getLong("reversed_minor"), currency)))
        .list();
  }

  private static Set<UUID> people(DayBook book) {
    Set<UUID> people = new HashSet<>();
    book.people().forEach(person -> people.add(person.userId()));
    book.reversals().entries().forEach(entry -> people.add(entry.recordedBy()));
    book.late().entries().forEach(entry -> people.add(entry.recordedBy()));
    return people;
  }
}
