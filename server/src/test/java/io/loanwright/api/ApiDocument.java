package io.loanwright.api;

import io.loanwright.testing.Http;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * The description of the API as tests read it.
 *
 * @param json the whole OpenAPI document
 * @param operations its operations, sorted by path
 */
record ApiDocument(JsonNode json, List<Operation> operations) {

  private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");
  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

  /**
   * One operation.
   *
   * @param method in capitals
   * @param path with its parameters in braces
   */
  record Operation(String method, String path, JsonNode json) {

    String id() {
      return json.path("operationId").asString("");
    }

    /** Whether anybody may call it, signed in or not. */
    boolean isOpen() {
      return json.has("security") && json.path("security").isEmpty();
    }

    /** Returns the permissions of which one is needed, as text; empty if signing in is enough. */
    String permissions() {
      return json.path("x-permissions")
          .valueStream()
          .map(JsonNode::asString)
          .collect(Collectors.joining(" | "));
    }

    /** Returns the parameters of a place: {@code query}, {@code path}, {@code header}. */
    List<JsonNode> parameters(String place) {
      return json.path("parameters")
          .valueStream()
          .filter(parameter -> parameter.path("in").asString("").equals(place))
          .toList();
    }

    /** Returns the schema of the body in a content type; missing if it takes none. */
    JsonNode bodySchema(String contentType) {
      return json.path("requestBody").path("content").path(contentType).path("schema");
    }

    /** Returns the path with each parameter replaced by what a function gives for its name. */
    String pathWith(Function<String, String> value) {
      return PARAMETER
          .matcher(path)
          .replaceAll(match -> Matcher.quoteReplacement(value.apply(match.group(1))));
    }

    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  /** Asks the application for it. */
  static ApiDocument of(Http http) {
    JsonNode json = http.get("/api/openapi.json").expect(200).json();
    List<Operation> operations = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : json.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
        if (METHODS.contains(method.getKey())) {
          operations.add(
              new Operation(
                  method.getKey().toUpperCase(Locale.ROOT), path.getKey(), method.getValue()));
        }
      }
    }
    return new ApiDocument(json, List.copyOf(operations));
  }

  /** Whether there is an operation. */
  boolean has(String method, String path) {
    return operations.stream().anyMatch(o -> o.method().equals(method) && o.path().equals(path));
  }

  /** Returns the names of the required fields of a schema. */
  List<String> required(String schema) {
    return json.at("/components/schemas/" + schema + "/required")
        .valueStream()
        .map(JsonNode::asString)
        .toList();
  }

  /** Follows a reference into the components, until there is none. */
  JsonNode resolve(JsonNode schema) {
    JsonNode current = schema;
    while (current.has("$ref")) {
      current = json.at(current.path("$ref").asString().substring(1));
    }
    return current;
  }
}
