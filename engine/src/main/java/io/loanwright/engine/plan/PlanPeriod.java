package io.loanwright.engine.plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The time between two due dates, and the installment at its end.
 *
 * <p>Amounts in minor units. The installment has a size; what is credited to the period (a payment
 * charged back) and interest pulled forward from later periods come on top. Interest is paid from
 * it first and the rest is principal. Interest that finds no room is <em>unplaced</em> and moves on
 * to the next period.
 *
 * <p>Interest is counted from {@code from} to {@code due}. Those are the dates on which
 * installments are asked for, but where a due date moves to a working day and interest stays as
 * planned.
 *
 * <p>Figures are worked out when they are asked for and kept until something changes here or in a
 * period before.
 */
public final class PlanPeriod {

  /** An installment that is not settled. */
  static final long OPEN = -1;

  private static final long NOT_KEPT = -1;

  LocalDate from;
  LocalDate due;
  LocalDate askedFrom;
  LocalDate askedOn;
  @Nullable PlanPeriod previous;
  @Nullable PlanPeriod next;
  boolean interestFree;
  boolean interestDeferred;
  boolean reAged;
  boolean earlyPaymentHolder;
  private final Totals totals;
  private final boolean flat;
  private final Rates rates;
  private int index;
  private Stretches stretches;
  private boolean sharesStretches;
  private long size;
  private long agreedSize;
  private long paidPrincipal;
  private long paidInterest;
  private long pulledForward;
  private long fixedInterest;
  private long movedPrincipal;
  private long movedInterest;
  private long lentBefore;
  private long keptPrincipal = NOT_KEPT;
  private long mostInterest;
  private long settledInterest = OPEN;
  private boolean interestMovedUp;
  private boolean interestMovedDown;
  private boolean borneFresh;
  private long borne;
  private long interestBorne;
  private long interestDue;
  private long principalDue;

  PlanPeriod(Plan plan, LocalDate from, LocalDate due, Stretches stretches) {
    this.totals = plan.totals;
    this.rates = plan.rates;
    this.flat = plan.flat;
    this.stretches = stretches;
    this.from = from;
    this.due = due;
    this.askedFrom = from;
    this.askedOn = due;
  }

  /** Returns the same period for a copy of its plan; both share the stretches until one changes. */
  PlanPeriod copy(Plan copiedPlan) {
    sharesStretches = true;
    PlanPeriod copy = new PlanPeriod(copiedPlan, from, due, stretches);
    copy.sharesStretches = true;
    copy.askedFrom = askedFrom;
    copy.askedOn = askedOn;
    copy.interestFree = interestFree;
    copy.interestDeferred = interestDeferred;
    copy.reAged = reAged;
    copy.earlyPaymentHolder = earlyPaymentHolder;
    copy.size = size;
    copy.agreedSize = agreedSize;
    copy.paidPrincipal = paidPrincipal;
    copy.paidInterest = paidInterest;
    copy.pulledForward = pulledForward;
    copy.fixedInterest = fixedInterest;
    copy.movedPrincipal = movedPrincipal;
    copy.movedInterest = movedInterest;
    copy.lentBefore = lentBefore;
    copy.keptPrincipal = keptPrincipal;
    copy.mostInterest = mostInterest;
    copy.settledInterest = settledInterest;
    copy.interestMovedUp = interestMovedUp;
    copy.interestMovedDown = interestMovedDown;
    copy.borneFresh = borneFresh;
    copy.borne = borne;
    copy.interestBorne = interestBorne;
    copy.interestDue = interestDue;
    copy.principalDue = principalDue;
    return copy;
  }

  /** Returns the stretches, to be read. */
  List<Stretch> stretches() {
    return stretches.list();
  }

  /** Returns the stretches, to be changed. */
  List<Stretch> ownStretches() {
    if (sharesStretches) {
      stretches = stretches.copy();
      sharesStretches = false;
    }
    return stretches.list();
  }

  /** Takes all stretches away. */
  void empty() {
    stretches = Stretches.NONE;
    sharesStretches = true;
    changed();
    borne = 0;
    borneFresh = true;
  }

  /** Returns the due date before, or the start. */
  public LocalDate from() {
    return askedFrom;
  }

  /** Returns the due date. */
  public LocalDate due() {
    return askedOn;
  }

  /** Begins the period, and its interest, on another day. */
  void beginOn(LocalDate day) {
    from = day;
    askedFrom = day;
    ownStretches().getFirst().from = day;
  }

  /** Ends the period, and its interest, on another day. */
  void endOn(LocalDate day) {
    due = day;
    askedOn = day;
    ownStretches().getLast().to = day;
  }

  /** Returns the principal that the installment asks for; never less than was paid of it. */
  public long principal() {
    work();
    return principalDue;
  }

  /** Returns the interest that the installment asks for; never less than was paid of it. */
  public long interest() {
    work();
    return interestDue;
  }

  /** Returns what was paid of the principal. */
  public long paidPrincipal() {
    return paidPrincipal;
  }

  /** Returns what was paid of the interest. */
  public long paidInterest() {
    return paidInterest;
  }

  /** Returns the principal that was charged back or refunded into this period. */
  public long creditedPrincipal() {
    return stretches.creditedPrincipal();
  }

  /** Returns the interest that was charged back into this period. */
  public long creditedInterest() {
    return stretches.creditedInterest();
  }

  /** Returns the principal that came in: lent, capitalized and credited. */
  long principalIn() {
    return stretches.principalIn();
  }

  /** Tells whether a stretch ends after a day. */
  boolean reachesBeyond(LocalDate day) {
    return stretches.reachBeyond(day);
  }

  /** Returns whether the period holds what was paid early before a re-age. */
  public boolean holdsEarlyPayments() {
    return earlyPaymentHolder;
  }

  /** Returns the size of the installment without what is credited. */
  public long size() {
    return size;
  }

  long agreedSize() {
    return agreedSize;
  }

  long lentBefore() {
    return lentBefore;
  }

  long fixedInterest() {
    return fixedInterest;
  }

  /** Returns the interest that is asked for here and not born here, but for what is carried. */
  long interestFromElsewhere() {
    return fixedInterest + pulledForward;
  }

  boolean isInterestMovedDown() {
    return interestMovedDown;
  }

  long paid() {
    return paidPrincipal + paidInterest;
  }

  long credited() {
    return creditedPrincipal() + creditedInterest() - movedPrincipal - movedInterest;
  }

  /** Returns all that the installment is: its size, what is credited and interest from later. */
  long room() {
    return keepsPrincipal() ? keptPrincipal + interest() : size + credited() + pulledForward;
  }

  /** Tells whether nothing of it can change: it is paid, or keeps what was paid of it. */
  boolean isFullyPaid() {
    return keepsPrincipal() || room() == paid();
  }

  long unpaidPrincipal() {
    return keepsPrincipal() ? 0 : Math.max(0, principal() - paidPrincipal);
  }

  long unpaidInterest() {
    return Math.max(0, interest() - paidInterest);
  }

  /** Returns the interest of the period, with what periods before left unplaced. */
  long interestBorne() {
    work();
    return interestBorne;
  }

  /** Returns what of that the installment asks for if it has room. */
  long interestToAsk() {
    work();
    return interestToAsk(carried());
  }

  private long interestToAsk(long carried) {
    return settledInterest == OPEN
        ? interestBorne
        : Math.min(interestBorne, Math.max(interestBorne - carried, settledInterest));
  }

  private long carried() {
    return previous == null ? 0 : Math.max(0, previous.interestBorne - previous.interestDue);
  }

  /** Returns the interest that moves on, as the installment has no room for it or is settled. */
  long unplaced() {
    work();
    return Math.max(0, interestBorne - interestDue);
  }

  /** Returns the principal owed once this installment is paid as planned. */
  long balanceAfter() {
    Stretch last = stretches.list().getLast();
    long atEnd = last.balance + last.correction + last.capitalized + last.lent;
    return Math.max(0, atEnd + paidPrincipal - principal());
  }

  /** Returns all that was lent or capitalized until a stretch begins; null for the whole period. */
  long lentUntil(@Nullable Stretch end) {
    return lentBefore + stretches.lentUntil(end, from);
  }

  /** Returns the amount that bears interest through a stretch. */
  long bearing(Stretch stretch) {
    return flat ? lentUntil(stretch) : stretch.balance;
  }

  /** Takes back what changed balances without being lent or credited. */
  void forgetCorrections() {
    ownStretches().forEach(stretch -> stretch.correction = 0);
    changed();
  }

  void setSize(long minor) {
    if (size != minor) {
      size = minor;
      stale();
    }
  }

  void setAgreedSize(long minor) {
    setSize(minor);
    agreedSize = minor;
  }

  /** Lets the installment ask for a principal for now, whatever its size, with interest on top. */
  void keepPrincipal(long minor, long interestAtMost) {
    keptPrincipal = minor;
    mostInterest = interestAtMost;
    stale();
  }

  boolean keepsPrincipal() {
    return keptPrincipal != NOT_KEPT;
  }

  /** Gives an installment that keeps its principal the size of what it asks for. */
  void settleKept() {
    if (keepsPrincipal()) {
      long kept = room() - credited() - pulledForward;
      keptPrincipal = NOT_KEPT;
      size = kept;
      stale();
    }
  }

  /**
   * Lets an installment that is settled ask for no interest of periods before beyond what was paid
   * of it; for all of that again if it is {@link #OPEN}.
   */
  void settleAt(long paid) {
    if (settledInterest != paid) {
      settledInterest = paid;
      stale();
    }
  }

  void pay(long principal, long interest) {
    paidPrincipal += principal;
    paidInterest += interest;
    totals.addPaid(principal, interest);
    stale();
  }

  void forgetPayments() {
    pay(-paidPrincipal, -paidInterest);
  }

  void setPulledForward(long minor) {
    if (pulledForward != minor) {
      pulledForward = minor;
      stale();
    }
  }

  void setFixedInterest(long minor) {
    fixedInterest = minor;
    stale();
  }

  void setLentBefore(long minor) {
    lentBefore = minor;
    changed();
  }

  /** Lets the interest that is born here be asked for in an earlier period. */
  void moveInterestUp() {
    if (!interestMovedUp) {
      interestMovedUp = true;
      stale();
    }
  }

  /** Lets the interest that is born here be asked for here again. */
  void keepInterest() {
    if (interestMovedUp) {
      interestMovedUp = false;
      stale();
    }
  }

  /** Closes the installment at what was paid of it; what it still asked for goes elsewhere. */
  void closeAtPaid() {
    setSize(paid());
    movedPrincipal = creditedPrincipal();
    movedInterest = creditedInterest();
    stale();
  }

  /** Lets the period bear no more interest than was paid of it. */
  void giveUpInterest() {
    interestMovedDown = true;
    fixedInterest = paidInterest;
    stale();
  }

  void moveInterestDown() {
    interestMovedDown = true;
    stale();
  }

  /** Tells the place of the period among those of its plan, from 0 on. */
  void placeAt(int place) {
    index = place;
  }

  int place() {
    return index;
  }

  /** Takes the period out of the sums of its plan. */
  void leave() {
    totals.takeAway(paidPrincipal, paidInterest, principalDue, interestDue);
  }

  /** Works out the balance of every stretch from the one that the period before leaves. */
  void rebalance() {
    long atStart =
        previous == null || previous.stretches.list().isEmpty()
            ? stretches.list().getFirst().balance
            : previous.balanceAfter();
    int first = stretches.firstUnbalanced(atStart);
    if (first >= 0) {
      ownStretches();
      stretches.rebalance(first, atStart);
      borneFresh = false;
      stale();
    }
  }

  /** Tells that days, balances or amounts of a stretch are others now. */
  void changed() {
    borneFresh = false;
    stretches.changed();
    totals.changed(index);
    stale();
  }

  private void stale() {
    totals.stale(index);
  }

  private void work() {
    totals.work(index);
  }

  /**
   * Works out what the installment asks for, once that is done for those before.
   *
   * @return whether the period passes on as much interest as it did before
   */
  boolean workOut() {
    long passedOn = Math.max(0, interestBorne - interestDue);
    long principalBefore = principalDue;
    long interestBefore = interestDue;
    long carried = carried();
    long own = interestMovedUp || interestMovedDown ? 0 : borne();
    interestBorne = Math.max(0, own + fixedInterest + pulledForward + carried);
    long toAsk = interestToAsk(carried);
    if (keepsPrincipal()) {
      interestDue = interestDeferred ? 0 : Math.min(toAsk, mostInterest);
      principalDue = keptPrincipal;
    } else {
      long room = room();
      long planned = Math.max(0, room - toAsk);
      boolean isHeldBack = interestDeferred || paidPrincipal > planned;
      interestDue = isHeldBack ? paidInterest : Math.max(Math.min(toAsk, room), paidInterest);
      principalDue = Math.max(Math.max(0, room - interestDue), paidPrincipal);
    }
    totals.addAsked(principalDue - principalBefore, interestDue - interestBefore);
    return passedOn == Math.max(0, interestBorne - interestDue);
  }

  /** Returns the interest of the stretches, not rounded. */
  BigDecimal borneExactly() {
    return BorneInterest.exactly(this, rates);
  }

  private long borne() {
    if (!borneFresh) {
      borne = BorneInterest.rounded(this, rates);
      borneFresh = true;
    }
    return borne;
  }
}
