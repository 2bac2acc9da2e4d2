package io.loanwright.collection;

import java.time.LocalDate;
import java.util.List;

/** What came of asking for a collection sheet. */
public sealed interface SheetOutcome {

  /**
   * It is there.
   *
   * @param lines by person, branch and borrower's name
   */
  record Sheet(LocalDate on, List<SheetLine> lines) implements SheetOutcome {

    /** Keeps its own copy of the lines. */
    public Sheet {
      lines = List.copyOf(lines);
    }
  }

  /** It has more lines than anybody prints. */
  record TooLong(int most) implements SheetOutcome {}
}
