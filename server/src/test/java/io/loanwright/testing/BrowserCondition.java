package io.loanwright.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Whether there is a browser, and a page to look at. */
final class BrowserCondition implements ExecutionCondition {

  private static final List<String> PLACES =
      List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    if (chromium().isEmpty()) {
      return ConditionEvaluationResult.disabled(
          "no Chromium on this machine; ./loanwright test installs it where it can");
    }
    if (BrowserCondition.class.getResource("/static/index.html") == null) {
      return ConditionEvaluationResult.disabled(
          "the web page is not built; ./loanwright test builds it first");
    }
    return ConditionEvaluationResult.enabled("Chromium and the page are there");
  }

  static Optional<Path> chromium() {
    return PLACES.stream().map(Path::of).filter(Files::isExecutable).findFirst();
  }
}
