package io.loanwright.testing;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.TimeoutError;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A browser window of one person, which writes down everything that goes wrong in it. */
public final class Window implements AutoCloseable {

  private static final String STREAM = "text/event-stream";
  private static final Path SCREENS = Path.of("target/screens");
  private static final boolean SCREENS_WANTED = Boolean.getBoolean("browser.screens");

  /** An address that leads nowhere, where nothing is loaded. */
  private static final String NOWHERE = "/nowhere";

  private static final String MOVE =
      "path => { history.pushState(null, '', path); dispatchEvent(new PopStateEvent('popstate')); }";

  private static final String LEAVE =
      "document.querySelectorAll('h1, [role=alert]').forEach(e => e.setAttribute('data-left', ''))";

  private static final String BUSY = "[role=progressbar]:not([aria-valuenow]), .MuiSkeleton-root";
  private static final String OUTLINE =
      "all => all.map(e => e.parentElement.outerHTML.slice(0, 200))";

  private static final String IS_READY =
      """
      () => document.querySelector('h1:not([data-left]), [role=alert]:not([data-left])') !== null
        && document.querySelector('%s') === null
      """
          .formatted(BUSY);

  private static final String GRAVE_BARRIERS =
      """
      () => axe.run({ resultTypes: ['violations'] }).then(results => results.violations
        .filter(rule => ['serious', 'critical'].includes(rule.impact))
        .map(rule => `${rule.id} (${rule.impact}): ${rule.help} at `
          + rule.nodes.slice(0, 3).map(node => node.target.join(' ')).join(', ')))
      """;

  /** Colors that are still fading in are no barrier. */
  private static final String IS_STILL =
      "() => document.getAnimations().every(each => each.playState !== 'running'"
          + " || each.effect.getComputedTiming().iterations === Infinity)";

  private final BrowserContext context;
  private final Browsers.Look look;
  private final Page page;
  private final List<String> errors = new ArrayList<>();
  private final Set<Request> waiting = new HashSet<>();
  private boolean isLeaving;

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
    page.onRequest(this::startsToWait);
    page.onResponse(this::isAnswered);
    page.onRequestFinished(waiting::remove);
    page.onRequestFailed(this::fails);
    page.onFrameNavigated(this::hasMoved);
  }

  /** Returns the page, for everything that has no word of its own here. */
  public Page page() {
    return page;
  }

  /** Signs in through the page, with {@link People#PASSWORD}. */
  public Window signIn(String email) {
    page.navigate("/login");
    return signInHere(email);
  }

  /** Fills in the sign-in form that stands on the page, and waits until it has led elsewhere. */
  public Window signInHere(String email) {
    page.locator("input[name=login]").fill(email);
    page.locator("input[name=password]").fill(People.PASSWORD);
    page.locator("button[type=submit]").click();
    page.waitForURL(url -> !url.contains("/login"));
    settled();
    errors.clear();
    return this;
  }

  /** Goes to an address, as somebody who types it, and waits until nothing is loading any more. */
  public Window goTo(String path) {
    page.navigate(path);
    settled();
    return this;
  }

  /**
   * Goes to an address of a screen without loading the page anew, as a link does, and waits as
   * {@link #goTo} does. The way leads over {@link #NOWHERE}: what stands on the page afterwards is
   * new.
   */
  public Window follow(String path) {
    page.evaluate(MOVE, NOWHERE);
    page.getByText("This page does not exist").waitFor();
    page.evaluate(LEAVE);
    page.evaluate(MOVE, path);
    settled();
    return this;
  }

  /** Waits until the page has a title, or says why not, and nothing is loading any more. */
  public void settled() {
    try {
      page.waitForFunction(IS_READY);
      page.waitForCondition(waiting::isEmpty);
      page.waitForFunction(IS_READY);
    } catch (TimeoutError e) {
      List<String> calls = waiting.stream().map(Request::url).toList();
      throw new AssertionError(
          "%s never settled: calls %s, loading %s"
              .formatted(page.url(), calls, page.locator(BUSY).evaluateAll(OUTLINE)),
          e);
    }
  }

  /** A stream that is open is nothing that is loading. */
  private void startsToWait(Request request) {
    isLeaving |= leadsAway(request);
    if (!STREAM.equals(request.headers().get("accept"))) {
      waiting.add(request);
    }
  }

  /** A file that is fetched leads nowhere: its request is given up. */
  private void fails(Request request) {
    isLeaving &= !leadsAway(request);
    waiting.remove(request);
  }

  private static boolean leadsAway(Request request) {
    return request.isNavigationRequest() && request.frame().parentFrame() == null;
  }

  /**
   * A page that is left takes its calls with it, and not always says so. It goes on asking until
   * the next page is there.
   */
  private void hasMoved(Frame frame) {
    if (isLeaving && frame.equals(page.mainFrame())) {
      isLeaving = false;
      waiting.removeIf(request -> !request.isNavigationRequest());
    }
  }

  /** The body of a refusal is not always read, and then the call never finishes. */
  private void isAnswered(Response response) {
    if (!response.ok()) {
      waiting.remove(response.request());
    }
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
    if (page.evaluate("typeof axe").equals("undefined")) {
      page.evaluate(AxeBuilder.getAxeScript());
    }
    page.waitForFunction(IS_STILL);
    return ((List<?>) page.evaluate(GRAVE_BARRIERS)).stream().map(String::valueOf).toList();
  }

  /** Returns by how many pixels the page is wider than the window. */
  public int surplus() {
    Object pixels =
        page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth");
    return ((Number) pixels).intValue();
  }

  /** Keeps what can be seen under {@code target/screens}, for people who asked to look at it. */
  public void keep(String name) {
    if (SCREENS_WANTED) {
      Path file = SCREENS.resolve(look.name().toLowerCase(Locale.ROOT)).resolve(name + ".png");
      page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
    }
  }

  @Override
  public void close() {
    context.close();
  }
}
