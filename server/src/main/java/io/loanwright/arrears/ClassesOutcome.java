package io.loanwright.arrears;

/** What came of changing the classes. */
public sealed interface ClassesOutcome {

  /** They are changed. */
  record Changed(ArrearsClasses classes) implements ClassesOutcome {}

  /** Somebody else changed them meanwhile. */
  record Stale(long version) implements ClassesOutcome {}
}
