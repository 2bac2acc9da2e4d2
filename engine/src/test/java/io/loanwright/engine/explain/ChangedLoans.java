package io.loanwright.engine.explain;

import io.loanwright.engine.Refused;
import io.loanwright.engine.event.LoanEvent;
import io.loanwright.engine.money.Money;
import io.loanwright.engine.oracle.RandomLoans;
import io.loanwright.engine.oracle.RandomLoans.Loan;
import io.loanwright.engine.replay.InstallmentPosition;
import io.loanwright.engine.replay.LoanPosition;
import io.loanwright.engine.replay.Replay;
import io.loanwright.engine.terms.ChargeKind;
import io.loanwright.engine.terms.LoanTerms;
import io.loanwright.engine.terms.RecalculationTerms;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Loans of every kind whose terms were changed as people can agree, with payments between. */
final class ChangedLoans {

  private static final int MOST_INSTALLMENTS = 24;
  private static final int MOST_DAYS_OF_A_PAUSE = 60;
  private static final int MOST_DAYS_MOVED = 60;

  private final Random random;
  private final RandomLoans loans;
  private final RecalculationTerms recalculation;

  /** What can be agreed of a running loan. */
  enum Change {
    ANOTHER_RATE,
    MORE_TIME,
    HOLIDAY,
    DAYS_WITHOUT_INTEREST,
    MORE_MONEY,
    CHARGE
  }

  /** When borrowers pay. */
  enum Payments {
    NONE,
    /** What is due, on the day. */
    AS_SCHEDULED,
    /** Any amount on any day. */
    AT_RANDOM
  }

  /** A loan with what happened to it. */
  record Story(LoanTerms terms, List<LoanEvent> events, LocalDate end) {

    LoanPosition position() {
      return Replay.position(terms, events, end);
    }

    /** Returns why installments ask for the principal and the interest that they ask for. */
    List<Explanation> figures() {
      Explain explain = Explain.of(terms, events, end);
      List<Explanation> figures = new ArrayList<>();
      for (int number = 1; number <= position().installments().size(); number++) {
        figures.add(explain.installment(InstallmentFigure.PRINCIPAL, number).orElseThrow());
        figures.add(explain.installment(InstallmentFigure.INTEREST, number).orElseThrow());
      }
      return figures;
    }
  }

  ChangedLoans(long seed, RecalculationTerms recalculation) {
    this.random = new Random(seed);
    this.loans = new RandomLoans(seed, MOST_INSTALLMENTS);
    this.recalculation = recalculation;
  }

  /** Returns a loan with changes in their order, on days that follow each other. */
  Story next(Predicate<LoanTerms> kind, List<Change> changes, Payments payments) {
    while (true) {
      Loan loan = loans.next();
      LoanTerms terms = loan.terms().withRecalculation(recalculation);
      if (kind.test(terms)) {
        LoanEvent out = new LoanEvent.Disbursed(id(0), loan.disbursedOn(), 0, loan.principal());
        Story story = new Story(terms, List.of(out), loan.disbursedOn());
        if (isTaken(story) && story.position().installments().size() > 1) {
          Story changed = changed(story, changes, payments);
          if (changed != null) {
            return changed;
          }
        }
      }
    }
  }

  private @Nullable Story changed(Story start, List<Change> changes, Payments payments) {
    Story story = start;
    LocalDate last = maturity(start);
    for (Change change : changes) {
      long left = Math.max(1, last.toEpochDay() - story.end().toEpochDay());
      LocalDate on = story.end().plusDays((long) (random.nextDouble() * left * 0.6));
      story = paid(story, payments, on);
      Story longer = with(story, event(story, change, on), on);
      if (!isTaken(longer)) {
        return null;
      }
      story = longer;
    }
    return paid(story, payments, story.end().plusDays(random.nextInt(200)));
  }

  private static LocalDate maturity(Story story) {
    return story.position().installments().getLast().installment().dueOn();
  }

  private Story paid(Story start, Payments payments, LocalDate until) {
    Story story = start;
    if (payments == Payments.AS_SCHEDULED) {
      for (InstallmentPosition row : start.position().installments()) {
        LocalDate due = row.installment().dueOn();
        Money amount = row.outstanding().total();
        if (due.isAfter(start.end()) && !due.isAfter(until) && amount.isPositive()) {
          story = with(story, repaid(story, due, amount), due);
        }
      }
    } else if (payments == Payments.AT_RANDOM) {
      for (int i = random.nextInt(3); i > 0; i--) {
        long days = until.toEpochDay() - story.end().toEpochDay();
        LocalDate on = story.end().plusDays((long) (random.nextDouble() * days));
        Money due = story.position().installments().get(0).installment().due();
        long minor = Math.max(1, (long) (due.minor() * random.nextDouble() * 2));
        Story longer =
            with(story, repaid(story, on, new Money(minor, story.terms().currency())), on);
        story = isTaken(longer) ? longer : story;
      }
    }
    return new Story(story.terms(), story.events(), until);
  }

  private static LoanEvent repaid(Story story, LocalDate on, Money amount) {
    int at = story.events().size();
    return new LoanEvent.Repaid(id(at), on, at, amount, null);
  }

  private LoanEvent event(Story story, Change change, LocalDate on) {
    int at = story.events().size();
    UUID id = id(at);
    return switch (change) {
      case ANOTHER_RATE -> new LoanEvent.RateChanged(id, on, at, on, rate());
      case MORE_TIME -> new LoanEvent.TermExtended(id, on, at, on, 1 + random.nextInt(6));
      case HOLIDAY -> {
        LocalDate due = nextDue(story, on);
        LocalDate to = due.plusDays(1 + random.nextInt(MOST_DAYS_MOVED));
        yield new LoanEvent.DueDateMoved(id, on, at, due, to);
      }
      case DAYS_WITHOUT_INTEREST -> {
        LocalDate to = on.plusDays(random.nextInt(MOST_DAYS_OF_A_PAUSE));
        yield new LoanEvent.InterestPaused(id, on, at, on, to);
      }
      case MORE_MONEY -> new LoanEvent.Disbursed(id, on, at, money(story));
      case CHARGE ->
          new LoanEvent.ChargeAdded(id, on, at, ChargeKind.FEE, on.plusDays(10), money(story));
    };
  }

  private static LocalDate nextDue(Story story, LocalDate on) {
    return story.position().installments().stream()
        .map(row -> row.installment().dueOn())
        .filter(due -> !due.isBefore(on))
        .findFirst()
        .orElse(maturity(story));
  }

  private BigDecimal rate() {
    return BigDecimal.valueOf(random.nextInt(4_000), 2);
  }

  private Money money(Story story) {
    long lent = ((LoanEvent.Disbursed) story.events().getFirst()).amount().minor();
    return new Money(
        1 + random.nextLong(Math.max(1, lent / (1 + random.nextInt(6)))), story.terms().currency());
  }

  private static Story with(Story story, LoanEvent event, LocalDate end) {
    List<LoanEvent> longer = new ArrayList<>(story.events());
    longer.add(event);
    return new Story(story.terms(), List.copyOf(longer), end);
  }

  private static boolean isTaken(Story story) {
    try {
      story.position();
      return true;
    } catch (Refused _) {
      return false;
    }
  }

  private static UUID id(int sequence) {
    return new UUID(9, sequence);
  }
}
