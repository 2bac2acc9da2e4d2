package io.loanwright.loan;

import io.loanwright.access.Caller;
import io.loanwright.audit.AuditTrail;
import io.loanwright.audit.AuditTrail.Deed;
import io.loanwright.engine.event.LoanEvent;
import io.loanwright.engine.replay.Acceptance;
import io.loanwright.engine.replay.EntryKind;
import io.loanwright.engine.replay.LoanPosition;
import io.loanwright.engine.replay.Replay;
import io.loanwright.engine.terms.LoanTerms;
import io.loanwright.ledger.Ledger;
import io.loanwright.ledger.NewEntry;
import io.loanwright.ledger.PostingRole;
import io.loanwright.loan.rule.PostingRules;
import io.loanwright.loan.rule.Replaying;
import io.loanwright.product.Accounting;
import io.loanwright.product.ProductDefinition;
import io.loanwright.together.NotShared;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Adds an event to a loan and writes all that follows from it.
 *
 * <p>The caller holds the lock on the loan's row. Everything is worked out, and the wallet, the
 * only part that can refuse, is moved before anything else is written.
 */
@Component
class Recording {

  private final Stores stores;
  private final Projections projections;
  private final LoanProducts products;
  private final Ledger ledger;
  private final WalletMoves wallets;
  private final FundMoves funds;
  private final AuditTrail trail;

  Recording(
      Stores stores,
      Projections projections,
      LoanProducts products,
      Ledger ledger,
      WalletMoves wallets,
      FundMoves funds,
      AuditTrail trail) {
    this.stores = stores;
    this.projections = projections;
    this.products = products;
    this.ledger = ledger;
    this.wallets = wallets;
    this.funds = funds;
    this.trail = trail;
  }

  /**
   * A locked loan and what happened to it.
   *
   * @param active the facts of its disbursement, also where the new event is the disbursement
   */
  record HeldLoan(Loan loan, LoanState.Active active, List<RecordedEvent> events) {

    /** Returns whether the engine knows the loan: not if it had ended in another system. */
    boolean isReplayed() {
      return events.isEmpty() || !Replaying.toEngine(events).isEmpty();
    }

    int nextSequence() {
      return events.size() + 1;
    }
  }

  /**
   * What an event makes of a loan.
   *
   * @param loan the loan with it
   * @param split how the event's money was split; zero for a reversal
   * @param before the position without it
   * @param after the position with it
   */
  record Recorded(
      Loan loan, RecordedEvent event, EventSplit split, LoanPosition before, LoanPosition after) {}

  /**
   * Works out what an event would make of a loan, and writes nothing.
   *
   * @param businessDate the organization's current day
   */
  Outcome<Recorded> foresee(HeldLoan held, RecordedEvent added, LocalDate businessDate) {
    List<RecordedEvent> all = new ArrayList<>(held.events());
    all.add(added);
    LoanTerms terms = Replaying.terms(held.loan().terms(), all);
    LoanEvent event = Replaying.toEngine(added).orElseThrow();
    return switch (Replay.accept(terms, Replaying.toEngine(held.events()), event, businessDate)) {
      case Acceptance.Declined(var refusal) ->
          new Outcome.Refused<>(EngineRefusals.ofEvent(refusal));
      case Acceptance.Accepted(LoanPosition before, LoanPosition after) -> {
        Optional<io.loanwright.engine.Refusal> onAnotherDay =
            isMoneyOnly(all)
                ? Optional.empty()
                : Replaying.objection(held.loan().terms(), all, added.on());
        if (onAnotherDay.isPresent()) {
          yield new Outcome.Refused<>(EngineRefusals.ofEvent(onAnotherDay.get()));
        }
        if (isUsedForMoreMoney(after)) {
          yield new Outcome.Refused<>(
              new Refusal.EventNotAccepted(
                  "It would pay the loan off before more money was paid out on it."));
        }
        LoanState state = Replaying.state(held.active(), all, after);
        Loan loan = held.loan().in(state, Replaying.progress(after, all));
        EventSplit split =
            PostingRules.split(after, added)
                .orElseGet(() -> EventSplit.zero(added.id(), loan.currency()));
        yield new Outcome.Done<>(new Recorded(loan, added, split, before, after));
      }
    };
  }

  /** What went to the borrower's wallet pays nothing that is lent later. */
  private static boolean isUsedForMoreMoney(LoanPosition position) {
    return position.entries().stream()
        .anyMatch(entry -> entry.kind() == EntryKind.DISBURSEMENT && entry.excess().isPositive());
  }

  /** Payments, and reversals of them, forbid nothing that comes after them. */
  private static boolean isMoneyOnly(List<RecordedEvent> events) {
    return events.stream()
        .allMatch(event ->
            switch (event.what().kind()) {
              case DISBURSEMENT, OPENING, REPAYMENT, REVERSAL -> true;
              case TOP_UP, CHARGE, WAIVER, INTEREST_WAIVER, CHANGE, WRITE_OFF -> false;
            });
  }

  /** A loan that was in default until a payment closed it is so again if it is not closed. */
  private Loan reopened(HeldLoan held, Loan loan) {
    boolean isReopened =
        held.loan().state() instanceof LoanState.Closed
            && !(loan.state() instanceof LoanState.Closed);
    return isReopened && stores.defaults().endedByEvent(loan.id()) ? loan.marked(true) : loan;
  }

  /** Refuses what was foreseen if the wallet has too little for it now; nothing is written. */
  Outcome<Recorded> covered(HeldLoan held, Recorded recorded) {
    return wallets
        .objection(
            recorded.loan(), difference(held, recorded).walletChange(), recorded.event().on())
        .<Outcome<Recorded>>map(Outcome.Refused::new)
        .orElseGet(() -> new Outcome.Done<>(recorded));
  }

  static JournalDifference difference(HeldLoan held, Recorded recorded) {
    return JournalDifference.of(
        recorded.loan().terms(),
        held.events(),
        recorded.event(),
        recorded.before(),
        recorded.after());
  }

  /** Adds an event and writes all that follows from it, in the caller's transaction. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Outcome<Recorded> record(
      Caller caller, HeldLoan held, RecordedEvent added, LocalDate businessDate) {
    return foresee(held, added, businessDate).then(recorded -> write(caller, held, recorded));
  }

  /** What waits for a loan ends with it, but for what ends it: a write-off, or other terms. */
  private void lapse(Caller caller, HeldLoan held, Loan loan, RecordedEvent event) {
    boolean isOver =
        held.loan().state() instanceof LoanState.Active
            && !(loan.state() instanceof LoanState.Active);
    if (isOver) {
      Set<LoanRequest.Kind> kinds = EnumSet.allOf(LoanRequest.Kind.class);
      if (event.what() instanceof Happening.WriteOff) {
        kinds.remove(LoanRequest.Kind.WRITE_OFF);
      } else if (event.what() instanceof Happening.Change) {
        kinds.remove(LoanRequest.Kind.CHANGE);
      }
      List<Deed> lapsed =
          stores.requests().lapse(List.of(loan.id()), kinds, event.recordedAt()).stream()
              .map(each -> LoanRequests.lapsed(loan, each.kind()))
              .toList();
      if (!lapsed.isEmpty()) {
        trail.recordAll(caller, lapsed);
      }
    }
  }

  /** Writes all that follows from an event as it was {@link #foresee foreseen}. */
  @Transactional(propagation = Propagation.MANDATORY, noRollbackFor = NotShared.class)
  public Outcome<Recorded> write(Caller caller, HeldLoan held, Recorded recorded) {
    Loan loan = reopened(held, recorded.loan());
    JournalDifference difference = difference(held, recorded);
    Optional<Refusal> overdrawn =
        wallets.move(loan, difference.walletChange(), recorded.event().on());
    if (overdrawn.isPresent()) {
      return new Outcome.Refused<>(overdrawn.get());
    }
    List<RecordedEvent> all = new ArrayList<>(held.events());
    all.add(recorded.event());
    FundMoves.Payouts payouts = FundMoves.payouts(all);
    Optional<Refusal> tooLittle =
        funds.move(loan, difference.fundChanges(payouts), recorded.event().on());
    if (tooLittle.isPresent()) {
      return new Outcome.Refused<>(tooLittle.get());
    }
    stores.events().append(loan.id(), recorded.event());
    stores.loans().save(loan);
    lapse(caller, held, loan, recorded.event());
    if (loan.state() instanceof LoanState.Closed(_, LocalDate on, _)
        && held.loan().standing().defaulted()) {
      stores.defaults().append(loan.id(), false, on, recorded.event().recordedAt());
    } else if (loan.standing().defaulted() && !held.loan().standing().defaulted()) {
      RecordedEvent event = recorded.event();
      stores.defaults().append(loan.id(), true, event.on(), event.recordedAt());
    }
    ProductDefinition product = products.definition(loan);
    projections.write(held.loan(), product.accounting(), all, recorded.before(), recorded.after());
    JournalDifference posted = difference.inBooks(product.accounting(), loan.terms());
    List<NewEntry> entries = posted.entries(loan, product.accounts(), payouts);
    if (!entries.isEmpty()) {
      ledger.postAll(caller, entries);
    }
    if (product.accounting() == Accounting.ACCRUAL) {
      stores
          .accruals()
          .note(
              loan,
              recorded.event(),
              posted.change(PostingRole.INTEREST_RECEIVABLE),
              PostingRules.openedInterest(loan.terms(), recorded.event())
                  .getOrDefault(PostingRole.INTEREST_RECEIVABLE, 0L));
    }
    return new Outcome.Done<>(
        new Recorded(
            loan, recorded.event(), recorded.split(), recorded.before(), recorded.after()));
  }
}
