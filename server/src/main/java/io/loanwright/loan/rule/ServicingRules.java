package io.loanwright.loan.rule;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.engine.money.Money;
import io.loanwright.engine.replay.Entry;
import io.loanwright.engine.replay.EntryKind;
import io.loanwright.engine.replay.LatePenalty;
import io.loanwright.engine.replay.LoanPosition;
import io.loanwright.engine.terms.ChargeKind;
import io.loanwright.engine.terms.LoanTerms;
import io.loanwright.loan.AgreedChange;
import io.loanwright.loan.EventKind;
import io.loanwright.loan.Happening;
import io.loanwright.loan.LaidCharge;
import io.loanwright.loan.Outcome;
import io.loanwright.loan.RecordedEvent;
import io.loanwright.loan.Refusal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What may be done with a running loan beside payments, and who takes it back. */
public final class ServicingRules {

  /** How many years a payment holiday is long at most; what is longer is a slip. */
  private static final int HOLIDAY_YEARS = 2;

  private ServicingRules() {}

  /**
   * All charges that were laid on a loan and count are no more than was lent, and none is due
   * before it is laid.
   *
   * @param lent the amount of the loan
   * @param events all events
   */
  public static Optional<Refusal> mayCharge(
      Money amount, Money lent, List<RecordedEvent> events, LocalDate on, LocalDate dueOn) {
    if (dueOn.isBefore(on)) {
      return Optional.of(
          new Refusal.TermsRefused(
              "dueOn", "A charge is not due before it is laid, on " + on + "."));
    }
    Money laid =
        events.stream()
            .filter(event -> !isReversed(events, event.id()))
            .flatMap(event ->
                event.what() instanceof Happening.Charge charge
                    ? Stream.of(charge.amount())
                    : Stream.empty())
            .reduce(Money.zero(lent.currency()), Money::plus);
    return amount.compareTo(lent.minus(laid)) > 0
        ? Optional.of(
            new Refusal.TermsRefused(
                "amount",
                "All charges together are at most what was lent, %s %s; %s were laid before."
                    .formatted(
                        lent.toDecimalString(), lent.currency().code(), laid.toDecimalString())))
        : Optional.empty();
  }

  /** What is waived is a charge that was laid on this loan, or a penalty for lateness. */
  public static Optional<Refusal> isCharge(List<RecordedEvent> events, UUID id) {
    boolean isCharge =
        LatePenalty.isId(id)
            || events.stream()
                .anyMatch(event ->
                    event.id().equals(id)
                        && event.what() instanceof Happening.Charge
                        && !isReversed(events, id));
    return isCharge ? Optional.empty() : Optional.of(new Refusal.ChargeUnknown());
  }

  /**
   * Returns the charges that were laid on a loan and count, and its penalties for lateness, by due
   * date.
   *
   * @param events all events
   */
  public static List<LaidCharge> charges(LoanPosition position, List<RecordedEvent> events) {
    Stream<LaidCharge> laid =
        events.stream()
            .filter(event -> !isReversed(events, event.id()))
            .flatMap(event ->
                event.what()
                        instanceof
                        Happening.Charge(Money amount, ChargeKind kind, LocalDate dueOn, String why)
                    ? Stream.of(
                        new LaidCharge(
                            event.id(),
                            kind,
                            false,
                            event.on(),
                            dueOn,
                            amount,
                            waived(position, events, event.id(), amount),
                            why))
                    : Stream.empty());
    Stream<LaidCharge> late =
        position.latePenalties().stream()
            .map(penalty ->
                new LaidCharge(
                    penalty.id(),
                    ChargeKind.PENALTY,
                    true,
                    penalty.on(),
                    penalty.dueOn(),
                    penalty.amount(),
                    penalty.waived(),
                    null));
    return Stream.concat(laid, late)
        .sorted(Comparator.comparing(LaidCharge::dueOn).thenComparing(LaidCharge::on))
        .toList();
  }

  private static Money waived(
      LoanPosition position, List<RecordedEvent> events, UUID charge, Money amount) {
    return events.stream()
        .filter(event ->
            event.what() instanceof Happening.Waiver waiver && waiver.charge().equals(charge))
        .map(event -> waivedBy(position, event.id()))
        .reduce(Money.zero(amount.currency()), Money::plus);
  }

  /**
   * Returns what a waiver gives up, which is less than when it was recorded if a payment of an
   * earlier day that became known later has paid it, and more if one was taken back that had paid
   * some of it; nothing if it does not count.
   */
  public static Money waivedBy(LoanPosition position, UUID waiver) {
    return position.entries().stream()
        .filter(entry ->
            entry.kind() == EntryKind.CHARGE_WAIVED || entry.kind() == EntryKind.INTEREST_WAIVED)
        .filter(entry -> entry.event().equals(waiver))
        .map(Entry::amount)
        .reduce(Money.zero(position.disbursed().currency()), Money::plus);
  }

  /** Returns what more is given up of charges after an event than before it. */
  public static Money givenUp(LoanPosition before, LoanPosition after) {
    return givenUp(after).minus(givenUp(before));
  }

  private static Money givenUp(LoanPosition position) {
    return position.entries().stream()
        .filter(entry -> entry.kind() == EntryKind.CHARGE_WAIVED)
        .map(Entry::amount)
        .reduce(Money.zero(position.disbursed().currency()), Money::plus);
  }

  /**
   * Terms are agreed from the business date on; from an earlier day on only by who may go back in
   * time, and never from before the payout. Nor from a later one: what pays the loan off would be
   * quoted with them, and taken without them. It is so for whoever asks, and for whoever confirms
   * on the day when he does.
   *
   * @param now the loan on the business date
   */
  public static Optional<Refusal> mayAgree(
      Caller caller, AgreedChange change, LoanPosition now, LocalDate disbursedOn) {
    LocalDate from = firstDay(change);
    if (!(change instanceof AgreedChange.PaymentHoliday) && from.isAfter(now.asOf())) {
      return Optional.of(new Refusal.TermsInFuture(now.asOf()));
    }
    if (from.isBefore(disbursedOn)) {
      String field = change instanceof AgreedChange.PaymentHoliday ? "dueOn" : "from";
      return Optional.of(new Refusal.TermsBeforeDisbursement(field, disbursedOn));
    }
    return movesWhatIsDue(change, now)
        .or(() ->
            from.isBefore(now.asOf()) && !caller.may(Permission.PAYMENT_BACKDATE)
                ? Optional.of(new Refusal.BackdateNotPermitted(now.asOf()))
                : Optional.empty());
  }

  /** Returns the day from which terms count: of a payment holiday the due date that moves. */
  public static LocalDate firstDay(AgreedChange change) {
    return switch (change) {
      case AgreedChange.AnotherRate rate -> rate.from();
      case AgreedChange.LongerTerm longer -> longer.from();
      case AgreedChange.PaymentHoliday moved -> moved.dueOn();
      case AgreedChange.InterestHoliday pause -> pause.from();
    };
  }

  /** A payment holiday moves a day on which something is due and not paid. */
  public static Optional<Refusal> movesWhatIsDue(AgreedChange change, LoanPosition position) {
    return change instanceof AgreedChange.PaymentHoliday(LocalDate dueOn, _)
            && !isDueOn(position, dueOn)
        ? Optional.of(new Refusal.TermsRefused("dueOn", "Nothing is due on " + dueOn + "."))
        : Optional.empty();
  }

  /**
   * A payment holiday ends after the day that it moves and is no longer than two years, and another
   * rate no higher than that of the contract or of the product as it is now: whoever may change
   * products may raise it, not whoever asks or agrees.
   *
   * @param rates percent a year, of the contract and of the product
   */
  public static Optional<Refusal> withinBounds(AgreedChange change, List<BigDecimal> rates) {
    return switch (change) {
      case AgreedChange.PaymentHoliday holiday -> lasts(holiday);
      case AgreedChange.AnotherRate(_, BigDecimal rate) -> {
        BigDecimal highest = Collections.max(rates);
        yield rate.compareTo(highest) > 0
            ? Optional.of(
                new Refusal.TermsRefused(
                    "annualRate",
                    "The rate is at most that of the contract or of the product, %s percent."
                        .formatted(highest.stripTrailingZeros().toPlainString())))
            : Optional.empty();
      }
      case AgreedChange.LongerTerm _, AgreedChange.InterestHoliday _ -> Optional.empty();
    };
  }

  /**
   * Another rate is another one than that of the day from which it is to count.
   *
   * @param agreed the terms of the contract
   * @param events all events
   * @param today the business date
   */
  public static Optional<Refusal> changesSomething(
      AgreedChange change, LoanTerms agreed, List<RecordedEvent> events, LocalDate today) {
    return change instanceof AgreedChange.AnotherRate(LocalDate from, BigDecimal rate)
            && TermsOfDay.rate(agreed, events, from, today).compareTo(rate) == 0
        ? Optional.of(
            new Refusal.TermsRefused(
                "annualRate",
                "%s percent is the rate on %s already."
                    .formatted(rate.stripTrailingZeros().toPlainString(), from)))
        : Optional.empty();
  }

  private static Optional<Refusal> lasts(AgreedChange.PaymentHoliday holiday) {
    LocalDate latest = holiday.dueOn().plusYears(HOLIDAY_YEARS);
    if (!holiday.newDueOn().isAfter(holiday.dueOn())) {
      return Optional.of(
          new Refusal.TermsRefused(
              "newDueOn",
              "A payment holiday ends after the day that it moves, %s."
                  .formatted(holiday.dueOn())));
    }
    return holiday.newDueOn().isAfter(latest)
        ? Optional.of(
            new Refusal.TermsRefused(
                "newDueOn",
                "A payment holiday is at most %d years long, here until %s."
                    .formatted(HOLIDAY_YEARS, latest)))
        : Optional.empty();
  }

  private static boolean isDueOn(LoanPosition position, LocalDate day) {
    return position.installments().stream()
        .anyMatch(row -> row.installment().dueOn().equals(day) && !row.outstanding().isZero());
  }

  /**
   * Returns the event that is to be taken back, if it is one that is taken back so, was not before,
   * and the caller may do what it did to this loan.
   *
   * @param mayDo whether the caller may do something to the loan
   */
  public static Outcome<RecordedEvent> reversible(
      List<RecordedEvent> events, UUID id, Predicate<Permission> mayDo) {
    Optional<RecordedEvent> found =
        events.stream().filter(event -> event.id().equals(id)).findFirst();
    if (found.isEmpty()) {
      return new Outcome.Refused<>(new Refusal.EventUnknown());
    }
    EventKind kind = found.get().what().kind();
    Optional<Permission> needed =
        switch (kind) {
          case TOP_UP -> Optional.of(Permission.LOAN_TOP_UP);
          case CHARGE -> Optional.of(Permission.CHARGE_ADD);
          case WAIVER -> Optional.of(Permission.CHARGE_WAIVE);
          case INTEREST_WAIVER -> Optional.of(Permission.INTEREST_WAIVE);
          case CHANGE -> Optional.of(Permission.SCHEDULE_RESTRUCTURE);
          case WRITE_OFF -> Optional.of(Permission.LOAN_WRITE_OFF);
          case DISBURSEMENT, OPENING, REPAYMENT, REVERSAL -> Optional.empty();
        };
    if (needed.isEmpty()) {
      return new Outcome.Refused<>(new Refusal.NotReversible(kind));
    }
    if (!mayDo.test(needed.get())) {
      return new Outcome.Refused<>(new Refusal.TakingBackNotPermitted(kind));
    }
    return isReversed(events, id)
        ? new Outcome.Refused<>(new Refusal.AlreadyReversed())
        : new Outcome.Done<>(found.get());
  }

  private static boolean isReversed(List<RecordedEvent> events, UUID id) {
    return events.stream()
        .anyMatch(event ->
            event.what() instanceof Happening.Reversal reversal && reversal.event().equals(id));
  }
}
