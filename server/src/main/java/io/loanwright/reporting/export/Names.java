package io.loanwright.reporting.export;

import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;

/**
 * What ids and moments stand for that a file shows as people call them; there are few of each.
 *
 * @param branches the names of all branches
 * @param products the names of all products, as they are called now
 * @param zone by whose clocks moments are shown
 */
public record Names(Map<UUID, String> branches, Map<UUID, String> products, ZoneId zone) {

  /** Keeps the names from changing. */
  public Names {
    branches = Map.copyOf(branches);
    products = Map.copyOf(products);
  }
}
