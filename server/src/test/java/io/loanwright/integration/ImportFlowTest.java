package io.loanwright.integration;

import static io.loanwright.integration.ImportFixtures.HEADER;
import static io.loanwright.integration.ImportFixtures.bytes;
import static io.loanwright.integration.ImportFixtures.done;
import static io.loanwright.integration.ImportFixtures.ended;
import static io.loanwright.integration.ImportFixtures.loans;
import static io.loanwright.integration.ImportFixtures.loansAndPayments;
import static io.loanwright.integration.ImportFixtures.newSource;
import static io.loanwright.integration.ImportFixtures.send;
import static io.loanwright.integration.ImportFixtures.total;
import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.testing.Answer;
import io.loanwright.testing.FlowTest;
import io.loanwright.testing.Http;
import io.loanwright.testing.Http.FilePart;
import io.loanwright.testing.People;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Portfolios of other systems, over HTTP. */
@FlowTest
class ImportFlowTest {

  private static final String THREE =
      HEADER
          + "L1,C1,Amina Odhiambo,1000.00,12,12,2025-06-15,ok,600.00,400.00\n"
          + "L2,C1,Amina Odhiambo,500.00,0,10,2025-01-15,Done,0,500.00\n"
          + "L3,C2,Bo Lind,\"2,000.50\",9.5,24 months,2024-03-31,lost,0,100.25\n";

  private final Http admin;
  private final People people;
  private final JdbcClient jdbc;

  ImportFlowTest(People people, JdbcClient jdbc) {
    this.jdbc = jdbc;
    this.people = people;
    this.admin = people.administrator();
  }

  @Test
  void loansComeInWithBorrowersAndWhatTheyOweAndTheControlTotalsAgree() {
    Answer ended = done(admin, send(admin, loans(newSource()), THREE, null));

    assertThat(ended.text("/loans/imported")).isEqualTo("3");
    assertThat(ended.text("/borrowers")).isEqualTo("2");
    assertThat(total(ended, "AMOUNT", "file")).isEqualTo("3500.50");
    assertThat(total(ended, "AMOUNT", "books")).isEqualTo("3500.50");
    assertThat(total(ended, "BALANCE", "books")).isEqualTo("600.00");
    assertThat(total(ended, "PAID_PRINCIPAL", "books")).isEqualTo("1000.25");
    assertThat(total(ended, "PAID_PRINCIPAL", "difference")).isEqualTo("0.00");
  }

  @Test
  void aLoanInDefaultRunsOnAndIsMarked() {
    String source = newSource();
    String file =
        HEADER
            + "L1,C1,Amina %1$s,1000.00,12,12,2025-06-15,Defaulted,600.00,400.00\n"
                .formatted(source)
            + "L2,C1,Amina %1$s,1000.00,12,12,2025-06-15,ok,600.00,400.00\n".formatted(source);

    done(admin, send(admin, loans(source), file, null));

    String search = "/api/loans?search=" + source.replace(" ", "%20");
    assertThat(admin.get(search).expect(200).json().at("/items")).hasSize(2);
    Answer marked = admin.get(search + "&status=defaulted").expect(200);
    assertThat(marked.json().at("/items")).hasSize(1);
    assertThat(marked.text("/items/0/status")).isEqualTo("ACTIVE");
  }

  /** Who may import brings in what others did: defaults, givings-up, days long gone. */
  @Test
  void aRoleOfOnesOwnNeedsNothingElseToImport() {
    Http importer =
        people.whoMay("IMPORTER", Map.of("import.run", "ORGANIZATION", "job.view", "OWN"));
    String file = THREE + "L4,C2,Bo Lind,1000.00,12,12,2025-06-15,Defaulted,600.00,400.00\n";

    Answer ended = done(importer, send(importer, loans(newSource()), file, null));

    assertThat(ended.text("/loans/imported")).as(ended.body()).isEqualTo("4");
  }

  @Test
  void whatIsPastDueStaysPastDueWhereTheFileSaysForHowLong() {
    String source = newSource();
    String mapping =
        loans(source)
            .replace(
                "\"paidPrincipal\"", "\"daysPastDue\": {\"column\": \"late\"}, \"paidPrincipal\"");
    String file =
        HEADER.replace("\n", ",late\n")
            + "L1,C1,Late %s,1000.00,12,12,2025-06-15,ok,600.00,400.00,45 days\n".formatted(source)
            + "L2,C2,Fair %s,1000.00,12,12,2025-06-15,ok,600.00,400.00,0\n".formatted(source)
            + "L3,C3,Odd %s,1000.00,12,12,2025-06-15,ok,600.00,400.00,700\n".formatted(source);

    Answer ended = done(admin, send(admin, mapping, file, null));

    assertThat(ended.text("/loans/imported")).isEqualTo("2");
    assertThat(ended.text("/errors/0/column")).isEqualTo("late");
    String search = "/api/loans?sort=-daysPastDue&search=" + source.replace(" ", "%20");
    Answer list = admin.get(search).expect(200);
    assertThat(list.text("/items/0/borrowerName")).startsWith("Late");
    assertThat(list.text("/items/0/daysPastDue")).isEqualTo("74");
    assertThat(list.text("/items/1/daysPastDue")).isEqualTo("15");
  }

  @Test
  void theSameFileAgainAddsNothing() {
    String mapping = loans(newSource());
    done(admin, send(admin, mapping, THREE, null));

    Answer again = done(admin, send(admin, mapping, THREE, null));

    assertThat(again.text("/loans/present")).isEqualTo("3");
    assertThat(again.text("/loans/imported")).isEqualTo("0");
    assertThat(again.text("/borrowers")).isEqualTo("0");
    assertThat(total(again, "AMOUNT", "difference")).isEqualTo("0.00");
  }

  @Test
  void aDryRunSaysWhatWouldBeAndKeepsNothing() {
    String mapping = loans(newSource());
    long numbers = numbersUsed();

    Answer dry = done(admin, send(admin, mapping, bytes(THREE), null, true));

    assertThat(numbersUsed()).as("numbers of loans and borrowers").isEqualTo(numbers);
    assertThat(dry.text("/dryRun")).isEqualTo("true");
    assertThat(dry.text("/loans/imported")).isEqualTo("3");
    assertThat(total(dry, "BALANCE", "difference")).isEqualTo("0.00");
    Answer real = done(admin, send(admin, mapping, THREE, null));
    assertThat(real.text("/loans/imported")).isEqualTo("3");
  }

  @Test
  void aWrongRowIsRefusedWithReasonsAndTheOthersComeIn() {
    String file =
        HEADER
            + "L1,C1,Amina Odhiambo,1000.00,12,12,2025-06-15,ok,600.00,400.00\n"
            + "L2,C2,,12x,12,0,31.02.2025,ok,1,1\n"
            + "L3,C3,Bo Lind,1000.00,12\n"
            + "L1,C4,Cem Aslan,1000.00,12,12,2025-06-15,ok,600.00,400.00\n"
            + "L5,C5,Dana Roth,1000.00,12,12,2025-06-15,asleep,600.00,400.00\n"
            + "L6,C6,Ema Novak,1000.00,12,12,2025-06-15,ok,1600.00,0\n"
            + "L7,C7,Fay Quist,1000.00,12,12,2027-06-15,ok,600.00,400.00\n"
            + "L8,C8,Gil Prado,1000.001,12,12,2025-06-15,ok,600.00,400.00\n"
            + "L9,C9,Test person,1,12,12,2025-06-15,test,1,0\n";

    Answer ended = done(admin, send(admin, loans(newSource()), file, null));

    assertThat(ended.text("/loans/rows")).isEqualTo("9");
    assertThat(ended.text("/loans/imported")).isEqualTo("1");
    assertThat(ended.text("/loans/skipped")).isEqualTo("1");
    assertThat(ended.text("/loans/rejected")).isEqualTo("7");
    List<String> where =
        ended
            .json()
            .at("/errors")
            .valueStream()
            .map(error -> error.at("/row").asString() + " " + error.at("/column").asString())
            .toList();
    assertThat(where)
        .containsExactly(
            "3 amount",
            "3 name",
            "3 term",
            "3 issued",
            "4 ",
            "5 loan",
            "6 status",
            "7 balance",
            "8 issued",
            "9 amount");
    assertThat(ended.text("/errors/0/found")).isEqualTo("12x");
    assertThat(ended.text("/errors/0/expected")).startsWith("an amount like 1234.56");
    assertThat(ended.text("/errors/0/fix")).isNotBlank();
    assertThat(total(ended, "AMOUNT", "difference")).isEqualTo("5000.001");
    Answer rejected = admin.get("/api/imports/" + ended.id() + "/rejected.csv").expect(200);
    assertThat(rejected.body()).startsWith(HEADER.strip() + ",import_row,import_errors\r\n");
    assertThat(rejected.body().lines()).hasSize(8);
    Answer page = admin.get("/api/imports/" + ended.id() + "/errors?limit=3").expect(200);
    assertThat(page.json().at("/items")).hasSize(3);
    Answer rest =
        admin
            .get("/api/imports/" + ended.id() + "/errors?cursor=" + page.text("/next"))
            .expect(200);
    assertThat(rest.json().at("/items")).hasSize(4);
  }

  @Test
  void paymentsAreReplayedOnTheirValueDatesAndTheOtherLoansStandWhereTheyStand() {
    String both = loansAndPayments(newSource());
    String payments =
        "id,loan,paid,day\nP1,L1,88.85,2025-07-15\nP2,L1,88.85,2025-08-15\nP3,L9,5,2025-08-15\n";

    Answer ended = done(admin, send(admin, both, THREE, payments));

    assertThat(ended.text("/loans/imported")).isEqualTo("3");
    assertThat(ended.text("/payments/imported")).isEqualTo("2");
    assertThat(ended.text("/payments/rejected")).isEqualTo("1");
    assertThat(ended.text("/errors/0/found")).isEqualTo("L9");
    assertThat(total(ended, "AMOUNT", "difference")).isEqualTo("0.00");
    assertThat(total(ended, "BALANCE", "file")).isEqualTo("0.00");
    assertThat(total(ended, "PAYMENTS", "books")).isEqualTo("177.70");
    assertThat(total(ended, "PAYMENTS", "difference")).isEqualTo("5.00");

    Answer again = done(admin, send(admin, both, THREE, payments));
    assertThat(again.text("/payments/present")).isEqualTo("2");
    assertThat(again.text("/payments/imported")).isEqualTo("0");
    assertThat(total(again, "AMOUNT", "difference")).isEqualTo("0.00");
  }

  @Test
  void aLoanOfLongAgoIsReplayedFromItsOwnDay() {
    String file = HEADER + "L1,C1,Anno Tobac,1000.00,12,12,1993-07-05,ok,600.00,400.00\n";
    String payments = "id,loan,paid,day\nP1,L1,88.85,1993-08-05\n";

    Answer ended = done(admin, send(admin, loansAndPayments(newSource()), file, payments));
    assertThat(ended.text("/payments/imported")).isEqualTo("1");
  }

  @Test
  void filesThatAreNoCsvAreRefusedInPlainWords() {
    String mapping = loans(newSource());
    assertThat(unreadable(mapping, new byte[0])).contains("empty");
    assertThat(unreadable(mapping, bytes(HEADER))).contains("no rows");
    assertThat(unreadable(mapping, bytes("\n\n  \n"))).contains("blank");
    assertThat(unreadable(mapping, bytes("a,a\n1,2\n"))).contains("Two columns");
    assertThat(unreadable(mapping, new byte[] {0, 1, 10, 2})).contains("no text");
    assertThat(
            unreadable(
                mapping, THREE.replace("Odhiambo", "Müller").getBytes(Charset.forName("cp1252"))))
        .contains("UTF-8");
    assertThat(unreadable(mapping, bytes(HEADER + "L1,\"" + "x\n".repeat(600_000))))
        .contains("quote");
  }

  private String unreadable(String mapping, byte[] file) {
    return send(admin, mapping, file, null, false)
        .expectProblem(400, "unreadable-csv")
        .text("/detail");
  }

  @Test
  void aByteOrderMarkAnotherSeparatorAndAnUnclosedQuoteDoNoHarm() {
    String mapping = loans(newSource());
    byte[] marked = ("\ufeff" + THREE + "L4,C1,\"Amina,1,1\n").getBytes(StandardCharsets.UTF_8);

    Answer ended = done(admin, send(admin, mapping, marked, null, false));

    assertThat(ended.text("/loans/imported")).isEqualTo("3");
    assertThat(ended.text("/errors/0/expected")).startsWith("10 values");

    String latin =
        loans(newSource())
            .replaceFirst(
                "\"loans\": \\{",
                "\"loans\": {\"format\": {\"encoding\": \"windows-1252\", \"separator\": \";\","
                    + " \"decimals\": \"COMMA\", \"dates\": [\"DD_MM_YYYY\"]},");
    byte[] file =
        (HEADER.replace(',', ';')
                + "L1;C1;Jörg Müller;1.000,50;12;12;15.06.2025;ok;600,00;400,50\n")
            .getBytes(Charset.forName("windows-1252"));
    assertThat(total(done(admin, send(admin, latin, file, null, false)), "AMOUNT", "books"))
        .isEqualTo("1000.50");
  }

  @Test
  void aFileOfFiftyMegabytesIsTooLarge() {
    send(admin, loans(newSource()), new byte[50 * 1024 * 1024], null, false).expect(413);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"source\": \"x\"} | mapping",
        "{\"source\": \" \", \"loans\": {}} | mapping.loans",
        "{\"source\": \"x\", \"payments\": {\"amount\": {\"column\": \"a\", \"colum\": \"b\"}}}"
            + " | mapping.payments.amount.colum",
        "{\"source\": \"x\", \"payments\": {\"amount\": {\"column\": \"a\", \"constant\": \"b\"}}}"
            + " | mapping.payments.amount",
      })
  void aMappingThatCannotBeIsRefusedWithThePlace(String mapping, String field) {
    Answer answer = send(admin, mapping, THREE, null).expectProblem(400, "invalid");

    assertThat(answer.text("/errors/0/field")).isEqualTo(field);
  }

  @Test
  void aMappingThatDoesNotFitTheFileNamesTheColumn() {
    Answer answer =
        send(admin, loans(newSource()), "loan,name\n1,2\n", null).expectProblem(400, "invalid");

    assertThat(answer.text("/errors/0/field")).startsWith("mapping.loans.");
    assertThat(answer.text("/errors/0/message")).contains("It has: loan, name");
    send(admin, "no json", THREE, null).expectProblem(400, "malformed");
    send(admin, loans(newSource()), THREE, "a,b\n1,2\n").expectProblem(400, "invalid");
    admin
        .upload("/api/imports", List.of(), Map.of("mapping", loans(newSource())))
        .expectProblem(400, "invalid");
  }

  @Test
  void theMappingMayBeAFieldOrAJsonPartInAnyAlphabet() {
    String field = loans("Kölner Kasse " + newSource());
    assertThat(done(admin, send(admin, field, THREE, null)).text("/source")).startsWith("Kölner");

    String part = loans("Банк " + newSource());
    Answer started =
        admin.upload(
            "/api/imports",
            List.of(
                FilePart.of("file", "loans.csv", "text/csv", bytes(THREE)),
                FilePart.of("mapping", "blob", "application/json", bytes(part))),
            Map.of());
    assertThat(done(admin, started).text("/source")).startsWith("Банк");
  }

  @Test
  void anIdempotencyKeyStartsOneImport() {
    Http once = admin.idempotent();
    String mapping = loans(newSource());

    Answer first = send(once, mapping, THREE, null).expect(202);
    Answer second = send(once, mapping, THREE, null).expect(202);

    assertThat(second.id()).isEqualTo(first.id());
    done(admin, first);
    send(once, mapping, THREE + "\n", null).expectProblem(409, "idempotency-key-reused");
  }

  @Test
  void thePreviewGuessesWhatColumnsMeanAndTheListRemembersTheMapping() {
    Answer preview =
        admin
            .upload(
                "/api/imports/preview",
                List.of(
                    FilePart.of(
                        "file",
                        "x.csv",
                        bytes(
                            """
                            loan_id;loan_amnt;issue_d;loan_status
                            1;500;Mar-2018;Current
                            2;600;Jan-2018;Weird
                            """))),
                Map.of())
            .expect(200);
    assertThat(preview.text("/separator")).isEqualTo(";");
    assertThat(preview.text("/part")).isEqualTo("LOANS");
    assertThat(preview.json().at("/fields").get("terms.amount").asString()).isEqualTo("loan_amnt");
    assertThat(preview.text("/dates/0")).isEqualTo("MON_YYYY");
    assertThat(preview.text("/statuses/0/fate")).isEqualTo("ACTIVE");

    String source = newSource();
    done(admin, send(admin, loans(source), THREE, null));
    assertThat(admin.get("/api/imports?limit=1").expect(200).text("/lastMapping/source"))
        .isEqualTo(source);
  }

  @Test
  void onlyThoseWhoMayImport() {
    send(people.as("MANAGER"), loans(newSource()), THREE, null).expectProblem(403, "forbidden");
    people.as("ACCOUNTANT").get("/api/imports").expectProblem(403, "forbidden");
    admin.get("/api/imports/" + java.util.UUID.randomUUID()).expectProblem(404, "not-found");
  }

  @Test
  void anImportIsInTheTrailFromStartToEnd() {
    Answer ended = done(admin, send(admin, loans(newSource()), THREE, null));

    Answer trail = admin.get("/api/audit?subjectId=" + ended.id()).expect(200);
    assertThat(trail.json().at("/items").valueStream().map(item -> item.at("/action").asString()))
        .containsExactlyInAnyOrder("import.start", "import.end");

    admin.get("/api/imports/" + ended.id() + "/rejected.csv").expect(200);
    assertThat(admin.get("/api/audit?subjectId=" + ended.id()).expect(200).body())
        .contains("import.download_rejected");
  }

  private long numbersUsed() {
    return jdbc.sql(
            """
            SELECT l.last_value + b.last_value
              FROM loan.loan_number l, borrower.borrower_number b
            """)
        .query(Long.class)
        .single();
  }
}
