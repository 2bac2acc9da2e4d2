package io.loanwright.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.loanwright.identity.UserAccount;
import io.loanwright.identity.factor.TestApp;
import io.loanwright.testing.BrowserTest;
import io.loanwright.testing.Browsers;
import io.loanwright.testing.Browsers.Look;
import io.loanwright.testing.Http;
import io.loanwright.testing.People;
import io.loanwright.testing.Window;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Coming in, seen from a chair: devices, a forgotten password, the second factor. */
@BrowserTest
class ComingInBrowserTest {

  private static final Pattern CODE = Pattern.compile("\\s(\\S{43})\\s");
  private static final String ANOTHER = "another horse entirely";

  private final Browsers browsers;
  private final People people;
  private final Http http;
  private final JdbcClient jdbc;

  ComingInBrowserTest(Browsers browsers, People people, Http http, JdbcClient jdbc) {
    this.browsers = browsers;
    this.people = people;
    this.http = http;
    this.jdbc = jdbc;
  }

  @Test
  void aDeviceIsSignedOutFromTheProfile() {
    UserAccount user = people.create("TELLER", null);
    Http elsewhere = people.signIn(user.email());
    try (Window window = browsers.open(Look.PHONE).signIn(user.email()).goTo("/profile")) {
      Locator list =
          window
              .page()
              .getByRole(
                  AriaRole.LIST, new Page.GetByRoleOptions().setName("Where you are signed in"));
      assertThat(list.getByRole(AriaRole.LISTITEM).count()).isEqualTo(2);
      assertThat(list.getByText("(this one)").count()).isOne();
      window.keep("profile-devices");

      list.getByText("Sign out", new Locator.GetByTextOptions().setExact(true)).click();

      window.page().getByText("Signed out.").waitFor();
      window.settled();
      assertThat(list.getByRole(AriaRole.LISTITEM).count()).isOne();
      assertThat(window.barriers()).isEmpty();
    }
    elsewhere.get("/api/profile").expect(401);
  }

  @Test
  void aForgottenPasswordIsHandedOverByTheAdministratorAndSetAnew() {
    UserAccount user = people.create("TELLER", null);
    try (Window window = browsers.open(Look.LIGHT);
        Window desk = browsers.open(Look.LIGHT).signIn(People.ADMIN_EMAIL)) {
      Page page = window.page();
      page.navigate("/login");
      page.getByText("Forgotten your password?").click();
      page.getByText("Send me a mail").waitFor();
      page.locator("input[name=login]").fill(user.email());
      window.keep("forgot-password");
      page.locator("button[type=submit]").click();
      page.getByText("a mail is on its way").waitFor();
      String code = handedOver(desk, user);

      page.navigate("/reset-password#token=" + code);
      page.locator("input[name=password]").waitFor();
      assertThat(page.url()).as("the token is not left in the address").doesNotContain(code);
      page.locator("input[name=password]").fill("password1");
      page.locator("button[type=submit]").click();
      page.getByText("many people have").waitFor();
      window.keep("reset-password");
      page.locator("input[name=password]").fill(ANOTHER);
      page.locator("button[type=submit]").click();
      page.waitForURL("**/login");

      assertThat(window.barriers()).isEmpty();
    }
    http.post("/api/auth/login", Map.of("login", user.email(), "password", ANOTHER)).expect(200);
  }

  @Test
  void aSecondFactorIsSetUpAskedForAndAskedAgain() {
    UserAccount user = people.create("ADMIN", null);
    try (Window window = browsers.open(Look.LIGHT).signIn(user.email()).goTo("/profile")) {
      Page page = window.page();
      page.getByText("Set it up").click();
      page.locator("input[name=currentPassword]").last().fill(People.PASSWORD);
      page.getByText("Go on").click();
      page.locator("code").waitFor();
      TestApp app = new TestApp(page.locator("code").innerText().replace(" ", ""));
      window.keep("second-factor-picture");
      assertThat(window.barriers()).isEmpty();
      page.locator("input[name=code]").fill(app.next());
      page.getByText("Turn it on").click();
      Locator codes =
          page.getByRole(AriaRole.LIST, new Page.GetByRoleOptions().setName("Recovery codes"));
      codes.waitFor();
      window.keep("second-factor-codes");
      String recovery = codes.getByRole(AriaRole.LISTITEM).first().innerText();
      page.getByText("I have written them down").click();
      page.getByText("Recovery codes left: 10").waitFor();

      try (Window again = browsers.open(Look.PHONE)) {
        signInWith(again, user, recovery);
      }
      longAgo(user);
      window.goTo("/users/roles/TELLER");
      page.getByText("Save").click();
      page.getByText("Is it you?").waitFor();
      window.keep("asked-again");
      page.locator("input[name=code]").fill(app.next());
      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Confirm")).click();
      page.getByText("It counts for everybody who has the role").waitFor();
    }
  }

  @Test
  void aPasskeyIsMadeSignsInAloneAndIsAskedAgain() {
    UserAccount user = people.create("ADMIN", null);
    String base = http.base().replace("127.0.0.1", "localhost");
    try (Window window = browsers.open(Look.PHONE)) {
      Page page = window.page();
      plugIn(page);
      page.navigate(base + "/login");
      window.signInHere(user.email());
      window.goTo(base + "/profile");
      page.getByText("Add a passkey").click();
      page.locator("input[name=currentPassword]").last().fill(People.PASSWORD);
      window.keep("passkey-add");
      assertThat(window.barriers()).isEmpty();
      page.getByText("Go on").click();
      page.getByRole(AriaRole.LIST, new Page.GetByRoleOptions().setName("Recovery codes"))
          .waitFor();
      page.getByText("I have written them down").click();
      Locator list = page.getByRole(AriaRole.LIST, new Page.GetByRoleOptions().setName("Passkeys"));
      list.waitFor();
      assertThat(list.getByRole(AriaRole.LISTITEM).count()).isOne();
      window.keep("profile-passkeys");
      assertThat(window.barriers()).isEmpty();
      assertThat(window.surplus()).isZero();

      page.context().clearCookies();
      page.navigate(base + "/login");
      page.getByText("Sign in with a passkey").waitFor();
      window.keep("login-passkey");
      page.getByText("Sign in with a passkey").click();
      page.waitForURL(url -> !url.contains("/login"));
      window.settled();

      longAgo(user);
      window.goTo(base + "/users/roles/TELLER");
      page.getByText("Save").click();
      page.getByText("Is it you?").waitFor();
      page.getByText("Use a passkey").click();
      page.getByText("It counts for everybody who has the role").waitFor();
    }
  }

  /** Plugs a device in that says yes to everything. */
  private static void plugIn(Page page) {
    JsonObject options = new JsonObject();
    options.addProperty("protocol", "ctap2");
    options.addProperty("transport", "internal");
    options.addProperty("hasResidentKey", true);
    options.addProperty("hasUserVerification", true);
    options.addProperty("isUserVerified", true);
    options.addProperty("automaticPresenceSimulation", true);
    JsonObject device = new JsonObject();
    device.add("options", options);
    CDPSession session = page.context().newCDPSession(page);
    session.send("WebAuthn.enable");
    session.send("WebAuthn.addVirtualAuthenticator", device);
  }

  private void longAgo(UserAccount user) {
    jdbc.sql(
            "UPDATE identity.session SET confirmed_at = now() - interval '1 hour' WHERE user_id = :id")
        .param("id", user.id())
        .update();
  }

  private static void signInWith(Window window, UserAccount user, String code) {
    Page page = window.page();
    page.navigate("/login");
    page.locator("input[name=login]").fill(user.email());
    page.locator("input[name=password]").fill(People.PASSWORD);
    page.locator("button[type=submit]").click();
    page.locator("input[name=code]").waitFor();
    window.keep("second-step");
    assertThat(window.barriers()).isEmpty();
    page.locator("input[name=code]").fill("000000");
    page.locator("button[type=submit]").click();
    page.getByText("The code is wrong").waitFor();
    page.locator("input[name=code]").fill(code);
    page.locator("button[type=submit]").click();
    page.waitForURL(url -> !url.contains("/login"));
    window.settled();
  }

  private static String handedOver(Window desk, UserAccount user) {
    Page page = desk.page();
    desk.goTo("/users/outbox");
    desk.keep("outbox");
    page.getByRole(
            AriaRole.BUTTON,
            new Page.GetByRoleOptions().setName("Read the mail to " + user.email()))
        .click();
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Read it")).click();
    page.locator("[role=dialog] pre").waitFor();
    Matcher code = CODE.matcher(page.locator("[role=dialog] pre").innerText());
    assertThat(code.find()).isTrue();
    return code.group(1);
  }
}
