package io.loanwright.borrower;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.access.Caller;
import io.loanwright.organization.BranchOutcome;
import io.loanwright.organization.Branches;
import io.loanwright.testing.Answer;
import io.loanwright.testing.FlowTest;
import io.loanwright.testing.Http;
import io.loanwright.testing.People;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Finding borrowers: by something like a name, in an order, page by page. */
@FlowTest
class BorrowerListFlowTest {

  private final Http admin;
  private final Borrowers borrowers;
  private final UUID branch;

  BorrowerListFlowTest(People people, Borrowers borrowers, Branches branches) {
    this.admin = people.administrator();
    this.borrowers = borrowers;
    String code = "L" + UUID.randomUUID().toString().substring(0, 8);
    BranchOutcome outcome = branches.create(Caller.system("test"), code, "List " + code);
    this.branch = ((BranchOutcome.Kept) outcome).branch().id();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          name       | amina Zed, Beatrice, beatrice, Lukas, Zoe
          -name      | Zoe, Lukas, beatrice, Beatrice, amina Zed
          number     | Zoe, Beatrice, Lukas, amina Zed, beatrice
          -number    | beatrice, amina Zed, Lukas, Beatrice, Zoe
          createdAt  | Zoe, Beatrice, Lukas, amina Zed, beatrice
          -createdAt | beatrice, amina Zed, Lukas, Beatrice, Zoe
          """)
  void pagesFollowEachOtherInEachOrder(String sort, String names) {
    registerAll("Zoe", "Beatrice", "Lukas", "amina Zed", "beatrice");

    assertThat(pages("&sort=" + sort)).containsExactly(names.split(", "));
  }

  @ParameterizedTest
  @CsvSource({
    "Wanjiru Kamau, Wanjiru Kamau",
    "wanjiru,       Wanjiru Kamau",
    "wanj,          Wanjiru Kamau",
    "kamau wanjiru, Wanjiru Kamau",
    "Wangiru Kamau, Wanjiru Kamau",
    "Kammau,        Wanjiru Kamau",
    "Odhiambo,      Achieng Odhiambo",
    "Odiambo,       Achieng Odhiambo",
    "Müller,        Jürgen Müller",
  })
  void aNameIsFoundWithSlipsOfTheKeyboard(String typed, String name) {
    registerAll("Wanjiru Kamau", "Achieng Odhiambo", "Jürgen Müller", "Peter Mwangi");

    assertThat(search(typed).getFirst()).isEqualTo(name);
  }

  @Test
  void phoneEmailAndNumberAreFoundToo() {
    String phone = BorrowerFixtures.phone();
    String email = BorrowerFixtures.email();
    Answer made =
        admin
            .post(
                "/api/borrowers",
                Map.of("name", "Findable", "phone", phone, "email", email, "branchId", branch))
            .expect(201);
    registerAll("Somebody Else");
    String local =
        "0" + phone.substring(4, 7) + " " + phone.substring(7, 10) + "-" + phone.substring(10);

    assertThat(search(phone)).first().isEqualTo("Findable");
    assertThat(search(local)).first().isEqualTo("Findable");
    assertThat(search(email)).first().isEqualTo("Findable");
    assertThat(search(made.text("/number"))).first().isEqualTo("Findable");
    assertThat(search("qqqq wwww")).isEmpty();
  }

  @Test
  void aNumberIsFoundByAPartOfItAlone() {
    String phone = BorrowerFixtures.phone();
    admin
        .post(
            "/api/borrowers",
            Map.of("name", "Reachable", "phone", "+49 170 5551234", "branchId", branch))
        .expect(201);
    admin
        .post("/api/borrowers", Map.of("name", "Other", "phone", phone, "branchId", branch))
        .expect(201);

    assertThat(search("5551234")).containsExactly("Reachable");
    assertThat(search("0170 555")).containsExactly("Reachable");
    assertThat(search("7055")).containsExactly("Reachable");
    assertThat(search("0170 5559234")).as("a slip").first().isEqualTo("Reachable");
  }

  @Test
  void whereSomebodyIsCalledSoWhoIsLessLikeItIsLeftOut() {
    registerAll("Halima Kovacs", "Halima Kovac", "Halima Novak");

    assertThat(search("Halima Kovacs")).containsExactly("Halima Kovacs", "Halima Kovac");
    assertThat(search("Halimma Kovvacs")).contains("Halima Kovacs", "Halima Novak");
    assertThat(names(list("&sort=name&search=" + encoded("Halima Kovacs"))))
        .containsExactly("Halima Kovac", "Halima Kovacs");
  }

  @Test
  void matchesArePagedBestFirst() {
    registerAll("Fatuma Ali", "Fatuma Alison", "Fatima Ali", "Fatuma", "Peter");

    List<String> whole = search("Fatuma Ali");

    assertThat(whole).first().isEqualTo("Fatuma Ali");
    assertThat(whole).doesNotContain("Peter").hasSizeGreaterThan(2);
    assertThat(pages("&search=" + encoded("Fatuma Ali"))).isEqualTo(whole);
  }

  @Test
  void filtersNarrowTheList() {
    registerAll("Active One", "Blocked One");
    Answer list = list("&sort=createdAt");
    String blocked = list.text("/items/1/id");
    admin.patch("/api/borrowers/" + blocked, Map.of("status", "BLOCKED")).expect(200);

    assertThat(names(list("&status=BLOCKED"))).containsExactly("Blocked One");
    assertThat(names(list("&status=ACTIVE"))).containsExactly("Active One");
    assertThat(names(list("&status=UNVERIFIED"))).isEmpty();
    assertThat(names(list("&officerId=" + UUID.randomUUID()))).isEmpty();
    assertThat(list("&limit=1").json().get("next").isNull()).isFalse();
    assertThat(list("").json().get("next").isNull()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sort=age",
        "sort=bestMatch",
        "limit=0",
        "limit=201",
        "limit=many",
        "status=GONE",
        "branchId=7",
        "officerId=me",
        "search=%00",
        "search=a%0Ab",
        "cursor=nonsense",
        "cursor=%00",
      })
  void nonsenseIsRefused(String query) {
    Answer answer = admin.get("/api/borrowers?" + query).expect(400);

    assertThat(answer.text("/code")).isIn("invalid", "invalid-cursor");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"%25", "_", "'; DROP TABLE borrower.borrower; --", "🦊", "\\", "((", ":x"})
  void oddSearchesFindNothingAndHarmNothing(String search) {
    registerAll("Still Here");

    admin.get("/api/borrowers?branchId=" + branch + "&search=" + encoded(search)).expect(200);

    assertThat(names(list(""))).contains("Still Here");
    admin.get("/api/borrowers?search=" + "a".repeat(201)).expectProblem(400, "invalid");
  }

  @Test
  void aCursorOfAnotherOrderIsRefused() {
    registerAll("One", "Two");
    String next = list("&limit=1&sort=name").text("/next");

    admin.get("/api/borrowers?sort=number&cursor=" + next).expectProblem(400, "invalid-cursor");
  }

  private void registerAll(String... names) {
    for (String name : names) {
      BorrowerFixtures.somebody(borrowers, name, branch);
    }
  }

  private List<String> search(String text) {
    return names(list("&search=" + encoded(text)));
  }

  /** Reads the whole list in pages of two. */
  private List<String> pages(String query) {
    List<String> names = new ArrayList<>();
    String cursor = "";
    do {
      Answer page = list(query + "&limit=2" + cursor);
      names.addAll(names(page));
      JsonNode next = page.json().get("next");
      cursor = next.isNull() ? "" : "&cursor=" + next.asString();
    } while (!cursor.isEmpty());
    return names;
  }

  private Answer list(String query) {
    return admin.get("/api/borrowers?branchId=" + branch + query).expect(200);
  }

  private static List<String> names(Answer page) {
    return page.json().get("items").valueStream().map(each -> each.get("name").asString()).toList();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
