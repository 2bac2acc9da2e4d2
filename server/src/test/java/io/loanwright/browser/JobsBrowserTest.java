package io.loanwright.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.loanwright.identity.UserAccount;
import io.loanwright.testing.BrowserTest;
import io.loanwright.testing.Browsers;
import io.loanwright.testing.Browsers.Look;
import io.loanwright.testing.People;
import io.loanwright.testing.Window;
import io.loanwright.web.Ids;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A close that somebody else began is followed in any window; nobody works on this one. */
@BrowserTest
class JobsBrowserTest {

  private final Browsers browsers;
  private final People people;
  private final JdbcClient jdbc;

  JobsBrowserTest(Browsers browsers, People people, JdbcClient jdbc) {
    this.browsers = browsers;
    this.people = people;
    this.jdbc = jdbc;
  }

  private void job(String kind, String status) {
    UUID id = Ids.next();
    jdbc.sql(
            """
            INSERT INTO organization.job
                   (id, kind, alone, status, done, total, error, started_by, started_by_name,
                    started_at, heartbeat_at, ended_at)
            VALUES (:id, :kind, false, :status, 6200, 20000,
                    CASE :status WHEN 'FAILED' THEN 'A loan is held by somebody else for long. '
                        || 'What is done is kept; finish the rest later.' END,
                    :id, 'Amina of a test', clock_timestamp() - interval '40 seconds',
                    clock_timestamp() + interval '10 minutes',
                    CASE :status WHEN 'RUNNING' THEN NULL ELSE clock_timestamp() END)
            """)
        .param("id", id)
        .param("kind", kind)
        .param("status", status)
        .update();
  }

  @AfterEach
  void forget() {
    jdbc.sql("DELETE FROM organization.job WHERE started_by_name = 'Amina of a test'").update();
  }

  @ParameterizedTest
  @EnumSource(Look.class)
  void aCloseOfAColleagueIsFollowedAndStopped(Look look) {
    job("close-day", "FAILED");
    job("close-day", "RUNNING");
    UserAccount manager = people.create("MANAGER", null);
    try (Window window = browsers.open(look).signIn(manager.email())) {
      Page page = window.page();
      window.goTo("/close-of-day");
      assertThat(page.getByText("6,200 of 20,000")).isVisible();
      assertThat(page.getByText("Begun by Amina of a test")).isVisible();
      window.keep("close-running");
      isSound(window);

      page.getByRole(AriaRole.LINK, named("Jobs")).click();
      assertThat(page.getByText("A loan is held by somebody else")).isVisible();
      window.keep("jobs");
      isSound(window);
      page.getByRole(AriaRole.BUTTON, named("Stop Close of day")).click();
      assertThat(page.getByText("Stopping")).isVisible();
    }
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }

  private static void isSound(Window window) {
    assertThat(window.errors()).isEmpty();
    assertThat(window.barriers()).isEmpty();
    assertThat(window.surplus()).as("pixels too wide").isZero();
  }
}
