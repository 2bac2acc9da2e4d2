package io.loanwright.borrower;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.loan.Lending;
import io.loanwright.testing.Answer;
import io.loanwright.testing.FlowTest;
import io.loanwright.testing.Http;
import io.loanwright.testing.People;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a person gets of his loans among all that is kept about him. */
@FlowTest
class KeptLoansFlowTest {

  private final Http admin;
  private final Lending lending;

  KeptLoansFlowTest(People people) {
    this.admin = people.administrator();
    this.lending = new Lending(people);
  }

  @Test
  void whatWasAgreedIsAmongIt() throws IOException {
    String loan = lending.application("100.00").toString();
    String borrower = admin.get("/api/loans/" + loan).expect(200).text("/borrowerId");

    Answer file = admin.get("/api/borrowers/" + borrower + "/personal-data").expect(200);

    try (ZipInputStream zip =
        new ZipInputStream(new ByteArrayInputStream(file.response().body()))) {
      zip.getNextEntry();
      JsonNode kept = JsonMapper.builder().build().readTree(zip.readAllBytes()).at("/loans/0");
      assertThat(kept.at("/id").asString()).isEqualTo(loan);
      assertThat(kept.at("/terms/interest/annualRatePercent").isMissingNode()).isFalse();
      assertThat(kept.has("terms_id")).isFalse();
    }
  }
}
