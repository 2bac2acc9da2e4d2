package io.loanwright.integration;

/** An import that cannot go on; the message tells whoever started it why. */
final class ImportStopped extends RuntimeException {

  ImportStopped(String message) {
    super(message);
  }
}
