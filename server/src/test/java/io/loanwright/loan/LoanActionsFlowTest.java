package io.loanwright.loan;

import static io.loanwright.loan.Lending.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.testing.Answer;
import io.loanwright.testing.FlowTest;
import io.loanwright.testing.Http;
import io.loanwright.testing.People;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A loan says what whoever looks at it can do, and what is refused to him is what it says. */
@FlowTest
class LoanActionsFlowTest {

  private static final String ALLOWED = "";

  private final People people;
  private final Lending lending;

  LoanActionsFlowTest(People people) {
    this.people = people;
    this.lending = new Lending(people);
  }

  @Test
  void anApplicationIsTakenBackByItsMakerAndDecidedBySomebodyElse() {
    UUID loan = lending.application("600.00");

    assertThat(actions(lending.officer(), loan))
        .isEqualTo(
            Map.of(
                "WITHDRAW", ALLOWED,
                "APPROVE", "maker-is-checker",
                "REJECT", "maker-is-checker"));
    assertThat(actions(lending.manager(), loan))
        .isEqualTo(Map.of("WITHDRAW", "forbidden", "APPROVE", ALLOWED, "REJECT", ALLOWED));
    assertThat(actions(lending.accountant(), loan)).isEmpty();
    assertThat(actions(someone("LOAN_OFFICER"), loan))
        .containsEntry("APPROVE", "step-of-another-role");
  }

  @Test
  void whatIsSaidOfARelativesLoanIsWhatTheCommandAnswers() {
    UUID borrower = lending.borrower();
    UUID loan =
        lending
            .apply(lending.officer(), borrower, lending.product(Map.of()), "600.00")
            .expect(201)
            .id();
    Http manager = lending.relative(borrower);

    Answer told = manager.get("/api/loans/" + loan).expect(200);
    assertThat(actions(told)).containsEntry("APPROVE", "declared-relative");
    Answer refused = lending.approve(manager, loan).expectProblem(409, "declared-relative");
    assertThat(told.json().at("/actions").toString()).contains(refused.text("/detail"));

    lending.approve(lending.manager(), loan).expect(200);
    assertThat(actions(manager, loan))
        .isEqualTo(Map.of("CANCEL", ALLOWED, "PAY_OUT", "declared-relative"));
    lending.disburse(manager, loan, TODAY).expectProblem(409, "declared-relative");
    lending.disburse(lending.accountant(), loan, TODAY).expect(200);
    assertThat(actions(manager, loan))
        .containsEntry("RECORD_PAYMENT", ALLOWED)
        .containsEntry("ADD_CHARGE", "declared-relative")
        .containsEntry("ASK_WRITE_OFF", "declared-relative")
        .containsEntry("MARK_DEFAULT", "declared-relative");
  }

  @Test
  void aRunningLoanOffersWhatTheRoleDoesAndOnlyWhatRuns() {
    UUID loan = lending.active("600.00", "2026-01-02");

    assertThat(actions(lending.manager(), loan).keySet())
        .containsExactlyInAnyOrder(
            "RECORD_PAYMENT",
            "MARK_DEFAULT",
            "FLAG",
            "ADD_CHARGE",
            "WAIVE_CHARGE",
            "WAIVE_INTEREST",
            "ASK_TOP_UP",
            "ASK_CHANGE",
            "ASK_WRITE_OFF",
            "TAKE_BACK");
    assertThat(actions(lending.teller(), loan))
        .isEqualTo(Map.of("RECORD_PAYMENT", ALLOWED, "ADD_CHARGE", ALLOWED));
    assertThat(actions(someone("LOAN_OFFICER"), loan))
        .as("another officer sees the loan, and takes no payment for it")
        .isEqualTo(
            Map.of(
                "FLAG", ALLOWED,
                "ADD_CHARGE", ALLOWED,
                "ASK_TOP_UP", ALLOWED,
                "ASK_CHANGE", ALLOWED));
    assertThat(actions(people.as("AUDITOR"), loan)).isEmpty();
    assertThat(
            lending
                .manager()
                .get("/api/loans/" + loan + "?asOf=2026-02-01")
                .expect(200)
                .json()
                .at("/actions")
                .isNull())
        .isTrue();

    lending.pay(lending.teller(), loan, "700.00", TODAY).expect(201);
    assertThat(actions(lending.manager(), loan)).isEqualTo(Map.of("TAKE_BACK", ALLOWED));
  }

  @Test
  void aRoleThatDecidesAboutNothingIsToldSo() {
    UUID asked = lending.application("600.00");
    UUID running = lending.active("600.00", "2026-01-02");
    Http limited = limited();

    assertThat(actions(limited, asked)).containsEntry("APPROVE", "step-of-another-role");
    assertThat(actions(limited, running))
        .containsEntry("WAIVE_CHARGE", "role-limit")
        .containsEntry("WAIVE_INTEREST", "role-limit");
  }

  @Test
  void aWriteOffSaysWhoDecidesAboutIt() {
    UUID loan = lending.active("600.00", "2026-01-02");
    UUID asked = Lending.askForWriteOff(lending.accountant(), loan, TODAY).expect(201).id();
    String path = "/api/loan-requests/" + asked;

    assertThat(actions(lending.accountant().get(path).expect(200)))
        .isEqualTo(
            Map.of(
                "CONFIRM_REQUEST", "maker-is-checker",
                "REJECT_REQUEST", "maker-is-checker",
                "WITHDRAW_REQUEST", ALLOWED));
    assertThat(actions(lending.manager().get(path).expect(200)))
        .isEqualTo(
            Map.of(
                "CONFIRM_REQUEST", ALLOWED,
                "REJECT_REQUEST", ALLOWED,
                "WITHDRAW_REQUEST", "request-of-another"));
    assertThat(actions(people.as("AUDITOR").get(path).expect(200))).isEmpty();
    assertThat(actions(lending.manager(), loan)).containsEntry("ASK_WRITE_OFF", "request-waits");

    Lending.confirm(lending.manager(), asked).expect(200);
    assertThat(lending.manager().get(path).expect(200).json().at("/actions").isNull()).isTrue();
  }

  /** Whoever applied for the loan asks for more, and whoever only asks decides about nothing. */
  @Test
  void aTopUpSaysWhoDecidesAboutIt() {
    UUID loan = lending.active("600.00", "2026-01-02");
    UUID asked =
        Lending.askForTopUp(lending.officer(), loan, Map.of("amount", "60.00")).expect(201).id();
    String path = "/api/loan-requests/" + asked;

    assertThat(actions(lending.officer().get(path).expect(200)))
        .isEqualTo(Map.of("WITHDRAW_REQUEST", ALLOWED));
    assertThat(actions(lending.manager().get(path).expect(200)))
        .isEqualTo(
            Map.of(
                "CONFIRM_REQUEST", ALLOWED,
                "REJECT_REQUEST", ALLOWED,
                "WITHDRAW_REQUEST", "request-of-another"));
    lending.accountant().get(path).expectProblem(404, "not-found");
    assertThat(actions(lending.manager(), loan))
        .containsEntry("ASK_TOP_UP", "request-waits")
        .containsEntry("ASK_WRITE_OFF", ALLOWED);
  }

  /** Somebody whose role waives up to amounts of another currency alone: here, nothing. */
  private Http limited() {
    return people.whoMay(
        "WAIVES_ABROAD",
        Map.of(
            "loan.view", "ORGANIZATION",
            "loan.approve", "ORGANIZATION",
            "charge.waive", "ORGANIZATION",
            "interest.waive", "ORGANIZATION"),
        List.of(limit("charge.waive"), limit("interest.waive")));
  }

  private static Map<String, String> limit(String permission) {
    return Map.of("permission", permission, "amount", "5.00", "currency", "USD");
  }

  private Http someone(String role) {
    return people.signIn(people.create(role, null).email());
  }

  private Map<String, String> actions(Http who, UUID loan) {
    return actions(lending.loan(who, loan));
  }

  /** What may be done, each with the code of the problem that would answer. */
  private static Map<String, String> actions(Answer answer) {
    Map<String, String> actions = new TreeMap<>();
    answer
        .json()
        .at("/actions")
        .forEach(each -> actions.put(each.at("/action").asString(), each.at("/code").asString("")));
    return actions;
  }
}
