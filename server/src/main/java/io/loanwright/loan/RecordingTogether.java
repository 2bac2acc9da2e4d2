package io.loanwright.loan;

import io.loanwright.access.Caller;
import io.loanwright.audit.AuditTrail;
import io.loanwright.audit.AuditTrail.Deed;
import io.loanwright.ledger.Ledger;
import io.loanwright.ledger.NewEntry;
import io.loanwright.ledger.PostingRole;
import io.loanwright.loan.Recording.HeldLoan;
import io.loanwright.loan.Recording.Recorded;
import io.loanwright.loan.rule.PostingRules;
import io.loanwright.loan.store.LoanBatch;
import io.loanwright.product.Accounting;
import io.loanwright.product.ProductDefinition;
import io.loanwright.together.Rows;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes all that follows from events of many loans, as {@link Recording} does with one event, in
 * few statements.
 */
@Component
class RecordingTogether {

  private final Stores stores;
  private final LoanProducts products;
  private final Ledger ledger;
  private final WalletMoves wallets;
  private final AuditTrail trail;
  private final Clock clock;

  RecordingTogether(
      Stores stores,
      LoanProducts products,
      Ledger ledger,
      WalletMoves wallets,
      AuditTrail trail,
      Clock clock) {
    this.stores = stores;
    this.products = products;
    this.ledger = ledger;
    this.wallets = wallets;
    this.trail = trail;
    this.clock = clock;
  }

  /**
   * An event that was worked out.
   *
   * @param difference what it moves in the books
   */
  record Step(HeldLoan held, Recorded recorded, JournalDifference difference) {

    /**
     * Works the books out.
     *
     * @throws NotTogether if somebody's wallet would have to be asked
     */
    static Step of(HeldLoan held, Recorded recorded) {
      JournalDifference difference = Recording.difference(held, recorded);
      if (difference.walletChange() < 0) {
        throw new NotTogether("A wallet pays for loan " + held.loan().number());
      }
      return new Step(held, recorded, difference);
    }

    /** Returns all events of the loan, this one last. */
    List<RecordedEvent> all() {
      List<RecordedEvent> all = new ArrayList<>(held.events());
      all.add(recorded.event());
      return all;
    }

    List<EventSplit> splits() {
      return Projections.changed(all(), recorded.before(), recorded.after());
    }
  }

  /** What is gathered to be written. */
  static final class Gathered {

    private final LoanBatch rows = new LoanBatch();
    private final List<Step> steps = new ArrayList<>();
    private final List<NewEntry> entries = new ArrayList<>();
    private final List<Deed> deeds = new ArrayList<>();
    private final Map<UUID, Loan> ended = new HashMap<>();
    private final Map<ProductVersionOf, ProductDefinition> definitions = new HashMap<>();

    LoanBatch rows() {
      return rows;
    }

    void deed(Deed deed) {
      deeds.add(deed);
    }
  }

  private record ProductVersionOf(UUID id, int version) {}

  /** Gathers what an event writes beside the loan's row, its installments and its splits. */
  void gather(Gathered gathered, Step step) {
    Loan loan = step.recorded().loan();
    RecordedEvent event = step.recorded().event();
    gathered.steps.add(step);
    gathered.rows().append(loan.id(), event);
    if (step.held().loan().state() instanceof LoanState.Active
        && !(loan.state() instanceof LoanState.Active)) {
      gathered.ended.put(loan.id(), loan);
    }
    boolean wasMarked = step.held().loan().standing().defaulted();
    if (loan.state() instanceof LoanState.Closed(_, LocalDate on, _) && wasMarked) {
      gathered.rows().mark(loan.id(), false, on, event.recordedAt());
    }
    ProductDefinition product = product(gathered, loan);
    JournalDifference posted = step.difference().inBooks(product.accounting(), loan.terms());
    gathered.entries.addAll(
        posted.entries(loan, product.accounts(), FundMoves.payouts(step.all())));
    if (product.accounting() == Accounting.ACCRUAL) {
      gathered
          .rows()
          .note(
              loan,
              event,
              posted.change(PostingRole.INTEREST_RECEIVABLE),
              PostingRules.openedInterest(loan.terms(), event)
                  .getOrDefault(PostingRole.INTEREST_RECEIVABLE, 0L));
    }
  }

  private void moveWallet(Step step) {
    Recorded recorded = step.recorded();
    wallets.move(recorded.loan(), step.difference().walletChange(), recorded.event().on());
  }

  /** Returns the installments of a loan as they stand after an event. */
  List<ScheduleRow> rows(Gathered gathered, Step last) {
    Loan loan = last.recorded().loan();
    return ScheduleRow.of(last.recorded().after(), product(gathered, loan).accounting());
  }

  private ProductDefinition product(Gathered gathered, Loan loan) {
    return gathered.definitions.computeIfAbsent(
        new ProductVersionOf(loan.application().productId(), loan.application().productVersion()),
        _ -> products.definition(loan));
  }

  /** Writes what was gathered; all that goes into wallets at once, which keeps their order. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void write(Caller caller, Gathered gathered) {
    Rows.gather(() -> gathered.steps.forEach(this::moveWallet));
    stores.batches().write(gathered.rows());
    if (!gathered.entries.isEmpty()) {
      ledger.postAll(caller, gathered.entries);
    }
    if (!gathered.ended.isEmpty()) {
      stores
          .requests()
          .lapse(gathered.ended.keySet(), EnumSet.allOf(LoanRequest.Kind.class), clock.instant())
          .forEach(each ->
              gathered.deed(
                  LoanRequests.lapsed(
                      Objects.requireNonNull(gathered.ended.get(each.loanId())), each.kind())));
    }
    if (!gathered.deeds.isEmpty()) {
      trail.recordAll(caller, gathered.deeds);
    }
  }
}
