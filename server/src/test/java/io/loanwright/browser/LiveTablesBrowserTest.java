package io.loanwright.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.loanwright.loan.Lending;
import io.loanwright.testing.BrowserTest;
import io.loanwright.testing.Browsers;
import io.loanwright.testing.Browsers.Look;
import io.loanwright.testing.People;
import io.loanwright.testing.Window;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What somebody books is on the screens of others by itself. */
@BrowserTest
class LiveTablesBrowserTest {

  /** A second is what it takes; a machine that runs tests may take longer. */
  private static final double SOON_MS = 4_000;

  private final Browsers browsers;
  private final People people;
  private final Lending lending;

  LiveTablesBrowserTest(Browsers browsers, People people) {
    this.browsers = browsers;
    this.people = people;
    this.lending = new Lending(people);
  }

  @Test
  void paymentsThatComeCloseTogetherAreInTheListsOfTwoPeople() {
    UUID loan = lending.active("1200.00", "2026-02-02");
    String accountant = people.create("ACCOUNTANT", null).email();
    try (Window one = browsers.open(Look.LIGHT).signIn(People.ADMIN_EMAIL);
        Window two = browsers.open(Look.LIGHT).signIn(accountant)) {
      watch(one);
      watch(two);
      for (String amount : List.of("11.00", "12.00", "13.00")) {
        String receipt =
            lending
                .pay(lending.accountant(), loan, amount, Lending.TODAY)
                .expect(201)
                .text("/receiptNumber");
        if (amount.equals("13.00")) {
          shows(one, receipt);
          shows(two, receipt);
        }
      }
      assertThat(one.errors()).isEmpty();
      assertThat(two.errors()).isEmpty();
    }
  }

  /** Nothing is told before the window listens. */
  private static void watch(Window window) {
    Page page = window.page();
    page.waitForResponse(
        response -> response.url().contains("/api/dashboards/updates"),
        () -> window.goTo("/payments"));
  }

  private static void shows(Window window, String receipt) {
    window
        .page()
        .getByText(receipt)
        .first()
        .waitFor(new Locator.WaitForOptions().setTimeout(SOON_MS));
  }
}
