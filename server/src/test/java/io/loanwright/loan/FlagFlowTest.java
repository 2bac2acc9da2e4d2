package io.loanwright.loan;

import static io.loanwright.loan.Lending.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.testing.Answer;
import io.loanwright.testing.FlowTest;
import io.loanwright.testing.Http;
import io.loanwright.testing.People;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the staff say of loans, and the class of arrears that a loan is in. */
@FlowTest
class FlagFlowTest {

  private final Http http;
  private final People people;
  private final Lending lending;

  FlagFlowTest(Http http, People people) {
    this.http = http;
    this.people = people;
    this.lending = new Lending(people);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ADMIN", "MANAGER", "LOAN_OFFICER", "COLLECTOR"})
  void aFlagIsSetAndLiftedWithAReasonAndChangesNoMoney(String role) {
    UUID loan = lending.active("1200.00", TODAY);
    Http who = people.as(role);
    String owed = lending.loan(who, loan).text("/outstanding/total");

    Answer set = who.post(flags(loan), flag("LEGAL", "sued in Nairobi")).expect(201);
    assertThat(set.text("/set/reason")).isEqualTo("sued in Nairobi");
    assertThat(set.text("/set/on")).isEqualTo(TODAY);
    who.post(flags(loan), flag("WATCH", "moved")).expect(201);

    Answer found = lending.loan(who, loan);
    assertThat(found.json().at("/flags").toString()).isEqualTo("[\"LEGAL\",\"WATCH\"]");
    assertThat(found.text("/outstanding/total")).isEqualTo(owed);
    assertThat(found.text("/status")).isEqualTo("ACTIVE");
    Answer trail = people.administrator().get("/api/audit?subjectId=" + loan).expect(200);
    assertThat(trail.text("/items/0/action")).isEqualTo("loan.flag");
    assertThat(trail.text("/items/0/reason")).isEqualTo("moved");
    assertThat(trail.json().at("/items/0/before/flags").toString()).isEqualTo("[\"LEGAL\"]");
    assertThat(trail.json().at("/items/0/after/flags").size()).isEqualTo(2);

    who.post(lifting(loan, "LEGAL"), Map.of("reason", "withdrawn")).expect(200);
    assertThat(lending.loan(who, loan).json().at("/flags").toString()).isEqualTo("[\"WATCH\"]");
    Answer all = people.as("AUDITOR").get(flags(loan)).expect(200);
    assertThat(all.json().at("/items")).hasSize(2);
    assertThat(all.text("/items/1/lifted/reason")).isEqualTo("withdrawn");
    assertThat(all.json().at("/items/0/lifted").isNull()).isTrue();
    who.post(flags(loan), flag("LEGAL", "sued again")).expect(201);
    assertThat(who.get(flags(loan)).expect(200).json().at("/items")).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"TELLER", "ACCOUNTANT", "AUDITOR"})
  void onlyWhoWorksWithTheBorrowerFlags(String role) {
    Http who = people.as(role);
    UUID none = UUID.randomUUID();
    who.post(flags(none), flag("WATCH", "late")).expectProblem(403, "forbidden");
    who.post(lifting(none, "WATCH"), Map.of("reason", "paid")).expectProblem(403, "forbidden");
  }

  @Test
  void aFlagIsSetOnceOfALoanThatOwesAndLiftedOfAnyLoan() {
    Http manager = lending.manager();
    UUID asked = lending.application("500.00");
    manager.post(flags(asked), flag("WATCH", "young")).expectProblem(409, "wrong-status");
    UUID loan = lending.active("100.00", TODAY);
    String watch = lifting(loan, "WATCH");
    manager.post(watch, Map.of("reason", "why not")).expectProblem(409, "flag-not-set");
    manager.post(flags(loan), flag("WATCH", "young")).expect(201);
    manager.post(flags(loan), flag("WATCH", "young")).expectProblem(409, "flag-stands");
    manager.post(flags(loan), flag("NEAT", "young")).expectProblem(400, "invalid");
    manager.post(flags(loan), Map.of("flag", "LEGAL")).expectProblem(400, "invalid");
    manager.post(lifting(loan, "NEAT"), Map.of("reason", "x")).expectProblem(400, "invalid");
    manager.post(flags(UUID.randomUUID()), flag("WATCH", "young")).expectProblem(404, "not-found");

    lending.pay(lending.teller(), loan, "100.00", TODAY).expect(201);
    assertThat(lending.loan(manager, loan).text("/status")).isEqualTo("CLOSED");
    manager.post(flags(loan), flag("LEGAL", "late")).expectProblem(409, "wrong-status");
    assertThat(lending.loan(manager, loan).json().at("/actions").toString()).contains("FLAG");
    manager.post(watch, Map.of("reason", "paid")).expect(200);
    assertThat(lending.loan(manager, loan).json().at("/actions").toString()).doesNotContain("FLAG");
  }

  @Test
  void aRelativeFlagsNothingAndThatIsInTheTrail() {
    UUID borrower = lending.borrower();
    UUID loan = lending.active(borrower, lending.product(Map.of()), "100.00", TODAY);
    Http relative = lending.relative(borrower);

    relative.post(flags(loan), flag("DECEASED", "no")).expectProblem(409, "declared-relative");

    Answer trail =
        people.administrator().get("/api/audit?action=loan.flag&subjectId=" + loan).expect(200);
    assertThat(trail.json().at("/items")).hasSize(1);
  }

  @Test
  void listAndFileAreNarrowedToAFlagAndTheListShowsIt() {
    UUID borrower = lending.borrower();
    UUID product = lending.product(Map.of());
    UUID flagged = lending.active(borrower, product, "300.00", TODAY);
    UUID lifted = lending.active(borrower, product, "300.00", TODAY);
    Http manager = lending.manager();
    manager.post(flags(flagged), flag("DISPUTED", "paid twice, he says")).expect(201);
    manager.post(flags(lifted), flag("DISPUTED", "the same")).expect(201);
    manager.post(lifting(lifted, "DISPUTED"), Map.of("reason", "found")).expect(200);

    for (String sort : new String[] {"", "&sort=outstanding", "&sort=-daysPastDue"}) {
      String of = "?borrowerId=" + borrower + "&flag=DISPUTED" + sort;
      Answer page = manager.get("/api/loans" + of).expect(200);
      assertThat(page.json().at("/items")).hasSize(1);
      assertThat(page.text("/items/0/id")).isEqualTo(flagged.toString());
      assertThat(page.text("/items/0/flags/0")).isEqualTo("DISPUTED");
    }
    Answer file =
        people
            .administrator()
            .get("/api/exports/loans.csv?flag=DISPUTED&borrowerId=" + borrower)
            .expect(200);
    assertThat(file.body().lines()).hasSize(2);
    assertThat(file.body()).contains("DISPUTED");
    manager.get("/api/loans?flag=NEAT").expectProblem(400, "invalid");
  }

  @Test
  void whoeverBorrowsSeesNoFlag() {
    String email = "flag." + UUID.randomUUID() + "@loanwright.test";
    http.post(
            "/api/auth/register",
            Map.of("name", "Bea Borrower", "email", email, "password", People.PASSWORD))
        .expect(201);
    Http self = people.signIn(email);
    UUID borrower = UUID.fromString(self.get("/api/profile").expect(200).text("/borrowerId"));
    UUID loan =
        lending
            .apply(people.administrator(), borrower, lending.product(Map.of()), "300.00")
            .expect(201)
            .id();
    lending.approve(lending.manager(), loan).expect(200);
    lending.disburse(lending.accountant(), loan, TODAY).expect(200);
    people.administrator().post(flags(loan), flag("WATCH", "a hunch")).expect(201);

    assertThat(lending.loan(self, loan).json().at("/flags")).isEmpty();
    assertThat(self.get(flags(loan)).expect(200).json().at("/items")).isEmpty();
    assertThat(self.get("/api/loans").expect(200).json().at("/items/0/flags")).isEmpty();
    assertThat(self.get("/api/loans?flag=WATCH").expect(200).json().at("/items")).isEmpty();
    self.post(flags(loan), flag("WATCH", "me")).expectProblem(403, "forbidden");
  }

  /** Due on 2 November at first, which is 120 days before. */
  @Test
  void aRunningLoanSaysItsClassOfArrears() {
    UUID borrower = lending.borrower();
    UUID loan = lending.active(borrower, lending.product(Map.of()), "600.00", "2025-10-02");
    Http manager = lending.manager();

    Answer found = lending.loan(manager, loan);
    assertThat(found.text("/daysPastDue")).isEqualTo("120");
    assertThat(found.text("/arrearsClass/code")).isEqualTo("91-180");
    assertThat(found.text("/arrearsClass/nonPerforming")).isEqualTo("true");
    Answer page = manager.get("/api/loans?borrowerId=" + borrower).expect(200);
    assertThat(page.text("/items/0/arrearsClass/code")).isEqualTo("91-180");

    lending.pay(lending.accountant(), loan, "900.00", TODAY).expect(201);
    assertThat(lending.loan(manager, loan).json().at("/arrearsClass").isNull()).isTrue();
  }

  private static Map<String, Object> flag(String flag, String reason) {
    return Map.of("flag", flag, "reason", reason);
  }

  private static String flags(UUID loan) {
    return "/api/loans/" + loan + "/flags";
  }

  private static String lifting(UUID loan, String flag) {
    return flags(loan) + "/" + flag + "/lift";
  }
}
