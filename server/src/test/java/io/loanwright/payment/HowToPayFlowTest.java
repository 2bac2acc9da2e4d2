package io.loanwright.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.testing.Answer;
import io.loanwright.testing.FlowTest;
import io.loanwright.testing.Http;
import io.loanwright.testing.People;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What borrowers are told of how to pay. */
@FlowTest
class HowToPayFlowTest {

  private static final String PATH = "/api/payments/how-to-pay";

  private final People people;
  private final Http http;

  HowToPayFlowTest(People people, Http http) {
    this.people = people;
    this.http = http;
  }

  @Test
  void theLenderSaysItOnceAndBorrowersReadIt() {
    Http admin = people.administrator();
    Answer before = admin.get(PATH).expect(200);
    String words = "Mpesa paybill 400200\nAccount {loan}";
    String email = "pays." + UUID.randomUUID() + "@loanwright.test";
    http.post(
            "/api/auth/register",
            Map.of("name", "Bea Borrower", "email", email, "password", People.PASSWORD))
        .expect(201);
    Http borrower = people.signIn(email);

    admin
        .with("If-Match", before.header("ETag"))
        .put(PATH, Map.of("text", " " + words + "\n"))
        .expect(200);

    assertThat(borrower.get(PATH).expect(200).text("/text")).isEqualTo(words);
    Answer trail = admin.get("/api/audit?action=how_to_pay.change").expect(200);
    assertThat(trail.text("/items/0/after/text")).isEqualTo(words);
    admin
        .with("If-Match", before.header("ETag"))
        .put(PATH, Map.of("text", "Cash"))
        .expectProblem(409, "stale");
    borrower.put(PATH, Map.of("text", "To me")).expectProblem(403, "forbidden");
    people.as("MANAGER").put(PATH, Map.of("text", "To me")).expectProblem(403, "forbidden");
    admin.put(PATH, Map.of("text", "x".repeat(2001))).expectProblem(400, "invalid");

    admin.put(PATH, Map.of("text", " ")).expect(200);
    assertThat(borrower.get(PATH).expect(200).json().at("/text").isNull()).isTrue();
  }
}
