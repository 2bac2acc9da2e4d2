package io.loanwright.audit;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Turns the fields of a deed into JSON without anything secret in it. */
@Component
class Redaction {

  static final String BLANK = "***";

  private static final Pattern SECRET =
      Pattern.compile("password|token|secret|passphrase|onetimecode|accepturl");

  private final JsonMapper json;

  Redaction(JsonMapper json) {
    this.json = json;
  }

  /** Returns the JSON of a record or a map; null for null. */
  @Nullable String toJson(@Nullable Object fields) {
    if (fields == null) {
      return null;
    }
    JsonNode tree = json.valueToTree(fields);
    blank(tree);
    return json.writeValueAsString(tree);
  }

  private static void blank(JsonNode node) {
    if (node instanceof ObjectNode object) {
      for (String name : object.propertyNames().stream().toList()) {
        if (SECRET.matcher(name.toLowerCase(Locale.ROOT)).find()) {
          object.put(name, BLANK);
        } else {
          blank(object.get(name));
        }
      }
    } else if (node instanceof ArrayNode array) {
      array.forEach(Redaction::blank);
    }
  }

  JsonNode fromJson(String text) {
    return json.readTree(text);
  }
}
