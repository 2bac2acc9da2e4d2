package io.loanwright.reporting;

import static io.loanwright.reporting.OwnBranch.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.borrower.Borrowers;
import io.loanwright.borrower.Particulars;
import io.loanwright.identity.UserAccount;
import io.loanwright.loan.Lending;
import io.loanwright.testing.Answer;
import io.loanwright.testing.FlowTest;
import io.loanwright.testing.Http;
import io.loanwright.testing.People;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * The list that a tile of the dashboard leads to has as many rows, or as much money, as the tile
 * says. The addresses are those of {@code tile-words.ts}, as the screens ask for them.
 */
@FlowTest
class DashboardLinksFlowTest {

  private static final String EUROS = "?currency=EUR";
  private static final String FROM = LocalDate.parse(TODAY).minusDays(29).toString();

  private final People people;
  private final OwnBranch branch;

  DashboardLinksFlowTest(People people, Borrowers borrowers) {
    this.people = people;
    this.branch = OwnBranch.open(people, borrowers);
  }

  /**
   * One application waits and one is approved; 600.00 and 300.00 are paid out today; of 100.00 that
   * fall due today 40.00 are paid, and 5.00 of today are taken back.
   */
  @Test
  void whatTheDayBringsIsInItsLists() {
    UUID borrower = branch.borrower("Linked");
    UUID due = branch.loan(borrower, "EUR", "600.00", "2026-02-02");
    branch.pay(due, "40.00", TODAY);
    branch.reverse(branch.pay(due, "5.00", TODAY).id());
    UUID late = branch.loan(branch.borrower("Late"), "EUR", "1200.00", "2025-12-20");
    branch.application(borrower, "EUR", "900.00");
    UUID approved = branch.application(borrower, "EUR", "800.00");
    branch.manager().patch("/api/loans/" + approved + "/approve", Map.of()).expect(200);
    branch.loan(branch.borrower("New"), "EUR", "600.00", TODAY);
    branch.loan(branch.borrower("Newer"), "EUR", "300.00", TODAY);
    promise(late);
    promise(due);

    Http manager = branch.manager();
    Answer today = manager.get("/api/dashboards/today" + EUROS).expect(200);

    assertThat(value(today, "WAITING")).isEqualTo(rows(manager, "/api/loans?status=pending"));
    assertThat(value(today, "TO_DISBURSE")).isEqualTo(rows(manager, "/api/loans?status=APPROVED"));
    assertThat(value(today, "DISBURSED"))
        .isEqualTo("900.00")
        .isEqualTo(sum(manager, "/api/loans?disbursedFrom=%1$s&disbursedTo=%1$s", "principal"));
    Answer dueToday = manager.get(dues(TODAY, TODAY)).expect(200);
    assertThat(value(today, "DUE")).isEqualTo("100.00").isEqualTo(dueToday.text("/due"));
    assertThat(value(today, "DUE_PAID")).isEqualTo("40.00").isEqualTo(dueToday.text("/paid"));
    assertThat(sum(manager, "/api/payments/due?from=%1$s&to=%1$s&currency=EUR", "unpaid"))
        .isEqualTo(dueToday.text("/unpaid"))
        .isEqualTo("60.00");
    assertThat(value(today, "COLLECTED"))
        .isEqualTo(sum(manager, "/api/payments?from=%1$s&to=%1$s&status=POSTED", "amount"));
    assertThat(value(today, "REVERSED"))
        .isEqualTo("1")
        .isEqualTo(rows(manager, "/api/payments?reversedFrom=%1$s&reversedTo=%1$s"));
    assertThat(value(today, "PROMISES"))
        .isEqualTo("2")
        .isEqualTo(rows(manager, "/api/payments/overdue?promiseDue=true"));
    Answer portfolio = manager.get("/api/dashboards/portfolio" + EUROS).expect(200);
    assertThat(portfolio.json().at("/atRisk/1/loans").asString())
        .isEqualTo("1")
        .isEqualTo(rows(manager, "/api/loans?pastDueFrom=31"));
  }

  @Test
  void whatOneOfficerHasOverdueIsInHisLists() {
    UserAccount officer = branch.user("FIELD_OFFICER");
    UUID own = branch.borrower(Particulars.ofPerson("Own"), officer.id());
    branch.loan(own, "EUR", "1200.00", "2026-01-20");
    branch.loan(branch.borrower("Other"), "EUR", "1200.00", "2026-01-20");
    Http fieldOfficer = people.signIn(officer.email());

    Answer today = fieldOfficer.get("/api/dashboards/today" + EUROS).expect(200);

    assertThat(value(today, "OVERDUE"))
        .isEqualTo("200.00")
        .isEqualTo(sum(fieldOfficer, "/api/payments/overdue", "amount"));
    assertThat(rows(branch.manager(), "/api/loans?status=ACTIVE&officerId=" + officer.id()))
        .isEqualTo("1");
  }

  @Test
  void whatIsToComeInAndGoOutIsInItsLists() {
    UUID borrower = branch.borrower("Expected");
    branch.loan(borrower, "EUR", "600.00", "2026-02-05");
    UUID approved = branch.application(borrower, "EUR", "800.00");
    branch.manager().patch("/api/loans/" + approved + "/approve", Map.of()).expect(200);
    Http accountant = branch.accountant();

    Answer money = accountant.get("/api/dashboards/money" + EUROS).expect(200);

    LocalDate day = LocalDate.parse(TODAY);
    Answer due =
        accountant.get(dues(day.plusDays(1).toString(), day.plusDays(30).toString())).expect(200);
    assertThat(value(money, "EXPECTED")).isEqualTo(due.text("/unpaid"));
    assertThat(value(money, "COMMITTED"))
        .isEqualTo(sum(accountant, "/api/loans?status=APPROVED", "principal"));
    assertThat(value(money, "LIQUID"))
        .isEqualTo(accountant.get("/api/reports/liquidity" + EUROS).expect(200).text("/atHand"));
  }

  @Test
  void whatAuditorsCountIsInItsLists() {
    UUID loan = branch.loan(branch.borrower("Audited"), "EUR", "600.00", "2026-02-02");
    branch.pay(loan, "10.00", "2026-02-20");
    branch.reverse(branch.pay(loan, "11.00", TODAY).id());
    new Lending(people)
        .agree(
            branch.manager(), loan, Map.of("kind", "LONGER_TERM", "from", TODAY, "installments", 1))
        .expect(200);
    Lending.writeOff(branch.accountant(), branch.manager(), loan, TODAY).expect(200);
    Http auditor = people.as("AUDITOR");

    Answer controls = auditor.get("/api/dashboards/controls").expect(200);

    assertThat(value(controls, "REVERSALS"))
        .isNotEqualTo("0")
        .isEqualTo(rows(auditor, "/api/payments?reversedFrom=" + FROM + "&reversedTo=%1$s"));
    assertThat(value(controls, "BACKDATED"))
        .isNotEqualTo("0")
        .isEqualTo(rows(auditor, "/api/payments?datedBackFrom=" + FROM + "&datedBackTo=%1$s"));
    done(auditor, controls, "DEFAULT_MARKS", "loan.default");
    done(auditor, controls, "GIVEN_UP", "charge.waive,interest.waive,loan.write_off");
    done(
        auditor,
        controls,
        "TERMS_CHANGED",
        "schedule.restructure,loan.top_up,loan.take_back,wallet.reverse,wallet.payout_reverse");
    done(auditor, controls, "WALLET_PAYOUTS", "wallet.pay_out");
    done(auditor, controls, "MANUAL_ENTRIES", "manual_entry.approve");
    done(auditor, controls, "REOPENED", "period.reopen");
    done(auditor, controls, "RIGHTS_CHANGED", "role.create,role.change,role.delete,user.change");
  }

  @Test
  void mailThatWaitsOrWasGivenUpIsInItsLists() {
    Http administrator = people.administrator();

    Answer system = administrator.get("/api/dashboards/system").expect(200);

    assertThat(value(system, "MAIL_WAITING"))
        .isEqualTo(rows(administrator, "/api/outbox?status=WAITING"));
    assertThat(value(system, "MAIL_FAILED"))
        .isEqualTo(rows(administrator, "/api/outbox?status=FAILED"));
    assertThat(rows(administrator, "/api/outbox?status=KEPT"))
        .isEqualTo(rows(administrator, "/api/outbox"));
  }

  @Test
  void whatFallsDueIsForTheStaffAndItsDaysAreInOrder() {
    people.as("BORROWER").get("/api/payments/due").expectProblem(403, "forbidden");
    branch.manager().get(dues(TODAY, "2026-03-01")).expectProblem(400, "invalid");
    branch.manager().get("/api/payments/due?currency=nothing").expectProblem(400, "invalid");
    assertThat(branch.manager().get("/api/payments/due").expect(200).text("/from"))
        .isEqualTo(TODAY);
  }

  private void promise(UUID loan) {
    branch
        .manager()
        .post(
            "/api/loans/" + loan + "/contacts",
            Map.of(
                "channel",
                "CALL",
                "result",
                "PROMISED",
                "promise",
                Map.of("amount", "10.00", "on", TODAY)))
        .expect(201);
  }

  private static void done(Http auditor, Answer controls, String of, String actions) {
    String action = URLEncoder.encode(actions, StandardCharsets.UTF_8);
    assertThat(value(controls, of))
        .as(of)
        .isEqualTo(rows(auditor, "/api/audit?result=DONE&from=" + FROM + "&action=" + action));
  }

  private static String dues(String from, String to) {
    return "/api/payments/due?currency=EUR&from=%s&to=%s".formatted(from, to);
  }

  private static String value(Answer answer, String of) {
    return StreamSupport.stream(answer.json().at("/tiles").spliterator(), false)
        .filter(tile -> tile.path("of").asString().equals(of))
        .findFirst()
        .orElseThrow()
        .path("value")
        .asString();
  }

  private static String rows(Http who, String list) {
    return String.valueOf(all(who, list).size());
  }

  /** Of what is in euros; a dashboard adds up one currency, and most lists have all. */
  private static String sum(Http who, String list, String field) {
    return all(who, list).stream()
        .filter(row -> row.path("currency").asString("EUR").equals("EUR"))
        .map(row -> new BigDecimal(row.path(field).asString()))
        .reduce(new BigDecimal("0.00"), BigDecimal::add)
        .toPlainString();
  }

  /** Reads a list to its end; {@code %1$s} in its address is the business date. */
  private static List<JsonNode> all(Http who, String list) {
    String first = list.replace("%1$s", TODAY) + (list.contains("?") ? "&" : "?") + "limit=3";
    List<JsonNode> rows = new ArrayList<>();
    String cursor = "";
    do {
      Answer page = who.get(first + cursor).expect(200);
      page.json().at("/items").forEach(rows::add);
      cursor = page.json().path("next").isString() ? "&cursor=" + page.text("/next") : "";
    } while (!cursor.isEmpty());
    return rows;
  }
}
