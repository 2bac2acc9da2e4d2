package io.loanwright.bench.conformance;

import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Reads the switches of the source that a case sets. */
final class Switches {

  /** When accruals are written is the ledger's; principal that is late bears interest as agreed. */
  private static final Map<String, String> FOLLOWED =
      Map.of(
          "enable-immediate-charge-accrual-post-maturity", "enabled|disabled|true|false",
          "is-principal-compounding-disabled-for-overdue-loans", "disabled|false");

  private Switches() {}

  /** Notes each switch that is set to what is not followed. */
  static void read(JsonNode switches, ReadOver over) {
    for (String name : switches.propertyNames()) {
      read(name, switches.path(name), over);
    }
  }

  /** Notes a switch that is set to what is not followed. */
  static void read(String name, JsonNode value, ReadOver over) {
    String followed = FOLLOWED.get(name);
    if (followed == null || !value.asString("").toLowerCase(Locale.ROOT).matches(followed)) {
      over.feature("switch " + name);
    }
  }
}
