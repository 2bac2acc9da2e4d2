package io.loanwright.loan.rule;

import io.loanwright.engine.money.Money;
import io.loanwright.engine.money.Split;
import io.loanwright.engine.replay.EntryKind;
import io.loanwright.engine.replay.GivenUp;
import io.loanwright.engine.replay.LoanPhase;
import io.loanwright.engine.replay.LoanPosition;
import io.loanwright.engine.replay.MoneyUse;
import io.loanwright.engine.terms.LoanTerms;
import io.loanwright.ledger.PostingRole;
import io.loanwright.loan.EventSplit;
import io.loanwright.loan.Happening;
import io.loanwright.loan.OpeningPosition;
import io.loanwright.loan.RecordedEvent;
import io.loanwright.product.Accounting;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which accounts an event of a loan moves, with cash accounting: income is earned when it is paid;
 * {@link #inBooks} says what is different with accrual accounting.
 *
 * <p>Figures are in minor units, positive for a debit and negative for a credit; those of one event
 * add up to zero. What an event moves depends on its split alone, so a changed split is put right
 * by posting the difference.
 */
public final class PostingRules {

  private PostingRules() {}

  /** What several events move, by role. */
  public static final class Sum {

    private final EnumMap<PostingRole, Long> minor = new EnumMap<>(PostingRole.class);

    private void add(PostingRole role, long more) {
      if (more != 0) {
        minor.merge(role, more, Math::addExact);
      }
    }

    /** Returns it; a role that moves nothing in the end is left out. */
    public Map<PostingRole, Long> byRole() {
      Map<PostingRole, Long> movement = new EnumMap<>(minor);
      movement.values().removeIf(sum -> sum == 0);
      return movement;
    }
  }

  /**
   * Returns what an event that counts moves.
   *
   * @param what what happened
   * @param split how its money was split
   */
  public static Map<PostingRole, Long> movement(Happening what, EventSplit split) {
    Sum movement = new Sum();
    addMovement(movement, what, split);
    return movement.byRole();
  }

  private static void addMovement(Sum movement, Happening what, EventSplit split) {
    switch (what) {
      case Happening.Disbursement disbursement -> {
        long kept = split.split().total().minor();
        movement.add(PostingRole.LOAN_PORTFOLIO, disbursement.amount().minor());
        movement.add(PostingRole.CASH, kept - disbursement.amount().minor());
        credit(movement, split.split());
      }
      case Happening.TopUp more -> {
        long kept = split.split().total().minor();
        movement.add(PostingRole.LOAN_PORTFOLIO, more.amount().minor());
        movement.add(PostingRole.CASH, kept - more.amount().minor());
        credit(movement, split.split());
      }
      case Happening.Repayment repayment -> {
        movement.add(repayment.channel().role(), repayment.amount().minor());
        credit(movement, split.split());
        movement.add(PostingRole.BORROWER_WALLETS, -split.excess().minor());
      }
      case Happening.Opening opening -> {
        OpeningPosition position = opening.position();
        long owed = position.isReplayed() ? position.principalOutstanding().minor() : 0;
        movement.add(PostingRole.LOAN_PORTFOLIO, owed);
        movement.add(PostingRole.OPENING_BALANCE, -owed);
      }
      case Happening.WriteOff _ -> {
        long principal = split.split().principal().minor();
        movement.add(PostingRole.WRITE_OFF_EXPENSE, principal);
        movement.add(PostingRole.LOAN_PORTFOLIO, -principal);
      }
      case Happening.Charge _,
          Happening.Waiver _,
          Happening.InterestWaiver _,
          Happening.Change _ -> {
        // What they change of a loan is income when it is paid, or as it arises.
      }
      case Happening.Reversal _ -> {
        // The event that it takes back counts no more; a reversal moves nothing of its own.
      }
    }
  }

  /**
   * Returns what a repayment moves that came in after the loan was written off: what was given up
   * is not owed any more, so that what is recovered of it is income.
   *
   * @param split how it counts for what was given up
   */
  public static Map<PostingRole, Long> recovery(Happening.Repayment repayment, EventSplit split) {
    Sum movement = new Sum();
    addRecovery(movement, repayment, split);
    return movement.byRole();
  }

  private static void addRecovery(Sum movement, Happening.Repayment repayment, EventSplit split) {
    movement.add(repayment.channel().role(), repayment.amount().minor());
    movement.add(PostingRole.RECOVERY_INCOME, -split.split().total().minor());
    movement.add(PostingRole.BORROWER_WALLETS, -split.excess().minor());
  }

  /**
   * Returns how what a loan's lender gave up was split, and how the money that came in for it since
   * counts, by event.
   *
   * @param givenUp null for nothing
   */
  static Map<UUID, EventSplit> afterGivingUp(@Nullable GivenUp givenUp) {
    if (givenUp == null) {
      return Map.of();
    }
    Map<UUID, EventSplit> splits = new HashMap<>();
    Money none = Money.zero(givenUp.owed().principal().currency());
    splits.put(givenUp.event(), new EventSplit(givenUp.event(), givenUp.owed(), none));
    for (MoneyUse use : givenUp.recoveries()) {
      splits.put(use.event(), new EventSplit(use.event(), use.split(), use.excess()));
    }
    return splits;
  }

  /** Returns what an event moves whose split is one {@link #afterGivingUp after giving up}. */
  static Map<PostingRole, Long> movementAfterGivingUp(Happening what, EventSplit split) {
    return what instanceof Happening.Repayment repayment
        ? recovery(repayment, split)
        : movement(what, split);
  }

  /** Returns what one event moved up to the day of a position; nothing if it does not count. */
  public static Map<PostingRole, Long> moved(LoanPosition position, RecordedEvent event) {
    Sum movement = new Sum();
    addMoved(movement, position, event);
    return movement.byRole();
  }

  /** Adds what one event moved up to the day of a position. */
  public static void addMoved(Sum movement, LoanPosition position, RecordedEvent event) {
    EventSplit recovered = afterGivingUp(position.givenUp()).get(event.id());
    if (recovered == null) {
      splitOfWhatIsOwed(position, event)
          .ifPresent(split -> addMovement(movement, event.what(), split));
    } else if (event.what() instanceof Happening.Repayment repayment) {
      addRecovery(movement, repayment, recovered);
    } else {
      addMovement(movement, event.what(), recovered);
    }
  }

  /**
   * Returns how the money of an event was split, if the event counts in a position.
   *
   * <p>A disbursement's split, and a top-up's, is what is kept back of it, a write-off's what was
   * given up, and a recovery's what it counts for of that.
   */
  public static Optional<EventSplit> split(LoanPosition position, RecordedEvent event) {
    EventSplit givenUp = afterGivingUp(position.givenUp()).get(event.id());
    return givenUp == null ? splitOfWhatIsOwed(position, event) : Optional.of(givenUp);
  }

  private static Optional<EventSplit> splitOfWhatIsOwed(
      LoanPosition position, RecordedEvent event) {
    Money none = Money.zero(position.disbursed().currency());
    return switch (event.what()) {
      case Happening.Disbursement _ ->
          position.phase() == LoanPhase.NOT_DISBURSED
              ? Optional.empty()
              : Optional.of(new EventSplit(event.id(), position.atDisbursement(), none));
      case Happening.TopUp more ->
          isLent(position, event)
              ? Optional.of(new EventSplit(event.id(), more.kept(), none))
              : Optional.empty();
      case Happening.Opening _ ->
          event.on().isAfter(position.asOf())
              ? Optional.empty()
              : Optional.of(EventSplit.zero(event.id(), none.currency()));
      case Happening.Repayment _ ->
          position
              .allocationOf(event.id())
              .map(paid -> new EventSplit(event.id(), paid.split(), paid.excess()));
      case Happening.Charge _,
          Happening.Waiver _,
          Happening.InterestWaiver _,
          Happening.Change _,
          Happening.WriteOff _,
          Happening.Reversal _ ->
          Optional.empty();
    };
  }

  private static boolean isLent(LoanPosition position, RecordedEvent event) {
    return position.entries().stream()
        .anyMatch(
            entry -> entry.kind() == EntryKind.DISBURSEMENT && entry.event().equals(event.id()));
  }

  /** Returns what has to be moved so that {@code before} becomes {@code after}. */
  public static Map<PostingRole, Long> difference(
      Map<PostingRole, Long> before, Map<PostingRole, Long> after) {
    Map<PostingRole, Long> difference = new EnumMap<>(PostingRole.class);
    after.forEach((role, minor) -> add(difference, role, minor));
    before.forEach((role, minor) -> add(difference, role, -minor));
    return difference;
  }

  /**
   * Returns a movement as it is posted for a product: where interest accrues, what is paid of it is
   * taken from what is receivable, and the close of each day makes it income.
   *
   * @param movement with cash accounting
   */
  public static Map<PostingRole, Long> inBooks(
      Accounting accounting, Map<PostingRole, Long> movement) {
    if (accounting == Accounting.CASH) {
      return movement;
    }
    Map<PostingRole, Long> posted = new EnumMap<>(PostingRole.class);
    movement.forEach((role, minor) ->
        add(
            posted,
            role == PostingRole.INTEREST_INCOME ? PostingRole.INTEREST_RECEIVABLE : role,
            minor));
    return posted;
  }

  /**
   * Returns what an opening moves besides, where interest accrues: what had arisen in the other
   * system and was not paid there is receivable, and was not earned here.
   */
  public static Map<PostingRole, Long> openedInterest(LoanTerms agreed, RecordedEvent opened) {
    Map<PostingRole, Long> movement = new EnumMap<>(PostingRole.class);
    if (opened.what() instanceof Happening.Opening(OpeningPosition position)
        && position.isReplayed()) {
      LoanPosition then = Replaying.position(agreed, List.of(opened), opened.on());
      long arisen =
          then.installments().stream()
              .mapToLong(row -> row.interestArisenUnpaid(opened.on()).minor())
              .sum();
      add(movement, PostingRole.INTEREST_RECEIVABLE, arisen);
      add(movement, PostingRole.OPENING_BALANCE, -arisen);
    }
    return movement;
  }

  /** Returns both together. */
  public static Map<PostingRole, Long> sum(
      Map<PostingRole, Long> one, Map<PostingRole, Long> other) {
    Map<PostingRole, Long> sum = new EnumMap<>(PostingRole.class);
    one.forEach((role, minor) -> add(sum, role, minor));
    other.forEach((role, minor) -> add(sum, role, minor));
    return sum;
  }

  private static void credit(Sum movement, Split split) {
    movement.add(PostingRole.LOAN_PORTFOLIO, -split.principal().minor());
    movement.add(PostingRole.INTEREST_INCOME, -split.interest().minor());
    movement.add(PostingRole.FEE_INCOME, -split.fees().minor());
    movement.add(PostingRole.PENALTY_INCOME, -split.penalties().minor());
  }

  /** Adds to a role; a role that moves nothing in the end is left out. */
  private static void add(Map<PostingRole, Long> movement, PostingRole role, long minor) {
    long sum = Math.addExact(movement.getOrDefault(role, 0L), minor);
    if (sum == 0) {
      movement.remove(role);
    } else {
      movement.put(role, sum);
    }
  }
}
