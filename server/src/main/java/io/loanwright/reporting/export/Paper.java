package io.loanwright.reporting.export;

import java.util.List;

/**
 * What a paper says around its table.
 *
 * @param above what it is of, below the title: days, branch, account
 * @param below how its figures come about
 * @param signed whether there is room for those who sign it
 */
public record Paper(List<String> above, List<String> below, boolean signed) {

  /** Nothing but the table. */
  static final Paper PLAIN = new Paper(List.of(), List.of(), false);

  /** Keeps its own copies. */
  public Paper {
    above = List.copyOf(above);
    below = List.copyOf(below);
  }

  /** A paper that says what it is of. */
  static Paper of(String... above) {
    return new Paper(List.of(above), List.of(), false);
  }

  /** The same with how its figures come about. */
  Paper explained(String... how) {
    return new Paper(above, List.of(how), signed);
  }

  /** The same with room for signatures. */
  Paper toSign() {
    return new Paper(above, below, true);
  }
}
