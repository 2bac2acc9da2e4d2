package io.loanwright.demo;

import static io.loanwright.demo.DemoStaff.done;

import io.loanwright.access.Caller;
import io.loanwright.borrower.Borrower;
import io.loanwright.borrower.BorrowerOutcome;
import io.loanwright.borrower.Borrowers;
import io.loanwright.borrower.NewBorrower;
import io.loanwright.collection.CollectionOutcome;
import io.loanwright.collection.Contact;
import io.loanwright.collection.Contacts;
import io.loanwright.collection.NewContact;
import io.loanwright.collection.NewContact.NewPromise;
import io.loanwright.engine.money.Money;
import io.loanwright.loan.Channel;
import io.loanwright.loan.Commands;
import io.loanwright.loan.Loan;
import io.loanwright.loan.LoanStatus;
import io.loanwright.loan.Loans;
import io.loanwright.payment.Payments;
import io.loanwright.product.ApprovalRule;
import io.loanwright.web.Ids;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Component;

/**
 * What the borrowers and the staff of one branch do, day by day: everything that happens puts what
 * comes of it on a later day of the agenda. The same seed makes the same history.
 */
final class Branchlife {

  private static final long SEED = 20_260_101L;
  private static final double APPLIES = 0.9;
  private static final double WITHDRAWS = 0.04;
  private static final double IS_REFUSED = 0.08;
  private static final double NEVER_COMES = 0.04;
  private static final double COMES_BACK = 0.45;
  private static final double IS_MISTYPED = 0.005;
  private static final int GIVEN_UP = 4;
  private static final int CALLED_AFTER = 4;
  private static final int LOST = 4;
  private static final int LOST_MONTHS = 6;
  private static final int BEHIND = 2;
  private static final double PROMISES = 0.7;
  private static final int PROMISED_DAYS_MOST = 12;
  private static final double ROUNDS_UP = 0.03;
  private static final List<String> PURPOSES =
      List.of("School fees", "Stock", "Roof", "Sewing machine", "Motorbike", "Seed and fertiliser");
  private static final List<String> REASONS =
      List.of(
          "The income is not proven",
          "Another loan is in arrears",
          "The amount is too high for the income");

  private final DemoLending.Plan plan;
  private final DemoStaff.Desk desk;
  private final Doors doors;
  private final RandomGenerator random;
  private final Agenda agenda = new Agenda();
  private final DemoPeople people;
  private LocalDate today;
  private int borrowers;
  private int loans;
  private int payments;

  /** Where things are done. */
  @Component
  record Doors(Borrowers borrowers, Loans loans, Payments payments, Contacts contacts) {}

  /** A borrower and the officer who looks after it. */
  private record Client(Borrower borrower, Caller officer) {}

  /**
   * A borrower and the loan that it pays.
   *
   * @param patience after how many payments those who settle or stop do so
   */
  private record Debt(Client client, Conduct conduct, int patience, int paid) {

    Debt afterPayment() {
      return new Debt(client, conduct, patience, paid + 1);
    }

    boolean isTiredOf(Conduct what) {
      return conduct == what && paid >= patience;
    }
  }

  /**
   * Plans who comes to a branch when.
   *
   * @param branch which of the branches of the plan it is, from 0
   */
  Branchlife(DemoLending.Plan plan, int branch, Doors doors) {
    this.plan = plan;
    this.desk = plan.team().desks().get(branch);
    this.doors = doors;
    this.random = new SplittableRandom(SEED + branch);
    this.today = plan.first();
    int branches = plan.team().desks().size();
    this.people =
        new DemoPeople(
            random,
            plan.offers().getFirst().product().definition().terms().currency(),
            branch,
            branches);
    planArrears();
    int days = Math.toIntExact(ChronoUnit.DAYS.between(plan.first(), plan.last()));
    for (int i = 0; i < GIVEN_UP; i++) {
      agenda.add(plan.first(), this::takeOver);
    }
    for (int i = branch; i < plan.borrowers(); i += branches) {
      agenda.add(plan.first().plusDays(random.nextInt(days)), this::welcome);
    }
  }

  /** Does what is to be done on a day. */
  void live(LocalDate day) {
    today = day;
    agenda.take(day).forEach(Runnable::run);
  }

  DemoLending.Figures figures() {
    return new DemoLending.Figures(borrowers, loans, payments);
  }

  private void welcome() {
    Client client = register();
    if (random.nextDouble() < APPLIES) {
      in(0, 5, () -> apply(client));
    }
  }

  private Client register() {
    Caller officer = oneOf(desk.clerks());
    NewBorrower newBorrower = new NewBorrower(people.next(today), null, officer.userId());
    if (!(doors.borrowers().create(officer, newBorrower)
        instanceof BorrowerOutcome.Kept(Borrower borrower))) {
      throw new IllegalStateException("A borrower of the demo was refused: " + newBorrower);
    }
    borrowers++;
    return new Client(borrower, officer);
  }

  /** Has somebody get the first loan on offer some day, and pay it as it falls due. */
  void lendTo(Borrower borrower, LocalDate day) {
    Client client = new Client(borrower, desk.officers().getFirst());
    agenda.add(day, () -> lend(client, Conduct.PUNCTUAL, Integer.MAX_VALUE));
  }

  /** Plans loans that will be behind on the last day, some for months and some since days. */
  private void planArrears() {
    for (int i = 0; i < LOST; i++) {
      agenda.add(
          plan.last().minusMonths(LOST_MONTHS + i), () -> lend(register(), Conduct.STOPS, 1));
    }
    LocalDate lately = plan.last().minusMonths(1).minusDays(CALLED_AFTER - 1);
    for (int i = 0; i < BEHIND; i++) {
      agenda.add(lately, () -> lend(register(), Conduct.STOPS, 0));
    }
  }

  /** Lends the first loan on offer, without waiting. */
  private void lend(Client client, Conduct conduct, int patience) {
    DemoProducts.Offer offer = plan.offers().getFirst();
    Commands.Apply application = asked(client, offer, offer.least() * 3);
    Loan loan = done(doors.loans().apply(client.officer(), application));
    loans++;
    done(doors.loans().approve(desk.manager(), loan.id(), new Commands.Approve(null, null)));
    Loan active =
        done(doors.loans().disburse(desk.teller(), loan.id(), new Commands.Disburse(today)));
    expect(new Debt(client, conduct, patience, 0), active);
  }

  private Commands.Apply asked(Client client, DemoProducts.Offer offer, int amount) {
    return new Commands.Apply(
        client.borrower().id(),
        offer.product().id(),
        String.valueOf(amount),
        null,
        null,
        oneOf(PURPOSES));
  }

  /** A loan that was given up before this program was installed. */
  private void takeOver() {
    DemoProducts.Offer offer = oneOf(plan.offers());
    Commands.Apply agreed =
        new Commands.Apply(
            register().borrower().id(),
            offer.product().id(),
            String.valueOf(offer.least()),
            null,
            null,
            oneOf(PURPOSES));
    Commands.Paid paid = new Commands.Paid(String.valueOf(offer.least() / 4), "12", "0", "0");
    String owed = String.valueOf(offer.least() - offer.least() / 4);
    LocalDate paidOut = today.minusMonths(random.nextInt(14, 30));
    done(
        doors
            .loans()
            .open(
                DemoStaff.DIRECTOR,
                new Commands.Open(agreed, paidOut, today, owed, paid, true, null)));
    loans++;
  }

  private void apply(Client client) {
    DemoProducts.Offer offer = oneOf(plan.offers());
    double share = random.nextDouble();
    int amount = offer.least() + (int) (share * share * (offer.most() - offer.least())) / 50 * 50;
    Loan loan = done(doors.loans().apply(client.officer(), asked(client, offer, amount)));
    loans++;
    if (random.nextDouble() < WITHDRAWS) {
      in(1, 3, () -> done(doors.loans().withdraw(client.officer(), loan.id(), "Found the money")));
    } else {
      in(1, 4, () -> decide(client, offer, loan, 0));
    }
  }

  private void decide(Client client, DemoProducts.Offer offer, Loan loan, int step) {
    ApprovalRule rule = offer.product().definition().approvalSteps().get(step);
    Caller approver = "LOAN_OFFICER".equals(rule.role()) ? colleague(client) : desk.manager();
    if (step == 0 && random.nextDouble() < IS_REFUSED) {
      done(doors.loans().reject(approver, loan.id(), oneOf(REASONS)));
      return;
    }
    Loan decided =
        done(doors.loans().approve(approver, loan.id(), new Commands.Approve(null, null)));
    if (decided.state().status() != LoanStatus.APPROVED) {
      in(1, 4, () -> decide(client, offer, loan, step + 1));
    } else if (random.nextDouble() < NEVER_COMES) {
      in(20, 40, () -> done(doors.loans().cancel(desk.manager(), loan.id(), "Never came for it")));
    } else {
      in(0, 3, () -> payOut(client, loan));
    }
  }

  private void payOut(Client client, Loan loan) {
    Loan active =
        done(doors.loans().disburse(desk.teller(), loan.id(), new Commands.Disburse(today)));
    expect(new Debt(client, Conduct.any(random), random.nextInt(1, 8), 0), active);
  }

  /** Plans the next payment. */
  private void expect(Debt debt, Loan loan) {
    LocalDate dueOn = loan.progress().oldestUnpaidOn();
    if (dueOn == null) {
      return;
    }
    if (debt.isTiredOf(Conduct.STOPS)) {
      callAbout(debt, loan, dueOn);
      in(90, 150, () -> giveUpHope(loan));
      return;
    }
    LocalDate day = dueOn.plusDays(debt.conduct().days(random));
    if (debt.conduct() == Conduct.LATE && day.isAfter(dueOn.plusDays(CALLED_AFTER + 1))) {
      callAbout(debt, loan, dueOn);
    }
    agenda.add(day.isAfter(today) ? day : today.plusDays(1), () -> pay(debt, loan));
  }

  /** Plans that the officer asks, some days after it was due, when it will be paid. */
  private void callAbout(Debt debt, Loan loan, LocalDate dueOn) {
    LocalDate day = dueOn.plusDays(CALLED_AFTER);
    if (day.isAfter(today)) {
      agenda.add(day, () -> call(debt.client().officer(), loan));
    }
  }

  private void call(Caller officer, Loan loan) {
    boolean promises = random.nextDouble() < PROMISES;
    Contact.Result result = promises ? Contact.Result.PROMISED : Contact.Result.NOT_REACHED;
    NewPromise promise =
        promises
            ? new NewPromise(
                loan.progress().oldestUnpaid().toDecimalString(),
                today.plusDays(random.nextInt(1, PROMISED_DAYS_MOST)))
            : null;
    NewContact contact =
        new NewContact(
            today, new Contact.Said(Contact.Channel.CALL, result, null, null), promise, null);
    if (doors.contacts().log(officer, loan.id(), contact)
        instanceof CollectionOutcome.Refused<Contact>(var why)) {
      throw new IllegalStateException("A contact of the demo was refused: " + why);
    }
  }

  private void giveUpHope(Loan loan) {
    done(
        doors
            .loans()
            .mark(
                desk.manager(), loan.id(), new Commands.Default(true, "Cannot be found any more")));
  }

  private void pay(Debt debt, Loan loan) {
    Money amount = amount(debt, loan);
    if (random.nextDouble() < IS_MISTYPED) {
      Money mistyped = amount.plus(Money.of("10", amount.currency()));
      Commands.Repay wrong = repay(mistyped);
      done(doors.payments().take(desk.teller(), loan.id(), wrong));
      done(
          doors
              .payments()
              .reverse(
                  desk.teller(),
                  wrong.eventId(),
                  new Commands.Reverse("Typed the wrong amount", null)));
      payments++;
    }
    Loan after =
        done(doors.payments().take(desk.teller(), loan.id(), repay(amount))).repaid().loan();
    payments++;
    if (after.state().status() == LoanStatus.ACTIVE) {
      expect(debt.afterPayment(), after);
    } else if (random.nextDouble() < COMES_BACK) {
      in(3, 40, () -> apply(debt.client()));
    }
  }

  private Money amount(Debt debt, Loan loan) {
    Money due = loan.progress().oldestUnpaid();
    if (debt.isTiredOf(Conduct.SETTLES)) {
      return doors.loans().position(loan, null).payoff().total();
    }
    if (debt.conduct() == Conduct.IN_PARTS && debt.paid() % 2 == 0 && due.minor() > 1) {
      return new Money(due.minor() / 2, due.currency());
    }
    if (random.nextDouble() < ROUNDS_UP) {
      return new Money((due.minor() / 1000 + 1) * 1000, due.currency());
    }
    return due;
  }

  private Commands.Repay repay(Money amount) {
    Channel channel =
        oneOf(List.of(Channel.CASH, Channel.CASH, Channel.MOBILE_MONEY, Channel.BANK));
    String reference =
        channel == Channel.CASH ? null : channel.name().charAt(0) + "-" + random.nextInt(1_000_000);
    return new Commands.Repay(
        Ids.next(), amount.toDecimalString(), today, channel, reference, null);
  }

  /** Puts something on a day some days from now. */
  private void in(int least, int most, Runnable deed) {
    LocalDate day = today.plusDays(random.nextInt(least, most + 1));
    if (day.equals(today)) {
      deed.run();
    } else {
      agenda.add(day, deed);
    }
  }

  /** An officer does not approve what he applied for. */
  private Caller colleague(Client client) {
    return desk.officers().stream()
        .filter(officer -> !officer.userId().equals(client.officer().userId()))
        .findFirst()
        .orElseThrow();
  }

  private <T> T oneOf(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
