package io.loanwright.ledger;

import io.loanwright.engine.money.Currency;
import io.loanwright.ledger.CashFlow.Held;
import io.loanwright.ledger.DayBook.Noted;
import io.loanwright.ledger.DayBook.OfKind;
import io.loanwright.ledger.DayBook.OfPerson;
import io.loanwright.ledger.IncomeReceived.Earned;
import io.loanwright.ledger.spi.LoanAccounts;
import io.loanwright.ledger.store.CashFlowQuery;
import io.loanwright.ledger.store.DayBookQuery;
import io.loanwright.ledger.store.IncomeReceivedQuery;
import io.loanwright.organization.Branches;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the books say of money: where it is, where it came from, and what is still to come; of all
 * branches, or of one that there is.
 */
@Component
public class MoneyReports {

  private static final Set<PostingRole> NO_PAYMENT =
      EnumSet.of(
          PostingRole.OPENING_BALANCE,
          PostingRole.WRITE_OFF_EXPENSE,
          PostingRole.WAIVER_EXPENSE,
          PostingRole.LOAN_LOSS_ALLOWANCE);

  private final MoneyAccounts money;
  private final LoanAccounts loans;
  private final CashFlowQuery flows;
  private final DayBookQuery days;
  private final IncomeReceivedQuery income;
  private final Branches branches;

  MoneyReports(
      MoneyAccounts money,
      LoanAccounts loans,
      CashFlowQuery flows,
      DayBookQuery days,
      IncomeReceivedQuery income,
      Branches branches) {
    this.money = money;
    this.loans = loans;
    this.flows = flows;
    this.days = days;
    this.income = income;
    this.branches = branches;
  }

  /** Returns the codes of accounts that are money whatever the chart says of them. */
  public Set<String> accounts() {
    return money.codes();
  }

  /** Returns where money came from and where it went, of one moment. */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public CashFlow cashFlow(BooksSpan span, @Nullable UUID branch) {
    branches.requireKnown(branch);
    Set<String> codes = money.codes();
    return new CashFlow(
        span, branch, flows.held(codes, span, branch), flows.flows(codes, span, branch));
  }

  /** Returns what each account of money held before some days, and what came and went. */
  public List<Held> held(BooksSpan span, @Nullable UUID branch) {
    branches.requireKnown(branch);
    return flows.held(money.codes(), span, branch);
  }

  /**
   * Returns what was booked for a day.
   *
   * @param ran when it was the business date; null if nobody knows, since it was not closed
   */
  @Transactional(readOnly = true)
  public DayBook dayBook(
      LocalDate on, DayBook.@Nullable Ran ran, Currency currency, @Nullable UUID branch) {
    branches.requireKnown(branch);
    Map<List<@Nullable String>, OfKind> kinds = new LinkedHashMap<>();
    Map<UUID, OfPerson> people = new LinkedHashMap<>();
    for (DayBookQuery.Group group : days.sums(money.codes(), on, currency, branch)) {
      OfKind kind = new OfKind(group.source(), group.what(), group.sums());
      kinds.merge(Arrays.asList(group.source(), group.what()), kind, MoneyReports::both);
      OfPerson person = new OfPerson(group.recordedBy(), group.sums());
      people.merge(group.recordedBy(), person, MoneyReports::both);
    }
    return new DayBook(
        on,
        List.copyOf(kinds.values()),
        List.copyOf(people.values()),
        days.reversals(on, currency, branch),
        ran == null ? Noted.NONE : days.late(on, ran, currency, branch));
  }

  private static OfKind both(OfKind one, OfKind other) {
    return new OfKind(one.source(), one.what(), one.sums().plus(other.sums()));
  }

  private static OfPerson both(OfPerson one, OfPerson other) {
    return new OfPerson(one.userId(), one.sums().plus(other.sums()));
  }

  /** Returns what was earned from loans beside what was received, of one moment. */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public IncomeReceived income(BooksSpan span, @Nullable UUID branch) {
    branches.requireKnown(branch);
    List<String> unpaid = codes(NO_PAYMENT);
    return new IncomeReceived(
        span,
        branch,
        Arrays.stream(Earned.values())
            .map(kind ->
                income.of(
                    kind,
                    new IncomeReceivedQuery.Accounts(
                        codes(EnumSet.of(kind.income())),
                        codes(EnumSet.of(kind.receivable())),
                        unpaid),
                    span,
                    branch))
            .toList());
  }

  /** Returns the accounts that play some roles in the first chart or in any product, by code. */
  private List<String> codes(Set<PostingRole> roles) {
    Map<PostingRole, String> preset = ChartPreset.smallLender();
    Set<String> codes = new TreeSet<>(loans.codes(roles));
    roles.forEach(role -> codes.add(Objects.requireNonNull(preset.get(role))));
    return List.copyOf(codes);
  }
}
