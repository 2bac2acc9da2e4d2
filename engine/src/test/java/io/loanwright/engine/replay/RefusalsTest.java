package io.loanwright.engine.replay;

import static io.loanwright.engine.Loans.day;
import static io.loanwright.engine.Loans.disbursed;
import static io.loanwright.engine.Loans.euros;
import static io.loanwright.engine.Loans.id;
import static io.loanwright.engine.Loans.monthly;
import static io.loanwright.engine.Loans.repaid;
import static io.loanwright.engine.Loans.reversed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loanwright.engine.Refused;
import io.loanwright.engine.Rule;
import io.loanwright.engine.event.LoanEvent;
import io.loanwright.engine.event.MovedInterest;
import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import io.loanwright.engine.terms.ChargeKind;
import io.loanwright.engine.terms.LoanTerms;
import io.loanwright.engine.terms.MoneyKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What cannot be is refused with its rule and its field, for a stored history as for a new event.
 * The loan: 100.00 at 7 % over 6 months, paid out on 1 January, 17.01 paid on 1 February.
 */
class RefusalsTest {

  private static final LoanTerms TERMS = monthly("7", 6);
  private static final LocalDate TODAY = day("2024-03-10");
  private static final LoanEvent OUT = disbursed(1, "2024-01-01", "100.00");
  private static final LoanEvent PAID = repaid(2, "2024-02-01", "17.01");
  private static final LoanEvent UNDONE = reversed(3, "2024-02-05", 2);
  private static final LocalDate FAR = LocalDate.MAX;

  static Stream<Arguments> brokenHistories() {
    return Stream.of(
        broken(Rule.BEFORE_DISBURSEMENT, "on", PAID),
        broken(Rule.BEFORE_DISBURSEMENT, "on", OUT, repaid(4, "2023-12-31", "1.00")),
        broken(Rule.DUPLICATE_EVENT, "id", OUT, PAID, PAID),
        broken(Rule.TARGET_UNKNOWN, "target", OUT, reversed(4, "2024-02-05", 9)),
        broken(Rule.NOT_REVERSIBLE, "target", OUT, PAID, UNDONE, reversed(4, "2024-02-06", 3)),
        broken(Rule.ALREADY_REVERSED, "target", OUT, PAID, UNDONE, reversed(4, "2024-02-06", 2)),
        broken(Rule.DATE_TOO_EARLY, "on", OUT, PAID, reversed(4, "2024-01-31", 2)),
        broken(Rule.AMOUNT_NOT_POSITIVE, "amount", OUT, repaid(4, "2024-02-01", "0.00")),
        broken(Rule.AMOUNT_NOT_POSITIVE, "amount", OUT, repaid(4, "2024-02-01", "-0.01")),
        broken(
            Rule.CURRENCY_DIFFERS,
            "amount",
            OUT,
            new LoanEvent.Repaid(id(4), TODAY, 4, new Money(1, Currency.of("JPY")), null)),
        broken(
            Rule.TARGET_UNKNOWN,
            "charge",
            OUT,
            PAID,
            new LoanEvent.ChargeWaived(id(4), TODAY, 4, id(2))),
        broken(
            Rule.TARGET_UNKNOWN,
            "payment",
            OUT,
            new LoanEvent.ChargedBack(id(4), TODAY, 4, id(1), euros("1.00"))));
  }

  static Stream<Arguments> moreThanThereIs() {
    return Stream.of(
        broken(
            Rule.MORE_THAN_THERE_IS,
            "amount",
            OUT,
            PAID,
            new LoanEvent.CashRefunded(id(4), TODAY, 4, euros("17.02"))),
        broken(
            Rule.MORE_THAN_THERE_IS,
            "amount",
            OUT,
            PAID,
            new LoanEvent.CashRefunded(id(4), TODAY, 4, euros("17.00")),
            new LoanEvent.CashRefunded(id(5), TODAY, 5, euros("0.02"))),
        broken(
            Rule.MORE_THAN_THERE_IS,
            "amount",
            OUT,
            PAID,
            new LoanEvent.ChargedBack(id(4), TODAY, 4, id(2), euros("17.02"))),
        broken(
            Rule.MORE_THAN_THERE_IS,
            "amount",
            OUT,
            PAID,
            new LoanEvent.ChargedBack(id(4), TODAY, 4, id(2), euros("17.00")),
            new LoanEvent.ChargedBack(id(5), TODAY, 5, id(2), euros("0.02"))),
        broken(
            Rule.DATE_TOO_EARLY,
            "on",
            OUT,
            new LoanEvent.ChargeAdded(id(4), TODAY, 4, ChargeKind.FEE, TODAY, euros("1.00")),
            new LoanEvent.ChargeWaived(id(5), TODAY.minusDays(1), 5, id(4))));
  }

  static Stream<Arguments> afterTheLenderGaveUp() {
    LoanEvent chargedOff = new LoanEvent.ChargedOff(id(4), TODAY, 4);
    LoanEvent terminated = new LoanEvent.Terminated(id(4), TODAY, 4);
    LoanEvent writtenOff = new LoanEvent.WrittenOff(id(4), TODAY, 4);
    LoanEvent fee =
        new LoanEvent.ChargeAdded(id(5), TODAY, 5, ChargeKind.FEE, TODAY, euros("1.00"));
    LoanEvent reAmortized = new LoanEvent.ReAmortized(id(5), TODAY, 5, MovedInterest.RECOMPUTED);
    LoanEvent goodwill =
        new LoanEvent.Credited(id(5), TODAY, 5, euros("1.00"), MoneyKind.GOODWILL_CREDIT);
    return Stream.of(
        broken(Rule.LOAN_CHARGED_OFF, "on", OUT, chargedOff, fee),
        broken(Rule.LOAN_CHARGED_OFF, "on", OUT, chargedOff, reAmortized),
        broken(Rule.LOAN_CHARGED_OFF, "on", OUT, chargedOff, disbursed(5, "2024-03-10", "1.00")),
        broken(
            Rule.LOAN_CHARGED_OFF,
            "on",
            OUT,
            chargedOff,
            new LoanEvent.ChargedOff(id(5), TODAY, 5)),
        broken(Rule.LOAN_TERMINATED, "on", OUT, terminated, fee),
        broken(Rule.LOAN_WRITTEN_OFF, "on", OUT, writtenOff, goodwill),
        broken(
            Rule.LOAN_WRITTEN_OFF,
            "on",
            OUT,
            PAID,
            writtenOff,
            new LoanEvent.CashRefunded(id(5), TODAY, 5, euros("1.00"))),
        broken(
            Rule.LOAN_WRITTEN_OFF,
            "on",
            OUT,
            writtenOff,
            new LoanEvent.WrittenOff(id(5), TODAY, 5)));
  }

  static Stream<Arguments> agreementsThatCannotBe() {
    return Stream.of(
        broken(Rule.OUT_OF_RANGE, "on", OUT, new LoanEvent.ChargedOff(id(4), FAR, 4)),
        broken(
            Rule.OUT_OF_RANGE,
            "dueOn",
            OUT,
            new LoanEvent.ChargeAdded(id(4), TODAY, 4, ChargeKind.FEE, FAR, euros("1.00"))),
        broken(
            Rule.OUT_OF_RANGE,
            "from",
            OUT,
            new LoanEvent.RateChanged(id(4), TODAY, 4, LocalDate.MIN, BigDecimal.ONE)),
        broken(
            Rule.OUT_OF_RANGE,
            "annualRate",
            OUT,
            new LoanEvent.RateChanged(id(4), TODAY, 4, TODAY, new BigDecimal("10000.01"))),
        broken(
            Rule.OUT_OF_RANGE,
            "repayments",
            OUT,
            new LoanEvent.TermExtended(id(4), TODAY, 4, TODAY, 0)),
        broken(
            Rule.OUT_OF_RANGE,
            "newDueOn",
            OUT,
            new LoanEvent.DueDateMoved(id(4), TODAY, 4, day("2024-04-01"), FAR)),
        broken(
            Rule.OUT_OF_RANGE,
            "dueOn",
            OUT,
            new LoanEvent.DueDateMoved(id(4), TODAY, 4, FAR, day("2024-04-01"))),
        broken(
            Rule.INSTALLMENT_UNKNOWN,
            "dueOn",
            OUT,
            new LoanEvent.DueDateMoved(id(4), TODAY, 4, day("2024-07-02"), day("2024-08-01"))),
        broken(
            Rule.DATE_TOO_EARLY,
            "newDueOn",
            OUT,
            new LoanEvent.DueDateMoved(id(4), TODAY, 4, day("2024-04-01"), day("2024-03-01"))),
        broken(
            Rule.OUT_OF_RANGE,
            "to",
            OUT,
            new LoanEvent.InterestPaused(id(4), TODAY, 4, TODAY, FAR)),
        broken(
            Rule.DATE_TOO_EARLY,
            "to",
            OUT,
            new LoanEvent.InterestPaused(id(4), TODAY, 4, TODAY, TODAY.minusDays(1))));
  }

  @ParameterizedTest
  @MethodSource({
    "brokenHistories",
    "moreThanThereIs",
    "afterTheLenderGaveUp",
    "agreementsThatCannotBe"
  })
  void historyThatCannotBeIsRefused(Rule rule, String field, List<LoanEvent> events) {
    assertThatThrownBy(() -> Replay.position(TERMS, events, TODAY))
        .isInstanceOfSatisfying(Refused.class, refused -> assertRule(refused, rule, field));
  }

  @ParameterizedTest
  @MethodSource({
    "brokenHistories",
    "moreThanThereIs",
    "afterTheLenderGaveUp",
    "agreementsThatCannotBe"
  })
  void eventThatMakesItSoIsDeclined(Rule rule, String field, List<LoanEvent> events) {
    LoanEvent last = events.getLast();
    Rule expected = last.on().isAfter(TODAY) ? Rule.DATE_TOO_LATE : rule;

    Acceptance acceptance = Replay.accept(TERMS, events.subList(0, events.size() - 1), last, TODAY);

    assertThat(acceptance)
        .isInstanceOfSatisfying(
            Acceptance.Declined.class,
            declined -> {
              assertThat(declined.refusal().rule()).isEqualTo(expected);
              assertThat(declined.refusal().field()).isEqualTo(field);
            });
  }

  @Test
  void allThatWasPaidCanBeGivenBackOrChargedBack() {
    assertAccepted(List.of(OUT, PAID), new LoanEvent.CashRefunded(id(4), TODAY, 4, euros("17.01")));
    assertAccepted(
        List.of(OUT, PAID), new LoanEvent.ChargedBack(id(4), TODAY, 4, id(2), euros("17.01")));
  }

  @Test
  void chargeIsWaivedFromTheDayOnWhichItIsLaid() {
    LoanEvent fee =
        new LoanEvent.ChargeAdded(id(4), TODAY, 4, ChargeKind.FEE, TODAY, euros("1.00"));

    assertAccepted(List.of(OUT, fee), new LoanEvent.ChargeWaived(id(5), TODAY, 5, id(4)));
  }

  @Test
  void moneyStillComesInWhenALoanWasGivenUp() {
    LoanEvent recovery = repaid(5, "2024-03-10", "1.00");

    assertAccepted(List.of(OUT, new LoanEvent.ChargedOff(id(4), TODAY, 4)), recovery);
    assertAccepted(List.of(OUT, new LoanEvent.Terminated(id(4), TODAY, 4)), recovery);
    assertAccepted(List.of(OUT, new LoanEvent.WrittenOff(id(4), TODAY, 4)), recovery);
  }

  @Test
  void loanThatIsChargedOffCanBeWrittenOff() {
    assertAccepted(
        List.of(OUT, new LoanEvent.ChargedOff(id(4), TODAY, 4)),
        new LoanEvent.WrittenOff(id(5), TODAY, 5));
  }

  @Test
  void onlyExcessThatIsThereIsPaidOut() {
    List<LoanEvent> tooMuch = List.of(OUT, repaid(4, "2024-03-01", "150.00"));
    Money excess = Replay.position(TERMS, tooMuch, TODAY).excess();
    Money more = excess.plus(euros("0.01"));

    assertThat(excess.isPositive()).isTrue();
    assertAccepted(tooMuch, new LoanEvent.ExcessRefunded(id(5), TODAY, 5, excess));
    for (LoanEvent refund :
        List.of(
            new LoanEvent.ExcessRefunded(id(5), TODAY, 5, more),
            new LoanEvent.ExcessRefunded(id(5), day("2024-02-29"), 5, excess))) {
      assertThat(Replay.accept(TERMS, tooMuch, refund, TODAY))
          .isInstanceOfSatisfying(
              Acceptance.Declined.class,
              declined -> assertThat(declined.refusal().rule()).isEqualTo(Rule.MORE_THAN_THERE_IS));
    }
  }

  private static void assertAccepted(List<LoanEvent> history, LoanEvent event) {
    assertThat(Replay.accept(TERMS, history, event, TODAY)).isInstanceOf(Acceptance.Accepted.class);
  }

  @Test
  void pauseOfOneDayIsAPause() {
    LoanEvent pause = new LoanEvent.InterestPaused(id(4), TODAY, 4, TODAY, TODAY);

    assertThat(Replay.accept(TERMS, List.of(OUT), pause, TODAY))
        .isInstanceOf(Acceptance.Accepted.class);
  }

  @Test
  void eventOfTodayIsTakenAndOneOfTomorrowIsNot() {
    assertThat(Replay.accept(TERMS, List.of(OUT), repaid(4, "2024-03-10", "1.00"), TODAY))
        .isInstanceOf(Acceptance.Accepted.class);
    assertThat(Replay.accept(TERMS, List.of(OUT), repaid(4, "2024-03-11", "1.00"), TODAY))
        .isInstanceOf(Acceptance.Declined.class);
  }

  @Test
  void reversalOnTheDayOfItsTargetIsTaken() {
    assertThat(Replay.accept(TERMS, List.of(OUT, PAID), reversed(4, "2024-02-01", 2), TODAY))
        .isInstanceOf(Acceptance.Accepted.class);
  }

  @Test
  void brokenHistoryIsNotTheFaultOfANewEvent() {
    assertThatThrownBy(() -> Replay.accept(TERMS, List.of(OUT, PAID, PAID), UNDONE, TODAY))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertRule(refused, Rule.DUPLICATE_EVENT, "id"));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 6})
  void firstAndLastInstallmentAreTargets(int installment) {
    assertThat(target(installment)).isInstanceOf(Acceptance.Accepted.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 7})
  void whatIsNoInstallmentIsNoTarget(int installment) {
    assertThat(target(installment))
        .isInstanceOfSatisfying(
            Acceptance.Declined.class,
            declined -> assertThat(declined.refusal().rule()).isEqualTo(Rule.INSTALLMENT_UNKNOWN));
  }

  private static Acceptance target(int installment) {
    LoanEvent paid = new LoanEvent.Repaid(id(4), day("2024-01-20"), 4, euros("1.00"), installment);
    return Replay.accept(TERMS, List.of(OUT), paid, TODAY);
  }

  private static Arguments broken(Rule rule, String field, LoanEvent... events) {
    return Arguments.of(rule, field, List.of(events));
  }

  private static void assertRule(Refused refused, Rule rule, String field) {
    assertThat(refused.refusal().rule()).isEqualTo(rule);
    assertThat(refused.refusal().field()).isEqualTo(field);
  }
}
