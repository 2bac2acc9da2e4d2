package io.loanwright.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.loanwright.identity.UserAccount;
import io.loanwright.loan.Lending;
import io.loanwright.testing.BrowserTest;
import io.loanwright.testing.Browsers;
import io.loanwright.testing.Browsers.Look;
import io.loanwright.testing.Http;
import io.loanwright.testing.People;
import io.loanwright.testing.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Somebody who works on arrears goes through a day's queue. */
@BrowserTest
class CollectionBrowserTest {

  private final Browsers browsers;
  private final People people;
  private final Lending lending;

  CollectionBrowserTest(Browsers browsers, People people) {
    this.browsers = browsers;
    this.people = people;
    this.lending = new Lending(people);
  }

  private UUID late(Http officer) {
    UUID product = lending.product(Map.of());
    return lending.active(lending.borrower(officer), product, "1200.00", "2025-12-02");
  }

  @Test
  void aContactWithAPromiseIsLoggedByKeysAndLeavesTheQueue() {
    UserAccount account = people.create("LOAN_OFFICER", null);
    Http officer = people.signIn(account.email());
    late(officer);
    UUID second = late(officer);
    String number = lending.loan(officer, second).text("/number");
    try (Window window = browsers.open(Look.LIGHT).signIn(account.email())) {
      window.goTo("/payments/queue");
      Page page = window.page();
      Locator rows = page.getByRole(AriaRole.LIST, named("My queue")).locator("li");
      assertThat(rows).hasCount(2);
      rows.first().locator("> a").focus();
      page.keyboard().press("j");
      assertThat(page.getByRole(AriaRole.LINK, named(number))).isFocused();

      page.keyboard().press("c");
      page.getByRole(AriaRole.COMBOBOX, named("What came of it")).click();
      page.getByRole(AriaRole.OPTION, named("Promised")).click();
      page.locator("input[name='promise.on']").fill("2026-03-09");
      window.keep("contact");
      page.getByRole(AriaRole.BUTTON, named("Log the contact")).click();

      assertThat(rows).hasCount(1);
      window.goTo("/loans/" + second + "?tab=collection");
      assertThat(page.getByRole(AriaRole.LIST, named("Contacts"))).containsText("Open");
      window.keep("arrears-work");
      assertThat(window.errors()).isEmpty();
      assertThat(window.barriers()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(Look.class)
  void thePagesFitAndHaveNoBarriers(Look look) {
    Http officer = people.signIn(people.create("LOAN_OFFICER", null).email());
    UUID loan = late(officer);
    UserAccount manager = people.create("MANAGER", null);
    people
        .as("MANAGER")
        .post("/api/collection/assign", Map.of("loanIds", List.of(loan), "userId", manager.id()))
        .expect(200);
    List<String> faults = new ArrayList<>();
    try (Window window = browsers.open(look).signIn(manager.email())) {
      for (String path :
          List.of(
              "/payments/queue",
              "/payments/overdue",
              "/loans/" + loan + "?tab=collection",
              "/loans/ageing?currency=EUR",
              "/loans/ageing?currency=EUR&parts=yes",
              "/reports?currency=EUR&from=2026-01-01&by=MONTH",
              "/reports/officers?currency=EUR&from=2026-01-01",
              "/reports/at-risk?currency=EUR&by=OFFICER",
              "/reports/provisions?currency=EUR")) {
        window.goTo(path);
        window.keep("collection-" + path.replaceAll("[^a-z]+", "-"));
        window.errors().forEach(error -> faults.add(path + " error: " + error));
        window.barriers().forEach(barrier -> faults.add(path + " barrier: " + barrier));
        if (window.surplus() > 0) {
          faults.add(path + " is " + window.surplus() + " pixels wider than the window");
        }
      }
    }

    assertThat(faults).isEmpty();
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }
}
