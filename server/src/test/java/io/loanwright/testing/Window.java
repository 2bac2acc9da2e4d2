package io.loanwright.testing;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A browser window of one person, which writes down everything that goes wrong in it. */
public final class Window implements AutoCloseable {

  private static final Path SCREENS = Path.of("target/screens");
  private static final Set<String> GRAVE = Set.of("serious", "critical");

  private final BrowserContext context;
  private final Browsers.Look look;
  private final Page page;
  private final List<String> errors = new ArrayList<>();

  Window(BrowserContext context, Browsers.Look look) {
    this.context = context;
    this.look = look;
    this.page = context.newPage();
    page.onConsoleMessage(message -> {
      if (message.type().equals("error")) {
        errors.add(page.url() + ": " + message.text());
      }
    });
    page.onPageError(error -> errors.add(page.url() + ": " + error));
  }

  /** Returns the page, for everything that has no word of its own here. */
  public Page page() {
    return page;
  }

  /** Signs in through the page, with {@link People#PASSWORD}. */
  public Window signIn(String email) {
    page.navigate("/login");
    page.locator("input[name=login]").fill(email);
    page.locator("input[name=password]").fill(People.PASSWORD);
    page.locator("button[type=submit]").click();
    page.waitForURL(url -> !url.contains("/login"));
    settled();
    errors.clear();
    return this;
  }

  /** Goes to an address and waits until nothing is loading any more. */
  public Window goTo(String path) {
    page.navigate(path);
    settled();
    return this;
  }

  /** Waits until nothing is loading any more. */
  public void settled() {
    page.waitForLoadState(LoadState.NETWORKIDLE);
    page.locator("[role=progressbar], .MuiSkeleton-root")
        .first()
        .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
  }

  /** Returns the addresses within the page that its links lead to. */
  public List<String> links() {
    return page.locator("a[href^='/']").all().stream()
        .map(link -> link.getAttribute("href"))
        .filter(href -> !href.startsWith("/api/"))
        .distinct()
        .toList();
  }

  /** Returns what went wrong since the last call: errors of scripts, and calls that failed. */
  public List<String> errors() {
    List<String> seen = List.copyOf(errors);
    errors.clear();
    return seen;
  }

  /** Returns the grave faults of accessibility, one line each. */
  public List<String> barriers() {
    return new AxeBuilder(page)
        .analyze().getViolations().stream()
            .filter(rule -> GRAVE.contains(rule.getImpact()))
            .map(Window::describe)
            .toList();
  }

  /** Returns by how many pixels the page is wider than the window. */
  public int surplus() {
    Object pixels =
        page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth");
    return ((Number) pixels).intValue();
  }

  /** Keeps what can be seen under {@code target/screens}, for people to look at. */
  public void keep(String name) {
    Path file = SCREENS.resolve(look.name().toLowerCase(Locale.ROOT)).resolve(name + ".png");
    page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
  }

  private static String describe(Rule rule) {
    return "%s (%s): %s at %s"
        .formatted(
            rule.getId(),
            rule.getImpact(),
            rule.getHelp(),
            rule.getNodes().stream()
                .map(node -> String.valueOf(node.getTarget()))
                .limit(3)
                .toList());
  }

  @Override
  public void close() {
    context.close();
  }
}
