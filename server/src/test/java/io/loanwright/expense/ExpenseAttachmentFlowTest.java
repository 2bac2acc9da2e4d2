package io.loanwright.expense;

import static io.loanwright.loan.Lending.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.borrower.BorrowerFixtures;
import io.loanwright.borrower.Borrowers;
import io.loanwright.document.Attachments;
import io.loanwright.document.DocumentFixtures;
import io.loanwright.document.Documents;
import io.loanwright.identity.UserAccount;
import io.loanwright.ledger.LenderWalletSteps;
import io.loanwright.testing.Answer;
import io.loanwright.testing.FlowTest;
import io.loanwright.testing.Http;
import io.loanwright.testing.People;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/**
 * Bills and receipts of expenses: added by who wrote it down, seen by who decides, kept for good.
 */
@FlowTest
class ExpenseAttachmentFlowTest {

  private final People people;
  private final LenderWalletSteps wallets;
  private final Borrowers borrowers;
  private final Documents documents;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Path files;

  ExpenseAttachmentFlowTest(
      People people,
      Borrowers borrowers,
      Documents documents,
      JdbcClient jdbc,
      TransactionTemplate transaction,
      @Value("${loanwright.data-dir}") Path data) {
    this.people = people;
    this.wallets = new LenderWalletSteps(people);
    this.borrowers = borrowers;
    this.documents = documents;
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.files = data.resolve("documents");
  }

  private Http accountant() {
    return people.as("ACCOUNTANT");
  }

  private Http manager() {
    return people.as("MANAGER");
  }

  @Test
  void whoDecidesSeesTheBillsAndTheTrailSaysThatHeLooked() {
    UUID expense = recorded(accountant());
    byte[] bill = DocumentFixtures.pdf();
    UUID first = attach(accountant(), expense, "bill.pdf", bill).expect(201).id();
    attach(accountant(), expense, "photo.png", DocumentFixtures.picture("png")).expect(201);

    JsonNode seen = seen(manager(), expense);
    Answer file = manager().get(path(expense, first)).expect(200);

    assertThat(seen).hasSize(2);
    assertThat(seen.at("/0/name").asString()).isEqualTo("bill.pdf");
    assertThat(seen.at("/1/contentType").asString()).isEqualTo("image/png");
    assertThat(file.response().body()).isEqualTo(bill);
    assertThat(file.header("content-disposition")).startsWith("attachment").contains("bill.pdf");
    assertThat(file.header("content-security-policy")).isEqualTo("default-src 'none'; sandbox");
    JsonNode inList =
        manager().get("/api/expenses?limit=1").expect(200).json().at("/items/0/attachments");
    assertThat(inList).hasSize(2);
    assertThat(trail(expense))
        .containsExactly(
            "expense.attachment_view",
            "expense.attachment_add",
            "expense.attachment_add",
            "expense.record");
  }

  @Test
  void theSameFileTwiceIsOne() {
    UUID expense = recorded(accountant());
    byte[] bill = DocumentFixtures.pdf();

    Answer first = attach(accountant(), expense, "bill.pdf", bill).expect(201);
    Answer second = attach(accountant(), expense, "again.pdf", bill).expect(200);
    Answer others = attach(accountant(), recorded(accountant()), "bill.pdf", bill).expect(201);

    assertThat(second.body()).isEqualTo(first.body());
    assertThat(others.id()).isNotEqualTo(first.id());
  }

  @Test
  void whileItWaitsOnlyWhoWroteItDownAddsAndRemoves() {
    UUID expense = recorded(accountant());
    byte[] bill = DocumentFixtures.pdf();
    Answer attached = attach(accountant(), expense, "wrong.pdf", bill).expect(201);
    Path lying = file(attached.text("/sha256"));
    assertThat(lying).exists();

    attach(manager(), expense, "other.pdf", DocumentFixtures.pdf())
        .expectProblem(403, "not-the-maker");
    manager().delete(path(expense, attached.id())).expectProblem(403, "not-the-maker");
    accountant()
        .delete(path(recorded(accountant()), attached.id()))
        .expectProblem(404, "not-found");
    accountant().delete(path(expense, attached.id())).expect(204);

    assertThat(seen(accountant(), expense)).isEmpty();
    assertThat(lying).doesNotExist();
    accountant().get(path(expense, attached.id())).expectProblem(404, "not-found");
    accountant().delete(path(expense, attached.id())).expectProblem(404, "not-found");
    assertThat(trail(expense)).first().isEqualTo("expense.attachment_remove");
    attach(accountant(), expense, "right.pdf", bill).expect(201);
  }

  @Test
  void onceSomebodyDecidedNothingIsRemovedAndAReceiptMayCome() {
    UUID expense = recorded(accountant());
    UUID bill = attach(accountant(), expense, "bill.pdf", DocumentFixtures.pdf()).expect(201).id();
    step(manager(), expense, "approve").expect(200);

    accountant().delete(path(expense, bill)).expectProblem(409, "wrong-status");
    assertThat(trail(expense)).startsWith("expense.attachment_remove", "expense.approve");
    pay(expense);
    UUID receipt =
        attach(manager(), expense, "receipt.pdf", DocumentFixtures.pdf()).expect(201).id();
    manager().delete(path(expense, receipt)).expectProblem(409, "wrong-status");

    for (UUID kept : List.of(bill, receipt)) {
      jdbc.sql("SELECT store FROM document.detach(:id)").param("id", kept).query().listOfRows();
      manager().get(path(expense, kept)).expect(200);
    }
    assertThat(seen(manager(), expense)).hasSize(2);
  }

  @Test
  void whatWasRejectedTakesNoFileAndKeepsThoseThatItHas() {
    UUID expense = recorded(accountant());
    UUID bill = attach(accountant(), expense, "bill.pdf", DocumentFixtures.pdf()).expect(201).id();
    manager()
        .idempotent()
        .post("/api/expenses/" + expense + "/reject", Map.of("reason", "not ours"))
        .expect(200);

    attach(accountant(), expense, "more.pdf", DocumentFixtures.pdf())
        .expectProblem(409, "wrong-status");
    accountant().delete(path(expense, bill)).expectProblem(409, "wrong-status");
    people.as("AUDITOR").get(path(expense, bill)).expect(200);
  }

  @Test
  void whoDoesNotSeeTheExpenseSeesNoFileOfIt() {
    UserAccount user = people.create("TELLER", null);
    Http teller = people.signIn(user.email());
    UUID expense = recorded(accountant());
    UUID bill = attach(accountant(), expense, "bill.pdf", DocumentFixtures.pdf()).expect(201).id();
    UUID own = recorded(teller);
    UUID ownBill = attach(teller, own, "own.pdf", DocumentFixtures.pdf()).expect(201).id();

    teller.get(path(expense, bill)).expectProblem(404, "not-found");
    teller.get(path(own, bill)).expectProblem(404, "not-found");
    attach(teller, expense, "a.pdf", DocumentFixtures.pdf()).expectProblem(404, "not-found");
    teller.get(path(own, ownBill)).expect(200);
    people.as("LOAN_OFFICER").get(path(expense, bill)).expectProblem(403, "forbidden");
    attach(people.as("AUDITOR"), expense, "a.pdf", DocumentFixtures.pdf())
        .expectProblem(403, "forbidden");
  }

  @Test
  void onlyPapersAreTakenAndNotWithoutEnd() {
    UUID expense = recorded(accountant());
    byte[] words = "just words".getBytes(StandardCharsets.UTF_8);

    attach(accountant(), expense, "bill.pdf", words).expectProblem(400, "invalid");
    attach(accountant(), expense, "bill.pdf", DocumentFixtures.pdf("1 0 obj <</JavaScript (x)>>"))
        .expectProblem(422, "file-unfit");
    for (int i = 0; i < Attachments.MOST; i++) {
      attach(accountant(), expense, i + ".pdf", DocumentFixtures.pdf()).expect(201);
    }
    byte[] more = DocumentFixtures.pdf();
    attach(accountant(), expense, "more.pdf", more).expectProblem(409, "too-many-attachments");
    assertThat(contents(more)).isZero();
  }

  /** The same file again is the same one, however many there are. */
  @Test
  void whatIsThereAlreadyIsNotOneTooMany() {
    UUID expense = recorded(accountant());
    byte[] bill = DocumentFixtures.pdf();
    UUID first = attach(accountant(), expense, "bill.pdf", bill).expect(201).id();
    for (int i = 1; i < Attachments.MOST; i++) {
      attach(accountant(), expense, i + ".pdf", DocumentFixtures.pdf()).expect(201);
    }

    assertThat(attach(accountant(), expense, "again.pdf", bill).expect(200).id()).isEqualTo(first);
    assertThat(contents(bill)).isEqualTo(1);
  }

  @Test
  void aContentIsForgottenWhereNobodyHasIt() {
    UUID expense = recorded(accountant());
    byte[] bill = DocumentFixtures.pdf();
    Answer attached = attach(accountant(), expense, "bill.pdf", bill).expect(201);
    String nobodys = "f0".repeat(32);
    jdbc.sql(
            """
            INSERT INTO document.content (sha256, place, store, key_id, wrapped_key)
            VALUES (:sha256, :sha256, 'FOLDER', repeat('0', 16), decode(repeat('00', 40), 'hex'))
            """)
        .param("sha256", nobodys)
        .update();

    assertThat(forgotten(attached.text("/sha256"))).isEmpty();
    assertThat(forgotten(nobodys)).containsExactly(nobodys);
    assertThat(forgotten(nobodys)).isEmpty();
    accountant().get(path(expense, attached.id())).expect(200);
  }

  @Test
  void whoApprovesSaysWhichFilesHeHasSeen() {
    UUID expense = recorded(accountant());
    UUID seen = attach(accountant(), expense, "bill.pdf", DocumentFixtures.pdf()).expect(201).id();
    UUID later = attach(accountant(), expense, "more.pdf", DocumentFixtures.pdf()).expect(201).id();

    approve(expense, List.of(seen)).expectProblem(409, "attachments-changed");
    approve(expense, List.of()).expectProblem(409, "attachments-changed");
    approve(expense, List.of(later, seen)).expect(200);

    JsonNode row =
        people
            .as("AUDITOR")
            .get("/api/audit?action=expense.approve&subjectId=" + expense)
            .expect(200)
            .json()
            .at("/items/0/after");
    assertThat(row.at("/attachments").valueStream().map(JsonNode::asString))
        .containsExactlyInAnyOrder(seen.toString(), later.toString());
  }

  /** Bills are the lender's: they stay when a borrower who filed the same paper is forgotten. */
  @Test
  void whoIsForgottenTakesNoBillAlong() {
    byte[] paper = DocumentFixtures.pdf();
    UUID borrower = BorrowerFixtures.somebody(borrowers, "Also Landlord", null).id();
    people
        .administrator()
        .upload("/api/borrowers/" + borrower + "/documents", "file", "a.pdf", paper, Map.of())
        .expect(201);
    UUID expense = recorded(accountant());
    UUID bill = attach(accountant(), expense, "bill.pdf", paper).expect(201).id();

    transaction.executeWithoutResult(_ -> documents.erase(borrower));

    assertThat(accountant().get(path(expense, bill)).expect(200).response().body())
        .isEqualTo(paper);
    accountant().delete(path(expense, bill)).expect(204);
  }

  private UUID recorded(Http who) {
    String category =
        accountant()
            .get("/api/expense-categories")
            .expect(200)
            .json()
            .at("/items")
            .valueStream()
            .filter(each -> each.get("name").asString().equals("Rent"))
            .map(each -> each.get("id").asString())
            .findFirst()
            .orElseThrow();
    return who.idempotent()
        .post(
            "/api/expenses",
            Map.of(
                "categoryId", category,
                "vendor", "Landlord",
                "amount", "7.00",
                "currency", "EUR",
                "on", TODAY))
        .expect(201)
        .id();
  }

  private void pay(UUID expense) {
    accountant()
        .idempotent()
        .post(
            "/api/expenses/" + expense + "/pay",
            Map.of("walletId", wallets.with("EXPENSE", "7.00"), "on", TODAY))
        .expect(200);
  }

  private static Answer step(Http who, UUID expense, String verb) {
    return who.idempotent().post("/api/expenses/" + expense + "/" + verb);
  }

  private Answer approve(UUID expense, List<UUID> seen) {
    return manager()
        .idempotent()
        .post("/api/expenses/" + expense + "/approve", Map.of("attachments", seen));
  }

  private long contents(byte[] file) {
    return jdbc.sql(
            "SELECT count(*) FROM document.content WHERE sha256 = encode(sha256(:file), 'hex')")
        .param("file", file)
        .query(Long.class)
        .single();
  }

  private List<String> forgotten(String sha256) {
    return jdbc.sql("SELECT place FROM document.forget(:sha256)")
        .param("sha256", sha256)
        .query((row, _) -> row.getString("place"))
        .list();
  }

  private static Answer attach(Http who, UUID expense, String name, byte[] file) {
    return who.upload("/api/expenses/" + expense + "/attachments", "file", name, file, Map.of());
  }

  private static String path(UUID expense, UUID attachment) {
    return "/api/expenses/" + expense + "/attachments/" + attachment;
  }

  private static JsonNode seen(Http who, UUID expense) {
    return who.get("/api/expenses/" + expense).expect(200).json().at("/attachments");
  }

  /** Returns where a content lies, which only the database knows. */
  private Path file(String sha256) {
    String place =
        jdbc.sql("SELECT place FROM document.content WHERE sha256 = :sha256")
            .param("sha256", sha256)
            .query(String.class)
            .single();
    return files.resolve(place.substring(0, 2)).resolve(place);
  }

  private Stream<String> trail(UUID expense) {
    return people
        .as("AUDITOR")
        .get("/api/audit?action=expense&subjectId=" + expense)
        .expect(200)
        .json()
        .at("/items")
        .valueStream()
        .map(row -> row.get("action").asString());
  }
}
