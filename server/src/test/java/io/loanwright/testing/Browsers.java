package io.loanwright.testing;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.List;
import java.util.Map;

/**
 * Opens windows of one browser. Each window is a person of its own: nothing is shared with others.
 *
 * <p>For one thread only, like Playwright itself.
 */
public final class Browsers implements AutoCloseable {

  private static final List<String> ARGUMENTS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  /**
   * How long a page may take, in ms, to show what is expected of it: a busy machine is no fault of
   * the page.
   */
  private static final double PATIENCE = 20_000;

  private final String base;
  private final Playwright playwright;
  private final Browser browser;

  Browsers(String base) {
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
    this.base = base;
    this.playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    this.browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(BrowserCondition.chromium().orElseThrow())
                    .setArgs(ARGUMENTS));
  }

  /** How a window looks. */
  public enum Look {
    /** A desk's screen. */
    LIGHT(1280, 900, ColorScheme.LIGHT),
    /** The same at night. */
    DARK(1280, 900, ColorScheme.DARK),
    /** A phone. */
    PHONE(390, 844, ColorScheme.LIGHT);

    private final int width;
    private final int height;
    private final ColorScheme scheme;

    Look(int width, int height, ColorScheme scheme) {
      this.width = width;
      this.height = height;
      this.scheme = scheme;
    }
  }

  /** Opens a window in which nobody is signed in. */
  public Window open(Look look) {
    return new Window(
        browser.newContext(
            new Browser.NewContextOptions()
                .setBaseURL(base)
                .setViewportSize(look.width, look.height)
                .setColorScheme(look.scheme)
                .setLocale("en-US")
                .setReducedMotion(ReducedMotion.REDUCE)),
        look);
  }

  @Override
  public void close() {
    playwright.close();
  }
}
