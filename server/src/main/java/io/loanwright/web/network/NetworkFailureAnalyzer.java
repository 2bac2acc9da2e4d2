package io.loanwright.web.network;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows which setting of the network cannot be used, as sentences instead of a stack trace. */
class NetworkFailureAnalyzer extends AbstractFailureAnalyzer<NetworkUnusable> {

  @Override
  protected FailureAnalysis analyze(Throwable failure, NetworkUnusable cause) {
    return new FailureAnalysis(String.valueOf(cause.getMessage()), null, cause);
  }
}
