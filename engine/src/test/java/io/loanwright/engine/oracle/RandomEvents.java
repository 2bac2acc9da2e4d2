package io.loanwright.engine.oracle;

import io.loanwright.engine.date.PeriodUnit;
import io.loanwright.engine.event.LoanEvent;
import io.loanwright.engine.event.MovedInterest;
import io.loanwright.engine.event.NewSchedule;
import io.loanwright.engine.money.Money;
import io.loanwright.engine.oracle.RandomHistories.Story;
import io.loanwright.engine.replay.LatePenalty;
import io.loanwright.engine.replay.LoanPosition;
import io.loanwright.engine.replay.Replay;
import io.loanwright.engine.terms.ChargeKind;
import io.loanwright.engine.terms.MoneyKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** What may happen to a loan next. */
final class RandomEvents {

  /** How many kinds leave what was agreed as it is. */
  static final int ORDINARY = 17;

  /** All kinds. */
  static final int ALL = 28;

  private final Random random;
  private final LocalDate start;
  private int sequence = 1;

  RandomEvents(Random random, Story story) {
    this.random = random;
    this.start = story.events().getFirst().on();
  }

  static UUID id(long sequence) {
    return new UUID(7, sequence);
  }

  /** Returns an event that may or may not fit. */
  LoanEvent next(Story story, int kinds) {
    int at = sequence++;
    LocalDate on = earlier(day(story), story.end());
    UUID id = id(at);
    int kind = random.nextInt(kinds);
    return switch (kind) {
      case 0, 1, 2, 3, 4, 5, 6, 7 -> new LoanEvent.Repaid(id, on, at, amount(story), null);
      case 8 ->
          new LoanEvent.Repaid(id, on, at, amount(story), 1 + random.nextInt(installments(story)));
      case 9 -> new LoanEvent.Disbursed(id, on, at, amount(story));
      case 10, 11 -> new LoanEvent.Credited(id, on, at, amount(story), credit());
      case 12, 13 ->
          new LoanEvent.ChargeAdded(
              id, on, at, pick(ChargeKind.values()), nearby(on), charge(story));
      case 14 -> new LoanEvent.ChargeWaived(id, on, at, waivable(story));
      case 15, 16 -> new LoanEvent.Reversed(id, on, at, reversible(story));
      default -> rarer(kind, id, on, at, story);
    };
  }

  private LoanEvent rarer(int kind, UUID id, LocalDate on, int at, Story story) {
    return switch (kind) {
      case ORDINARY -> new LoanEvent.CashRefunded(id, on, at, amount(story));
      case 18 -> new LoanEvent.ExcessRefunded(id, on, at, amount(story));
      case 19 -> new LoanEvent.ChargedBack(id, on, at, some(story).id(), amount(story));
      case 20 -> new LoanEvent.Capitalized(id, on, at, amount(story));
      case 21 -> new LoanEvent.RateChanged(id, on, at, nearby(on), rate());
      case 22 -> new LoanEvent.TermExtended(id, on, at, nearby(on), 1 + random.nextInt(6));
      case 23 -> new LoanEvent.InterestPaused(id, on, at, on, on.plusDays(random.nextInt(60)));
      case 24 -> new LoanEvent.DueDateMoved(id, on, at, dueDate(story), nearby(dueDate(story)));
      case 25 -> new LoanEvent.ReAged(id, on, at, schedule(on));
      case 26 -> new LoanEvent.ReAmortized(id, on, at, pick(MovedInterest.values()));
      default -> ending(id, on, at);
    };
  }

  private LoanEvent ending(UUID id, LocalDate on, int at) {
    return switch (random.nextInt(3)) {
      case 0 -> new LoanEvent.ChargedOff(id, on, at);
      case 1 -> new LoanEvent.Terminated(id, on, at);
      default -> new LoanEvent.WrittenOff(id, on, at);
    };
  }

  /** Due dates, the days of other events, month ends, and any day. */
  private LocalDate day(Story story) {
    LocalDate any = start.plusDays(random.nextInt(800));
    return switch (random.nextInt(5)) {
      case 0 -> some(story).on();
      case 1 -> dueDate(story);
      case 2 -> any.withDayOfMonth(any.lengthOfMonth());
      default -> any;
    };
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }

  private LocalDate nearby(LocalDate on) {
    return on.plusDays(random.nextInt(60) - 20);
  }

  private LocalDate dueDate(Story story) {
    var rows = now(story).installments();
    return rows.get(random.nextInt(rows.size())).installment().dueOn();
  }

  private int installments(Story story) {
    return now(story).installments().size();
  }

  private static LoanPosition now(Story story) {
    return Replay.position(story.terms(), story.events(), story.end());
  }

  private LoanEvent some(Story story) {
    List<LoanEvent> events = story.events();
    return events.get(random.nextInt(events.size()));
  }

  /** Any event, as one of them may be a charge, or a penalty for lateness that was laid. */
  private UUID waivable(Story story) {
    List<LatePenalty> penalties = now(story).latePenalties();
    return penalties.isEmpty() || random.nextBoolean()
        ? some(story).id()
        : penalties.get(random.nextInt(penalties.size())).id();
  }

  /** Any event but the one that starts the loan; one that is not there where it is alone. */
  private UUID reversible(Story story) {
    int later = story.events().size() - 1;
    return later == 0 ? id(-1) : story.events().get(1 + random.nextInt(later)).id();
  }

  /** An installment, a part of the loan, or all of it and more. */
  private Money amount(Story story) {
    Money lent = ((LoanEvent.Disbursed) story.events().getFirst()).amount();
    if (random.nextInt(4) == 0) {
      var position = now(story);
      Money asked = position.installments().getFirst().installment().due();
      Money figure = random.nextBoolean() ? asked : position.payoff().total();
      if (figure.isPositive()) {
        return figure;
      }
    }
    long most = Math.max(1, lent.minor() / (1 + random.nextInt(12)));
    return RandomHistories.money(story, 1 + random.nextLong(most));
  }

  private Money charge(Story story) {
    return RandomHistories.money(story, 1 + random.nextInt(5_000));
  }

  private MoneyKind credit() {
    MoneyKind kind = pick(MoneyKind.values());
    return kind == MoneyKind.REPAYMENT ? MoneyKind.GOODWILL_CREDIT : kind;
  }

  private BigDecimal rate() {
    return BigDecimal.valueOf(random.nextInt(4_000), 2);
  }

  private NewSchedule schedule(LocalDate on) {
    return new NewSchedule(
        nearby(on),
        1 + random.nextInt(8),
        1 + random.nextInt(3),
        pick(PeriodUnit.values()),
        pick(MovedInterest.values()));
  }

  private <T> T pick(T[] choices) {
    return choices[random.nextInt(choices.length)];
  }
}
