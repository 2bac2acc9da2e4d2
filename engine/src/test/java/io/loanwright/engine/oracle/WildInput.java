package io.loanwright.engine.oracle;

import io.loanwright.engine.Refused;
import io.loanwright.engine.date.DaysInMonth;
import io.loanwright.engine.date.DaysInYear;
import io.loanwright.engine.date.PeriodUnit;
import io.loanwright.engine.event.LoanEvent;
import io.loanwright.engine.event.MovedInterest;
import io.loanwright.engine.event.NewSchedule;
import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import io.loanwright.engine.terms.Amortization;
import io.loanwright.engine.terms.CalendarTerms;
import io.loanwright.engine.terms.ChargeBasis;
import io.loanwright.engine.terms.ChargeKind;
import io.loanwright.engine.terms.ChargeTerms;
import io.loanwright.engine.terms.ChargeTiming;
import io.loanwright.engine.terms.GraceTerms;
import io.loanwright.engine.terms.InstallmentRounding;
import io.loanwright.engine.terms.InstallmentTerms;
import io.loanwright.engine.terms.InterestMethod;
import io.loanwright.engine.terms.InterestTerms;
import io.loanwright.engine.terms.LoanTerms;
import io.loanwright.engine.terms.MoneyKind;
import io.loanwright.engine.terms.RecalculationTerms;
import io.loanwright.engine.terms.RecalculationTerms.OverdueInterest;
import io.loanwright.engine.terms.RecalculationTerms.PayoffInterest;
import io.loanwright.engine.terms.RecalculationTerms.Recalculation;
import io.loanwright.engine.terms.RecalculationTerms.Rest;
import io.loanwright.engine.terms.RepaymentTerms;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Terms and events as a careless or hostile caller makes them: figures at and beyond every limit,
 * dates at the ends of the calendar, targets that are not there.
 */
public final class WildInput {

  private static final List<BigDecimal> RATES =
      List.of(
          BigDecimal.ZERO,
          new BigDecimal("0.000000000001"),
          new BigDecimal("7"),
          new BigDecimal("99.9"),
          BigDecimal.valueOf(10_000),
          new BigDecimal("10000.000000000001"),
          BigDecimal.valueOf(1_000_000_000),
          new BigDecimal("1E+400"),
          new BigDecimal("1E-400"),
          BigDecimal.ONE.negate());
  private static final List<Long> AMOUNTS =
      List.of(
          Long.MIN_VALUE,
          -1L,
          0L,
          1L,
          99_999L,
          999_999_999_999_999L,
          1_000_000_000_000_000L,
          1_000_000_000_000_001L,
          Long.MAX_VALUE / 2 + 1,
          Long.MAX_VALUE - 1,
          Long.MAX_VALUE);
  private static final List<Integer> COUNTS =
      List.of(Integer.MIN_VALUE, -1, 0, 1, 2, 12, 360, 1_200, 1_201, Integer.MAX_VALUE);
  private static final LocalDate ORDINARY = LocalDate.of(2024, 1, 31);
  private static final List<LocalDate> DATES =
      List.of(
          LocalDate.MIN,
          LocalDate.of(1899, 12, 31),
          LocalDate.of(1900, 1, 1),
          LocalDate.of(2024, 2, 29),
          LocalDate.of(2999, 12, 31),
          LocalDate.of(3000, 1, 1),
          LocalDate.MAX);
  private static final List<Currency> CURRENCIES =
      List.of(Currency.of("EUR"), Currency.of("JPY"), Currency.of("KWD"), new Currency("AAA", 4));

  private final Random random;

  public WildInput(long seed) {
    this.random = new Random(seed);
  }

  /** Returns terms that the records take; most of what is tried they refuse. */
  public LoanTerms terms() {
    LoanTerms terms = null;
    while (terms == null) {
      terms = orRefused(this::anyTerms);
    }
    return terms;
  }

  private LoanTerms anyTerms() {
    LoanTerms terms =
        LoanTerms.of(pick(CURRENCIES), interest(), repayment())
            .withRecalculation(
                new RecalculationTerms(
                    pick(Recalculation.values()),
                    pick(Rest.values()),
                    pick(PayoffInterest.values()),
                    pick(OverdueInterest.values())));
    terms = oneIn(4) ? terms.withGrace(new GraceTerms(count(), count(), count())) : terms;
    return oneIn(3) ? terms.withCharges(List.of(charge())) : terms;
  }

  private InterestTerms interest() {
    return InterestTerms.of(pick(RATES))
        .withMethod(pick(InterestMethod.values()))
        .withDays(pick(DaysInYear.values()), pick(DaysInMonth.values()));
  }

  private RepaymentTerms repayment() {
    CalendarTerms calendar =
        new CalendarTerms(
            oneIn(2) ? 12 : count(),
            oneIn(2) ? 1 : count(),
            pick(PeriodUnit.values()),
            oneIn(6) ? date() : null,
            oneIn(6) ? date() : null,
            oneIn(6) ? count() : null);
    return new RepaymentTerms(
        calendar,
        pick(Amortization.values()),
        installment(),
        oneIn(5) ? pick(RATES) : BigDecimal.ZERO);
  }

  private InstallmentTerms installment() {
    return new InstallmentTerms(
        pick(InstallmentRounding.values()), oneIn(5) ? figure() : null, oneIn(5) ? figure() : null);
  }

  private ChargeTerms charge() {
    ChargeTiming timing = pick(ChargeTiming.values());
    return new ChargeTerms(
        "Wild",
        pick(ChargeKind.values()),
        timing,
        pick(ChargeBasis.values()),
        figure(),
        timing == ChargeTiming.DATE ? date() : null);
  }

  private BigDecimal figure() {
    return oneIn(2) ? pick(RATES) : BigDecimal.valueOf(pick(AMOUNTS), 2);
  }

  /** Returns a history that begins with money going out, now and then not first. */
  public List<LoanEvent> events(Currency currency) {
    List<LoanEvent> events = new ArrayList<>();
    Money lent = oneIn(5) ? money(currency) : new Money(1_000_000_000_000_000L, currency);
    events.add(new LoanEvent.Disbursed(id(0), oneIn(5) ? date() : ORDINARY, 0, lent));
    int most = 2 + random.nextInt(5);
    while (events.size() < most) {
      LoanEvent next = orRefused(() -> event(events.size(), currency));
      if (next != null) {
        events.add(next);
      }
    }
    return events;
  }

  private LoanEvent event(int at, Currency currency) {
    UUID id = id(oneIn(12) ? 0 : at);
    LocalDate on = date();
    UUID target = id(random.nextInt(at + 1));
    Money amount = money(currency);
    return switch (random.nextInt(18)) {
      case 0 -> new LoanEvent.Disbursed(id, on, at, amount);
      case 1 -> new LoanEvent.Credited(id, on, at, amount, pick(MoneyKind.values()));
      case 2 -> new LoanEvent.Reversed(id, on, at, target);
      case 3 -> new LoanEvent.Capitalized(id, on, at, amount);
      case 4 -> new LoanEvent.ChargeAdded(id, on, at, pick(ChargeKind.values()), date(), amount);
      case 5 -> new LoanEvent.ChargeWaived(id, on, at, target);
      case 6 -> new LoanEvent.CashRefunded(id, on, at, amount);
      case 7 -> new LoanEvent.ExcessRefunded(id, on, at, amount);
      case 8 -> new LoanEvent.ChargedBack(id, on, at, target, amount);
      case 9 -> new LoanEvent.ReAged(id, on, at, schedule());
      case 10 -> new LoanEvent.ReAmortized(id, on, at, pick(MovedInterest.values()));
      case 11 -> new LoanEvent.RateChanged(id, on, at, date(), pick(RATES));
      case 12 -> new LoanEvent.TermExtended(id, on, at, date(), count());
      case 13 -> new LoanEvent.DueDateMoved(id, on, at, date(), date());
      case 14 -> new LoanEvent.InterestPaused(id, on, at, date(), date());
      case 15 -> ending(id, on, at);
      default -> new LoanEvent.Repaid(id, on, at, amount, oneIn(3) ? count() : null);
    };
  }

  private LoanEvent ending(UUID id, LocalDate on, int at) {
    return switch (random.nextInt(3)) {
      case 0 -> new LoanEvent.ChargedOff(id, on, at);
      case 1 -> new LoanEvent.Terminated(id, on, at);
      default -> new LoanEvent.WrittenOff(id, on, at);
    };
  }

  private NewSchedule schedule() {
    return new NewSchedule(
        date(), count(), count(), pick(PeriodUnit.values()), pick(MovedInterest.values()));
  }

  /** Returns money at the limits, now and then of another currency. */
  public Money money(Currency currency) {
    return new Money(pick(AMOUNTS), oneIn(20) ? pick(CURRENCIES) : currency);
  }

  /** Returns a day near those of most events, or one at an end of the calendar. */
  public LocalDate date() {
    return oneIn(6) ? pick(DATES) : ORDINARY.plusDays(random.nextInt(500) - 30);
  }

  private int count() {
    return pick(COUNTS);
  }

  private static UUID id(long at) {
    return new UUID(3, at);
  }

  private boolean oneIn(int times) {
    return random.nextInt(times) == 0;
  }

  private <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  private <T extends Enum<T>> T pick(T[] choices) {
    return choices[random.nextInt(choices.length)];
  }

  /** Returns what an action gives, or null where it was refused in the way that is promised. */
  public static <T> @Nullable T orRefused(Supplier<T> action) {
    try {
      return action.get();
    } catch (Refused refused) {
      if (refused.refusal().field().isBlank() || refused.refusal().message().isBlank()) {
        throw new IllegalStateException("A refusal says what is wrong: " + refused.refusal());
      }
      return null;
    }
  }
}
