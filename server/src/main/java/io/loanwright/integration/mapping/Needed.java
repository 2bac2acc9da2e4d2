package io.loanwright.integration.mapping;

import org.jspecify.annotations.Nullable;

/** Checks what a mapping cannot do without; JSON may leave anything out. */
final class Needed {

  private Needed() {}

  /**
   * Returns a part of a mapping.
   *
   * @param name what the part is called
   * @throws IllegalArgumentException if it was left out
   */
  static <T> T part(@Nullable T given, String name) {
    if (given == null) {
      throw new IllegalArgumentException("must have " + name);
    }
    return given;
  }
}
