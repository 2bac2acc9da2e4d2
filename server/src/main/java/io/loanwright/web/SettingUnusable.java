package io.loanwright.web;

import org.jspecify.annotations.Nullable;

/** A setting cannot be used; the message says which one and what to do. */
public final class SettingUnusable extends RuntimeException {

  /** Says what is wrong, with the name of the setting, and what was the cause, if anything was. */
  public SettingUnusable(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
