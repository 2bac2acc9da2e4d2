package io.loanwright.engine.replay;

import static io.loanwright.engine.Loans.day;
import static io.loanwright.engine.Loans.euros;
import static io.loanwright.engine.Loans.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.engine.Refused;
import io.loanwright.engine.Rule;
import io.loanwright.engine.date.PeriodUnit;
import io.loanwright.engine.event.LoanEvent;
import io.loanwright.engine.event.MovedInterest;
import io.loanwright.engine.event.NewSchedule;
import io.loanwright.engine.terms.ChargeKind;
import io.loanwright.engine.terms.MoneyKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a loan still takes once its lender no longer expects to be paid, event by event. */
class AfterEndingTest {

  private static final UUID ID = id(9);
  private static final UUID OTHER = id(2);
  private static final LocalDate ON = day("2024-05-01");

  /** Money and what it paid, and giving up what is owed. */
  private static final List<LoanEvent> MOVE_WHAT_IS_OWED =
      List.of(
          new LoanEvent.Repaid(ID, ON, 9, euros("1.00"), null),
          new LoanEvent.Credited(ID, ON, 9, euros("1.00"), MoneyKind.GOODWILL_CREDIT),
          new LoanEvent.CashRefunded(ID, ON, 9, euros("1.00")),
          new LoanEvent.ExcessRefunded(ID, ON, 9, euros("1.00")),
          new LoanEvent.ChargedBack(ID, ON, 9, OTHER, euros("1.00")),
          new LoanEvent.ChargeWaived(ID, ON, 9, OTHER),
          new LoanEvent.InterestWaived(ID, ON, 9, euros("1.00")),
          new LoanEvent.WrittenOff(ID, ON, 9),
          new LoanEvent.Reversed(ID, ON, 9, OTHER));

  /** More money, more to pay, or another agreement. */
  private static final List<LoanEvent> BRING_SOMETHING_NEW =
      List.of(
          new LoanEvent.Disbursed(ID, ON, 9, euros("1.00")),
          new LoanEvent.Capitalized(ID, ON, 9, euros("1.00")),
          new LoanEvent.ChargeAdded(ID, ON, 9, ChargeKind.FEE, ON, euros("1.00")),
          new LoanEvent.Terminated(ID, ON, 9),
          new LoanEvent.ReAged(ID, ON, 9, schedule()),
          new LoanEvent.ReAmortized(ID, ON, 9, MovedInterest.RECOMPUTED),
          new LoanEvent.RateChanged(ID, ON, 9, ON, BigDecimal.ONE),
          new LoanEvent.TermExtended(ID, ON, 9, ON, 1),
          new LoanEvent.InterestPaused(ID, ON, 9, ON, ON),
          new LoanEvent.DueDateMoved(ID, ON, 9, ON, ON.plusDays(1)));

  private static final LoanEvent CHARGED_OFF = new LoanEvent.ChargedOff(ID, ON, 9);

  @Test
  void anythingMayHappenToAnOrdinaryLoan() {
    assertThat(MOVE_WHAT_IS_OWED).allMatch(event -> rule(event, Book.Standing.ORDINARY) == null);
    assertThat(BRING_SOMETHING_NEW).allMatch(event -> rule(event, Book.Standing.ORDINARY) == null);
    assertThat(rule(CHARGED_OFF, Book.Standing.ORDINARY)).isNull();
  }

  @Test
  void loanThatIsChargedOffTakesMoneyAndNothingNew() {
    assertThat(MOVE_WHAT_IS_OWED).allMatch(event -> rule(event, Book.Standing.CHARGED_OFF) == null);
    assertThat(BRING_SOMETHING_NEW)
        .allMatch(event -> rule(event, Book.Standing.CHARGED_OFF) == Rule.LOAN_CHARGED_OFF);
    assertThat(rule(CHARGED_OFF, Book.Standing.CHARGED_OFF)).isEqualTo(Rule.LOAN_CHARGED_OFF);
  }

  @Test
  void loanWhoseContractEndedTakesMoneyAndMayBeChargedOff() {
    assertThat(MOVE_WHAT_IS_OWED).allMatch(event -> rule(event, Book.Standing.TERMINATED) == null);
    assertThat(BRING_SOMETHING_NEW)
        .allMatch(event -> rule(event, Book.Standing.TERMINATED) == Rule.LOAN_TERMINATED);
    assertThat(rule(CHARGED_OFF, Book.Standing.TERMINATED)).isNull();
  }

  @Test
  void loanThatIsWrittenOffTakesTheBorrowersMoneyOnly() {
    LoanEvent borrowersMoney = MOVE_WHAT_IS_OWED.getFirst();
    List<LoanEvent> others = MOVE_WHAT_IS_OWED.subList(1, MOVE_WHAT_IS_OWED.size());

    assertThat(rule(borrowersMoney, Book.Standing.WRITTEN_OFF)).isNull();
    assertThat(others)
        .allMatch(event -> rule(event, Book.Standing.WRITTEN_OFF) == Rule.LOAN_WRITTEN_OFF);
    assertThat(BRING_SOMETHING_NEW)
        .allMatch(event -> rule(event, Book.Standing.WRITTEN_OFF) == Rule.LOAN_WRITTEN_OFF);
    assertThat(rule(CHARGED_OFF, Book.Standing.WRITTEN_OFF)).isEqualTo(Rule.LOAN_WRITTEN_OFF);
  }

  private static NewSchedule schedule() {
    return new NewSchedule(ON.plusDays(9), 2, 1, PeriodUnit.MONTHS, MovedInterest.RECOMPUTED);
  }

  /** Returns the rule that an event breaks; null for none. */
  private static @Nullable Rule rule(LoanEvent event, Book.Standing standing) {
    try {
      AfterEnding.requirePossible(event, standing);
      return null;
    } catch (Refused refused) {
      return refused.refusal().rule();
    }
  }
}
