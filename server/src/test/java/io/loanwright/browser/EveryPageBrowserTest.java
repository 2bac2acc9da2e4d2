package io.loanwright.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.testing.BrowserTest;
import io.loanwright.testing.Browsers;
import io.loanwright.testing.Browsers.Look;
import io.loanwright.testing.People;
import io.loanwright.testing.Population;
import io.loanwright.testing.Window;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every page that an administrator can reach by following links loads without errors, can be used
 * by people who cannot see well, and fits a phone.
 */
@BrowserTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryPageBrowserTest {

  private static final String ID = "[0-9a-f]{8}-[0-9a-f-]{27}";
  private static final int PAGES_MIN = 15;

  private final Browsers browsers;
  private final List<String> start =
      new ArrayList<>(List.of("/", "/calculator", "/profile", "/close-of-day/jobs"));

  EveryPageBrowserTest(Browsers browsers, People people) {
    this.browsers = browsers;
    for (String loan : new Population(people.administrator()).settle()) {
      start.add("/loans/" + loan);
    }
    start.add(start.getLast() + "?tab=payments");
    start.add(start.getLast().replace("payments", "events"));
    start.add(start.getLast().replace("events", "collection"));
    start.add(start.getLast().replace("collection", "what-if"));
    start.add(start.getLast().replace("tab=what-if", "schedule=agreed"));
  }

  @ParameterizedTest
  @EnumSource(Look.class)
  void loadsWithoutErrorsAndWithoutBarriers(Look look) {
    List<String> faults = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    try (Window window = browsers.open(look).signIn(People.ADMIN_EMAIL)) {
      Deque<String> found = new ArrayDeque<>();
      for (String path : start) {
        seen.add(kind(path));
        visit(window, path, faults);
        found.addAll(window.links());
      }
      while (!found.isEmpty()) {
        String path = found.poll().replaceFirst("[?#].*", "");
        if (seen.add(kind(path))) {
          visit(window, path, faults);
          found.addAll(window.links());
        }
      }
    }

    assertThat(faults).isEmpty();
    assertThat(seen).as("pages seen").hasSizeGreaterThan(PAGES_MIN);
  }

  private static void visit(Window window, String path, List<String> faults) {
    window.follow(path);
    window.keep(("start" + kind(path)).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", ""));
    window.errors().forEach(error -> faults.add(path + " error: " + error));
    window.barriers().forEach(barrier -> faults.add(path + " barrier: " + barrier));
    if (window.surplus() > 0) {
      faults.add(path + " is " + window.surplus() + " pixels wider than the window");
    }
    if (window.page().locator("h1").count() == 0) {
      faults.add(path + " has no title");
    }
  }

  /** Two borrowers are one kind of page, and so are two roles. */
  private static String kind(String path) {
    return path.replaceAll(ID, "id").replaceAll("(?<=/roles/)[A-Z_]+", "code");
  }
}
