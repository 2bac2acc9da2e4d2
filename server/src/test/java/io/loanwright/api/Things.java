package io.loanwright.api;

import io.loanwright.testing.Answer;
import io.loanwright.testing.Http;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Ids of what exists in the application, found by its own lists. */
final class Things {

  private static final Map<String, String> COLLECTIONS =
      Map.of(
          "borrowerId", "borrowers",
          "productId", "products",
          "loanId", "loans",
          "branchId", "branches",
          "userId", "users",
          "officerId", "users",
          "walletId", "wallets");

  private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");

  private final ApiDocument document;
  private final Http http;
  private final Random random;
  private final Map<String, List<String>> found = new HashMap<>();

  Things(ApiDocument document, Http http, Random random) {
    this.document = document;
    this.http = http;
    this.random = random;
  }

  /** Returns an id for a field that is named like {@code borrowerId}. */
  String idOfField(String field) {
    return oneOf(COLLECTIONS.getOrDefault(field, ""));
  }

  /**
   * Returns an id for a parameter of a path.
   *
   * @param path {@code /api/products/{id}} means one of {@code /api/products}
   */
  String idOfPath(String path, String parameter) {
    String before = path.substring(0, path.indexOf("{" + parameter + "}") - 1);
    String collection = before.replaceFirst("^/api/", "");
    return oneOf(COLLECTIONS.getOrDefault(parameter, collection));
  }

  private String oneOf(String collection) {
    List<String> ids = found.get(collection);
    if (ids == null) {
      ids = list(collection);
      found.put(collection, ids);
    }
    return ids.isEmpty() || random.nextInt(8) == 0
        ? new UUID(random.nextLong(), random.nextLong()).toString()
        : ids.get(random.nextInt(ids.size()));
  }

  private List<String> list(String collection) {
    String path = "/api/" + collection;
    if (collection.isEmpty() || !document.has("GET", path)) {
      return List.of();
    }
    String listed =
        PARAMETER.matcher(path).replaceAll(parameter -> idOfPath(path, parameter.group(1)));
    Answer answer = http.get(listed);
    if (answer.status() != 200) {
      return List.of();
    }
    JsonNode json = answer.json();
    String self = http.get("/api/profile").expect(200).text("/id");
    // Without the one who asks: disabled, he could ask no more.
    return (json.isArray() ? json : json.path("items"))
        .valueStream()
        .map(item -> item.path("id").asString(""))
        .filter(id -> !id.isEmpty() && !id.equals(self))
        .toList();
  }
}
