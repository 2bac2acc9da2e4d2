package io.loanwright.bench.conformance;

import io.loanwright.engine.money.Money;
import java.math.BigDecimal;
import tools.jackson.databind.JsonNode;

/** Compares figures of a case with the engine's. */
final class Expect {

  private Expect() {}

  /** Compares an amount; one that the case leaves out is zero. */
  static void amount(String figure, JsonNode expected, Money got) {
    String text = expected.asString("0.00");
    if (new BigDecimal(text).compareTo(got.toMajor()) != 0) {
      throw new Difference(figure, text, got.toDecimalString());
    }
  }

  /** Compares an amount where the case has one. */
  static void amountIfGiven(String figure, JsonNode expected, Money got) {
    if (!expected.isMissingNode() && !expected.isNull()) {
      amount(figure, expected, got);
    }
  }

  /** Compares anything else by its text. */
  static void same(String figure, Object expected, Object got) {
    if (!String.valueOf(expected).equals(String.valueOf(got))) {
      throw new Difference(figure, String.valueOf(expected), String.valueOf(got));
    }
  }
}
