package io.loanwright.identity.session;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts attempts that failed, or may fail still; each further one costs a longer wait. */
interface Attempts {

  /** How long an attempt counts. */
  Duration MEMORY = Duration.ofMinutes(15);

  /** The longest wait. */
  Duration WAIT_MAX = Duration.ofMinutes(1);

  /**
   * What attempts are counted for.
   *
   * @param free how many there are without a wait
   */
  record Counted(String name, int free) {}

  /** Returns the longest wait of all; without any, counts an attempt for each. */
  Duration admit(List<Counted> each);

  /** Returns the longest wait of all. */
  Duration remaining(List<Counted> each);

  /**
   * Forgets all attempts of one name, and one of another.
   *
   * @param once null where there is no other
   */
  void forget(String all, @Nullable String once);
}
