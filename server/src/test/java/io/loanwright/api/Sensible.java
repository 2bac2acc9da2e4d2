package io.loanwright.api;

import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes input that fits a schema of the API's description, so that nonsense can replace a part. */
final class Sensible {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final int DEPTH_MAX = 6;

  private final ApiDocument document;
  private final Random random;
  private final Function<String, String> ids;

  /**
   * Makes the maker.
   *
   * @param ids gives an id for the name of a field: {@code borrowerId}
   */
  Sensible(ApiDocument document, Random random, Function<String, String> ids) {
    this.document = document;
    this.random = random;
    this.ids = ids;
  }

  /** Returns a value for a schema: an object with all that is required and some of the rest. */
  JsonNode value(String name, JsonNode schema) {
    return value(name, schema, 0);
  }

  private JsonNode value(String name, JsonNode unresolved, int depth) {
    JsonNode schema = document.resolve(unresolved);
    if (schema.has("oneOf")) {
      return value(name, schema.path("oneOf").path(0), depth);
    }
    JsonNode choices = schema.path("enum");
    if (!choices.isEmpty()) {
      return choices.path(random.nextInt(choices.size()));
    }
    return switch (type(schema)) {
      case "object" -> object(schema, depth);
      case "array" -> {
        ArrayNode array = NODES.arrayNode();
        if (depth < DEPTH_MAX) {
          array.add(value(name, schema.path("items"), depth + 1));
        }
        yield array;
      }
      case "integer", "number" -> NODES.numberNode(Math.max(6, schema.path("minimum").asLong(1)));
      case "boolean" -> NODES.booleanNode(random.nextBoolean());
      default -> NODES.stringNode(text(name, schema));
    };
  }

  private ObjectNode object(JsonNode schema, int depth) {
    ObjectNode object = NODES.objectNode();
    JsonNode required = schema.path("required");
    for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
      String name = property.getKey();
      boolean needed = required.valueStream().anyMatch(r -> r.asString().equals(name));
      if (depth < DEPTH_MAX && (needed || random.nextInt(3) == 0)) {
        object.set(name, value(name, property.getValue(), depth + 1));
      }
    }
    JsonNode others = schema.path("additionalProperties");
    if (others.isObject()) {
      object.set("CASH", value("CASH", others, depth + 1));
    }
    return object;
  }

  private String text(String name, JsonNode schema) {
    return switch (schema.path("format").asString("")) {
      case "uuid" -> ids.apply(name);
      case "date" -> "2026-03-0" + (1 + random.nextInt(4));
      case "date-time" -> "2026-03-02T10:15:30Z";
      case "email" -> "person" + random.nextInt(1_000_000) + "@loanwright.test";
      default -> textOf(name);
    };
  }

  private String textOf(String name) {
    return switch (name) {
      case "currency", "incomeCurrency" -> "EUR";
      case "timeZone" -> "Africa/Nairobi";
      case "locale" -> "en-KE";
      case "role" -> "TELLER";
      case "annualRate", "downPaymentPercent", "percent" -> "12.5";
      case "principal", "amount", "minPrincipal", "maxPrincipal", "limit", "monthlyIncome" ->
          100 + random.nextInt(900) + ".00";
      default -> "Text " + random.nextInt(1_000_000);
    };
  }

  private static String type(JsonNode schema) {
    JsonNode type = schema.path("type");
    if (type.isArray()) {
      return type.valueStream()
          .map(JsonNode::asString)
          .filter(one -> !one.equals("null"))
          .findFirst()
          .orElse("string");
    }
    return type.asString("string");
  }
}
