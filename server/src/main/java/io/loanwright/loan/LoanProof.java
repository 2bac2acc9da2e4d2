package io.loanwright.loan;

import io.loanwright.audit.proof.Difference;
import io.loanwright.audit.proof.Proof;
import io.loanwright.audit.proof.Run;
import io.loanwright.engine.Refused;
import io.loanwright.engine.replay.LoanPosition;
import io.loanwright.loan.rule.PostingRules;
import io.loanwright.loan.rule.Replaying;
import io.loanwright.loan.rule.TopUpRules;
import io.loanwright.loan.store.LoanBook;
import io.loanwright.loan.store.LoanBook.KeptLoan;
import io.loanwright.loan.store.StandingCheck;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Replays every loan and compares what comes of it with what is kept: the row of the loan, its
 * installments, the split of each event, and what the journal says of the loan on each account.
 * Then the marks of default, and the figures that the dashboard and the close of day add up.
 */
@Component
@Order(1)
class LoanProof implements Proof {

  /** So many are read, and then replayed beside reading the next. */
  private static final int AT_A_TIME = 500;

  /** So many times as many are read before the first of them has to be replayed. */
  private static final int AHEAD = 4;

  private final LoanBook book;
  private final LoanDerivations derivations;
  private final StandingCheck standing;

  LoanProof(LoanBook book, LoanDerivations derivations, StandingCheck standing) {
    this.book = book;
    this.derivations = derivations;
    this.standing = standing;
  }

  @Override
  public Checked check(Consumer<Difference> found) {
    return check(new Run(), found);
  }

  /** Where all loans as a whole do not fit, each is compared, to name what it is. */
  @Override
  public Checked check(Run run, Consumer<Difference> found) {
    LoanDerivations.Fit all = derivations.fit(run);
    long count = all.fits() ? all.loans() : name(all, found);
    standing.marks().forEach(found);
    standing.figures().forEach(found);
    standing.ages().forEach(found);
    standing.owed().forEach(found);
    if (!all.duesFit()) {
      standing.dues().forEach(found);
    }
    return new Checked("loans", count);
  }

  /** What does not follow is never passed over, even where nothing by itself is wrong. */
  private long name(LoanDerivations.Fit all, Consumer<Difference> found) {
    AtomicLong named = new AtomicLong();
    Consumer<Difference> counted =
        difference -> {
          named.incrementAndGet();
          found.accept(difference);
        };
    long count = compare(counted);
    book.ofNone().forEach(counted);
    if (named.get() == 0 && !all.ownFit()) {
      found.accept(
          new Difference(
              "loans as a whole", "other rows than follow", "what follows from their events"));
    }
    return count;
  }

  private long compare(Consumer<Difference> found) {
    AtomicLong count = new AtomicLong();
    Queue<CompletableFuture<List<Difference>>> replays = new ArrayDeque<>();
    book.forEach(
        AT_A_TIME,
        some -> {
          count.addAndGet(some.size());
          replays.add(CompletableFuture.supplyAsync(() -> differences(some)));
          if (replays.size() > AHEAD) {
            replays.remove().join().forEach(found);
          }
        });
    replays.forEach(replay -> replay.join().forEach(found));
    return count.get();
  }

  private List<Difference> differences(List<KeptLoan> some) {
    return some.stream().flatMap(kept -> differences(kept).stream()).toList();
  }

  /** Events that somebody else changed need make no history at all. */
  private List<Difference> differences(KeptLoan kept) {
    try {
      return differencesFromReplay(kept);
    } catch (Refused e) {
      return List.of(
          new Difference(
              "loan " + kept.loan().number() + ", events",
              e.refusal().message(),
              "a history that can be followed"));
    }
  }

  private List<Difference> differencesFromReplay(KeptLoan kept) {
    List<RecordedEvent> events = kept.events();
    Loan loan = kept.loan();
    Comparison of = new Comparison("loan " + loan.number());
    LocalDate workedOutOn = loan.progress().asOf();
    if (events.isEmpty() || workedOutOn == null) {
      of.same(", events", LoanDerivations.sequences(events), List.of());
      of.same("", loan.progress(), Progress.none(loan.currency()));
      of.same(", installments", kept.installments(), List.of());
      of.same(", journal", kept.movement(), Map.of());
      return of.differences;
    }
    LoanPosition position = Replaying.position(loan.terms(), events, workedOutOn);
    of.same(", events", LoanDerivations.sequences(events), LoanDerivations.sequence(events.size()));
    LoanState ended = LoanDerivations.ended(loan, events, position);
    of.same(
        ", closed", loan.state() instanceof LoanState.Closed, ended instanceof LoanState.Closed);
    of.same(", lent", LoanDerivations.lent(loan.state()), LoanDerivations.lent(ended));
    of.same(
        ", written off on",
        LoanDerivations.writtenOffOn(loan.state()),
        LoanDerivations.writtenOffOn(ended));
    installments(of, kept, position);
    splits(of, kept, position);
    Progress follows = Replaying.progress(position, events);
    of.same("", loan.progress().changingOn(null), follows.changingOn(null));
    if (LoanDerivations.isLate(loan.progress().nextChangeOn(), follows.nextChangeOn())) {
      of.same(", next change", loan.progress().nextChangeOn(), follows.nextChangeOn());
    }
    of.same(
        ", journal in minor units by account",
        kept.movement(),
        derivations.movement(loan, events, position));
    return of.differences;
  }

  private void installments(Comparison of, KeptLoan kept, LoanPosition position) {
    List<ScheduleRow> follow = derivations.installments(kept.loan(), position);
    int most = Math.max(follow.size(), kept.installments().size());
    for (int i = 0; i < most; i++) {
      of.same(", installment " + (i + 1), at(kept.installments(), i), at(follow, i));
    }
  }

  private static @Nullable ScheduleRow at(List<ScheduleRow> rows, int place) {
    return place < rows.size() ? rows.get(place) : null;
  }

  /** A split of an event that counts no more is zero; one that never counted may be missing. */
  private static void splits(Comparison of, KeptLoan kept, LoanPosition position) {
    Map<Object, EventSplit> splits = new HashMap<>();
    kept.splits().forEach(split -> splits.put(split.eventId(), split));
    for (RecordedEvent event : kept.events()) {
      EventSplit none = EventSplit.zero(event.id(), kept.loan().currency());
      of.same(
          ", split of event " + event.sequence(),
          splits.getOrDefault(event.id(), none),
          PostingRules.split(position, event).orElse(none));
      if (event.what() instanceof Happening.TopUp more) {
        of.same(
            ", kept back of event " + event.sequence(),
            more.kept(),
            TopUpRules.kept(kept.loan().terms(), more.amount()));
      }
    }
  }

  /** Collects what is not the same. */
  private static final class Comparison {

    private final String record;
    private final List<Difference> differences = new ArrayList<>();

    private Comparison(String record) {
      this.record = record;
    }

    private void same(String part, @Nullable Object says, @Nullable Object follows) {
      if (!Objects.equals(says, follows)) {
        differences.add(
            new Difference(record + part, String.valueOf(says), String.valueOf(follows)));
      }
    }
  }
}
