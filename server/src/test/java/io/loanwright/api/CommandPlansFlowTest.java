package io.loanwright.api;

import static io.loanwright.loan.Lending.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.database.OwnerDatabase;
import io.loanwright.ledger.ManualEntrySteps;
import io.loanwright.loan.Lending;
import io.loanwright.testing.Answer;
import io.loanwright.testing.FlowTest;
import io.loanwright.testing.Http;
import io.loanwright.testing.People;
import io.loanwright.testing.RecordedStatements;
import io.loanwright.testing.RecordedStatements.Seen;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;

/** No command of a loan's life reads a large table from end to end. */
@FlowTest
@Import(RecordedStatements.class)
class CommandPlansFlowTest {

  private final OwnerDatabase database;
  private final RecordedStatements statements;
  private final People people;
  private final Lending lending;

  CommandPlansFlowTest(OwnerDatabase database, RecordedStatements statements, People people) {
    this.database = database;
    this.statements = statements;
    this.people = people;
    this.lending = new Lending(people);
  }

  @Test
  void eachStatementOfALoansLifeHasItsIndex() throws SQLException {
    List.of("LOAN_OFFICER", "MANAGER", "ACCOUNTANT", "COLLECTOR").forEach(people::as);
    statements.begin();
    live();
    List<Seen> made = statements.end();

    Set<String> found = new TreeSet<>();
    Set<String> explained = new HashSet<>();
    try (Plans plans = Plans.ifLarge(database)) {
      for (Seen seen : made) {
        if (Plans.isExplained(seen) && explained.add(seen.sql())) {
          plans
              .readWhole(seen, "")
              .forEach(
                  table -> found.add(table + " whole: " + seen.filled().replaceAll("\\s+", " ")));
        }
      }
    }

    assertThat(found).isEmpty();
    assertThat(explained.size()).as("statements that were explained").isGreaterThan(80);
  }

  private void live() {
    UUID loan = lending.active("1200.00", "2026-01-02");
    String path = "/api/loans/" + loan;
    Http accountant = lending.accountant();
    UUID paid = lending.pay(accountant, loan, "50.00", "2026-02-20").expect(201).id();
    sent(lending.manager(), "/api/payments/" + paid + "/reverse", Map.of("reason", "bounced"));
    sent(
        accountant,
        path + "/charges",
        Map.of("kind", "FEE", "amount", "30.00", "on", "2026-01-20", "reason", "visit"));
    String charge = accountant.get(path + "/charges").expect(200).text("/items/0/id");
    sent(
        accountant,
        path + "/waivers",
        Map.of("chargeId", charge, "on", TODAY, "reason", "our fault"));
    lending
        .agree(
            lending.manager(),
            loan,
            Map.of("kind", "LONGER_TERM", "from", TODAY, "installments", 1))
        .expect(200);
    collected(loan);
    sent(lending.manager(), path + "/flags", Map.of("flag", "WATCH", "reason", "moved"));
    sent(lending.manager(), path + "/flags/WATCH/lift", Map.of("reason", "came back"));
    UUID borrower = UUID.fromString(accountant.get(path).expect(200).text("/borrowerId"));
    people
        .administrator()
        .patch("/api/borrowers/" + borrower, Map.of("phone", "+254700123456"))
        .expect(200);
    lending.pay(accountant, loan, "2000.00", TODAY).expect(201);
    Lending.writeOff(accountant, lending.manager(), lending.active("1200.00", "2026-01-02"), TODAY)
        .expect(200);
    new ManualEntrySteps(people).posted("10.00");
  }

  private void collected(UUID loan) {
    String path = "/api/loans/" + loan;
    Http collector = people.as("COLLECTOR");
    collector
        .post(
            path + "/contacts",
            Map.of(
                "channel",
                "CALL",
                "result",
                "PROMISED",
                "promise",
                Map.of("amount", "10.00", "on", "2026-03-09")))
        .expect(201);
    collector
        .put(path + "/next-action", Map.of("kind", "VISIT", "on", "2026-03-10", "note", "Bring it"))
        .expect(200);
    lending.manager().post("/api/collection/assign", Map.of("loanIds", List.of(loan))).expect(200);
  }

  private static void sent(Http who, String path, Map<String, Object> body) {
    Answer answer = who.idempotent().post(path, body);
    assertThat(answer.status())
        .as("%s answered %s", answer.request(), answer.body())
        .isLessThan(300);
  }
}
