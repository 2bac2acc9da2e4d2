package io.loanwright.live.book;

import io.loanwright.access.Caller;
import io.loanwright.engine.money.Money;
import io.loanwright.engine.replay.LoanPosition;
import io.loanwright.engine.schedule.Schedule;
import io.loanwright.loan.Application;
import io.loanwright.loan.ApprovalStep;
import io.loanwright.loan.Channel;
import io.loanwright.loan.Happening;
import io.loanwright.loan.LivedLoan;
import io.loanwright.loan.Loan;
import io.loanwright.loan.LoanState;
import io.loanwright.loan.LoanStatus;
import io.loanwright.loan.Parties;
import io.loanwright.loan.Person;
import io.loanwright.loan.Progress;
import io.loanwright.loan.RecordedEvent;
import io.loanwright.loan.rule.Replaying;
import io.loanwright.payment.Payment;
import io.loanwright.product.ApprovalRule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;

/** One loan from its application to the business date, as one borrower pays it. */
final class LoanLife {

  private static final double IS_MISTYPED = 0.005;
  private static final double ROUNDS_UP = 0.03;
  private static final double IS_MARKED = 0.6;
  private static final int LOST_AFTER_DAYS = 120;
  private static final int APPROVED_AFTER_DAYS = 2;
  private static final int LONGEST_PATIENCE = 8;
  private static final int REFERENCES = 1_000_000;
  private static final List<Channel> CHANNELS =
      List.of(Channel.CASH, Channel.CASH, Channel.MOBILE_MONEY, Channel.BANK);
  private static final List<String> PURPOSES =
      List.of("School fees", "Stock", "Roof", "Sewing machine", "Motorbike", "Seed and fertiliser");

  private final BookPlan plan;
  private final BookRows rows;
  private final Acts acts;
  private final SplittableRandom random;
  private final Who who;
  private final Habit habit;
  private final int patience;
  private int receipts;

  /** Whose loan it is, and who deals with it. */
  record Who(Parties parties, String borrower, Lending.Desk desk, Caller officer) {}

  /**
   * A payment.
   *
   * @param after the loan with it
   * @param receipt its place among the receipts of the loan, from 1
   */
  record Taken(RecordedEvent event, Happening.Repayment what, LoanPosition after, int receipt) {}

  LoanLife(BookPlan plan, BookRows rows, Acts acts, Who who) {
    this.plan = plan;
    this.rows = rows;
    this.acts = acts;
    this.who = who;
    this.random = acts.random();
    this.habit = Habit.any(random);
    this.patience = random.nextInt(1, LONGEST_PATIENCE);
  }

  /** Lives the loan and returns what the borrower's wallet gained, in minor units. */
  long live(BorrowerLife.Wish wish, long number) {
    LivedLoan lived = apply(wish, number);
    List<ApprovalStep> steps = decide(lived, wish);
    int saves = Math.toIntExact(steps.stream().filter(s -> s.decision() != null).count());
    switch (wish.fate()) {
      case PAID_OUT -> {
        payOut(lived, wish);
        repay(lived);
        lived.workOut(plan.today());
        giveUpHope(lived);
        saves += lived.events().size() + (lived.loan().standing().defaulted() ? 1 : 0);
      }
      case WITHDRAWN, CANCELLED -> {
        end(lived, wish);
        saves++;
      }
      case WAITS, APPROVED, REJECTED -> {
        // Nothing more has happened yet, or ever will.
      }
    }
    rows.loan(lived, steps, saves);
    return lived.gained();
  }

  private LivedLoan apply(BorrowerLife.Wish wish, long number) {
    LocalDate on = wish.appliedOn();
    UUID id = acts.begin(on);
    Loan loan =
        new Loan(
            id,
            "LN-%d-%06d".formatted(on.getYear(), number),
            who.parties(),
            new Application(
                wish.offer().productId(),
                1,
                wish.amount(),
                BorrowerLife.oneOf(PURPOSES, random),
                Person.of(who.officer()),
                on,
                acts.now()),
            wish.terms(),
            new LoanState.Submitted(),
            new Loan.Standing(Progress.none(wish.terms().currency()), false, 0));
    rows.schedule(id, 1, "QUOTE", on, Schedule.of(wish.terms(), on, wish.amount()));
    Map<String, Object> after =
        Map.of(
            "number", loan.number(),
            "status", LoanStatus.SUBMITTED,
            "borrowerId", who.parties().borrowerId(),
            "productId", wish.offer().productId(),
            "principal", wish.amount().toDecimalString(),
            "currency", loan.currency().code());
    rows.deed(acts, who.officer(), "loan.apply", loan, null, after, null);
    return new LivedLoan(loan, wish.offer().definition().accounts());
  }

  private List<ApprovalStep> decide(LivedLoan lived, BorrowerLife.Wish wish) {
    List<ApprovalRule> rules = wish.offer().definition().approvalSteps();
    List<ApprovalStep> steps = new ArrayList<>();
    boolean isDecided = wish.fate() != Fate.WAITS && wish.fate() != Fate.WITHDRAWN;
    LocalDate on = wish.appliedOn().plusDays(APPROVED_AFTER_DAYS);
    LoanStatus before = LoanStatus.SUBMITTED;
    for (int i = 0; i < rules.size(); i++) {
      ApprovalRule rule = rules.get(i);
      boolean isRejected = wish.fate() == Fate.REJECTED;
      Caller by = "LOAN_OFFICER".equals(rule.role()) ? colleague() : who.desk().manager();
      ApprovalStep.Decision decision = null;
      if (isDecided && !(isRejected && i > 0)) {
        acts.begin(on);
        LoanState state = state(isRejected, i == rules.size() - 1, wish, on);
        decision =
            isRejected
                ? new ApprovalStep.Reject(Person.of(by), acts.now(), "The income is not proven")
                : new ApprovalStep.Approve(Person.of(by), acts.now(), wish.amount(), null);
        lived.become(state);
        rows.deed(
            acts,
            by,
            isRejected ? "loan.reject" : "loan.approve",
            lived.loan(),
            Map.of("status", before),
            after(state, i + 1, isRejected, wish),
            decision.note());
        before = state.status();
      }
      steps.add(new ApprovalStep(i + 1, rule.role(), rule.limit(), decision));
    }
    return steps;
  }

  private static LoanState state(
      boolean isRejected, boolean isLast, BorrowerLife.Wish wish, LocalDate on) {
    if (isRejected) {
      return new LoanState.Rejected("The income is not proven");
    }
    return isLast ? new LoanState.Approved(on, wish.amount()) : new LoanState.UnderReview();
  }

  private static Map<String, Object> after(
      LoanState state, int step, boolean isRejected, BorrowerLife.Wish wish) {
    Map<String, Object> after = new LinkedHashMap<>();
    after.put("status", state.status());
    after.put("step", step);
    if (!isRejected) {
      after.put("principal", wish.amount().toDecimalString());
    }
    return after;
  }

  /** An officer does not approve what he applied for. */
  private Caller colleague() {
    return who.desk().officers().stream()
        .filter(officer -> !officer.userId().equals(who.officer().userId()))
        .findFirst()
        .orElseThrow();
  }

  private void end(LivedLoan lived, BorrowerLife.Wish wish) {
    acts.begin(wish.paidOutOn());
    LoanState before = lived.loan().state();
    LoanState.Approved approved = before.approval();
    LoanState ended =
        approved == null
            ? new LoanState.Withdrawn("Found the money")
            : new LoanState.Cancelled(approved, "Never came for it");
    lived.become(ended);
    rows.deed(
        acts,
        approved == null ? who.officer() : who.desk().manager(),
        approved == null ? "loan.withdraw" : "loan.cancel",
        lived.loan(),
        Map.of("status", before.status()),
        Map.of("status", ended.status()),
        ended.endedReason());
  }

  private void payOut(LivedLoan lived, BorrowerLife.Wish wish) {
    LocalDate on = wish.paidOutOn();
    Money amount = wish.amount();
    record(lived, on, who.desk().teller(), new Happening.Disbursement(amount));
    rows.schedule(lived.loan().id(), 2, "CONTRACT", on, Schedule.of(wish.terms(), on, amount));
    rows.deed(
        acts,
        who.desk().teller(),
        "loan.disburse",
        lived.loan(),
        Map.of("status", LoanStatus.APPROVED),
        Map.of(
            "status", lived.loan().state().status(),
            "on", on,
            "principal", amount.toDecimalString(),
            "currency", amount.currency().code()),
        null);
  }

  private void repay(LivedLoan lived) {
    LocalDate last = lived.events().getFirst().on();
    int paid = 0;
    LocalDate dueOn = lived.loan().progress().oldestUnpaidOn();
    while (dueOn != null && !(habit == Habit.STOPS && paid >= patience)) {
      LocalDate meant = dueOn.plusDays(habit.days(random));
      LocalDate on = meant.isAfter(last) ? meant : last.plusDays(1);
      if (!on.isBefore(plan.today()) || plan.staysUnpaid(dueOn)) {
        return;
      }
      pay(lived, on, amount(lived, on, paid));
      last = on;
      paid++;
      dueOn = lived.loan().progress().oldestUnpaidOn();
    }
  }

  private Money amount(LivedLoan lived, LocalDate on, int paid) {
    Loan loan = lived.loan();
    Money due = loan.progress().oldestUnpaid();
    if (habit == Habit.SETTLES && paid >= patience) {
      return Replaying.position(loan.terms(), lived.events(), on).payoff().total();
    }
    if (habit == Habit.IN_PARTS && paid % 2 == 0 && due.minor() > 1) {
      return new Money(due.minor() / 2, due.currency());
    }
    if (random.nextDouble() < ROUNDS_UP) {
      return new Money((due.minor() / 1000 + 1) * 1000, due.currency());
    }
    return due;
  }

  private void pay(LivedLoan lived, LocalDate on, Money amount) {
    if (random.nextDouble() < IS_MISTYPED) {
      Money mistyped = amount.plus(Money.of("10", amount.currency()));
      Taken wrong = take(lived, on, mistyped);
      rows.payment(lived, wrong, who, takeBack(lived, wrong));
    }
    rows.payment(lived, take(lived, on, amount), who, null);
  }

  private Payment.Reversal takeBack(LivedLoan lived, Taken wrong) {
    Caller teller = who.desk().teller();
    LoanStatus before = lived.loan().state().status();
    String reason = "Typed the wrong amount";
    LocalDate on = wrong.event().on();
    Money amount = wrong.what().amount();
    record(lived, on, teller, new Happening.Reversal(amount, wrong.event().id(), reason));
    rows.deed(
        acts,
        teller,
        "loan.reverse",
        lived.loan(),
        Map.of("status", before),
        Map.of(
            "status", lived.loan().state().status(),
            "amount", amount.toDecimalString(),
            "currency", amount.currency().code(),
            "on", on),
        reason);
    return new Payment.Reversal(Person.of(teller), acts.now(), on, reason);
  }

  private Taken take(LivedLoan lived, LocalDate on, Money amount) {
    Channel channel = BorrowerLife.oneOf(CHANNELS, random);
    String reference =
        channel == Channel.CASH
            ? null
            : channel.name().charAt(0) + "-" + random.nextInt(REFERENCES);
    Happening.Repayment what = new Happening.Repayment(amount, channel, reference, null);
    RecordedEvent event = event(lived, on, who.desk().teller(), what);
    LoanPosition after = lived.add(event);
    receipts++;
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("paymentId", event.id());
    shown.put("amount", amount.toDecimalString());
    shown.put("currency", amount.currency().code());
    shown.put("on", on);
    shown.put("channel", channel);
    shown.put("status", lived.loan().state().status());
    rows.deed(acts, who.desk().teller(), "loan.repay", lived.loan(), null, shown, null);
    return new Taken(event, what, after, receipts);
  }

  /** Marks most of the loans that nobody has paid for long. */
  private void giveUpHope(LivedLoan lived) {
    boolean isLost = lived.loan().progress().daysPastDue(plan.today()) > LOST_AFTER_DAYS;
    LocalDate dueOn = lived.loan().progress().oldestUnpaidOn();
    if (isLost && dueOn != null && random.nextDouble() < IS_MARKED) {
      LocalDate on = dueOn.plusDays(LOST_AFTER_DAYS);
      acts.begin(on);
      lived.mark();
      rows.defaulted(lived.loan().id(), on, acts.now());
      rows.deed(
          acts,
          who.desk().manager(),
          "loan.default",
          lived.loan(),
          Map.of("defaulted", false),
          Map.of("defaulted", true),
          "Cannot be found any more");
    }
  }

  private void record(LivedLoan lived, LocalDate on, Caller by, Happening what) {
    lived.add(event(lived, on, by, what));
  }

  private RecordedEvent event(LivedLoan lived, LocalDate on, Caller by, Happening what) {
    UUID id = acts.begin(on);
    return new RecordedEvent(id, lived.events().size() + 1, on, acts.now(), Person.of(by), what);
  }
}
