package io.loanwright.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.loanwright.loan.Lending;
import io.loanwright.testing.BrowserTest;
import io.loanwright.testing.Browsers;
import io.loanwright.testing.Browsers.Look;
import io.loanwright.testing.People;
import io.loanwright.testing.Window;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What charges, waivers, other terms and more money make of a loan is looked at, and done. */
@BrowserTest
class TermsBrowserTest {

  private final Browsers browsers;
  private final People people;
  private final Lending lending;

  TermsBrowserTest(Browsers browsers, People people) {
    this.browsers = browsers;
    this.people = people;
    this.lending = new Lending(people);
  }

  /** 207.06 of 1,200.00 are due, 12.00 of them interest. */
  private UUID running() {
    return lending.active("1200.00", "2026-02-02");
  }

  @ParameterizedTest
  @EnumSource(Look.class)
  void interestIsWaivedAfterItWasSeenWhatComesOfIt(Look look) {
    UUID loan = running();
    try (Window window = browsers.open(look).signIn(people.create("MANAGER", null).email())) {
      Page page = window.goTo("/loans/" + loan).page();
      open(page, "Waive interest");
      Locator dialog = page.getByRole(AriaRole.DIALOG);

      field(dialog, "amount").fill("5");
      dialog.locator("textarea[name='reason']").fill("A hard year");
      assertThat(dialog.getByRole(AriaRole.TABLE)).containsText("202.06");
      window.keep("waive-interest");
      assertThat(window.barriers()).isEmpty();
      assertThat(window.surplus()).isZero();
      button(dialog, "Waive").click();

      assertThat(dialog).isHidden();
      window.goTo("/loans/" + loan + "?tab=events");
      assertThat(page.getByText("Interest waiver")).isVisible();
      assertThat(window.errors()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(Look.class)
  void moreMoneyThatWasLookedAtIsAskedForAndPaidOutByAnother(Look look) {
    UUID loan = running();
    try (Window window = browsers.open(look).signIn(people.create("LOAN_OFFICER", null).email())) {
      Page page = window.goTo("/loans/" + loan + "?tab=what-if").page();
      page.getByRole(AriaRole.COMBOBOX, named("What changes")).click();
      page.getByRole(AriaRole.OPTION, named("More money")).click();
      page.locator("input[name='amount']").fill("300");
      page.getByRole(AriaRole.BUTTON, named("Show")).click();
      page.getByRole(AriaRole.BUTTON, named("Pay more out")).click();
      Locator dialog = page.getByRole(AriaRole.DIALOG);
      dialog.locator("textarea[name='reason']").fill("A second field");
      assertThat(dialog.getByRole(AriaRole.TABLE)).containsText("Pays it off at once");
      window.keep("top-up");
      assertThat(window.barriers()).isEmpty();
      assertThat(window.surplus()).isZero();
      button(dialog, "Ask for it").click();

      assertThat(dialog).isHidden();
      assertThat(page.getByText("asked to pay")).isVisible();
      window.keep("top-up-asked");
      assertThat(window.barriers()).isEmpty();
      assertThat(window.errors()).isEmpty();
    }
    String number = lending.loan(lending.manager(), loan).text("/number");
    try (Window window = browsers.open(look).signIn(people.create("MANAGER", null).email())) {
      Page page = window.goTo("/loans/requests?kind=TOP_UP&status=WAITING").page();
      page.getByText(number).first().click();
      Locator dialog = page.getByRole(AriaRole.DIALOG);
      assertThat(dialog.getByRole(AriaRole.TABLE)).containsText("Pays it off at once");
      window.keep("top-up-decision");
      assertThat(window.barriers()).isEmpty();
      assertThat(window.surplus()).isZero();
      button(dialog, "Pay out").click();

      assertThat(dialog).isHidden();
      window.goTo("/loans/" + loan);
      assertThat(page.getByText("Principal of the contract")).isVisible();
      window.keep("topped-up");
      assertThat(window.barriers()).isEmpty();
      assertThat(window.errors()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(Look.class)
  void otherTermsThatWereLookedAtAreAskedForAndAgreedByAnother(Look look) {
    UUID loan = running();
    try (Window window = browsers.open(look).signIn(people.create("LOAN_OFFICER", null).email())) {
      Page page = window.goTo("/loans/" + loan + "?tab=what-if").page();
      page.locator("input[name='installments']").fill("6");
      page.getByRole(AriaRole.BUTTON, named("Show")).click();
      page.getByRole(AriaRole.BUTTON, named("Ask for it")).click();
      Locator dialog = page.getByRole(AriaRole.DIALOG);
      dialog.locator("textarea[name='reason']").fill("The harvest failed");
      assertThat(dialog.getByText("More installments")).isVisible();
      window.keep("terms");
      assertThat(window.barriers()).isEmpty();
      assertThat(window.surplus()).isZero();
      button(dialog, "Ask for it").click();

      assertThat(dialog).isHidden();
      assertThat(page.getByText("asked for other terms")).isVisible();
      window.keep("terms-asked");
      assertThat(window.barriers()).isEmpty();
      assertThat(window.errors()).isEmpty();
    }
    assertThat(lending.loan(lending.teller(), loan).json().at("/current/repayments").asInt())
        .isEqualTo(6);
    String number = lending.loan(lending.manager(), loan).text("/number");
    try (Window window = browsers.open(look).signIn(people.create("MANAGER", null).email())) {
      Page page = window.goTo("/loans/requests?kind=CHANGE&status=WAITING").page();
      page.getByText(number).first().click();
      Locator dialog = page.getByRole(AriaRole.DIALOG);
      assertThat(dialog.getByRole(AriaRole.TABLE)).containsText("Pays it off at once");
      assertThat(dialog.getByText("The harvest failed")).isVisible();
      window.keep("terms-decision");
      assertThat(window.barriers()).isEmpty();
      assertThat(window.surplus()).isZero();
      button(dialog, "Agree").click();

      assertThat(dialog).isHidden();
      window.goTo("/loans/" + loan + "?tab=events");
      assertThat(page.getByText("The harvest failed")).isVisible();
      window.keep("terms-agreed");
      assertThat(window.barriers()).isEmpty();
      assertThat(window.errors()).isEmpty();
    }
    assertThat(lending.loan(lending.teller(), loan).json().at("/current/repayments").asInt())
        .isEqualTo(12);
  }

  @Test
  void aChargeShowsWhatComesOfItAndALaterDayWhyItIsNotAgreed() {
    UUID loan = running();
    try (Window window = browsers.open(Look.LIGHT).signIn(people.create("MANAGER", null).email())) {
      Page page = window.goTo("/loans/" + loan).page();
      open(page, "Add a charge");
      Locator dialog = page.getByRole(AriaRole.DIALOG);
      field(dialog, "amount").fill("25");
      assertThat(dialog.getByRole(AriaRole.TABLE)).containsText("232.06");
      window.keep("charge");
      assertThat(window.barriers()).isEmpty();
      page.keyboard().press("Escape");

      window.goTo("/loans/" + loan + "?tab=what-if");
      page.locator("input[name='from']").fill("2026-04-02");
      page.locator("input[name='installments']").fill("6");
      page.getByRole(AriaRole.BUTTON, named("Show")).click();

      assertThat(page.getByText("This can be looked at, but not agreed")).isVisible();
      assertThat(page.getByRole(AriaRole.BUTTON, named("Ask for it"))).isHidden();
      window.keep("not-agreed");
      assertThat(window.barriers()).isEmpty();
      assertThat(lending.loan(lending.teller(), loan).json().at("/current/repayments").asInt())
          .isEqualTo(6);
    }
  }

  private static Locator field(Locator dialog, String name) {
    return dialog.locator("input[name='" + name + "']");
  }

  private static Locator button(Locator dialog, String name) {
    return dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name));
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }

  private static void open(Page page, String action) {
    page.getByRole(AriaRole.BUTTON, named("More")).click();
    page.getByRole(AriaRole.MENUITEM, named(action)).click();
  }
}
