package io.loanwright.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.loanwright.testing.BrowserTest;
import io.loanwright.testing.Browsers;
import io.loanwright.testing.Browsers.Look;
import io.loanwright.testing.People;
import io.loanwright.testing.Window;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The main job, whole, as three people do it on screen: an officer registers a borrower and takes
 * an application, a manager approves it, a teller pays it out, takes the repayments and prints the
 * receipt, and the loan closes when nothing is owed.
 */
@BrowserTest
class WholeJobBrowserTest {

  private static final String BORROWER = "Grace Wanjiru";
  private static final String PRODUCT = "Three-month loan";

  private final Browsers browsers;
  private final People people;

  WholeJobBrowserTest(Browsers browsers, People people) {
    this.browsers = browsers;
    this.people = people;
  }

  @Test
  void aLoanIsAppliedForApprovedPaidOutRepaidAndClosed() {
    makeProduct();
    String loan = officerTakesAnApplication();
    managerApproves(loan);
    tellerPaysOutAndIsRepaid(loan);
  }

  private void makeProduct() {
    String currency = people.administrator().get("/api/organization").expect(200).text("/currency");
    people
        .administrator()
        .post(
            "/api/products",
            Map.of(
                "name",
                PRODUCT,
                "currency",
                currency,
                "annualRate",
                "12",
                "repayments",
                3,
                "unit",
                "MONTHS"))
        .expect(201);
  }

  /** Returns the path of the loan's page. */
  private String officerTakesAnApplication() {
    try (Window officer = signedIn("LOAN_OFFICER")) {
      Page page = officer.goTo("/borrowers").page();
      button(page, "Add borrower").first().click();
      Locator dialog = page.getByRole(AriaRole.DIALOG);
      dialog.getByLabel("Name").fill(BORROWER);
      dialog.getByLabel("Phone").fill("+254 700 000001");
      officer.keep("walk-1-borrower");
      button(page, "Save").click();
      assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);

      officer.goTo("/applications/new");
      page.getByLabel("Borrower").fill("Grace");
      page.getByRole(AriaRole.OPTION).filter(named(BORROWER)).first().click();
      page.getByLabel("Product").click();
      page.getByRole(AriaRole.OPTION).filter(named(PRODUCT)).click();
      page.getByLabel("Amount").fill("900");
      page.getByLabel("Purpose").fill("A second sewing machine");
      officer.settled();
      officer.keep("walk-2-application");
      button(page, "Submit the application").click();
      page.waitForURL("**/loans/*");
      officer.settled();
      assertThat(page.getByText("Submitted").first()).isVisible();
      officer.keep("walk-3-submitted");
      return page.url().replaceFirst("^https?://[^/]+", "");
    }
  }

  private void managerApproves(String loan) {
    try (Window manager = signedIn("MANAGER")) {
      Page page = manager.goTo("/approvals").page();
      assertThat(page.getByText(BORROWER).first()).isVisible();
      manager.keep("walk-4-approvals");
      manager.goTo(loan);
      button(page, "Approve").click();
      manager.keep("walk-5-approve");
      button(page.getByRole(AriaRole.DIALOG), "Approve").click();
      assertThat(page.getByText("Approved").first()).isVisible();
      assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
    }
  }

  private void tellerPaysOutAndIsRepaid(String loan) {
    try (Window teller = signedIn("TELLER")) {
      Page page = teller.goTo(loan).page();
      button(page, "Pay out").click();
      button(page.getByRole(AriaRole.DIALOG), "Pay out").click();
      assertThat(button(page, "Record a payment")).isVisible();
      teller.settled();
      teller.keep("walk-6-active");

      pay(teller, "Next due", "walk-7-first-payment");
      button(page, "Done").click();
      pay(teller, "Pay off", "walk-8-pay-off");
      Locator taken = page.getByRole(AriaRole.DIALOG);
      assertThat(taken.getByText("Nothing is owed any more")).isVisible();
      teller.keep("walk-9-closed");
      Page receipt = page.context().waitForPage(() -> button(page, "Print receipt").click());
      assertThat(receipt.getByText(BORROWER).first()).isVisible();
      button(page, "Done").click();
      assertThat(page.getByText("Closed").first()).isVisible();
      teller.keep("walk-10-loan");
    }
  }

  private static void pay(Window teller, String suggestion, String screen) {
    Page page = teller.page();
    button(page, "Record a payment").first().click();
    page.getByRole(AriaRole.DIALOG).getByRole(AriaRole.BUTTON).filter(named(suggestion)).click();
    teller.settled();
    teller.keep(screen);
    button(page.getByRole(AriaRole.DIALOG), "Record the payment").click();
    assertThat(button(page, "Print receipt")).isVisible();
  }

  private Window signedIn(String role) {
    return browsers.open(Look.LIGHT).signIn(people.create(role, null).email());
  }

  private static Locator.FilterOptions named(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private static Locator button(Locator within, String name) {
    return within.getByRole(
        AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
  }
}
