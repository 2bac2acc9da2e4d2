package io.loanwright.bench.conformance;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * What a case has that the engine does not follow, and figures of it that are not compared.
 *
 * <p>A case of which something was read over passes only if every figure is right all the same: its
 * line says what it was. Where a figure differs, what was read over is what is not supported.
 */
final class ReadOver {

  private final Set<String> features = new LinkedHashSet<>();
  private final Set<String> figures = new TreeSet<>();

  /** Notes a feature that is not followed. */
  void feature(String name) {
    features.add(name);
  }

  /** Notes a figure that is not compared. */
  void figure(String name) {
    figures.add(name);
  }

  /** Notes the fields of a node that nobody reads, unless they say nothing. */
  void unknownFields(JsonNode node, Set<String> known, String of) {
    for (String name : node.propertyNames()) {
      if (!known.contains(name) && says(node.path(name))) {
        feature(of + " with " + name);
      }
    }
  }

  /** Tells whether a field has another value than none, zero, false or an empty list. */
  static boolean says(JsonNode value) {
    if (value.isMissingNode() || value.isNull() || (value.isContainer() && value.isEmpty())) {
      return false;
    }
    if (value.isBoolean()) {
      return value.asBoolean();
    }
    return value.isContainer() || !value.asString().matches("|none|NONE|-?0+(\\.0*)?");
  }

  boolean hasFeatures() {
    return !features.isEmpty();
  }

  /** Returns the names of the features. */
  String features() {
    return String.join(", ", features);
  }

  /** Returns how the case was read; empty where all of it was. */
  String reading() {
    if (features.isEmpty() && figures.isEmpty()) {
      return "";
    }
    if (features.isEmpty()) {
      return "not compared: " + String.join(", ", figures);
    }
    String followed = "without " + features() + ", which changes no figure";
    return figures.isEmpty()
        ? followed
        : followed + "; not compared: " + String.join(", ", figures);
  }
}
