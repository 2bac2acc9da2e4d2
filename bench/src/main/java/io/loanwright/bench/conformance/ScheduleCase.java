package io.loanwright.bench.conformance;

import io.loanwright.engine.money.Money;
import io.loanwright.engine.money.Split;
import io.loanwright.engine.schedule.Installment;
import io.loanwright.engine.schedule.Schedule;
import io.loanwright.engine.terms.LoanTerms;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** A case of the schedule right after one disbursement. */
final class ScheduleCase {

  private static final Set<String> KNOWN = Set.of("date", "amount", "proposed", "fixed_emi");

  private ScheduleCase() {}

  /**
   * Compares every row and the totals.
   *
   * @param over where to note what is not followed
   */
  static void check(JsonNode node, ReadOver over) {
    JsonNode disbursement = node.path("disbursement");
    LoanTerms terms =
        TermsReader.withInstallment(
            TermsReader.read(node.path("loan"), over), disbursement.path("fixed_emi"));
    over.unknownFields(disbursement, KNOWN, "disbursement");
    Switches.read(node.path("global_config"), over);
    LocalDate on = TermsReader.date(disbursement.path("date"));
    Money amount = Money.of(disbursement.path("amount").asString(), terms.currency());
    Schedule schedule = Schedule.of(terms, on, amount);
    JsonNode expected = node.path("expected");
    checkRows(expected.path("periods"), schedule.installments());
    for (JsonNode row : expected.path("disbursement_rows")) {
      Expect.same("day of disbursement", row.path("date").asString(), on);
      Expect.amountIfGiven("amount disbursed", row.path("balance"), amount);
      Expect.amount("fees at disbursement", row.path("fees"), schedule.atDisbursement().fees());
    }
    checkTotals(expected.path("totals"), schedule.totals());
  }

  private static void checkRows(JsonNode expected, List<Installment> rows) {
    Expect.same("number of installments", expected.size(), rows.size());
    for (int i = 0; i < rows.size(); i++) {
      checkRow(expected.get(i), rows.get(i));
    }
  }

  private static void checkRow(JsonNode expected, Installment row) {
    String at = "installment " + expected.path("nr").asInt() + " ";
    Expect.same(at + "number", expected.path("nr").asInt(), row.number());
    Expect.same(at + "due date", expected.path("due_date").asString(), row.dueOn());
    if (expected.has("days")) {
      Expect.same(at + "days", expected.path("days").asInt(), row.days());
    }
    Expect.amount(at + "interest", expected.path("interest"), row.interest());
    Expect.amount(at + "principal", expected.path("principal"), row.principal());
    Expect.amountIfGiven(at + "fees", expected.path("fees"), row.fees());
    Expect.amountIfGiven(at + "penalties", expected.path("penalties"), row.penalties());
    Expect.amountIfGiven(at + "waived", expected.path("waived"), Money.zero(row.due().currency()));
    Expect.amountIfGiven(at + "due", expected.path("due"), row.due());
    Expect.amountIfGiven(at + "balance", expected.path("balance_after"), row.balanceAfter());
  }

  private static void checkTotals(JsonNode expected, Split totals) {
    if (expected.isMissingNode()) {
      return;
    }
    Expect.amountIfGiven("total principal", expected.path("principal"), totals.principal());
    Expect.amountIfGiven("total interest", expected.path("interest"), totals.interest());
    Expect.amountIfGiven("total fees", expected.path("fees"), totals.fees());
    Expect.amountIfGiven("total penalties", expected.path("penalties"), totals.penalties());
    Expect.amountIfGiven("total due", expected.path("due"), totals.total());
  }
}
