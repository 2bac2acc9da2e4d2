package io.loanwright.web.network;

import org.jspecify.annotations.Nullable;

/** A setting about the network cannot be used; the message says which one and what to do. */
final class NetworkUnusable extends RuntimeException {

  NetworkUnusable(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
