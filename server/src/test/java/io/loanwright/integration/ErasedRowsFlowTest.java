package io.loanwright.integration;

import static io.loanwright.integration.ImportFixtures.done;
import static io.loanwright.integration.ImportFixtures.loansAndPayments;
import static io.loanwright.integration.ImportFixtures.newSource;
import static io.loanwright.integration.ImportFixtures.send;
import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.testing.Answer;
import io.loanwright.testing.FlowTest;
import io.loanwright.testing.Http;
import io.loanwright.testing.People;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** Rows that an import refused go with whom they are about, and nobody else's do. */
@FlowTest
@TestPropertySource(properties = "loanwright.retention-years=0")
class ErasedRowsFlowTest {

  private static final String HEADER =
      "loan,customer,name,amount,rate,term,issued,status,balance,paid,contact\n";

  private final Http admin;
  private final String family = "o" + UUID.randomUUID().toString().replace("-", "");

  ErasedRowsFlowTest(People people) {
    this.admin = people.administrator();
  }

  @Test
  void refusedRowsAboutWhoIsErasedAreBlank() {
    String source = newSource();
    String loans =
        HEADER
            + "L1,7,Amina %1$s,1000.00,12,12,2025-06-15,Done,0,1000.00,\n"
            + "L2,8,\"%1$S, Amina W.\",12x,12,12,2025-06-15,ok,0,0,by name\n"
            + "L3,7,A. O.,12x,12,12,2025-06-15,ok,0,0,by number\n"
            + "L4,9,Somebody,12x,12,12,2025-06-15,ok,0,0,0712 345-678\n"
            + "L5,9,Somebody,12x,12,12,2025-06-15,ok,0,0,%1$S@Example.com\n"
            + "L6,70,Amina Wanjiru,7x,12,12,2025-06-15,ok,7,0,of nobody\n";
    loans = loans.formatted(family);
    String payments = "id,loan,paid,day\nAmina's first,L1,1x,2025-07-15\nother,L6,1x,2025-07-15\n";
    Answer ended = done(admin, send(admin, loansAndPayments(source), loans, payments));
    assertThat(ended.text("/loans/rejected")).as(ended.body()).isEqualTo("5");
    Answer borrower = borrower();
    String path = "/api/borrowers/" + borrower.id();
    admin
        .patch(path, Map.of("phone", "+254 712345678", "email", family + "@example.com"))
        .expect(200);
    String rows = "/api/imports/" + ended.id() + "/errors";
    String files = "/api/imports/" + ended.id() + "/rejected.csv?part=";
    assertThat(admin.get(files + "LOANS").expect(200).body())
        .contains("by name", "by number", "0712 345-678", "@Example.com", "of nobody");

    admin
        .post(
            path + "/erasure",
            Map.of("number", borrower.text("/number"), "reason", "asked by letter"))
        .expect(200);

    assertThat(admin.get(files + "LOANS").expect(200).body())
        .doesNotContain("by name", "by number", "345-678", "Example.com", family)
        .contains("of nobody", "erased");
    assertThat(admin.get(files + "PAYMENTS").expect(200).body())
        .doesNotContain("Amina's first")
        .contains("other");
    assertThat(admin.get(rows).expect(200).json().at("/items")).as("rows counted").hasSize(7);
  }

  private Answer borrower() {
    Answer loan = admin.get("/api/loans?search=" + family).expect(200);
    return admin.get("/api/borrowers/" + loan.text("/items/0/borrowerId")).expect(200);
  }
}
