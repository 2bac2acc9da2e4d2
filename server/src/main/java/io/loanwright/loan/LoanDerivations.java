package io.loanwright.loan;

import io.loanwright.audit.proof.Fingerprint;
import io.loanwright.audit.proof.Run;
import io.loanwright.engine.Refused;
import io.loanwright.engine.money.Money;
import io.loanwright.engine.replay.LoanPosition;
import io.loanwright.ledger.LoanMoves;
import io.loanwright.ledger.PostingRole;
import io.loanwright.loan.rule.PostingRules;
import io.loanwright.loan.rule.Replaying;
import io.loanwright.loan.rule.TopUpRules;
import io.loanwright.loan.store.WholeLoans;
import io.loanwright.loan.store.WholeLoans.Lived;
import io.loanwright.product.Accounting;
import io.loanwright.product.ProductDefinition;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Replays every loan and tells whether what follows is what is kept: each row of a loan by itself,
 * installments, splits and movements as a whole.
 */
@Component
class LoanDerivations {

  /** So many are read, and then replayed beside reading the next. */
  private static final int AT_A_TIME = 500;

  /** So many times as many are read before the first of them has to be replayed. */
  private static final int AHEAD = 4;

  private final WholeLoans loans;
  private final LoanProducts products;
  private final LoanMoves moves;

  LoanDerivations(WholeLoans loans, LoanProducts products, LoanMoves moves) {
    this.loans = loans;
    this.products = products;
    this.moves = moves;
  }

  /** What follows from some loans. */
  private static final class Follows {

    private final Fingerprint installments;
    private final Fingerprint splits;
    private final Fingerprint moved;
    private final Fingerprint dues;
    private final Fingerprint repaid;
    private final Map<String, Long> words = new HashMap<>();
    private boolean fits = true;
    private long count;

    private Follows(Run run) {
      installments = run.fingerprint();
      splits = run.fingerprint();
      moved = run.fingerprint();
      dues = run.fingerprint();
      repaid = run.fingerprint();
    }

    private void add(Follows other) {
      installments.add(other.installments);
      splits.add(other.splits);
      moved.addAmounts(other.moved);
      dues.addAmounts(other.dues);
      repaid.add(other.repaid);
      fits &= other.fits;
      count += other.count;
    }

    private long word(String text) {
      return words.computeIfAbsent(text, moved::word);
    }

    private void add(Loan loan, List<ScheduleRow> rows) {
      boolean isOwed = !(loan.state() instanceof LoanState.WrittenOff);
      Parties parties = loan.parties();
      WholeLoans.Desk desk =
          new WholeLoans.Desk(
              word(loan.currency().code()), parties.branchId(), parties.officerId());
      for (ScheduleRow row : rows) {
        WholeLoans.add(installments, loan.id(), row);
        if (isOwed) {
          long due = row.due().total().minor();
          long unpaid = due - row.paid().total().minor();
          WholeLoans.add(
              dues,
              desk,
              row.dueOn().toEpochDay(),
              new WholeLoans.Due(due, unpaid, unpaid > 0 ? 1 : 0));
        }
      }
    }

    private void add(Loan loan, RecordedEvent event, EventSplit split) {
      WholeLoans.add(splits, loan.id(), split);
      if (event.what() instanceof Happening.Repayment) {
        RepaidInLoans.add(
            repaid,
            loan.id().getMostSignificantBits(),
            loan.id().getLeastSignificantBits(),
            event.id().getMostSignificantBits(),
            event.id().getLeastSignificantBits(),
            split.split().total().plus(split.excess()).minor());
      }
    }

    private void move(Loan loan, String account, long minor) {
      long word = word(account);
      LoanMoves.add(
          moved,
          new LoanMoves.LoanOnAccount(
              loan.id().getMostSignificantBits(), loan.id().getLeastSignificantBits(), word),
          minor);
    }
  }

  /**
   * What came of it.
   *
   * @param loans how many there are
   * @param ownFit whether what is kept of them in their own tables follows
   * @param movedFit whether what they moved in the journal is known to follow
   * @param duesFit whether the sums of what falls due do
   * @param repaid what stands for the money that came in for them, as it follows
   */
  record Fit(long loans, boolean ownFit, boolean movedFit, boolean duesFit, Fingerprint repaid) {

    /** Tells whether everything that is kept of them follows. */
    boolean fits() {
      return ownFit && movedFit;
    }
  }

  /** Replays all loans, or waits for who does so in this run. */
  Fit fit(Run run) {
    return run.shared(Fit.class, () -> replayed(run));
  }

  private Fit replayed(Run run) {
    Follows all = new Follows(run);
    Queue<CompletableFuture<Follows>> replays = new ArrayDeque<>();
    boolean noEventLeft =
        loans.forEach(
            AT_A_TIME,
            some -> {
              replays.add(CompletableFuture.supplyAsync(() -> follows(run, some)));
              if (replays.size() > AHEAD) {
                all.add(replays.remove().join());
              }
            });
    replays.forEach(replay -> all.add(replay.join()));
    boolean ownFit =
        noEventLeft
            && all.fits
            && all.installments.isSame(loans.installments(run))
            && all.splits.isSame(loans.splits(run));
    boolean movedFit = ownFit && all.moved.isSame(moves.inBooks(run));
    boolean duesFit = movedFit && all.dues.isSame(loans.dues(run));
    return new Fit(all.count, ownFit, movedFit, duesFit, all.repaid);
  }

  private Follows follows(Run run, List<Lived> some) {
    Follows follows = new Follows(run);
    for (Lived lived : some) {
      follows.count++;
      follows.fits = follows.fits && add(lived, follows);
    }
    return follows;
  }

  /** Adds what follows from a loan; false where its row does not. */
  private boolean add(Lived lived, Follows follows) {
    Loan loan = lived.loan();
    List<RecordedEvent> events = lived.events();
    LocalDate workedOutOn = loan.progress().asOf();
    if (events.isEmpty() || workedOutOn == null) {
      return events.isEmpty() && loan.progress().equals(Progress.none(loan.currency()));
    }
    LoanPosition position;
    try {
      position = Replaying.position(loan.terms(), events, workedOutOn);
    } catch (Refused e) {
      return false;
    }
    follows.add(loan, installments(loan, position));
    for (RecordedEvent event : events) {
      PostingRules.split(position, event).ifPresent(split -> follows.add(loan, event, split));
    }
    movement(loan, events, position)
        .forEach((account, minor) -> follows.move(loan, account, minor));
    return isAsFollows(loan, events, position);
  }

  private static boolean isAsFollows(Loan loan, List<RecordedEvent> events, LoanPosition position) {
    LoanState ended = ended(loan, events, position);
    Progress follows = Replaying.progress(position, events);
    Progress kept = loan.progress();
    return areNumbered(events)
        && (loan.state() instanceof LoanState.Closed) == (ended instanceof LoanState.Closed)
        && Objects.equals(lent(loan.state()), lent(ended))
        && Objects.equals(writtenOffOn(loan.state()), writtenOffOn(ended))
        && events.stream().allMatch(event -> isKeptBack(loan, event))
        && kept.changingOn(null).equals(follows.changingOn(null))
        && !isLate(kept.nextChangeOn(), follows.nextChangeOn());
  }

  private static boolean areNumbered(List<RecordedEvent> events) {
    for (int i = 0; i < events.size(); i++) {
      if (events.get(i).sequence() != i + 1) {
        return false;
      }
    }
    return true;
  }

  private static boolean isKeptBack(Loan loan, RecordedEvent event) {
    return !(event.what() instanceof Happening.TopUp more)
        || more.kept().equals(TopUpRules.kept(loan.terms(), more.amount()));
  }

  /** A loan that is worked out before it changes is not wrong, only early. */
  static boolean isLate(@Nullable LocalDate kept, @Nullable LocalDate follows) {
    return follows != null && (kept == null || kept.isAfter(follows));
  }

  /** A loan that was taken over with nothing owed stays as it ended in the other system. */
  static LoanState ended(Loan loan, List<RecordedEvent> events, LoanPosition position) {
    LoanState.Active active = loan.state().disbursement();
    if (active == null) {
      return loan.state();
    }
    RecordedEvent opened = Replaying.opening(events).orElse(null);
    if (opened != null
        && opened.what() instanceof Happening.Opening(OpeningPosition other)
        && !other.isReplayed()) {
      return other.chargedOff()
          ? new LoanState.WrittenOff(active, opened.on())
          : new LoanState.Closed(active, opened.on(), ClosedReason.REPAID);
    }
    return Replaying.state(active, events, position);
  }

  static @Nullable Money lent(LoanState state) {
    LoanState.Active active = state.disbursement();
    return active == null ? null : active.principal();
  }

  static @Nullable LocalDate writtenOffOn(LoanState state) {
    return state instanceof LoanState.WrittenOff off ? off.on() : null;
  }

  static List<Integer> sequences(List<RecordedEvent> events) {
    return events.stream().map(RecordedEvent::sequence).toList();
  }

  static List<Integer> sequence(int length) {
    return IntStream.rangeClosed(1, length).boxed().toList();
  }

  List<ScheduleRow> installments(Loan loan, LoanPosition position) {
    return ScheduleRow.of(position, products.definition(loan).accounting());
  }

  /** Returns what a loan moved on each account, by its code, in minor units, debits positive. */
  Map<String, Long> movement(Loan loan, List<RecordedEvent> events, LoanPosition position) {
    ProductDefinition product = products.definition(loan);
    Map<PostingRole, String> accounts = product.accounts();
    Map<String, Long> movement = new HashMap<>();
    FundMoves.Payouts payouts = FundMoves.payouts(events);
    PostingRules.Sum usual = new PostingRules.Sum();
    for (RecordedEvent event : events) {
      if (payouts.wallets().containsKey(event.id())) {
        PostingRules.inBooks(product.accounting(), PostingRules.moved(position, event))
            .forEach(into(movement, payouts.accounts(event.id(), accounts)));
      } else {
        PostingRules.addMoved(usual, position, event);
      }
    }
    PostingRules.inBooks(product.accounting(), usual.byRole()).forEach(into(movement, accounts));
    if (product.accounting() == Accounting.ACCRUAL) {
      Replaying.opening(events)
          .map(opened -> PostingRules.openedInterest(loan.terms(), opened))
          .orElse(Map.of())
          .forEach(into(movement, accounts));
    }
    movement.values().removeIf(minor -> minor == 0);
    return movement;
  }

  /** Takes what roles move for their accounts. */
  private static BiConsumer<PostingRole, Long> into(
      Map<String, Long> movement, Map<PostingRole, String> accounts) {
    return (role, minor) -> movement.merge(accounts.get(role), minor, Math::addExact);
  }
}
