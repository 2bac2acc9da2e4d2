package io.loanwright.web;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows which setting cannot be used, as sentences instead of a stack trace. */
class SettingFailureAnalyzer extends AbstractFailureAnalyzer<SettingUnusable> {

  @Override
  protected FailureAnalysis analyze(Throwable failure, SettingUnusable cause) {
    return new FailureAnalysis(String.valueOf(cause.getMessage()), null, cause);
  }
}
