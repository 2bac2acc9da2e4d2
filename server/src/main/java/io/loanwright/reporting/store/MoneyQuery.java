package io.loanwright.reporting.store;

import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import io.loanwright.ledger.ChartPreset;
import io.loanwright.ledger.DayBalances;
import io.loanwright.ledger.DayBalances.Held;
import io.loanwright.ledger.LenderWallet;
import io.loanwright.ledger.LenderWallets;
import io.loanwright.ledger.PostingRole;
import io.loanwright.ledger.WalletKind;
import io.loanwright.product.Products;
import io.loanwright.reporting.MoneyToday;
import io.loanwright.reporting.Tile;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** What the lender can pay with, what is to come in and go out, and what does not fit yet. */
@Repository
public class MoneyQuery {

  private static final int AHEAD = 30;
  private static final Set<PostingRole> LIQUID =
      EnumSet.of(PostingRole.CASH, PostingRole.BANK, PostingRole.MOBILE_MONEY, PostingRole.CARD);
  private static final Set<WalletKind> OWN_WALLETS =
      EnumSet.complementOf(EnumSet.of(WalletKind.BORROWER));

  private static final String EXPECTED =
      """
      SELECT coalesce(sum(f.unpaid_minor), 0)::bigint
        FROM loan.due_figure f
       WHERE f.due_on > :today
         AND f.due_on <= :until
         AND f.currency = :currency
      """;

  private static final String COMMITTED =
      """
      SELECT coalesce(sum(l.approved_minor), 0)::bigint
        FROM loan.loan_card l
       WHERE l.status = 'APPROVED'
         AND l.currency = :currency
      """;

  private static final String CHANNELS =
      """
      SELECT f.channel,
             coalesce(sum(f.payments) FILTER (WHERE f.paid_on = :today), 0) AS payments,
             coalesce(sum(f.amount_minor) FILTER (WHERE f.paid_on = :today), 0) AS now,
             coalesce(sum(f.amount_minor) FILTER (WHERE f.paid_on = :yesterday), 0) AS yesterday,
             coalesce(sum(f.amount_minor) FILTER (WHERE f.paid_on = :lastWeek), 0) AS last_week
        FROM payment.day_figure f
       WHERE f.paid_on IN (:today, :yesterday, :lastWeek)
         AND f.currency = :currency
       GROUP BY f.channel
       ORDER BY f.channel
      """;

  private final JdbcClient jdbc;
  private final DayBalances balances;
  private final LenderWallets wallets;
  private final Products products;
  private final ControlQuery controls;

  MoneyQuery(
      JdbcClient jdbc,
      DayBalances balances,
      LenderWallets wallets,
      Products products,
      ControlQuery controls) {
    this.jdbc = jdbc;
    this.balances = balances;
    this.wallets = wallets;
    this.products = products;
    this.controls = controls;
  }

  /**
   * Returns the figures of the whole organization; they are of one moment.
   *
   * @param today the business date
   */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public MoneyToday today(Currency currency, LocalDate today) {
    List<Held> held = balances.of(liquid(currency), currency, today);
    List<Tile> tiles = new ArrayList<>();
    tiles.add(total(Tile.Of.LIQUID, held, currency));
    tiles.add(Tile.money(Tile.Of.EXPECTED, new Money(expected(currency, today), currency)));
    tiles.add(Tile.money(Tile.Of.COMMITTED, new Money(committed(currency), currency)));
    tiles.add(
        total(Tile.Of.UNMATCHED, balances.of(unmatched(currency), currency, today), currency)
            .negated());
    tiles.add(Tile.money(Tile.Of.DIFFERENCE, controls.of(today, currency).apart()));
    return new MoneyToday(today, currency, tiles, held, channels(currency, today));
  }

  private Set<String> liquid(Currency currency) {
    Set<String> codes = codes(LIQUID, currency);
    wallets.inCurrency(currency, OWN_WALLETS).stream()
        .map(LenderWallet::accountCode)
        .forEach(codes::add);
    return codes;
  }

  private Set<String> unmatched(Currency currency) {
    return codes(EnumSet.of(PostingRole.UNMATCHED_PAYMENTS), currency);
  }

  /** Returns the accounts that play roles: of the first chart, and of products. */
  private Set<String> codes(Set<PostingRole> roles, Currency currency) {
    Map<PostingRole, String> preset = ChartPreset.smallLender();
    Set<String> codes = new HashSet<>();
    for (PostingRole role : roles) {
      codes.addAll(products.accounts(role, currency));
      codes.add(preset.getOrDefault(role, ""));
    }
    return codes;
  }

  private static Tile total(Tile.Of of, List<Held> held, Currency currency) {
    return Tile.money(
        of,
        currency,
        held.stream().mapToLong(each -> each.now().minor()).sum(),
        held.stream().mapToLong(each -> each.yesterday().minor()).sum(),
        held.stream().mapToLong(each -> each.lastWeek().minor()).sum());
  }

  private long expected(Currency currency, LocalDate today) {
    return jdbc.sql(EXPECTED)
        .param("today", today)
        .param("until", today.plusDays(AHEAD))
        .param("currency", currency.code())
        .query(Long.class)
        .single();
  }

  private long committed(Currency currency) {
    return jdbc.sql(COMMITTED).param("currency", currency.code()).query(Long.class).single();
  }

  private List<MoneyToday.OfChannel> channels(Currency currency, LocalDate today) {
    return jdbc.sql(CHANNELS)
        .param("today", today)
        .param("yesterday", today.minusDays(1))
        .param("lastWeek", today.minusDays(7))
        .param("currency", currency.code())
        .query((row, _) ->
            new MoneyToday.OfChannel(
                row.getString("channel"),
                row.getLong("payments"),
                new Money(row.getLong("now"), currency),
                new Money(row.getLong("yesterday"), currency),
                new Money(row.getLong("last_week"), currency)))
        .list();
  }
}
