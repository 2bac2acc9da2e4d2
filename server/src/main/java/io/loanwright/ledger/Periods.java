package io.loanwright.ledger;

import io.loanwright.access.Caller;
import io.loanwright.audit.AuditTrail;
import io.loanwright.ledger.Period.Reopening;
import io.loanwright.ledger.Period.State;
import io.loanwright.ledger.store.PeriodStore;
import io.loanwright.organization.Organization;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Closes months of the books: first for the program, then for entries by hand, together with all
 * months before. Nobody who posts waits for that. What is closed is added up once all who began to
 * post before have ended.
 *
 * <p>A closed month is opened again by two persons, and only the last one.
 */
@Component
public class Periods {

  private final PeriodStore store;
  private final Organization organization;
  private final AuditTrail trail;
  private final TransactionTemplate transaction;

  Periods(
      PeriodStore store,
      Organization organization,
      AuditTrail trail,
      TransactionTemplate transaction) {
    this.store = store;
    this.organization = organization;
    this.trail = trail;
    this.transaction = transaction;
  }

  /**
   * Returns months from the one of the business date back to the first with an entry.
   *
   * @param before the last month of the page before; null for the first page
   */
  @Transactional(readOnly = true)
  public List<Period> page(@Nullable YearMonth before, int limit) {
    return store.page(YearMonth.from(organization.businessDate()), before, limit);
  }

  /** Lets only entries by hand into a month and those before it. */
  @Transactional
  public PeriodOutcome startClosing(Caller caller, YearMonth month) {
    int turn = store.nextTurn();
    LocalDate businessDate = organization.businessDate();
    if (!YearMonth.from(businessDate).isAfter(month)) {
      return new PeriodOutcome.NotOver(businessDate);
    }
    State before = store.state(month);
    if (before != State.OPEN) {
      return new PeriodOutcome.OtherState(before);
    }
    store.startClosing(caller, month, turn);
    return done(caller, "period.start_closing", month, before, null);
  }

  /** Lets nothing into a month and those before it any more; {@link #sealAll} adds them up soon. */
  @Transactional
  public PeriodOutcome close(Caller caller, YearMonth month) {
    int turn = store.nextTurn();
    State before = store.state(month);
    if (before != State.CLOSING) {
      return new PeriodOutcome.OtherState(before);
    }
    long waiting = store.waitingUntil(month);
    if (waiting > 0) {
      return new PeriodOutcome.EntriesWait(waiting);
    }
    store.close(caller, month, turn);
    return done(caller, "period.close", month, before, null);
  }

  /** Opens a month that is about to be closed, or asks for one that is closed. */
  @Transactional
  public PeriodOutcome reopen(Caller caller, YearMonth month, String reason) {
    return last(
        month,
        turn ->
            switch (store.state(month)) {
              case OPEN -> new PeriodOutcome.OtherState(State.OPEN);
              case CLOSING -> opened(caller, month, turn, State.CLOSING, reason);
              case CLOSED -> asked(caller, month, reason);
            });
  }

  private PeriodOutcome asked(Caller caller, YearMonth month, String reason) {
    Optional<Reopening> already = store.reopening(month);
    if (already.isPresent()) {
      return new PeriodOutcome.AskedAlready(already.get().asked().name());
    }
    store.ask(caller, month, reason);
    return done(caller, "period.ask_reopening", month, State.CLOSED, reason);
  }

  /** Opens a closed month for which somebody else has asked. */
  @Transactional
  public PeriodOutcome approveReopening(Caller caller, YearMonth month) {
    return last(
        month,
        turn ->
            ofAnother(
                caller,
                month,
                reopening -> opened(caller, month, turn, State.CLOSED, reopening.reason())));
  }

  /** Keeps a month closed though somebody asked to open it; who asked may take it back so. */
  @Transactional
  public PeriodOutcome rejectReopening(Caller caller, YearMonth month) {
    store.nextTurn();
    if (store.reopening(month).isEmpty()) {
      return new PeriodOutcome.NotAsked();
    }
    store.keepClosed(month);
    return done(caller, "period.reject_reopening", month, State.CLOSED, null);
  }

  /** Returns why an entry by hand cannot have a value date; nothing if its month takes it. */
  Optional<ManualEntryOutcome> refusal(LocalDate on) {
    return store.openForHands().filter(on::isBefore).map(ManualEntryOutcome.PeriodClosed::new);
  }

  private PeriodOutcome ofAnother(
      Caller caller, YearMonth month, Function<Reopening, PeriodOutcome> work) {
    return store
        .reopening(month)
        .map(reopening ->
            isBy(caller.userId(), reopening)
                ? new PeriodOutcome.MakerIsChecker()
                : work.apply(reopening))
        .orElseGet(PeriodOutcome.NotAsked::new);
  }

  private static boolean isBy(UUID user, Reopening reopening) {
    return reopening.asked().userId().equals(user);
  }

  private PeriodOutcome last(YearMonth month, IntFunction<PeriodOutcome> work) {
    int turn = store.nextTurn();
    return store
        .lastNotOpen()
        .filter(later -> later.isAfter(month))
        .<PeriodOutcome>map(PeriodOutcome.LaterFirst::new)
        .orElseGet(() -> work.apply(turn));
  }

  private PeriodOutcome opened(
      Caller caller, YearMonth month, int turn, State before, String reason) {
    store.open(caller, month, turn);
    return done(caller, "period.reopen", month, before, reason);
  }

  private PeriodOutcome done(
      Caller caller, String action, YearMonth month, State before, @Nullable String reason) {
    Period period = store.find(month);
    trail.record(
        caller,
        action,
        Period.subject(month),
        Map.of("state", before),
        Map.of("state", period.state()),
        reason);
    return new PeriodOutcome.Done(period);
  }

  /**
   * Adds up the closed months into which nobody posts any more, one in a transaction, and writes
   * the hash of the sums of each into the trail, which is sealed itself.
   */
  public void sealAll() {
    boolean more = true;
    while (more) {
      more = Boolean.TRUE.equals(transaction.execute(_ -> sealNext()));
    }
  }

  private boolean sealNext() {
    Optional<PeriodStore.Sealed> sealed = store.sealNext();
    sealed.ifPresent(month ->
        trail.record(
            Caller.system("seal-periods"),
            "period.seal",
            Period.subject(month.month()),
            null,
            Map.of("seal", month.seal(), "sha256", month.sha256()),
            null));
    return sealed.isPresent();
  }
}
