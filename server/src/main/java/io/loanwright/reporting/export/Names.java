package io.loanwright.reporting.export;

import java.util.Map;
import java.util.UUID;

/**
 * What ids stand for that a file shows by name; there are few of each.
 *
 * @param branches the names of all branches
 * @param products the names of all products, as they are called now
 */
public record Names(Map<UUID, String> branches, Map<UUID, String> products) {

  /** Keeps the names from changing. */
  public Names {
    branches = Map.copyOf(branches);
    products = Map.copyOf(products);
  }
}
