package io.loanwright.engine.terms;

import static io.loanwright.engine.Loans.monthly;
import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.engine.date.DayCount;
import io.loanwright.engine.date.DueDay;
import io.loanwright.engine.date.PeriodUnit;
import io.loanwright.engine.date.WorkdayShift;
import io.loanwright.engine.date.Workdays;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Terms are kept as JSON; a plain mapper must write and read them without loss. */
class LoanTermsJsonTest {

  private final JsonMapper mapper = JsonMapper.builder().build();

  @Test
  void termsComeBackFromJsonAsTheyWere() {
    LoanTerms terms =
        monthly("9.4822", 12)
            .withCharges(
                List.of(
                    new ChargeTerms(
                        "Processing",
                        ChargeKind.FEE,
                        ChargeTiming.DATE,
                        ChargeBasis.FIXED,
                        new BigDecimal("10.50"),
                        LocalDate.of(2026, 3, 1))))
            .withGrace(new GraceTerms(1, 2, 3))
            .withLatePenalty(
                new LatePenaltyTerms(
                    3,
                    PenaltyBasis.PERCENT_OF_OVERDUE_PRINCIPAL,
                    new BigDecimal("0.05"),
                    1,
                    new BigDecimal("4.5"),
                    null))
            .withServicing(
                new ServicingTerms(
                    TrancheTerm.WHOLE,
                    ChargeOffEffect.ALL_DUE,
                    Set.of(MoneyKind.PAYOUT_REFUND),
                    List.of()));

    String json = mapper.writeValueAsString(terms);

    assertThat(mapper.readValue(json, LoanTerms.class)).isEqualTo(terms);
    assertThat(json).contains("PAYOUT_REFUND", "9.4822", "Processing");
  }

  @Test
  void calendarsComeBackFromJsonAsTheyWere() {
    Workdays workdays =
        Workdays.of(
            EnumSet.of(DayOfWeek.SUNDAY),
            List.of(LocalDate.of(2026, 12, 25), LocalDate.of(2026, 1, 1)));
    CalendarTerms calendar =
        CalendarTerms.of(12, 1, PeriodUnit.MONTHS)
            .withDueDay(DueDay.nth(2, DayOfWeek.TUESDAY))
            .withWorkdays(
                new WorkdayTerms(
                    workdays, WorkdayShift.MODIFIED_FOLLOWING, ShiftedInterest.AS_PLANNED));
    LoanTerms plain = monthly("9", 12);
    LoanTerms terms =
        plain
            .withRepayment(plain.repayment().withCalendar(calendar))
            .withInterest(plain.interest().withDayCount(DayCount.ACT_ACT_ISDA));

    String json = mapper.writeValueAsString(terms);

    assertThat(mapper.readValue(json, LoanTerms.class)).isEqualTo(terms);
    assertThat(json).contains("\"2026-01-01\",\"2026-12-25\"");
  }

  @Test
  void termsWrittenBeforeCalendarsHadWorkingDaysAreStillRead() {
    String json = "{\"repayments\":3,\"every\":1,\"unit\":\"WEEKS\"}";

    assertThat(mapper.readValue(json, CalendarTerms.class))
        .isEqualTo(CalendarTerms.of(3, 1, PeriodUnit.WEEKS));
  }

  @Test
  void termsKeptFromBeforeHaveTheUsualAgreementForRarerEventsAndNoPenalty() {
    LoanTerms terms = monthly("7", 6);
    ObjectNode kept = (ObjectNode) mapper.valueToTree(terms);
    kept.remove("servicing");
    kept.remove("latePenalty");

    assertThat(mapper.treeToValue(kept, LoanTerms.class)).isEqualTo(terms);
  }
}
