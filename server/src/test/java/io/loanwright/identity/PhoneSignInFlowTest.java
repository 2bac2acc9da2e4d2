package io.loanwright.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.testing.Answer;
import io.loanwright.testing.FlowTest;
import io.loanwright.testing.Http;
import io.loanwright.testing.People;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/** Borrowers sign in by the phone number that is known of them, the staff never. */
@FlowTest
class PhoneSignInFlowTest {

  private final Http http;
  private final People people;

  PhoneSignInFlowTest(Http http, People people) {
    this.http = http;
    this.people = people;
  }

  private static String digits() {
    return "2547" + ThreadLocalRandom.current().nextLong(10_000_000, 100_000_000);
  }

  private static String spaced(String digits) {
    return "+%s (%s) %s-%s"
        .formatted(
            digits.substring(0, 3),
            digits.substring(3, 6),
            digits.substring(6, 9),
            digits.substring(9));
  }

  private Answer register(String email, String phone) {
    return http.post(
            "/api/auth/register",
            Map.of("name", "Achieng", "email", email, "phone", phone, "password", People.PASSWORD))
        .expect(201);
  }

  private static String email() {
    return "by.phone." + UUID.randomUUID() + "@example.org";
  }

  private Answer attempt(String login, String password) {
    return http.post("/api/auth/login", Map.of("login", login, "password", password));
  }

  @Test
  void aBorrowerSignsInByThePhoneHoweverItIsWritten() {
    String digits = digits();
    Answer account = register(email(), spaced(digits));

    for (String written : new String[] {digits, "+" + digits, " " + spaced(digits) + " "}) {
      String token = attempt(written, People.PASSWORD).expect(200).text("/accessToken");
      assertThat(http.bearer(token).get("/api/profile").expect(200).id()).isEqualTo(account.id());
    }
  }

  @Test
  void aNumberIsTheSameWithItsCallingCodeAndAsItIsDialedWithinTheCountry() {
    String abroad = digits();
    String within = "0" + digits().substring(3);
    UUID ofAbroad = register(email(), "+" + abroad).id();
    UUID ofWithin = register(email(), within).id();

    for (String written : List.of("0" + abroad.substring(3), "00" + abroad, abroad.substring(3))) {
      assertThat(whose(written)).isEqualTo(ofAbroad);
    }
    for (String written : List.of("+254" + within.substring(1), "254" + within.substring(1))) {
      assertThat(whose(written)).isEqualTo(ofWithin);
    }
  }

  @Test
  void whoHasTheNumberAsItWasTypedGoesBeforeWhoHasItInAnotherForm() {
    String digits = digits();
    String within = "0" + digits.substring(3);
    UUID ofAbroad = register(email(), digits).id();
    UUID ofWithin = register(email(), within).id();

    assertThat(whose("+" + digits)).isEqualTo(ofAbroad);
    assertThat(whose(within)).isEqualTo(ofWithin);
  }

  @Test
  void aNumberWithoutItsCallingCodeIsNobodysWhereItIsThatOfTwoCountries() {
    String national = digits().substring(3);
    register(email(), "+254" + national);
    register(email(), "+255" + national);

    attempt("0" + national, People.PASSWORD).expectProblem(401, "wrong-login");
    attempt("+255" + national, People.PASSWORD).expect(200);
  }

  private UUID whose(String login) {
    String token = attempt(login, People.PASSWORD).expect(200).text("/accessToken");
    return http.bearer(token).get("/api/profile").expect(200).id();
  }

  @Test
  void aNumberOfTwoBorrowersIsNobodys() {
    String digits = digits();
    String email = email();
    register(email, digits);
    register(email(), spaced(digits));

    attempt(digits, People.PASSWORD).expectProblem(401, "wrong-login");
    attempt(email, People.PASSWORD).expect(200);
  }

  @Test
  void theStaffAndWhoeverHasNoAccountDoNot() {
    String ofStaff = digits();
    UserAccount teller = people.create("TELLER", null);
    people.signIn(teller.email()).patch("/api/profile", Map.of("phone", ofStaff)).expect(200);
    String ofNobody = digits();
    people
        .administrator()
        .post("/api/borrowers", Map.of("name", "No Account", "phone", ofNobody))
        .expect(201);

    String wrong = attempt(digits(), People.PASSWORD).expectProblem(401, "wrong-login").body();

    assertThat(attempt(ofStaff, People.PASSWORD).expect(401).body()).isEqualTo(wrong);
    assertThat(attempt(ofNobody, People.PASSWORD).expect(401).body()).isEqualTo(wrong);
  }

  @Test
  void guessingByThePhoneCountsWithTheAccount() {
    String digits = digits();
    String email = email();
    register(email, digits);
    for (String way : new String[] {digits, "+" + digits, spaced(digits), email, digits}) {
      attempt(way, "wrong one").expectProblem(401, "wrong-login");
    }

    attempt(email, People.PASSWORD).expectProblem(429, "too-many-attempts");
  }

  @Test
  void aNumberThatIsNobodysIsOneLoginHoweverItIsWritten() {
    String digits = digits();
    for (int i = 0; i < 5; i++) {
      attempt(i % 2 == 0 ? digits : spaced(digits), "wrong one").expect(401);
    }

    attempt("+" + digits, "wrong one").expectProblem(429, "too-many-attempts");
  }
}
