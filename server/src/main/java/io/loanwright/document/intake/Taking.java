package io.loanwright.document.intake;

import io.loanwright.document.FileType;
import io.loanwright.document.vault.Content;

/** What came of taking a file in. */
public sealed interface Taking {

  /** It is fit to be kept, as it is here and not as it came. */
  record Taken(FileType type, Content content) implements Taking {}

  /** There is nothing in it. */
  record Empty() implements Taking {}

  /** It has more bytes than are taken. */
  record TooLarge() implements Taking {}

  /**
   * Files of its kind are not taken.
   *
   * @param found what its content looks like, as a media type
   */
  record TypeRefused(String found) implements Taking {}

  /** Its kind is taken, but not like this. */
  record Unfit(Fault fault) implements Taking {}

  /**
   * The scanner found a virus in it.
   *
   * @param signature what the scanner calls it
   */
  record Infected(String signature) implements Taking {}

  /** The scanner does not answer, and without it nothing is taken. */
  record ScannerAway() implements Taking {}

  /** Too many files are worked on. */
  record Busy() implements Taking {}
}
