package io.loanwright.loan;

import io.loanwright.engine.money.Money;
import io.loanwright.engine.replay.LoanPosition;
import io.loanwright.engine.terms.LoanTerms;
import io.loanwright.ledger.Line;
import io.loanwright.ledger.NewEntry;
import io.loanwright.ledger.PostingRole;
import io.loanwright.ledger.Source;
import io.loanwright.loan.rule.MovedByDay;
import io.loanwright.loan.rule.PostingRules;
import io.loanwright.product.Accounting;
import io.loanwright.web.Ids;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What has to be posted so that the books of every day say what the loan's events say now.
 *
 * <p>The new event gets an entry with its own id on its own value date. For each event that it
 * changes the split of, a correction is posted on the day from which that counts, naming the entry
 * that it corrects. So the books as of any day are the sum of the loans as of that day, in whatever
 * order events arrive.
 *
 * @param added the new event
 * @param moves what is to be moved, in the order of value dates
 */
record JournalDifference(RecordedEvent added, List<Move> moves) {

  /**
   * What is moved on a day because of one event.
   *
   * @param corrects the event whose entry it puts right; null for an event that has none yet
   * @param own whether it is the entry of the new event
   */
  record Move(
      LocalDate on, @Nullable UUID corrects, boolean own, Map<PostingRole, Long> movement) {}

  /**
   * Compares the books without an event with those with it.
   *
   * @param agreed the loan's terms
   * @param before the events before it
   * @param added the event
   * @param positionBefore the position without it, on the business date
   * @param positionAfter the position with it, on the business date
   */
  static JournalDifference of(
      LoanTerms agreed,
      List<RecordedEvent> before,
      RecordedEvent added,
      LoanPosition positionBefore,
      LoanPosition positionAfter) {
    List<RecordedEvent> after = new ArrayList<>(before);
    after.add(added);
    List<LocalDate> dates =
        after.stream()
            .map(RecordedEvent::on)
            .filter(on -> !on.isBefore(added.on()))
            .distinct()
            .sorted()
            .toList();
    UUID subject =
        added.what() instanceof Happening.Reversal reversal ? reversal.event() : added.id();
    List<LocalDate> earlier = dates.subList(0, dates.size() - 1);
    MovedByDay without = MovedByDay.of(agreed, before, earlier);
    MovedByDay with = MovedByDay.of(agreed, after, earlier);
    List<Move> moves = new ArrayList<>();
    Map<UUID, Map<PostingRole, Long>> posted = new HashMap<>();
    for (LocalDate on : dates) {
      boolean last = on.equals(dates.getLast());
      Set<UUID> changed = last ? without.to(positionBefore) : without.toNextDay();
      changed.addAll(last ? with.to(positionAfter) : with.toNextDay());
      for (RecordedEvent event : after) {
        if (changed.contains(event.id())) {
          boolean isNew = event.id().equals(added.id());
          Map<PostingRole, Long> was = isNew ? Map.of() : without.moved(event);
          Map<PostingRole, Long> total = PostingRules.difference(was, with.moved(event));
          Map<PostingRole, Long> movement =
              PostingRules.difference(posted.getOrDefault(event.id(), Map.of()), total);
          if (!movement.isEmpty()) {
            boolean own = on.equals(added.on()) && event.id().equals(subject);
            moves.add(new Move(on, isNew ? null : event.id(), own, movement));
          }
          posted.put(event.id(), total);
        }
      }
    }
    return new JournalDifference(added, moves);
  }

  /**
   * Returns the same as it is posted for a product, by {@link PostingRules#inBooks}.
   *
   * @param agreed the loan's terms
   */
  JournalDifference inBooks(Accounting accounting, LoanTerms agreed) {
    return accounting == Accounting.CASH
        ? this
        : new JournalDifference(
            added, moves.stream().map(move -> accruing(accounting, agreed, move)).toList());
  }

  private Move accruing(Accounting accounting, LoanTerms agreed, Move move) {
    Map<PostingRole, Long> movement = PostingRules.inBooks(accounting, move.movement());
    return new Move(
        move.on(),
        move.corrects(),
        move.own(),
        move.own() && added.what() instanceof Happening.Opening
            ? PostingRules.sum(movement, PostingRules.openedInterest(agreed, added))
            : movement);
  }

  /** Returns what comes to a role, in minor units, debits positive. */
  long change(PostingRole role) {
    return moves.stream().mapToLong(move -> move.movement().getOrDefault(role, 0L)).sum();
  }

  /** Returns what the borrower's wallet gains, in minor units; negative for what it loses. */
  long walletChange() {
    return -change(PostingRole.BORROWER_WALLETS);
  }

  /** Returns what the lender's wallets of payouts gain, in minor units, in their order. */
  SortedMap<UUID, Long> fundChanges(FundMoves.Payouts payouts) {
    SortedMap<UUID, Long> changes = new TreeMap<>();
    for (Move move : moves) {
      PaidFrom from = payouts.wallets().get(event(move));
      if (from != null) {
        long gained = move.movement().getOrDefault(PostingRole.CASH, 0L);
        changes.merge(from.walletId(), gained, Math::addExact);
      }
    }
    return changes;
  }

  /** The event that a move is about. */
  private UUID event(Move move) {
    return move.corrects() == null ? added.id() : move.corrects();
  }

  /**
   * Returns the entries to post.
   *
   * @param accounts the account that plays each role
   * @param payouts payouts out of wallets of the lender, which are their cash
   */
  List<NewEntry> entries(Loan loan, Map<PostingRole, String> accounts, FundMoves.Payouts payouts) {
    Map<PostingRole, String> codes = new EnumMap<>(accounts);
    return moves.stream()
        .map(move -> entry(loan, move, payouts.accounts(event(move), codes)))
        .toList();
  }

  private NewEntry entry(Loan loan, Move move, Map<PostingRole, String> accounts) {
    List<Line> lines =
        move.movement().entrySet().stream()
            .map(moved ->
                Line.ofChange(
                    account(accounts, moved.getKey()),
                    new Money(moved.getValue(), loan.currency()),
                    loan.id()))
            .toList();
    return new NewEntry(
        move.own() ? added.id() : Ids.next(),
        move.on(),
        loan.parties().branchId(),
        description(loan, move.own()),
        new Source("loan", loan.id()),
        move.corrects(),
        lines);
  }

  private static String account(Map<PostingRole, String> accounts, PostingRole role) {
    String code = accounts.get(role);
    if (code == null) {
      throw new IllegalStateException("The product's account map has no account for " + role);
    }
    return code;
  }

  private String description(Loan loan, boolean own) {
    String what =
        switch (added.what().kind()) {
          case DISBURSEMENT -> "Disbursement";
          case TOP_UP -> "Top-up";
          case OPENING -> "Opening position";
          case REPAYMENT -> "Repayment";
          case CHARGE -> "Charge";
          case WAIVER -> "Waiver";
          case INTEREST_WAIVER -> "Waiver of interest";
          case CHANGE -> "Change of terms";
          case WRITE_OFF -> "Write-off";
          case REVERSAL -> "Reversal";
        };
    return own
        ? what + " of loan " + loan.number()
        : "Split changed by another event of loan " + loan.number();
  }
}
