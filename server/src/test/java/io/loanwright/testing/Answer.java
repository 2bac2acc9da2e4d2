package io.loanwright.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the application answered.
 *
 * @param request method and path, for messages
 */
public record Answer(String request, HttpResponse<byte[]> response, JsonMapper mapper) {

  /** Fails unless the status is the expected one; shows the body then. */
  public Answer expect(int status) {
    assertThat(response.statusCode()).as("%s answered %s", request, body()).isEqualTo(status);
    return this;
  }

  /** Fails unless the answer is a problem with this status and code. */
  public Answer expectProblem(int status, String code) {
    expect(status);
    assertThat(header("content-type")).as(request).isEqualTo("application/problem+json");
    assertThat(text("/code")).as("%s answered %s", request, body()).isEqualTo(code);
    return this;
  }

  /** Returns the status. */
  public int status() {
    return response.statusCode();
  }

  /** Returns the body as JSON. */
  public JsonNode json() {
    return mapper.readTree(response.body());
  }

  /** Returns the body as a record. */
  public <T> T as(Class<T> type) {
    return mapper.readValue(response.body(), type);
  }

  /**
   * Returns one value as text.
   *
   * @param pointer a JSON pointer: {@code /outstanding/total}
   */
  public String text(String pointer) {
    JsonNode node = json().at(pointer);
    assertThat(node.isMissingNode()).as("%s in %s", pointer, body()).isFalse();
    return node.asString();
  }

  /** Returns the {@code id} of the thing. */
  public UUID id() {
    return UUID.fromString(text("/id"));
  }

  /** Returns the body as text. */
  public String body() {
    return new String(response.body(), StandardCharsets.UTF_8);
  }

  /** Returns a header, empty if it is not there. */
  public String header(String name) {
    return response.headers().firstValue(name).orElse("");
  }
}
