package io.loanwright.audit;

import java.util.UUID;

/**
 * What a deed was done to.
 *
 * @param type what it is, in the words of the glossary: {@code loan}, {@code borrower}, {@code
 *     user}
 * @param id its id
 * @param label how people call it, like {@code LN-2026-000123}; cut to 200 characters
 */
public record Subject(String type, UUID id, String label) {

  private static final int LABEL_MAX = 200;

  public Subject {
    label = label.length() > LABEL_MAX ? label.substring(0, LABEL_MAX) : label;
  }
}
