package io.loanwright.bench.conformance;

import io.loanwright.engine.money.Money;
import io.loanwright.engine.money.Split;
import io.loanwright.engine.replay.Entry;
import io.loanwright.engine.replay.EntryKind;
import io.loanwright.engine.replay.InstallmentPosition;
import io.loanwright.engine.replay.LoanPhase;
import io.loanwright.engine.replay.LoanPosition;
import io.loanwright.engine.schedule.Installment;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Compares one check point of a history with a position. */
final class SnapshotCheck {

  private static final Set<String> CHECKS =
      Set.of("status", "outstanding", "overpaid", "overdue", "closed");

  private final String at;
  private final JsonNode snapshot;
  private final Shown shown;
  private final LoanPosition position;
  private final ReadOver over;

  SnapshotCheck(String at, JsonNode snapshot, Shown shown, ReadOver over) {
    this.at = at;
    this.snapshot = snapshot;
    this.shown = shown;
    this.position = shown.position();
    this.over = over;
  }

  void compare(Script script) {
    if (snapshot.has("disbursement_rows")) {
      disbursements(snapshot.path("disbursement_rows"));
    }
    if (snapshot.has("periods")) {
      periods(snapshot.path("periods"));
    }
    if (snapshot.has("totals")) {
      totals(snapshot.path("totals"));
    }
    if (snapshot.has("transactions")) {
      List<Row> rows = new ArrayList<>(script.rows(position));
      rows.addAll(script.rowsKept());
      transactions(snapshot.path("transactions"), rows);
    }
    if (snapshot.has("checks")) {
      checks(snapshot.path("checks"));
    }
  }

  /** Money that went out is listed by its days, with the charges that were kept back of it. */
  private void disbursements(JsonNode expected) {
    List<String> wanted = new ArrayList<>();
    BigDecimal fees = BigDecimal.ZERO;
    for (JsonNode row : expected) {
      BigDecimal amount = new BigDecimal(row.path("balance").asString("0.00"));
      wanted.add(row.path("date").asString() + " " + amount.stripTrailingZeros().toPlainString());
      fees = fees.add(new BigDecimal(row.path("fees").asString("0.00")));
    }
    List<String> got = new ArrayList<>();
    for (Entry entry : position.entries()) {
      if (entry.kind() == EntryKind.DISBURSEMENT || entry.kind() == EntryKind.CAPITALIZED) {
        BigDecimal amount = entry.amount().toMajor().stripTrailingZeros();
        got.add(entry.on() + " " + amount.toPlainString());
      }
    }
    wanted.sort(null);
    got.sort(null);
    Expect.same(at + "disbursements", wanted, got);
    Money charged = shown.keptBack().plus(shown.toKeepBack()).total();
    if (fees.compareTo(charged.toMajor()) != 0) {
      throw new Difference(
          at + "fees at disbursement", fees.toPlainString(), charged.toDecimalString());
    }
  }

  /** Where a check point tells what was paid, an amount that it leaves out is zero. */
  private boolean tellsWhatWasPaid() {
    if (snapshot.has("transactions") || snapshot.path("totals").has("outstanding")) {
      return true;
    }
    for (JsonNode period : snapshot.path("periods")) {
      if (period.has("paid") || period.has("outstanding")) {
        return true;
      }
    }
    return false;
  }

  private void periods(JsonNode expected) {
    List<InstallmentPosition> rows = position.installments();
    Expect.same(at + "number of installments", expected.size(), rows.size());
    for (int i = 0; i < rows.size(); i++) {
      period(expected.get(i), rows.get(i));
    }
  }

  private void period(JsonNode expected, InstallmentPosition row) {
    String where = at + "installment " + expected.path("nr").asInt() + " ";
    Installment installment = row.installment();
    Expect.same(where + "due date", expected.path("due_date").asString(), installment.dueOn());
    Expect.amount(where + "principal", expected.path("principal"), installment.principal());
    Expect.amount(where + "interest", expected.path("interest"), installment.interest());
    Expect.amount(where + "fees", expected.path("fees"), installment.fees());
    Expect.amount(where + "penalties", expected.path("penalties"), installment.penalties());
    Expect.amount(where + "due", expected.path("due"), installment.due());
    Expect.same(where + "days", expected.path("days").asInt(), installment.days());
    if (tellsWhatWasPaid()) {
      Expect.amount(where + "paid", expected.path("paid"), row.paid().total());
      Expect.amount(where + "in advance", expected.path("paid_in_advance"), row.paidInAdvance());
      Expect.amount(where + "late", expected.path("paid_late"), row.paidLate());
      Expect.amount(where + "outstanding", expected.path("outstanding"), row.outstanding().total());
      String waived = expected.has("waived") ? "waived" : "waived_or_written_off";
      Expect.amount(where + "waived", expected.path(waived), row.waived().total());
    }
    Expect.amount(where + "balance", expected.path("balance_after"), installment.balanceAfter());
    if (expected.has("completed_on")) {
      Expect.same(
          where + "completed on",
          expected.path("completed_on").asString(),
          String.valueOf(row.completedOn()));
    }
  }

  private void totals(JsonNode expected) {
    Split due = shown.keptBack().plus(shown.toKeepBack());
    Money paid = shown.keptBack().total();
    Money inAdvance = Money.zero(paid.currency());
    Money late = inAdvance;
    Money outstanding = shown.toKeepBack().total();
    for (InstallmentPosition row : position.installments()) {
      due = due.plus(row.installment().asked());
      paid = paid.plus(row.paid().total());
      inAdvance = inAdvance.plus(row.paidInAdvance());
      late = late.plus(row.paidLate());
      outstanding = outstanding.plus(row.outstanding().total());
    }
    Expect.amountIfGiven(at + "total principal", expected.path("principal"), due.principal());
    Expect.amountIfGiven(at + "total interest", expected.path("interest"), due.interest());
    Expect.amountIfGiven(at + "total fees", expected.path("fees"), due.fees());
    Expect.amountIfGiven(at + "total penalties", expected.path("penalties"), due.penalties());
    Expect.amountIfGiven(at + "total due", expected.path("due"), due.total());
    Expect.amountIfGiven(at + "total paid", expected.path("paid"), paid);
    Expect.amountIfGiven(at + "total in advance", expected.path("paid_in_advance"), inAdvance);
    Expect.amountIfGiven(at + "total late", expected.path("paid_late"), late);
    Expect.amountIfGiven(at + "total outstanding", expected.path("outstanding"), outstanding);
  }

  private void transactions(JsonNode expected, List<Row> rows) {
    List<JsonNode> wanted = new ArrayList<>();
    for (JsonNode row : expected) {
      if (!belongsToTheLedger(row.path("type").asString())) {
        wanted.add(row);
      }
    }
    List<Row> left = new ArrayList<>(rows);
    left.sort(Comparator.comparing(Row::on));
    for (JsonNode row : wanted) {
      Row match = bestMatch(row, left);
      left.remove(match);
      transaction(row, match);
    }
    Expect.same(at + "number of transactions", wanted.size(), wanted.size() + left.size());
  }

  private static boolean belongsToTheLedger(String type) {
    return type.startsWith("Accrual") || type.contains("Amortization");
  }

  private Row bestMatch(JsonNode wanted, List<Row> rows) {
    String type = wanted.path("type").asString();
    String on = wanted.path("date").asString();
    List<Row> candidates =
        rows.stream()
            .filter(row -> row.name().equals(type) && row.on().toString().equals(on))
            .toList();
    if (candidates.isEmpty()) {
      throw new Difference(at + "transaction", type + " on " + on, "none");
    }
    return candidates.stream()
        .max(Comparator.comparingInt(row -> likeness(wanted, row)))
        .orElseThrow();
  }

  private static int likeness(JsonNode wanted, Row row) {
    int likeness = equal(wanted.path("amount"), row.amount()) ? 4 : 0;
    likeness += wanted.path("reverted").asBoolean(false) == row.reverted() ? 8 : 0;
    if (row.split() != null) {
      likeness += equal(wanted.path("principal"), row.split().principal()) ? 2 : 0;
    }
    if (row.balance() != null) {
      likeness += equal(wanted.path("balance"), row.balance()) ? 1 : 0;
    }
    return likeness;
  }

  private static boolean equal(JsonNode expected, Money got) {
    return new BigDecimal(expected.asString("0.00")).compareTo(got.toMajor()) == 0;
  }

  private void transaction(JsonNode expected, Row row) {
    String where = at + row.name() + " of " + row.on() + " ";
    Expect.amount(where + "amount", expected.path("amount"), row.amount());
    if (expected.path("reverted").asBoolean(false)) {
      Expect.same(where + "reverted", true, row.reverted());
    }
    if (row.split() != null) {
      Expect.amount(where + "principal", expected.path("principal"), row.split().principal());
      Expect.amount(where + "interest", expected.path("interest"), row.split().interest());
      Expect.amount(where + "fees", expected.path("fees"), row.split().fees());
      Expect.amount(where + "penalties", expected.path("penalties"), row.split().penalties());
    }
    if (row.balance() != null) {
      Expect.amountIfGiven(where + "balance", expected.path("balance"), row.balance());
    }
  }

  private void checks(JsonNode expected) {
    if (expected.has("status")) {
      Expect.same(at + "status", status(expected.path("status").asString()), position.phase());
    }
    Expect.amountIfGiven(
        at + "outstanding", expected.path("outstanding"), position.outstandingAsPlanned().total());
    Expect.amountIfGiven(at + "overpaid", expected.path("overpaid"), position.excess());
    Expect.amountIfGiven(
        at + "overdue", expected.path("overdue"), position.arrears().overdue().total());
    for (String name : expected.propertyNames()) {
      if (!CHECKS.contains(name)) {
        over.figure(name);
      }
    }
    if (expected.path("closed").asBoolean(false)) {
      Expect.same(at + "closed", LoanPhase.CLOSED, position.phase());
    }
  }

  private static LoanPhase status(String name) {
    return switch (name) {
      case "ACTIVE" -> LoanPhase.ACTIVE;
      case "CLOSED_OBLIGATIONS_MET", "OVERPAID" -> LoanPhase.CLOSED;
      case "CLOSED_WRITTEN_OFF" -> LoanPhase.WRITTEN_OFF;
      case "APPROVED", "SUBMITTED_AND_PENDING_APPROVAL" -> LoanPhase.NOT_DISBURSED;
      default -> throw new Unsupported("status " + name);
    };
  }
}
