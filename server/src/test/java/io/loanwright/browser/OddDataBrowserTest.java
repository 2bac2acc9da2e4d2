package io.loanwright.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import io.loanwright.testing.BrowserTest;
import io.loanwright.testing.Browsers;
import io.loanwright.testing.Browsers.Look;
import io.loanwright.testing.Http;
import io.loanwright.testing.People;
import io.loanwright.testing.Population;
import io.loanwright.testing.Window;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * No screen dies on what it did not expect: names nobody thought of, lists without rows, addresses
 * that lead nowhere, a session that ends in the middle of work, a button that is pressed twice.
 */
@BrowserTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OddDataBrowserTest {

  private static final List<String> NAMES =
      List.of(
          "Wolfeschlegelsteinhausenbergerdorff".repeat(5) + " of a name without end",
          "محمد بن عبد الله الحسيني",
          "👩🏽‍🌾 Ann-Sophie 🧾",
          "<script>document.title = 'taken'</script><b>Bold</b> & \"quoted\" {{name}}",
          "\u202eback to front");

  private static final List<String> KINDS =
      List.of("loans", "borrowers", "products", "payments", "imports");

  private final Browsers browsers;
  private final People people;
  private final Http administrator;
  private final List<String> loans;

  OddDataBrowserTest(Browsers browsers, People people) {
    this.browsers = browsers;
    this.people = people;
    this.administrator = people.administrator();
    this.loans = new Population(administrator).lend();
  }

  @Test
  void oddNamesAreShownAsTheyAreAndFitAPhone() {
    String product = administrator.get("/api/products").expect(200).text("/items/0/id");
    Map<String, String> pages = new LinkedHashMap<>();
    for (String name : NAMES) {
      Map<String, Object> borrower = Map.of("name", name, "address", name);
      String id = administrator.post("/api/borrowers", borrower).expect(201).text("/id");
      Map<String, Object> application =
          Map.of("borrowerId", id, "productId", product, "principal", "600.00", "purpose", name);
      String loan = administrator.post("/api/loans/apply", application).expect(201).text("/id");
      pages.put("/borrowers/" + id, name);
      pages.put("/loans/" + loan, name);
    }
    List<String> faults = new ArrayList<>();
    try (Window phone = signedIn(Look.PHONE);
        Window desk = signedIn(Look.LIGHT)) {
      pages.forEach((path, name) -> {
        assertThat(phone.follow(path).page().locator("main")).containsText(name);
        faults.addAll(faultsOf(phone, path));
      });
      for (String list : List.of("/borrowers", "/loans", "/applications", "/approvals", "/audit")) {
        faults.addAll(faultsOf(phone.follow(list), list));
        faults.addAll(faultsOf(desk.follow(list), list));
      }
    }

    assertThat(faults).isEmpty();
  }

  @Test
  void listsWithoutRowsAndFiltersNobodyOffersAreShown() {
    String borrower =
        administrator.post("/api/borrowers", Map.of("name", "Nobody yet")).expect(201).text("/id");
    List<String> paths =
        List.of(
            "/borrowers/" + borrower,
            "/loans/" + loans.getLast() + "?tab=nonsense",
            "/loans/" + loans.getFirst() + "?tab=payments",
            "/borrowers?search=zzzzzz",
            "/loans?status=NONSENSE&sort=nonsense",
            "/applications?status=CANCELLED",
            "/payments?from=2030-01-01&to=2029-01-01",
            "/payments?from=nonsense",
            "/audit?from=nonsense&action=%25%00",
            "/applications/new?borrower=nonsense");
    List<String> faults = new ArrayList<>();
    try (Window window = signedIn(Look.LIGHT)) {
      for (String path : paths) {
        faults.addAll(faultsOf(window.follow(path), path));
      }
    }

    assertThat(faults).isEmpty();
  }

  @Test
  void anAddressThatLeadsNowhereSaysSo() {
    String nobodys = UUID.randomUUID().toString();
    List<String> faults = new ArrayList<>();
    try (Window window = signedIn(Look.LIGHT)) {
      for (String kind : KINDS) {
        String mistyped = "/" + kind + "/not-a-uuid";
        faults.addAll(faultsOf(window.follow(mistyped), mistyped));
        assertThat(window.page().getByText("This page does not exist")).isVisible();
        String lost = "/" + kind + "/" + nobodys;
        faults.addAll(faultsOf(window.follow(lost), lost));
        assertThat(window.page().getByRole(AriaRole.ALERT).first()).isVisible();
      }
      String typed = "/" + KINDS.getLast() + "/" + nobodys;
      faults.addAll(faultsOf(window.goTo(typed), "typed " + typed));
      window.goTo("/loans/too/deep");
      assertThat(window.page().getByText("This page does not exist")).isVisible();
    }

    assertThat(faults).isEmpty();
  }

  @Test
  void aSessionThatEndsDuringWorkLeadsToSignInAndBackAgain() {
    String path = "/loans/" + loans.getLast() + "?tab=events";
    try (Window window = signedIn(Look.LIGHT)) {
      Page page = window.page();
      page.context().clearCookies();
      window.goTo(path);
      page.waitForURL(url -> url.contains("/login?from="));
      window.signInHere(People.ADMIN_EMAIL);
      page.waitForURL(url -> url.endsWith(path));

      page.context().clearCookies();
      page.route("**/api/payments?*", OddDataBrowserTest::withAnOldToken);
      window.follow("/payments");
      page.waitForURL(url -> url.contains("/login?from="));
      page.unroute("**/api/payments?*");
      window.signInHere(people.create("TELLER", null).email());
      page.waitForURL(url -> url.endsWith("/payments"));
      assertThat(page.getByLabel("TT, your account")).isVisible();
      assertThat(window.errors()).isEmpty();
    }
  }

  @Test
  void aScreenWhoseCodeCannotBeFetchedSaysSoAndIsShownAfterAnotherTry() {
    try (Window window = signedIn(Look.LIGHT)) {
      Page page = window.follow("/loans/" + loans.getLast()).page();
      page.route("**/assets/**", Route::abort);
      Locator toPayments = link(page.getByRole(AriaRole.NAVIGATION), "Payments");
      toPayments.click();
      assertThat(page.getByRole(AriaRole.ALERT))
          .containsText("The server cannot be reached, or it was updated.");
      assertThat(toPayments).isVisible();

      page.unroute("**/assets/**");
      button(page.locator("main"), "Try again").click();
      assertThat(page.getByRole(AriaRole.HEADING, named("Payments"))).isVisible();
    }
  }

  @Test
  void aButtonThatIsPressedTwiceTakesOnePayment() {
    String loan = loans.getLast();
    try (Window window = signedIn(Look.LIGHT)) {
      Page page = window.follow("/loans/" + loan).page();
      button(page.locator("main"), "Record a payment").click();
      Locator dialog = page.getByRole(AriaRole.DIALOG);
      dialog.getByLabel("Amount").fill("10");
      button(dialog, "Record the payment").dblclick();
      assertThat(page.getByText("is booked")).isVisible();
      window.settled();
      assertThat(window.errors()).isEmpty();
    }

    int payments =
        administrator.get("/api/payments?loanId=" + loan).expect(200).json().at("/items").size();
    assertThat(payments).as("the first one, and this one").isEqualTo(2);
  }

  private Window signedIn(Look look) {
    return browsers.open(look).signIn(People.ADMIN_EMAIL);
  }

  private static void withAnOldToken(Route route) {
    Map<String, String> headers = new LinkedHashMap<>(route.request().headers());
    headers.put("authorization", "Bearer that-has-run-out");
    route.resume(new Route.ResumeOptions().setHeaders(headers));
  }

  /** Errors of scripts, and screens that are too wide; that the server refuses is expected here. */
  private static List<String> faultsOf(Window window, String path) {
    List<String> faults = new ArrayList<>();
    for (String error : window.errors()) {
      if (!error.matches(".*the server responded with a status of 4\\d\\d.*")) {
        faults.add(path + " error: " + error);
      }
    }
    if (window.surplus() > 0) {
      faults.add(path + " is " + window.surplus() + " pixels wider than the window");
    }
    if (window.page().locator("main").innerText().isBlank()) {
      faults.add(path + " is empty");
    }
    if (window.page().getByText("This screen could not be shown").count() > 0) {
      faults.add(path + " has died");
    }
    return faults;
  }

  private static Locator link(Locator within, String name) {
    return within.getByRole(
        AriaRole.LINK, new Locator.GetByRoleOptions().setName(name).setExact(true));
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }

  private static Locator button(Locator within, String name) {
    return within.getByRole(
        AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
  }
}
