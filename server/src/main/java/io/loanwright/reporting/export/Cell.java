package io.loanwright.reporting.export;

import io.loanwright.engine.money.Money;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/** What stands in one place of a file. */
public sealed interface Cell {

  /** Nothing. */
  Cell EMPTY = new Empty();

  /** Nothing. */
  record Empty() implements Cell {}

  /** Words, shown as they are and never worked out. */
  record Text(String text) implements Cell {}

  /** An amount; its currency stands in a column of its own. */
  record Amount(Money money) implements Cell {}

  /** How many, or which. */
  record Count(long number) implements Cell {}

  /** A moment, by the clocks of a place. */
  record Moment(OffsetDateTime at) implements Cell {}

  /** A date. */
  record Day(LocalDate date) implements Cell {}
}
