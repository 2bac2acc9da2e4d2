package io.loanwright.engine;

import static io.loanwright.engine.Loans.EUR;
import static io.loanwright.engine.Loans.day;
import static io.loanwright.engine.Loans.disbursed;
import static io.loanwright.engine.Loans.euros;
import static io.loanwright.engine.Loans.id;
import static io.loanwright.engine.Loans.monthly;
import static io.loanwright.engine.Loans.repaid;
import static io.loanwright.engine.Loans.reversed;
import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.engine.date.PeriodUnit;
import io.loanwright.engine.event.LoanEvent;
import io.loanwright.engine.explain.Explain;
import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import io.loanwright.engine.replay.Acceptance;
import io.loanwright.engine.replay.Replay;
import io.loanwright.engine.schedule.Schedule;
import io.loanwright.engine.terms.Amortization;
import io.loanwright.engine.terms.CalendarTerms;
import io.loanwright.engine.terms.ChargeKind;
import io.loanwright.engine.terms.InterestMethod;
import io.loanwright.engine.terms.InterestTerms;
import io.loanwright.engine.terms.LoanTerms;
import io.loanwright.engine.terms.RepaymentTerms;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every rule is broken here once, and what comes is a refusal that names it.
 *
 * <p>The loan: 100.00 at 7 % over 6 months, paid out on 1 January 2024.
 */
class RulesTest {

  private static final LoanTerms TERMS = monthly("7", 6);
  private static final LocalDate TODAY = day("2024-03-10");
  private static final LoanEvent OUT = disbursed(1, "2024-01-01", "100.00");
  private static final LoanEvent PAID = repaid(2, "2024-02-01", "17.01");
  private static final LoanEvent UNDONE = reversed(3, "2024-02-05", 2);
  private static final LoanEvent FEE =
      new LoanEvent.ChargeAdded(id(5), TODAY, 5, ChargeKind.FEE, TODAY, euros("1.00"));

  /** Something that the engine is asked for, and the rule and the field that it names. */
  record Broken(String what, Rule rule, String field, Supplier<?> asked) {

    Refusal refusal() {
      try {
        return asked.get() instanceof Acceptance.Declined(Refusal refusal)
            ? refusal
            : new Refusal(rule, "none", "It was taken.");
      } catch (Refused e) {
        return e.refusal();
      }
    }

    @Override
    public String toString() {
      return what;
    }
  }

  private static List<Broken> terms() {
    return List.of(
        new Broken("no such currency", Rule.CURRENCY_UNKNOWN, "currency", () -> Currency.of("XQQ")),
        new Broken("half a cent", Rule.TOO_MANY_DECIMALS, "amount", () -> euros("1.005")),
        new Broken("2^63 cents", Rule.OUT_OF_RANGE, "amount", () -> euros("92233720368547758.08")),
        new Broken(
            "1,000,000,000 % a year",
            Rule.OUT_OF_RANGE,
            "annualRate",
            () -> InterestTerms.of(BigDecimal.valueOf(1_000_000_000))),
        new Broken(
            "no repayments",
            Rule.OUT_OF_RANGE,
            "repayments",
            () -> RepaymentTerms.of(0, 1, PeriodUnit.MONTHS)),
        new Broken(
            "due dates listed and by a rule",
            Rule.TERMS_CONTRADICT,
            "dueDates",
            () -> CalendarTerms.ofDates(List.of(TODAY)).withFirstDueOn(TODAY)),
        new Broken(
            "due before the money goes out",
            Rule.DATE_TOO_EARLY,
            "firstDueOn",
            () -> schedule(CalendarTerms.ofDates(List.of(day("2023-12-31"))), euros("100.00"))),
        new Broken(
            "more than any loan, though it fits 64 bits",
            Rule.OUT_OF_RANGE,
            "principal",
            () -> schedule(TERMS.repayment().calendar(), new Money(Long.MAX_VALUE, EUR))));
  }

  private static Schedule schedule(CalendarTerms calendar, Money principal) {
    LoanTerms terms = TERMS.withRepayment(TERMS.repayment().withCalendar(calendar));
    return Schedule.of(terms, OUT.on(), principal);
  }

  private static List<Broken> histories() {
    Money limit = new Money(Long.MAX_VALUE, EUR);
    return List.of(
        broken(
            "money on a day that no calendar has",
            Rule.OUT_OF_RANGE,
            "on",
            new LoanEvent.Disbursed(id(1), LocalDate.MAX, 1, euros("100.00"))),
        broken("a payment before the money", Rule.BEFORE_DISBURSEMENT, "on", PAID),
        broken(
            "a payment of nothing",
            Rule.AMOUNT_NOT_POSITIVE,
            "amount",
            OUT,
            repaid(4, "2024-02-01", "0.00")),
        broken(
            "yen for a loan in euros",
            Rule.CURRENCY_DIFFERS,
            "amount",
            OUT,
            new LoanEvent.Repaid(id(4), TODAY, 4, new Money(1, Currency.of("JPY")), null)),
        broken(
            "2^63 - 1 cents twice",
            Rule.FIGURE_TOO_LARGE,
            "amount",
            OUT,
            new LoanEvent.Repaid(id(4), TODAY, 4, limit, null),
            new LoanEvent.Repaid(id(5), TODAY, 5, limit, null)),
        broken(
            "a reversal of what is not there",
            Rule.TARGET_UNKNOWN,
            "target",
            OUT,
            reversed(4, "2024-02-05", 9)),
        broken(
            "a second reversal",
            Rule.ALREADY_REVERSED,
            "target",
            OUT,
            PAID,
            UNDONE,
            reversed(4, "2024-02-06", 2)),
        broken(
            "a reversal of a reversal",
            Rule.NOT_REVERSIBLE,
            "target",
            OUT,
            PAID,
            UNDONE,
            reversed(4, "2024-02-06", 3)),
        broken("one event twice", Rule.DUPLICATE_EVENT, "id", OUT, PAID, PAID),
        broken(
            "more back than was paid",
            Rule.MORE_THAN_THERE_IS,
            "amount",
            OUT,
            PAID,
            new LoanEvent.CashRefunded(id(4), TODAY, 4, euros("17.02"))));
  }

  private static List<Broken> endings() {
    return List.of(
        broken(
            "a fee after the charge-off",
            Rule.LOAN_CHARGED_OFF,
            "on",
            OUT,
            new LoanEvent.ChargedOff(id(4), TODAY, 4),
            FEE),
        broken(
            "a fee after the end of the contract",
            Rule.LOAN_TERMINATED,
            "on",
            OUT,
            new LoanEvent.Terminated(id(4), TODAY, 4),
            FEE),
        broken(
            "a fee after the write-off",
            Rule.LOAN_WRITTEN_OFF,
            "on",
            OUT,
            new LoanEvent.WrittenOff(id(4), TODAY, 4),
            FEE));
  }

  private static Broken broken(String what, Rule rule, String field, LoanEvent... events) {
    return new Broken(what, rule, field, () -> Replay.position(TERMS, List.of(events), TODAY));
  }

  private static List<Broken> newEvents() {
    LoanTerms flat =
        TERMS
            .withInterest(TERMS.interest().withMethod(InterestMethod.FLAT))
            .withRepayment(TERMS.repayment().withAmortization(Amortization.EQUAL_PRINCIPAL));
    return List.of(
        new Broken(
            "a payment of tomorrow",
            Rule.DATE_TOO_LATE,
            "on",
            () -> Replay.accept(TERMS, List.of(OUT), repaid(4, "2024-03-11", "1.00"), TODAY)),
        new Broken(
            "more money at flat interest where principal is repaid in equal parts",
            Rule.DISBURSEMENT_NOT_ALLOWED,
            "on",
            () -> Replay.accept(flat, List.of(OUT), disbursed(4, "2024-03-10", "1.00"), TODAY)),
        new Broken(
            "a payment for a loan that is paid off",
            Rule.LOAN_CLOSED,
            "amount",
            () ->
                Replay.accept(
                    TERMS,
                    List.of(OUT, repaid(4, "2024-02-01", "150.00")),
                    repaid(5, "2024-03-10", "1.00"),
                    TODAY)),
        new Broken(
            "a payment for the seventh of six installments",
            Rule.INSTALLMENT_UNKNOWN,
            "targetInstallment",
            () -> Replay.accept(TERMS, List.of(OUT), meantFor(7), TODAY)),
        new Broken(
            "a payment for an installment that is paid",
            Rule.INSTALLMENT_PAID,
            "targetInstallment",
            () -> Replay.accept(TERMS, List.of(OUT, PAID), meantFor(1), TODAY)),
        new Broken(
            "the reason of a figure before there is one",
            Rule.BEFORE_DISBURSEMENT,
            "asOf",
            () -> Explain.of(TERMS, List.of(OUT), day("2023-12-31"))));
  }

  private static LoanEvent meantFor(int installment) {
    return new LoanEvent.Repaid(id(4), TODAY, 4, euros("1.00"), installment);
  }

  static Stream<Broken> all() {
    return Stream.of(terms(), histories(), endings(), newEvents()).flatMap(List::stream);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("all")
  void whatCannotBeIsRefusedByItsRule(Broken broken) {
    Refusal refusal = broken.refusal();

    assertThat(refusal.rule()).isEqualTo(broken.rule());
    assertThat(refusal.field()).isEqualTo(broken.field());
    assertThat(refusal.message()).isNotBlank();
  }

  @Test
  void noRuleIsMissing() {
    assertThat(all().map(Broken::rule)).contains(Rule.values());
  }
}
