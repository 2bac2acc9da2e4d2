package io.loanwright.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.loanwright.loan.Lending;
import io.loanwright.testing.BrowserTest;
import io.loanwright.testing.Browsers;
import io.loanwright.testing.Browsers.Look;
import io.loanwright.testing.Http;
import io.loanwright.testing.People;
import io.loanwright.testing.Window;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What borrowers see of their own when they sign in, and what a manager sees of a relative's. */
@BrowserTest
class OwnPageBrowserTest {

  private final Browsers browsers;
  private final People people;
  private final Lending lending;
  private final Http http;

  OwnPageBrowserTest(Browsers browsers, People people, Http http) {
    this.browsers = browsers;
    this.people = people;
    this.lending = new Lending(people);
    this.http = http;
  }

  /**
   * 600.00 over six months at 1 percent a month: 103.53 each, the first of them paid. It leaves
   * 502.47, and a month later 5.02 of interest with it.
   */
  @ParameterizedTest
  @EnumSource(Look.class)
  void aBorrowerSeesWhatToPayNextAndHowMuchIsPaid(Look look) {
    String email = "own." + UUID.randomUUID() + "@loanwright.test";
    UUID borrower = registered(email);
    UUID loan = applied(borrower);
    lending.approve(lending.manager(), loan).expect(200);
    lending.disburse(lending.accountant(), loan, "2026-02-02").expect(200);
    lending.pay(lending.teller(), loan, "103.53", "2026-03-02").expect(201);
    people
        .administrator()
        .put("/api/payments/how-to-pay", Map.of("text", "Paybill 400200, account {loan}"))
        .expect(200);

    try (Window window = browsers.open(look).signIn(email)) {
      Page page = window.goTo("/").page();

      assertThat(page.getByText("Next payment")).isVisible();
      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Pay now")).click();
      assertThat(page.getByText("Paybill 400200, account LN-")).isVisible();
      assertThat(
              page.getByRole(
                  AriaRole.IMG,
                  new Page.GetByRoleOptions().setName("1 of 6 installments are paid")))
          .isVisible();
      assertThat(page.getByText("No message yet")).isVisible();
      page.getByLabel("Pays it off on").fill("2026-04-02");
      assertThat(page.getByText("507.49")).isVisible();
      window.keep("own-page");
      assertThat(window.barriers()).isEmpty();
      assertThat(window.surplus()).isZero();
      assertThat(window.errors()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(Look.class)
  void aManagerIsToldWhyHeDoesNotDecideAboutARelative(Look look) {
    UUID borrower = lending.borrower();
    UUID loan = applied(borrower);
    String email = people.create("MANAGER", null).email();
    people
        .signIn(email)
        .post(
            "/api/profile/relatives",
            Map.of("borrowerId", borrower, "relation", "SIBLING", "reason", "a brother"))
        .expect(201);

    try (Window window = browsers.open(look).signIn(email)) {
      Page page = window.goTo("/loans/" + loan).page();

      assertThat(page.getByText("declared as your relative")).isVisible();
      assertThat(
              page.getByRole(
                  AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Approve").setExact(true)))
          .hasCount(0);
      window.keep("relatives-loan");
      assertThat(window.barriers()).isEmpty();
      assertThat(window.surplus()).isZero();
      assertThat(window.errors()).isEmpty();
    }
  }

  private UUID applied(UUID borrower) {
    return lending
        .apply(lending.officer(), borrower, lending.product(Map.of()), "600.00")
        .expect(201)
        .id();
  }

  private UUID registered(String email) {
    http.post(
            "/api/auth/register",
            Map.of("name", "Bea Borrower", "email", email, "password", People.PASSWORD))
        .expect(201);
    return UUID.fromString(
        people.signIn(email).get("/api/profile").expect(200).text("/borrowerId"));
  }
}
