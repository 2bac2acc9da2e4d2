package io.loanwright.collection;

/**
 * What came of a command.
 *
 * @param <T> what one that was carried out gives back
 */
public sealed interface CollectionOutcome<T> {

  /**
   * It was carried out.
   *
   * @param <T> the type of what it gave
   */
  record Done<T>(T value) implements CollectionOutcome<T> {}

  /**
   * It was refused, and nothing has changed.
   *
   * @param <T> the type of what it would have given
   */
  record Refused<T>(CollectionRefusal why) implements CollectionOutcome<T> {}
}
