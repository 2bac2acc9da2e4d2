package io.loanwright.api;

import io.loanwright.web.Cursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** What no honest client sends: bodies, values, parameters, headers. */
final class Nonsense {

  /** Stands in a body where nonsense goes that Jackson could not write. */
  private static final String HOLE = "@@hole@@";

  /** Bodies that are wrong as a whole. */
  static final List<String> BODIES =
      List.of(
          "",
          " ",
          "{",
          "}",
          "null",
          "[]",
          "[{}]",
          "\"text\"",
          "17",
          "{}",
          "{\"a\":1,\"a\":2}",
          "{\"\":\"\"}",
          "{\"a\":NaN}",
          "{'a':1}",
          "{\"a\":1}}",
          "\u0000",
          "\ufeff{}",
          "<a/>",
          "a=b&c=d",
          "[".repeat(100_000),
          "{\"a\":".repeat(5_000),
          "{\"constructor\":{\"prototype\":1},\"@class\":\"java.net.URL\"}");

  /** JSON values for one field. */
  static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "0",
          "-1",
          "1.5",
          "1e400",
          "-1e-400",
          "2147483648",
          "99999999999999999999999999",
          "[]",
          "{}",
          "[null]",
          "[[[[]]]]",
          "{\"a\":{\"b\":[1]}}",
          "\"\"",
          "\" \"",
          "\"\\u0000\"",
          "\"a\\u0000b\"",
          "\"\\ud800\"",
          "\"\\u202e\\u200b\"",
          "\"\uD83D\uDE00\"",
          "\"" + "x".repeat(201) + "\"",
          "\"" + "x".repeat(100_000) + "\"",
          "\"" + "9".repeat(400) + "\"",
          "\"-1\"",
          "\"0\"",
          "\"0.00\"",
          "\"-0.00\"",
          "\"0.001\"",
          "\"1e3\"",
          "\"1E-9999999\"",
          "\"1e999999999\"",
          "\"NaN\"",
          "\"1,000.00\"",
          "\"\u0661\u0662\u0663\"",
          "\"9999999999999999.99\"",
          "\"9223372036854775808\"",
          "\"10000000000000.00\"",
          "\"ZZZ\"",
          "\"eur\"",
          "\"JPY\"",
          "\"UNKNOWN\"",
          "\"0001-01-01\"",
          "\"1900-01-01\"",
          "\"2026-02-30\"",
          "\"2199-12-31\"",
          "\"9999-12-31\"",
          "\"-9999-01-01\"",
          "\"+99999-01-01\"",
          "\"2026-03-02T00:00:00\"",
          "\"2026-03-02T25:00:00Z\"",
          "\"-999999999-01-01T00:00:00Z\"",
          "\"0190b3a2-5c1e-7d3f-8a4b-1c2d3e4f5a6b\"",
          "\"1-1-1-1-1\"",
          "\"'; DROP TABLE loan.loan; --\"",
          "\"%_\\\\%\"",
          "\"<script>alert(1)</script>\"",
          "\"=1+1\"",
          "\"../../etc/passwd\"",
          "\"..\\\\..\\\\windows\\\\win.ini\"",
          "\"' OR '1'='1\"",
          "\"1; SELECT pg_sleep(20)\"",
          "\"$(id)`id`\"",
          "\"${jndi:ldap://127.0.0.1/x}\"",
          "\"{{7*7}}#{7*7}*{T(java.lang.Runtime)}\"",
          "\"__${T(java.lang.Runtime).getRuntime()}__::.x\"",
          "\"<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>\"",
          "\"javascript:alert(1)\"",
          "\"\\uFFFE\\uFFFF\\uDBFF\\uDFFF\"",
          "\"e\\u0301\\u0130\\u00df\\ufb03\"",
          "-9223372036854775809",
          "0.1e-1000000000",
          "\"a@b\"",
          "\"a@b.c\\r\\nBcc: x@y.z\"");

  /** Values of a query parameter, before they are escaped. */
  static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "\u0000",
          "x".repeat(4_000),
          "0",
          "-1",
          "1.5",
          "201",
          "99999999999999999999",
          "abc",
          "null",
          "2026-02-30",
          "2026-03-02",
          "-999999999-01-01T00:00:00Z",
          "+999999999-12-31T23:59:59Z",
          "2026-03-02T10:15:30Z",
          "EUR",
          "ZZZ",
          "ACTIVE",
          "name",
          "-name",
          "--",
          "'",
          "%",
          "%_\\",
          "' OR '1'='1' --",
          "1; SELECT pg_sleep(20)",
          "${jndi:ldap://127.0.0.1/x}",
          "../../etc/passwd",
          "\u0130",
          "9223372036854775808",
          "1e400",
          "\uD83D\uDE00",
          "\ud800",
          "0190b3a2-5c1e-7d3f-8a4b-1c2d3e4f5a6b",
          Cursor.of("x").encode(),
          Cursor.of("x", "y").encode(),
          Cursor.of("\u0000", "0190b3a2-5c1e-7d3f-8a4b-1c2d3e4f5a6b").encode(),
          Cursor.of("9999-99-99", "0190b3a2-5c1e-7d3f-8a4b-1c2d3e4f5a6b").encode(),
          Cursor.of("-999999999-01-01", "0190b3a2-5c1e-7d3f-8a4b-1c2d3e4f5a6b").encode(),
          Cursor.of("9223372036854775807", "0190b3a2-5c1e-7d3f-8a4b-1c2d3e4f5a6b").encode(),
          Cursor.of("name", "x", "0190b3a2-5c1e-7d3f-8a4b-1c2d3e4f5a6b").encode());

  /** Types of a body that is not JSON, or not quite. */
  static final List<String> CONTENT_TYPES =
      List.of(
          "text/plain",
          "application/xml",
          "application/x-www-form-urlencoded",
          "application/json;charset=utf-16",
          "application/json;charset=klingon",
          "application/merge-patch+json",
          "multipart/form-data",
          "multipart/form-data; boundary=x",
          "nonsense",
          "*/*",
          ";");

  private final Random random;

  Nonsense(Random random) {
    this.random = random;
  }

  /** Returns one of some texts. */
  String oneOf(List<String> texts) {
    return texts.get(random.nextInt(texts.size()));
  }

  /**
   * Returns a body with one field, somewhere in it, that is nonsense, missing or not known.
   *
   * @param sensible a body that fits its schema; stays as it is
   */
  String spoil(JsonNode sensible) {
    JsonNode copy = sensible.deepCopy();
    List<JsonNode> containers = new ArrayList<>();
    collect(copy, containers);
    if (containers.isEmpty()) {
      return oneOf(VALUES);
    }
    switch (containers.get(random.nextInt(containers.size()))) {
      case ObjectNode object -> spoil(object);
      case ArrayNode array -> array.add(HOLE);
      default -> throw new IllegalStateException();
    }
    return copy.toString().replace('"' + HOLE + '"', oneOf(VALUES));
  }

  private void spoil(ObjectNode object) {
    List<String> names = new ArrayList<>(object.propertyNames());
    int choice = random.nextInt(12);
    if (names.isEmpty() || choice == 0) {
      object.set("unknown", StringNode.valueOf(HOLE));
    } else if (choice == 1) {
      object.remove(names.get(random.nextInt(names.size())));
    } else {
      object.set(names.get(random.nextInt(names.size())), StringNode.valueOf(HOLE));
    }
  }

  private static void collect(JsonNode node, List<JsonNode> containers) {
    if (node.isContainer()) {
      containers.add(node);
      node.forEach(child -> collect(child, containers));
    }
  }
}
