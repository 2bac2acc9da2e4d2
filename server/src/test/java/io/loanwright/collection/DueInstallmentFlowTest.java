package io.loanwright.collection;

import static io.loanwright.loan.Lending.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.identity.UserAccount;
import io.loanwright.loan.Lending;
import io.loanwright.testing.Answer;
import io.loanwright.testing.FlowTest;
import io.loanwright.testing.Http;
import io.loanwright.testing.People;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What falls due of one officer among what falls due of all, page by page. */
@FlowTest
class DueInstallmentFlowTest {

  private final People people;
  private final Lending lending;

  DueInstallmentFlowTest(People people) {
    this.people = people;
    this.lending = new Lending(people);
  }

  /**
   * Three loans of six installments, due on the 2nd and on the 12th, the first one of which is
   * paid, and loans of others on those days and on the 5th.
   */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 10, 11, 100})
  void pagesHaveEachInstallmentOfTheOfficerOnceInOrder(int limit) {
    UserAccount officer = people.create("LOAN_OFFICER", null);
    Http own = people.signIn(officer.email());
    UUID product = lending.product(Map.of());
    UUID borrower = lending.borrower(own);
    UUID first = lending.active(borrower, product, "600.00", "2026-01-02");
    lending.active(borrower, product, "600.00", "2026-01-12");
    lending.active(borrower, product, "600.00", "2026-01-02");
    lending.active("600.00", "2026-01-02");
    lending.active("600.00", "2026-01-12");
    lending.active("600.00", "2026-01-05");
    lending.pay(lending.accountant(), first, "103.53", "2026-02-02").expect(201);
    String days = "/api/payments/due?from=2026-01-01&to=2027-01-01&currency=EUR&officerId=";
    String path = days + officer.id() + "&limit=" + limit;
    List<String> found = new ArrayList<>();

    String cursor = "";
    do {
      Answer page = lending.manager().get(path + cursor).expect(200);
      assertThat(page.text("/installments")).isEqualTo("17");
      page.json()
          .at("/items")
          .forEach(each ->
              found.add(each.at("/dueOn").asString() + " " + each.at("/loanId").asString()));
      cursor = page.json().at("/next").isNull() ? "" : "&cursor=" + page.text("/next");
    } while (!cursor.isEmpty());

    assertThat(found).hasSize(17).isSorted().doesNotHaveDuplicates();
    assertThat(found).first().asString().startsWith("2026-02-02");
    assertThat(found).last().asString().startsWith("2026-07-12");
  }

  @ParameterizedTest
  @ValueSource(strings = {"EUR", "USD"})
  void whereNothingIsDueThePageIsEmpty(String currency) {
    UserAccount officer = people.create("LOAN_OFFICER", null);
    lending.active("600.00", "2026-01-02");

    Answer page =
        lending
            .manager()
            .get(
                "/api/payments/due?from=%s&to=%s&currency=%s&officerId=%s"
                    .formatted(TODAY, "2027-01-01", currency, officer.id()))
            .expect(200);

    assertThat(page.text("/installments")).isEqualTo("0");
    assertThat(page.json().at("/items")).isEmpty();
  }
}
