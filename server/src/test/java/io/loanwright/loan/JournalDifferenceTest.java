package io.loanwright.loan;

import static io.loanwright.loan.LoanFixtures.DISBURSED_ON;
import static io.loanwright.loan.LoanFixtures.disbursement;
import static io.loanwright.loan.LoanFixtures.euros;
import static io.loanwright.loan.LoanFixtures.event;
import static io.loanwright.loan.LoanFixtures.repayment;
import static io.loanwright.loan.LoanFixtures.twelveMonths;
import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.engine.money.Money;
import io.loanwright.engine.replay.LoanPosition;
import io.loanwright.engine.terms.LoanTerms;
import io.loanwright.engine.terms.RecalculationTerms;
import io.loanwright.engine.terms.RecalculationTerms.OverdueInterest;
import io.loanwright.engine.terms.RecalculationTerms.PayoffInterest;
import io.loanwright.engine.terms.RecalculationTerms.Recalculation;
import io.loanwright.engine.terms.RecalculationTerms.Rest;
import io.loanwright.ledger.PostingRole;
import io.loanwright.loan.rule.PostingRules;
import io.loanwright.loan.rule.Replaying;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The books of every day are what the loan was on that day, in whatever order events arrive. */
class JournalDifferenceTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

  /** What was posted, by value date. */
  private final TreeMap<LocalDate, Map<PostingRole, Long>> books = new TreeMap<>();

  private final List<RecordedEvent> events = new ArrayList<>();

  private LoanTerms terms = twelveMonths();

  /** The difference is posted; books and replay are then compared on every day with an event. */
  @Test
  void booksOfEveryDayEqualTheReplayAfterRandomHistories() {
    for (long seed = 1; seed <= 200; seed++) {
      Random random = new Random(seed);
      books.clear();
      events.clear();
      add(disbursement());
      for (int i = 0; i < 8; i++) {
        addSomething(random);
      }
      for (LocalDate day = DISBURSED_ON; !day.isAfter(TODAY); day = day.plusDays(5)) {
        assertThat(posted(day)).as("seed %d on %s", seed, day).isEqualTo(standing(day));
      }
      assertThat(posted(TODAY)).as("seed %d", seed).isEqualTo(standing(TODAY));
    }
  }

  /** The loan is followed once for all days, and says what it says if each is asked for. */
  @Test
  void entriesAreThoseOfAReplayForEveryDay() {
    for (long seed = 1; seed <= 40; seed++) {
      Random random = new Random(seed);
      terms = seed % 2 == 0 ? twelveMonths() : followingPayments();
      events.clear();
      events.add(disbursement());
      for (int i = 0; i < 10; i++) {
        RecordedEvent added = something(random);
        if (added != null) {
          assertThat(difference(added).moves())
              .as("seed %d, event %d", seed, i)
              .isEqualTo(movesOfEveryDay(added));
          events.add(added);
        }
      }
    }
  }

  @Test
  void aBackDatedPaymentCorrectsTheEntriesAfterIt() {
    add(disbursement());
    RecordedEvent late = repayment(2, LocalDate.of(2026, 3, 15), euros("250.00"));
    add(late);

    JournalDifference difference =
        difference(repayment(3, LocalDate.of(2026, 2, 1), euros("50.00")));

    assertThat(difference.moves())
        .extracting(JournalDifference.Move::on)
        .containsExactly(LocalDate.of(2026, 2, 1), LocalDate.of(2026, 3, 15));
    assertThat(difference.moves())
        .extracting(JournalDifference.Move::corrects)
        .containsExactly(null, late.id());
    assertThat(difference.moves())
        .extracting(JournalDifference.Move::own)
        .containsExactly(true, false);
  }

  @Test
  void eachEventThatIsSplitAnewGetsACorrectionThatNamesIt() {
    add(disbursement());
    RecordedEvent wrong = repayment(2, LocalDate.of(2026, 2, 1), euros("106.62"));
    RecordedEvent one = repayment(3, LocalDate.of(2026, 3, 15), euros("30.00"));
    RecordedEvent other = repayment(4, LocalDate.of(2026, 3, 15), euros("40.00"));
    add(wrong);
    add(one);
    add(other);

    JournalDifference difference =
        difference(
            event(
                5,
                wrong.on(),
                new Happening.Reversal(wrong.what().money(), wrong.id(), "wrong loan")));

    assertThat(difference.moves())
        .extracting(JournalDifference.Move::corrects)
        .contains(wrong.id(), one.id())
        .doesNotContain(events.getFirst().id());
    assertThat(difference.moves())
        .filteredOn(JournalDifference.Move::own)
        .extracting(JournalDifference.Move::corrects)
        .containsExactly(wrong.id());
  }

  @Test
  void aReversalTakesBackWhatThePaymentMoved() {
    add(disbursement());
    RecordedEvent paid = repayment(2, LocalDate.of(2026, 2, 1), euros("106.62"));
    Map<PostingRole, Long> before = standing(TODAY);
    add(paid);

    add(event(3, TODAY, new Happening.Reversal(euros("106.62"), paid.id(), "bounced")));

    assertThat(posted(TODAY)).isEqualTo(before);
  }

  private void addSomething(Random random) {
    RecordedEvent added = something(random);
    if (added != null) {
      add(added);
    }
  }

  private @Nullable RecordedEvent something(Random random) {
    LocalDate paidOn = DISBURSED_ON.plusDays(random.nextInt(320));
    Money amount = new Money(100 + random.nextInt(15_000), LoanFixtures.EUR);
    boolean closed = Replaying.position(terms, events, TODAY).closure() != null;
    List<RecordedEvent> payments =
        events.stream()
            .filter(event -> event.what() instanceof Happening.Repayment)
            .filter(event -> !reversed(event))
            .toList();
    if (!payments.isEmpty() && (closed || random.nextInt(4) == 0)) {
      RecordedEvent target = payments.get(random.nextInt(payments.size()));
      LocalDate on = random.nextBoolean() ? TODAY : target.on().plusDays(random.nextInt(20));
      return event(
          events.size() + 1,
          on.isAfter(TODAY) ? TODAY : on,
          new Happening.Reversal(target.what().money(), target.id(), "wrong loan"));
    }
    return closed ? null : repayment(events.size() + 1, paidOn, amount);
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

  /** Replays the loan without and with an event for every later day, one by one. */
  private List<JournalDifference.Move> movesOfEveryDay(RecordedEvent added) {
    List<RecordedEvent> after = new ArrayList<>(events);
    after.add(added);
    UUID subject =
        added.what() instanceof Happening.Reversal reversal ? reversal.event() : added.id();
    List<JournalDifference.Move> moves = new ArrayList<>();
    Map<UUID, Map<PostingRole, Long>> posted = new HashMap<>();
    TreeSet<LocalDate> days = new TreeSet<>(after.stream().map(RecordedEvent::on).toList());
    for (LocalDate day : days.tailSet(added.on())) {
      LoanPosition without = Replaying.position(terms, events, day);
      LoanPosition with = Replaying.position(terms, after, day);
      for (RecordedEvent event : after) {
        boolean isNew = event.id().equals(added.id());
        Map<PostingRole, Long> was = isNew ? Map.of() : PostingRules.moved(without, event);
        Map<PostingRole, Long> total =
            PostingRules.difference(was, PostingRules.moved(with, event));
        Map<PostingRole, Long> movement =
            PostingRules.difference(posted.getOrDefault(event.id(), Map.of()), total);
        if (!movement.isEmpty()) {
          boolean own = day.equals(added.on()) && event.id().equals(subject);
          moves.add(new JournalDifference.Move(day, isNew ? null : event.id(), own, movement));
        }
        posted.put(event.id(), total);
      }
    }
    return moves;
  }

  private boolean reversed(RecordedEvent payment) {
    return events.stream()
        .anyMatch(event ->
            event.what() instanceof Happening.Reversal reversal
                && reversal.event().equals(payment.id()));
  }

  private void add(RecordedEvent added) {
    for (JournalDifference.Move move : difference(added).moves()) {
      assertThat(move.movement().values().stream().mapToLong(Long::longValue).sum()).isZero();
      Map<PostingRole, Long> day =
          books.computeIfAbsent(move.on(), _ -> new EnumMap<>(PostingRole.class));
      move.movement().forEach((role, minor) -> day.merge(role, minor, Long::sum));
    }
    events.add(added);
  }

  private JournalDifference difference(RecordedEvent added) {
    List<RecordedEvent> all = new ArrayList<>(events);
    all.add(added);
    return JournalDifference.of(
        terms,
        events,
        added,
        Replaying.position(terms, events, TODAY),
        Replaying.position(terms, all, TODAY));
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
    LoanPosition position = Replaying.position(twelveMonths(), events, day);
    Map<PostingRole, Long> standing = Map.of();
    for (RecordedEvent event : events) {
      standing = PostingRules.sum(standing, PostingRules.moved(position, event));
    }
    return standing;
  }
}
