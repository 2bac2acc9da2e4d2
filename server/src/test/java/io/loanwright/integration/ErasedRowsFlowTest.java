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
import java.util.Base64;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** Rows that an import refused go with whom they are certainly about, and nobody else's do. */
@FlowTest
@TestPropertySource(properties = "loanwright.retention-years=0")
class ErasedRowsFlowTest {

  private static final String HEADER =
      "loan,customer,name,amount,rate,term,issued,status,balance,paid,contact\n";

  private static final String PAYMENTS =
      "id,loan,paid,day\nAmina's first,L1,1x,2025-07-15\nother,L6,1x,2025-07-15\n";

  private final Http admin;
  private final RefusedRowsAsPersonalData handedOut;
  private final String family = "o" + UUID.randomUUID().toString().replace("-", "");

  ErasedRowsFlowTest(People people, RefusedRowsAsPersonalData handedOut) {
    this.admin = people.administrator();
    this.handedOut = handedOut;
  }

  @Test
  void refusedRowsAboutWhoIsErasedAreBlank() {
    String mapping = loansAndPayments(newSource());
    Answer first = done(admin, send(admin, mapping, loans(), PAYMENTS));
    assertThat(first.text("/loans/rejected")).as(first.body()).isEqualTo("6");
    Answer borrower = borrower();
    assertThat(rejected(first, "LOANS"))
        .contains("by name and phone", "by number", "345-678", "@Example.com", "namesake");
    assertThat(handedOut.export(borrower.id()))
        .contains("by name and phone", "by number", "Amina's first", "\"certain\": false")
        .doesNotContain("@Example.com", "345-678", "a namesake", "of nobody");

    Answer erased = erase(borrower);

    assertThat(erased.text("/refusedRows")).as(erased.body()).isEqualTo("3");
    assertThat(
            erased
                .json()
                .at("/rowsToLookThrough")
                .valueStream()
                .filter(row -> row.path("importId").asString().equals(first.id().toString()))
                .map(row -> row.path("row").asInt()))
        .containsExactly(5, 6, 8);
    assertThat(rejected(first, "LOANS"))
        .doesNotContain("by name and phone", "by number")
        .contains("345-678", "@Example.com", "a namesake", "of nobody", "erased");
    assertThat(rejected(first, "PAYMENTS")).doesNotContain("Amina's first").contains("other");
    assertThat(admin.get("/api/imports/" + first.id() + "/errors").expect(200).json().at("/items"))
        .as("rows counted")
        .hasSize(8);

    Answer again = done(admin, send(admin, mapping, loans(), PAYMENTS));

    assertThat(rejected(again, "LOANS")).doesNotContain("by number").contains("a namesake");
    assertThat(rejected(again, "PAYMENTS")).doesNotContain("Amina's first").contains("other");
  }

  /** Where the mapping makes the number of two columns, no cell has it. */
  @Test
  void numbersOfSeveralColumnsAreFound() {
    String mapping =
        ImportFixtures.loans(newSource())
            .replace("{\"column\": \"customer\"}", "{\"template\": \"{customer}-{term}\"}");
    String loans =
        ImportFixtures.HEADER
            + "L1,7,Amina %s,1000.00,12,12,2025-06-15,done,0,1000.00\n"
            + "L2,7,by number,12x,12,12,2025-06-15,ok,0,0\n"
            + "L3,7,by another,12x,12,24,2025-06-15,ok,0,0\n";
    Answer ended = done(admin, send(admin, mapping, loans.formatted(family), null));

    assertThat(erase(borrower()).text("/refusedRows")).isEqualTo("1");

    assertThat(rejected(ended, "LOANS")).doesNotContain("by number").contains("by another");
  }

  /** A cell may be a picture, which no index takes whole. */
  @Test
  void aLongCellEndsNoImport() {
    byte[] picture = new byte[20_000];
    new Random(7).nextBytes(picture);
    String loans =
        HEADER
            + "L1,7,Amina,12x,12,12,2025-06-15,ok,0,0,"
            + Base64.getEncoder().encodeToString(picture)
            + "\nL2,8,Amina,12x,12,12,2025-06-15,ok,0,0,short\n";

    Answer ended = done(admin, send(admin, ImportFixtures.loans(newSource()), loans, null));

    assertThat(ended.text("/loans/rejected")).isEqualTo("2");
    assertThat(rejected(ended, "LOANS")).contains("short");
  }

  private String loans() {
    return (HEADER
            + "L1,7,Amina %1$s,1000.00,12,12,2025-06-15,done,0,1000.00,+254 712345678\n"
            + "L2,by name and phone,\"%1$S, Amina\",12x,12,12,2025-06-15,ok,0,0,0712 345 678\n"
            + "L3,7,A. O.,12x,12,12,2025-06-15,ok,0,0,by number\n"
            + "L4,9,Somebody,12x,12,12,2025-06-15,ok,0,0,0712 345-678\n"
            + "L5,9,Somebody,12x,12,12,2025-06-15,ok,0,0,%1$S@Example.com\n"
            + "L6,70,Amina Wanjiru,7x,12,12,2025-06-15,ok,7,0,of nobody\n"
            + "L7,71,Amina %1$s,12x,12,12,2025-06-15,ok,0,0,a namesake\n")
        .formatted(family);
  }

  private String rejected(Answer ended, String part) {
    return admin
        .get("/api/imports/" + ended.id() + "/rejected.csv?part=" + part)
        .expect(200)
        .body();
  }

  private Answer borrower() {
    Answer loan = admin.get("/api/loans?search=" + family).expect(200);
    String path = "/api/borrowers/" + loan.text("/items/0/borrowerId");
    admin
        .patch(path, Map.of("phone", "+254 712345678", "email", family + "@example.com"))
        .expect(200);
    return admin.get(path).expect(200);
  }

  private Answer erase(Answer borrower) {
    return admin
        .post(
            "/api/borrowers/" + borrower.id() + "/erasure",
            Map.of("number", borrower.text("/number"), "reason", "asked by letter"))
        .expect(200);
  }
}
