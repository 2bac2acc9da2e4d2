package io.loanwright.loan;

import java.util.function.Function;

/**
 * What came of a command.
 *
 * @param <T> what a command that was carried out gives back
 */
public sealed interface Outcome<T> {

  /**
   * It was carried out.
   *
   * @param value what it gave
   * @param <T> its type
   */
  record Done<T>(T value) implements Outcome<T> {}

  /**
   * It was refused, and nothing has changed.
   *
   * @param why the rule that forbids it
   * @param <T> what it would have given
   */
  record Refused<T>(Refusal why) implements Outcome<T> {}

  /**
   * Goes on with what a command gave, unless it was refused.
   *
   * @param next the next step, which may refuse in its turn
   */
  default <R> Outcome<R> then(Function<T, Outcome<R>> next) {
    return switch (this) {
      case Done<T>(T value) -> next.apply(value);
      case Refused<T>(Refusal why) -> new Refused<>(why);
    };
  }

  /** Turns what a command gave into something else, unless it was refused. */
  default <R> Outcome<R> map(Function<T, R> mapper) {
    return then(value -> new Done<>(mapper.apply(value)));
  }
}
