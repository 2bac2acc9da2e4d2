package io.loanwright.loan;

import io.loanwright.engine.event.LoanEvent;
import io.loanwright.engine.replay.Acceptance;
import io.loanwright.engine.replay.LoanPosition;
import io.loanwright.engine.replay.Replay;
import io.loanwright.engine.terms.LoanTerms;
import io.loanwright.ledger.NewEntry;
import io.loanwright.ledger.PostingRole;
import io.loanwright.loan.rule.PostingRules;
import io.loanwright.loan.rule.Replaying;
import io.loanwright.product.Accounting;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A loan that lives without a database: by the rules by which its commands are followed, it comes
 * to the rows that they would have left.
 */
public final class LivedLoan {

  private final Map<PostingRole, String> accounts;
  private final List<RecordedEvent> events = new ArrayList<>();
  private final List<NewEntry> entries = new ArrayList<>();
  private Loan loan;
  private @Nullable LoanPosition position;
  private long gained;

  /**
   * Begins a loan.
   *
   * @param loan an application, in whatever state before the disbursement
   * @param accounts which account plays each role
   */
  public LivedLoan(Loan loan, Map<PostingRole, String> accounts) {
    this.loan = loan;
    this.accounts = accounts;
  }

  /** Adds an event on its value date, which is the business date. */
  public LoanPosition add(RecordedEvent added) {
    List<RecordedEvent> all = new ArrayList<>(events);
    all.add(added);
    LoanTerms terms = Replaying.terms(loan.terms(), all);
    LoanEvent event = Replaying.toEngine(added).orElseThrow();
    return switch (Replay.accept(terms, Replaying.toEngine(events), event, added.on())) {
      case Acceptance.Declined declined ->
          throw new IllegalStateException(loan.number() + ": " + declined);
      case Acceptance.Accepted(LoanPosition before, LoanPosition after) -> {
        LoanState.Active active = active(added);
        JournalDifference difference =
            JournalDifference.of(loan.terms(), events, added, before, after);
        loan = loan.in(active.at(after), Replaying.progress(after, all));
        gained += difference.walletChange();
        entries.addAll(difference.entries(loan, accounts, FundMoves.payouts(all)));
        events.add(added);
        position = after;
        yield after;
      }
    };
  }

  private LoanState.Active active(RecordedEvent added) {
    LoanState.Active active = loan.state().disbursement();
    LoanState.Approved approved = loan.state().approval();
    if (active == null && approved != null) {
      return new LoanState.Active(approved, added.on(), approved.amount());
    }
    if (active == null) {
      throw new IllegalStateException(loan.number() + " is not approved");
    }
    return active;
  }

  /** Works the loan out for a day on which it is another than before though nothing happened. */
  public void workOut(LocalDate day) {
    LocalDate change = loan.progress().nextChangeOn();
    if (change != null && !change.isAfter(day)) {
      LoanPosition changed = Replaying.position(loan.terms(), events, day);
      loan = loan.in(loan.state(), Replaying.progress(changed, events));
      position = changed;
    }
  }

  /** Puts an application into another state. */
  public void become(LoanState state) {
    loan = loan.in(state);
  }

  /** Marks the loan as in default. */
  public void mark() {
    loan = loan.marked(true);
  }

  /** Returns the loan as it is now. */
  public Loan loan() {
    return loan;
  }

  /** Returns what happened, in order. */
  public List<RecordedEvent> events() {
    return List.copyOf(events);
  }

  /** Returns what was posted, in order. */
  public List<NewEntry> entries() {
    return List.copyOf(entries);
  }

  /** Returns the installments as they stand. */
  public List<ScheduleRow> installments() {
    return position == null ? List.of() : ScheduleRow.of(position, Accounting.CASH);
  }

  /** Returns how the money of each event is split now, of those that moved some. */
  public List<EventSplit> splits() {
    return events.stream()
        .filter(event -> !(event.what() instanceof Happening.Reversal))
        .map(this::split)
        .toList();
  }

  /** Returns how the money of an event is split now; zero if it counts no more. */
  public EventSplit split(RecordedEvent event) {
    EventSplit none = EventSplit.zero(event.id(), loan.currency());
    return position == null ? none : PostingRules.split(position, event).orElse(none);
  }

  /** Returns what the borrower's wallet gained, in minor units. */
  public long gained() {
    return gained;
  }
}
