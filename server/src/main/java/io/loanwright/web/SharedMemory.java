package io.loanwright.web;

import java.util.List;
import java.util.Optional;

/**
 * What all nodes of an installation remember together, for minutes; there is none unless {@code
 * LOANWRIGHT_REDIS_URL} is set.
 *
 * <p>It may be away at any time. Whoever counts in it counts by himself meanwhile.
 */
public interface SharedMemory {

  /**
   * Runs a script of Redis, which nothing else comes between.
   *
   * @param keys what it reads and writes; kept as hashes, so that nobody reads names in there
   * @param arguments numbers that it is told
   * @return the number that it returned; nothing while the memory is away
   */
  Optional<Long> run(String script, List<String> keys, List<Long> arguments);
}
