package io.loanwright.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.borrower.BorrowerFixtures;
import io.loanwright.borrower.Borrowers;
import io.loanwright.document.intake.StandIn;
import io.loanwright.testing.Answer;
import io.loanwright.testing.FlowTest;
import io.loanwright.testing.Http;
import io.loanwright.testing.People;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What a virus scanner lets through; VirusScannerTest asks a real one. */
@FlowTest
class ScannerFlowTest {

  private static final StandIn SCANNER = scanner();

  private final Http admin;
  private final Borrowers borrowers;

  ScannerFlowTest(People people, Borrowers borrowers) {
    this.admin = people.administrator();
    this.borrowers = borrowers;
  }

  @DynamicPropertySource
  static void settings(DynamicPropertyRegistry settings) {
    settings.add("loanwright.clamd", SCANNER::address);
  }

  @Test
  void whatIsInfectedIsRefusedAndWithoutTheScannerNothingIsTaken() throws IOException {
    UUID borrower = BorrowerFixtures.somebody(borrowers, "Ill Paper", null).id();

    upload(borrower, "well").expect(201);
    Answer refused = upload(borrower, "evil").expectProblem(422, "virus-found");
    assertThat(refused.text("/errors/0/message"))
        .isEqualTo("Contains what the virus scanner calls Evil.Paper.");
    Answer trail = admin.get("/api/audit?subjectId=" + borrower);
    assertThat(trail.text("/items/0/action")).isEqualTo("document.upload");
    assertThat(trail.text("/items/0/result")).isEqualTo("REFUSED");
    assertThat(trail.text("/items/0/reason")).isEqualTo("virus-found");
    SCANNER.close();
    upload(borrower, "well again").expectProblem(503, "scanner-away");

    assertThat(admin.get("/api/borrowers/" + borrower + "/documents").json().get("items"))
        .hasSize(1);
  }

  private Answer upload(UUID borrower, String body) {
    return admin.upload(
        "/api/borrowers/" + borrower + "/documents",
        "file",
        "paper.pdf",
        DocumentFixtures.pdf(body),
        Map.of());
  }

  private static StandIn scanner() {
    try {
      return new StandIn(file -> file.contains("evil") ? "stream: Evil.Paper FOUND" : "stream: OK");
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
