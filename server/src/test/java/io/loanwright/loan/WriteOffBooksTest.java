package io.loanwright.loan;

import static io.loanwright.loan.LoanFixtures.DISBURSED_ON;
import static io.loanwright.loan.LoanFixtures.EUR;
import static io.loanwright.loan.LoanFixtures.disbursement;
import static io.loanwright.loan.LoanFixtures.euros;
import static io.loanwright.loan.LoanFixtures.event;
import static io.loanwright.loan.LoanFixtures.repayment;
import static io.loanwright.loan.LoanFixtures.twelveMonths;
import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.engine.event.LoanEvent;
import io.loanwright.engine.money.Money;
import io.loanwright.engine.replay.Acceptance;
import io.loanwright.engine.replay.GivenUp;
import io.loanwright.engine.replay.LoanPosition;
import io.loanwright.engine.replay.Replay;
import io.loanwright.engine.terms.ChargeKind;
import io.loanwright.engine.terms.LoanTerms;
import io.loanwright.engine.terms.RecalculationTerms;
import io.loanwright.engine.terms.RecalculationTerms.OverdueInterest;
import io.loanwright.engine.terms.RecalculationTerms.PayoffInterest;
import io.loanwright.engine.terms.RecalculationTerms.Recalculation;
import io.loanwright.engine.terms.RecalculationTerms.Rest;
import io.loanwright.ledger.PostingRole;
import io.loanwright.loan.rule.PostingRules;
import io.loanwright.loan.rule.Replaying;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * The books of every day are those of the loan on that day, also where it is given up, charged,
 * changed, and any of it is taken back, in whatever order.
 */
class WriteOffBooksTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

  private final TreeMap<LocalDate, Map<PostingRole, Long>> books = new TreeMap<>();
  private final List<RecordedEvent> events = new ArrayList<>();
  private LoanTerms terms = twelveMonths();

  @Test
  void booksOfEveryDayEqualTheReplayAfterRandomHistories() {
    int givenUp = 0;
    for (long seed = 1; seed <= 120; seed++) {
      Random random = new Random(seed);
      terms = seed % 2 == 0 ? twelveMonths() : followingPayments();
      books.clear();
      events.clear();
      add(disbursement());
      for (int i = 0; i < 9; i++) {
        RecordedEvent added = something(random);
        if (isPossible(added)) {
          add(added);
        }
      }
      for (LocalDate day = DISBURSED_ON; !day.isAfter(TODAY); day = day.plusDays(20)) {
        assertThat(posted(day)).as("seed %d on %s", seed, day).isEqualTo(standing(day));
      }
      LoanPosition position = Replaying.position(terms, events, TODAY);
      assertThat(posted(TODAY)).as("seed %d", seed).isEqualTo(standing(TODAY));
      if (position.givenUp() != null) {
        assertThat(posted(TODAY)).as("seed %d", seed).doesNotContainKey(PostingRole.LOAN_PORTFOLIO);
        givenUp++;
      }
    }
    assertThat(givenUp).isGreaterThan(20);
  }

  /** However the loan was charged and changed, and on whatever day. */
  @Test
  void payingTheQuoteClosesTheLoanAndLeavesNothingOwed() {
    for (long seed = 1; seed <= 150; seed++) {
      Random random = new Random(seed);
      terms = seed % 2 == 0 ? twelveMonths() : followingPayments();
      events.clear();
      events.add(disbursement());
      for (int i = 0; i < 6; i++) {
        RecordedEvent added = something(random);
        if (isPossible(added)) {
          events.add(added);
        }
      }
      for (LocalDate day = DISBURSED_ON; !day.isAfter(TODAY); day = day.plusDays(29)) {
        payingTheQuoteLeavesNothing(day, "seed %d on %s: %s".formatted(seed, day, events));
      }
    }
  }

  /** 300.00 of what was given up come in: principal first; the rest is owed no more. */
  @Test
  void whatIsPaidAfterwardsIsRecoveredUntilAllIs() {
    events.add(disbursement());
    LocalDate on = LocalDate.of(2026, 2, 1);
    events.add(event(2, on, new Happening.WriteOff(euros("1212.23"), "gone")));
    LoanPosition then = Replaying.position(terms, events, on);
    GivenUp before = givenUp(then);
    assertThat(before.owed().principal()).isEqualTo(euros("1200.00"));
    assertThat(before.owed().interest()).isEqualTo(before.owed().total().minus(euros("1200.00")));
    Money all = before.owed().total();
    events.add(repayment(3, LocalDate.of(2026, 3, 1), euros("300.00")));
    events.add(repayment(4, LocalDate.of(2026, 4, 1), all));

    GivenUp now = givenUp(Replaying.position(terms, events, LocalDate.of(2026, 3, 1)));
    assertThat(now.recovered().principal()).isEqualTo(euros("300.00"));
    assertThat(now.missing()).isEqualTo(all.minus(euros("300.00")));
    assertThat(now.recoveredOn()).isNull();

    GivenUp last = givenUp(Replaying.position(terms, events, TODAY));
    assertThat(last.missing()).isEqualTo(Money.zero(EUR));
    assertThat(last.recoveredOn()).isEqualTo(LocalDate.of(2026, 4, 1));
    assertThat(last.recoveries().getLast().excess()).isEqualTo(euros("300.00"));
  }

  private static GivenUp givenUp(LoanPosition position) {
    return Objects.requireNonNull(position.givenUp());
  }

  private RecordedEvent something(Random random) {
    LocalDate on = DISBURSED_ON.plusDays(random.nextInt(320));
    Money amount = new Money(100 + random.nextInt(25_000), EUR);
    Money nothing = Money.zero(EUR);
    RecordedEvent target = events.get(random.nextInt(events.size()));
    Happening what =
        switch (random.nextInt(11)) {
          case 0, 1 -> new Happening.WriteOff(amount, "gone");
          case 2 ->
              new Happening.Charge(
                  amount,
                  random.nextBoolean() ? ChargeKind.FEE : ChargeKind.PENALTY,
                  on.plusDays(9),
                  "visit");
          case 3 -> new Happening.Waiver(nothing, target.id(), "a favor");
          case 4, 9, 10 -> new Happening.Change(nothing, agreed(random, on), "hardship");
          case 5, 6 -> new Happening.Reversal(nothing, target.id(), "a mistake");
          default -> new Happening.Repayment(amount, Channel.CASH, null, null);
        };
    return event(events.size() + 1, on, what);
  }

  /** Terms count from the day on which they are agreed, or from an earlier one. */
  private static AgreedChange agreed(Random random, LocalDate on) {
    LocalDate back = on.minusDays(random.nextBoolean() ? 0 : random.nextInt(40));
    LocalDate from = back.isBefore(DISBURSED_ON) ? DISBURSED_ON : back;
    LocalDate due = DISBURSED_ON.plusMonths(1L + random.nextInt(12));
    return switch (random.nextInt(4)) {
      case 0 -> new AgreedChange.AnotherRate(from, BigDecimal.valueOf(random.nextInt(24)));
      case 1 -> new AgreedChange.LongerTerm(from, 1 + random.nextInt(6));
      case 2 -> new AgreedChange.InterestHoliday(from, from.plusDays(random.nextInt(60)));
      default -> new AgreedChange.PaymentHoliday(due, due.plusDays(1L + random.nextInt(60)));
    };
  }

  private void payingTheQuoteLeavesNothing(LocalDate on, String as) {
    LoanPosition position = Replaying.position(terms, events, on);
    Money quote = position.payoff().total();
    if (position.givenUp() != null || !quote.isPositive()) {
      return;
    }
    List<RecordedEvent> paid = new ArrayList<>(events);
    paid.add(repayment(events.size() + 1, on, quote));
    LoanPosition then = Replaying.position(terms, paid, on);
    assertThat(then.closure()).as(as).isNotNull();
    assertThat(then.payoff().total().isZero()).as(as).isTrue();
    assertThat(then.installments()).as(as).allMatch(row -> row.outstanding().isZero());
  }

  private boolean isPossible(RecordedEvent added) {
    if (added.what() instanceof Happening.Reversal reversal
        && reversal.event().equals(events.getFirst().id())) {
      return false;
    }
    LoanEvent event = Replaying.toEngine(added).orElseThrow();
    List<RecordedEvent> all = new ArrayList<>(events);
    all.add(added);
    return Replay.accept(terms, Replaying.toEngine(events), event, TODAY)
            instanceof Acceptance.Accepted
        && Replaying.objection(terms, all, added.on()).isEmpty();
  }

  private static LoanTerms followingPayments() {
    return twelveMonths()
        .withRecalculation(
            new RecalculationTerms(
                Recalculation.FOLLOWS_PAYMENTS,
                Rest.DAILY,
                PayoffInterest.UNTIL_PAYOFF_DATE,
                OverdueInterest.CHARGED));
  }

  private void add(RecordedEvent added) {
    List<RecordedEvent> all = new ArrayList<>(events);
    all.add(added);
    JournalDifference difference =
        JournalDifference.of(
            terms,
            events,
            added,
            Replaying.position(terms, events, TODAY),
            Replaying.position(terms, all, TODAY));
    for (JournalDifference.Move move : difference.moves()) {
      assertThat(move.movement().values().stream().mapToLong(Long::longValue).sum()).isZero();
      Map<PostingRole, Long> day =
          books.computeIfAbsent(move.on(), _ -> new EnumMap<>(PostingRole.class));
      move.movement().forEach((role, minor) -> day.merge(role, minor, Long::sum));
    }
    events.add(added);
  }

  private Map<PostingRole, Long> posted(LocalDate day) {
    Map<PostingRole, Long> sum = new EnumMap<>(PostingRole.class);
    for (Map<PostingRole, Long> moved : books.headMap(day, true).values()) {
      moved.forEach((role, minor) -> sum.merge(role, minor, Long::sum));
    }
    sum.values().removeIf(minor -> minor == 0);
    return sum;
  }

  private Map<PostingRole, Long> standing(LocalDate day) {
    LoanPosition position = Replaying.position(terms, events, day);
    Map<PostingRole, Long> sum = new EnumMap<>(PostingRole.class);
    for (RecordedEvent event : events) {
      PostingRules.moved(position, event)
          .forEach((role, minor) -> sum.merge(role, minor, Long::sum));
    }
    sum.values().removeIf(minor -> minor == 0);
    return sum;
  }
}
