package io.loanwright.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import io.loanwright.document.DocumentFixtures;
import io.loanwright.identity.UserAccount;
import io.loanwright.loan.Lending;
import io.loanwright.testing.BrowserTest;
import io.loanwright.testing.Browsers;
import io.loanwright.testing.Browsers.Look;
import io.loanwright.testing.Http;
import io.loanwright.testing.People;
import io.loanwright.testing.Window;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An expense goes with its bills from who writes it down to who approves it. */
@BrowserTest
class ExpenseBrowserTest {

  private final Browsers browsers;
  private final People people;
  private final Lending lending;

  ExpenseBrowserTest(Browsers browsers, People people) {
    this.browsers = browsers;
    this.people = people;
    this.lending = new Lending(people);
  }

  @ParameterizedTest
  @EnumSource(Look.class)
  void billsAreSentWithAnExpenseAndSeenByWhoApprovesIt(Look look) {
    UserAccount accountant = people.create("ACCOUNTANT", null);
    String vendor = "Paper House " + UUID.randomUUID();
    try (Window window = browsers.open(look).signIn(accountant.email())) {
      window.goTo("/expenses");
      Page page = window.page();
      page.getByRole(AriaRole.BUTTON, named("New expense")).click();
      page.getByRole(AriaRole.COMBOBOX, named("Category")).click();
      page.getByRole(AriaRole.OPTION, named("Rent")).click();
      page.getByRole(AriaRole.TEXTBOX, named("Vendor")).fill(vendor);
      page.getByRole(AriaRole.TEXTBOX, named("Amount")).fill("7.00");
      page.locator("input[type='file'][multiple]")
          .setInputFiles(
              new FilePayload[] {
                new FilePayload("bill.pdf", "application/pdf", DocumentFixtures.pdf()),
                new FilePayload("photo.png", "image/png", DocumentFixtures.picture("png"))
              });
      assertThat(page.getByText("bill.pdf")).isVisible();
      window.keep("expense-with-bills");
      assertThat(window.barriers()).isEmpty();
      page.getByRole(AriaRole.BUTTON, named("Write it down")).click();

      page.getByText(vendor).click();
      Locator bills = page.getByRole(AriaRole.REGION, named("Bills and receipts"));
      assertThat(bills).containsText("photo.png");
      page.getByRole(AriaRole.BUTTON, named("Remove bill.pdf")).click();
      assertThat(bills).not().containsText("bill.pdf");
      window.keep("expense-of-ones-own");
      assertThat(window.errors()).isEmpty();
      assertThat(window.barriers()).isEmpty();
      assertThat(window.surplus()).isNotPositive();
    }
    UserAccount manager = people.create("MANAGER", null);
    try (Window window = browsers.open(look).signIn(manager.email())) {
      window.goTo("/expenses");
      Page page = window.page();
      page.getByText(vendor).click();
      page.getByRole(AriaRole.BUTTON, named("Show, photo.png")).click();
      assertThat(page.getByRole(AriaRole.IMG, named("photo.png"))).isVisible();
      assertThat(page.getByRole(AriaRole.BUTTON, named("Choose files"))).hasCount(0);
      window.keep("expense-to-approve");
      assertThat(window.barriers()).isEmpty();
      page.getByRole(AriaRole.BUTTON, named("Approve")).click();
      assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
      assertThat(window.errors()).isEmpty();
    }
  }

  @Test
  void aPayoutOfAWalletIsTakenBack() {
    UserAccount manager = people.create("MANAGER", null);
    UUID borrower = lending.borrower();
    Http teller = lending.teller();
    UUID wallet =
        teller
            .post("/api/wallets", Map.of("borrowerId", borrower, "currency", "EUR"))
            .expect(201)
            .id();
    String path = "/api/wallets/" + wallet;
    Map<String, Object> some = Map.of("amount", "30.00", "on", Lending.TODAY, "reason", "too much");
    teller
        .idempotent()
        .post(path + "/top-up", Map.of("amount", "50.00", "on", Lending.TODAY))
        .expect(200);
    teller.idempotent().post(path + "/pay-out", some).expect(200);
    try (Window window = browsers.open(Look.LIGHT).signIn(manager.email())) {
      window.goTo("/borrowers/" + borrower);
      Page page = window.page();
      page.getByRole(AriaRole.BUTTON, named("Put in and paid out, EUR")).click();
      page.getByRole(AriaRole.REGION, named("Paid out of the wallet"))
          .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Take back"))
          .click();
      page.getByLabel("Reason").fill("another borrower");
      window.keep("payout-taken-back");
      page.getByRole(AriaRole.BUTTON, named("Take it back")).click();

      assertThat(page.getByText("The money is in the wallet again.")).isVisible();
      assertThat(window.errors()).isEmpty();
      assertThat(window.barriers()).isEmpty();
    }
    assertThat(teller.get("/api/wallets?borrowerId=" + borrower).text("/items/0/balance"))
        .isEqualTo("50.00");
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }
}
