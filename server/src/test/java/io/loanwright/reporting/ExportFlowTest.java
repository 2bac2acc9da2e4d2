package io.loanwright.reporting;

import static io.loanwright.reporting.OwnBranch.TODAY;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.loanwright.borrower.Borrowers;
import io.loanwright.borrower.Particulars;
import io.loanwright.identity.UserAccount;
import io.loanwright.testing.Answer;
import io.loanwright.testing.FlowTest;
import io.loanwright.testing.Http;
import io.loanwright.testing.People;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists as files: what the list shows, and no more. */
@FlowTest
class ExportFlowTest {

  private static final List<String> ODD_NAMES =
      List.of(
          "Ann \"Nan\" O'Neil, jr.",
          "=HYPERLINK(\"http://x\"; \"pay here\")",
          "@SUM(A1:A9)",
          "Zoë 🙂 李雷",
          "محمد عبد الله");

  private final People people;
  private final OwnBranch branch;

  ExportFlowTest(People people, Borrowers borrowers) {
    this.people = people;
    this.branch = OwnBranch.open(people, borrowers);
  }

  @Test
  void oddNamesArriveAsTheyAreAndNoneIsWorkedOut() throws IOException {
    ODD_NAMES.forEach(branch::borrower);

    List<String> inCsv = column(csv(branch.manager(), "borrowers.csv"), "Name");
    assertThat(inCsv)
        .containsExactly(
            ODD_NAMES.get(0),
            "'" + ODD_NAMES.get(1),
            "'" + ODD_NAMES.get(2),
            ODD_NAMES.get(3),
            ODD_NAMES.get(4));
    try (ReadableWorkbook book = xlsx(branch.manager(), "borrowers.xlsx")) {
      List<Row> rows = book.getFirstSheet().read();
      assertThat(rows.stream().skip(1).map(row -> row.getCellText(2)))
          .containsExactlyElementsOf(ODD_NAMES);
      assertThat(rows.stream().skip(1).map(row -> row.getCell(2).getType()))
          .containsOnly(CellType.STRING);
    }
  }

  @Test
  void loansOfTwoCurrenciesHaveTheirOwnDecimals() throws IOException {
    UUID borrower = branch.borrower("Maria");
    UUID euros = branch.loan(borrower, "EUR", "600.00", "2026-01-05");
    branch.pay(euros, "150.00", "2026-02-20");
    branch.loan(borrower, "UGX", "5000", "2026-02-01");
    branch.application(borrower, "EUR", "900.00");

    List<NamedCsvRecord> loans = csv(branch.manager(), "loans.csv");

    assertThat(column(loans, "Status")).containsExactly("ACTIVE", "ACTIVE", "SUBMITTED");
    assertThat(column(loans, "Currency")).containsExactly("EUR", "UGX", "EUR");
    assertThat(column(loans, "Outstanding principal")).containsExactly("450.00", "5000", "0.00");
    assertThat(column(loans, "Next due on")).containsExactly("2026-03-05", "2026-04-01", "");
    assertThat(column(loans, "Next due")).startsWith("50.00").endsWith("");
    assertThat(column(loans, "Disbursed")).containsExactly("600.00", "5000", "");
    assertThat(column(loans, "Disbursed on")).containsExactly("2026-01-05", "2026-02-01", "");
    assertThat(column(loans, "Branch")).allMatch(name -> name.startsWith("Branch "));
    assertThat(column(loans, "Product")).allMatch(name -> name.startsWith("Product "));
    try (ReadableWorkbook book = xlsx(branch.manager(), "loans.xlsx?status=ACTIVE")) {
      List<Row> rows = book.getFirstSheet().read();
      assertThat(rows).hasSize(3);
      assertThat(rows.get(1).getCellAsNumber(13).orElseThrow()).isEqualByComparingTo("450");
    }
  }

  /** What the schedule asks for until its end, part by part, is what the list says in one sum. */
  @Test
  void aLoanSaysWhatIsOutstandingPartByPart() throws IOException {
    UUID loan = branch.loanAt("12", branch.borrower("Maria"), "EUR", "600.00", "2026-02-02");

    NamedCsvRecord row = csv(branch.manager(), "loans.csv").getFirst();

    assertThat(row.getField("Outstanding principal")).isEqualTo("600.00");
    assertThat(row.getField("Outstanding interest")).isNotEqualTo("0.00");
    assertThat(row.getField("Outstanding penalties")).isEqualTo("0.00");
    assertThat(
            Stream.of("principal", "interest", "fees", "penalties")
                .map(part -> new BigDecimal(row.getField("Outstanding " + part)))
                .reduce(BigDecimal.ZERO, BigDecimal::add))
        .isEqualByComparingTo(row.getField("Outstanding"));
    assertThat(row.getField("Outstanding"))
        .isEqualTo(branch.manager().get("/api/loans").expect(200).text("/items/0/outstanding"));
    Answer read = branch.manager().get("/api/loans/" + loan).expect(200);
    assertThat(row.getField("Next due on")).isEqualTo(read.text("/nextDue/on"));
    assertThat(row.getField("Next due")).isEqualTo(read.text("/nextDue/amount"));
  }

  @Test
  void theFiltersAreThoseOfTheLists() throws IOException {
    UUID maria = branch.borrower("Maria Filter");
    UUID loan = branch.loan(maria, "EUR", "600.00", "2026-01-05");
    UUID other = branch.loan(branch.borrower("Paul Filter"), "EUR", "700.00", TODAY);
    branch.pay(loan, "100.00", "2026-02-20");
    branch.pay(loan, "20.00", TODAY);
    UUID wrong = branch.pay(other, "30.00", TODAY).id();
    branch.reverse(wrong);
    Http manager = branch.manager();

    for (String query :
        List.of(
            "?search=Marja", "?search=FILTER", "?status=ACTIVE", "?status=BLOCKED", "?search=")) {
      assertSame(manager, "borrowers", query, "Number", "number");
    }
    for (String query :
        List.of(
            "?borrowerId=" + maria,
            "?status=ACTIVE",
            "?status=closed&status=pending",
            "?overdue=true",
            "?defaulted=false",
            "?search=paul",
            "?search=%25")) {
      assertSame(manager, "loans", query, "Number", "number");
    }
    for (String query :
        List.of(
            "?loanId=" + loan,
            "?borrowerId=" + maria,
            "?from=" + TODAY,
            "?to=2026-03-01",
            "?channel=BANK",
            "?channel=CASH",
            "?status=REVERSED",
            "?search=paul")) {
      assertSame(manager, "payments", query, "Receipt", "receiptNumber");
    }
    assertThat(column(csv(manager, "payments.csv?loanId=" + loan), "Amount"))
        .containsExactly("100.00", "20.00");
    assertThat(column(csv(manager, "payments.csv?status=REVERSED"), "Reversed because"))
        .containsExactly("wrong loan");
  }

  @Test
  void eachTakesAwayHisPart() throws IOException {
    UserAccount officer = branch.user("FIELD_OFFICER");
    UUID own = branch.borrower(Particulars.ofPerson("Own"), officer.id());
    branch.loan(own, "EUR", "500.00", "2026-02-01");
    branch.loan(branch.borrower("Other"), "EUR", "700.00", "2026-02-01");
    Http fieldOfficer = people.signIn(officer.email());

    assertThat(column(csv(fieldOfficer, "borrowers.csv"), "Name")).containsExactly("Own");
    assertThat(column(csv(fieldOfficer, "loans.csv"), "Disbursed")).containsExactly("500.00");
    assertThat(csv(branch.signIn("TELLER"), "loans.csv")).hasSize(2);
    assertThat(csv(people.as("AUDITOR"), "loans.csv?borrowerId=" + own)).hasSize(1);
    assertThat(csv(people.as("MANAGER"), "loans.csv?borrowerId=" + own)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"borrowers", "loans", "payments", "overdue"})
  void whereThereIsNothingTheFileHasItsTitles(String list) throws IOException {
    Answer empty = branch.manager().get("/api/exports/" + list + ".csv").expect(200);

    assertThat(empty.body().lines()).hasSize(1);
    assertThat(empty.header("content-type")).isEqualTo("text/csv;charset=UTF-8");
    assertThat(empty.header("cache-control")).isEqualTo("no-store");
    assertThat(empty.header("content-disposition"))
        .isEqualTo("attachment; filename=\"" + list + "-" + TODAY + ".csv\"");
    try (ReadableWorkbook book = xlsx(branch.manager(), list + ".xlsx")) {
      assertThat(book.getFirstSheet().read()).hasSize(1);
    }
  }

  @Test
  void theTrailSaysWhoTookWhatAway() {
    UserAccount teller = branch.user("TELLER");
    people
        .signIn(teller.email())
        .get("/api/exports/loans.csv?status=ACTIVE&search=Mary")
        .expect(200);

    Answer trail =
        people.as("AUDITOR").get("/api/audit?action=export&actor=" + teller.id()).expect(200);

    assertThat(trail.json().at("/items").size()).isEqualTo(1);
    assertThat(trail.body()).contains("export.run").contains("loans-" + TODAY + ".csv");
    assertThat(trail.text("/items/0/after/status/0")).isEqualTo("ACTIVE");
    assertThat(trail.text("/items/0/after/search")).as("a name of somebody").isEqualTo("***");
  }

  @ParameterizedTest
  @CsvSource({
    "loans.csv?status=GONE, 400",
    "loans.csv?borrowerId=1, 400",
    "loans.csv?overdue=perhaps, 400",
    "payments.xlsx?from=yesterday, 400",
    "payments.xlsx?channel=BARTER, 400",
    "borrowers.csv?status=GOOD, 400",
    "borrowers.csv?search=%00, 400",
    "overdue.csv?on=soon, 400",
    "overdue.csv?branchId=1, 400",
    "loans.docx, 404",
    "wallets.csv, 404",
  })
  void nonsenseIsRefused(String path, int status) {
    branch.manager().get("/api/exports/" + path).expect(status);
  }

  @Test
  void borrowersTakeNothingAway() {
    people.as("BORROWER").get("/api/exports/loans.csv").expectProblem(403, "forbidden");
  }

  @Test
  void whatIsOverdueSaysWhomToCall() throws IOException {
    UUID maria = branch.borrower(Particulars.ofPerson("Maria Late"), null);
    UUID loan = branch.loan(maria, "EUR", "600.00", "2025-12-05");
    branch.pay(loan, "150.00", "2026-02-10");
    branch.loan(branch.borrower("Paul Punctual"), "EUR", "700.00", TODAY);
    Http manager = branch.manager();

    List<NamedCsvRecord> overdue = csv(manager, "overdue.csv");

    assertThat(column(overdue, "Borrower")).containsOnly("Maria Late");
    assertThat(column(overdue, "Due on")).containsExactly("2026-02-05");
    assertThat(column(overdue, "Days late")).containsExactly("25");
    assertThat(column(overdue, "Unpaid")).containsExactly("50.00");
    for (String query :
        List.of("?on=2026-05-01", "?on=2026-01-05", "?branchId=" + branch.id(), "?on=" + TODAY)) {
      assertThat(column(csv(manager, "overdue.csv" + query), "Loan"))
          .as(query)
          .containsExactlyElementsOf(
              items(manager.get("/api/payments/overdue" + query + "&limit=200"), "loanNumber"));
    }
    assertThat(csv(people.as("MANAGER"), "overdue.csv?branchId=" + branch.id())).isEmpty();
  }

  @Test
  void personalDataStaysOutOfTheFilesOfThoseWhoDoNotSeeIt() throws IOException {
    Particulars known = Particulars.ofPerson("Maria").withContact("+254 700 111222", null);
    branch.loan(branch.borrower(known, null), "EUR", "600.00", "2025-12-05");
    Http teller = branch.signIn("TELLER");

    assertThat(column(csv(teller, "borrowers.csv"), "Name")).containsExactly("Maria");
    assertThat(column(csv(teller, "borrowers.csv"), "Phone")).containsExactly("");
    assertThat(column(csv(teller, "overdue.csv"), "Phone")).containsOnly("");
    assertThat(column(csv(branch.manager(), "borrowers.csv"), "Phone"))
        .containsExactly("'+254 700 111222");
    assertThat(column(csv(branch.signIn("COLLECTOR"), "overdue.csv"), "Phone"))
        .containsOnly("'+254 700 111222");
  }

  @Test
  void theJournalHasAllLinesOfItsEntriesAndBothSidesAddUp() throws IOException {
    UUID loan = branch.loan(branch.borrower("Maria"), "EUR", "600.00", "2026-01-05");
    branch.pay(loan, "150.00", "2026-02-20");
    UUID wrong = branch.pay(loan, "30.00", TODAY).id();
    branch.reverse(wrong);
    Http accountant = people.as("ACCOUNTANT");

    for (String query :
        List.of(
            "?branchId=" + branch.id(),
            "?loanId=" + loan,
            "?loanId=" + loan + "&account=1120",
            "?loanId=" + loan + "&from=2026-02-01&to=2026-02-28")) {
      List<NamedCsvRecord> lines = csv(accountant, "journal.csv" + query);
      Answer shown = accountant.get("/api/ledger/entries" + query + "&limit=200");
      assertThat(column(lines, "Entry").stream().distinct())
          .as(query)
          .isNotEmpty()
          .containsExactlyInAnyOrderElementsOf(items(shown, "number"));
      assertThat(sum(lines, "Debit")).as(query).isPositive().isEqualTo(sum(lines, "Credit"));
    }
    List<NamedCsvRecord> lines = csv(accountant, "journal.csv?loanId=" + loan);
    assertThat(column(lines, "Loan")).anyMatch(number -> number.startsWith("LN-"));
    assertThat(column(lines, "Corrects entry")).anyMatch(number -> !number.isEmpty());
    assertThat(column(lines, "Value date")).isSorted();
    people.as("TELLER").get("/api/exports/journal.csv").expectProblem(403, "forbidden");
  }

  @Test
  void theTrailGoesAsFarAsTheList() throws IOException {
    UserAccount teller = branch.user("TELLER");
    people.signIn(teller.email()).get("/api/exports/loans.csv").expect(200);
    Http auditor = people.as("AUDITOR");

    for (String query :
        List.of(
            "?actor=" + teller.id(),
            "?action=user&actor=" + teller.id(),
            "?action=user.sign&actor=" + teller.id(),
            "?from=2026-01-01&to=2026-01-31",
            "?subjectType=user&subjectId=" + teller.id())) {
      assertThat(column(csv(auditor, "audit.csv" + query), "What"))
          .as(query)
          .containsExactlyInAnyOrderElementsOf(
              items(auditor.get("/api/audit" + query + "&limit=200"), "action"));
    }
    List<NamedCsvRecord> ofBranch = csv(branch.manager(), "audit.csv?action=export");
    assertThat(column(ofBranch, "Role")).contains("TELLER").doesNotContain("AUDITOR");
    assertThat(column(ofBranch, "At")).allMatch(at -> at.matches("\\d{4}-.*T.*"));
    try (ReadableWorkbook book = xlsx(auditor, "audit.xlsx?actor=" + teller.id())) {
      assertThat(book.getFirstSheet().read()).hasSizeGreaterThan(1);
    }
    people.as("TELLER").get("/api/exports/audit.csv").expectProblem(403, "forbidden");
  }

  /** The file lists what the list shows. */
  private static void assertSame(Http who, String list, String query, String title, String field)
      throws IOException {
    Answer shown = who.get("/api/" + list + query + "&limit=200").expect(200);

    assertThat(column(csv(who, list + ".csv" + query), title))
        .as("%s%s", list, query)
        .containsExactlyInAnyOrderElementsOf(items(shown, field));
  }

  private static List<String> items(Answer list, String field) {
    return list.expect(200)
        .json()
        .at("/items")
        .valueStream()
        .map(item -> item.get(field).asString())
        .toList();
  }

  private static BigDecimal sum(List<NamedCsvRecord> rows, String title) {
    return column(rows, title).stream()
        .filter(amount -> !amount.isEmpty())
        .map(BigDecimal::new)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static List<NamedCsvRecord> csv(Http who, String path) throws IOException {
    byte[] file = who.get("/api/exports/" + path).expect(200).response().body();
    try (CsvReader<NamedCsvRecord> reader =
        CsvReader.builder().ofNamedCsvRecord(new ByteArrayInputStream(file), UTF_8)) {
      return reader.stream().toList();
    }
  }

  private static ReadableWorkbook xlsx(Http who, String path) throws IOException {
    byte[] file = who.get("/api/exports/" + path).expect(200).response().body();
    return new ReadableWorkbook(new ByteArrayInputStream(file));
  }

  private static List<String> column(List<NamedCsvRecord> rows, String title) {
    return rows.stream().map(row -> row.getField(title)).toList();
  }
}
