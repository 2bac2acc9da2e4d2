package io.loanwright.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/**
 * Speaks HTTP with the application under test.
 *
 * <p>Immutable: {@link #with} returns a client that also sends a header, so that several people can
 * take part in one test.
 */
public final class Http {

  private static final Duration TIMEOUT = Duration.ofMinutes(2);

  private final String base;
  private final JsonMapper json;
  private final HttpClient client;
  private final Map<String, String> headers;

  /**
   * Makes a client without headers of its own.
   *
   * @param base address without a slash at the end: {@code http://127.0.0.1:8080}
   */
  public Http(String base, JsonMapper json) {
    this(base, json, HttpClient.newHttpClient(), Map.of());
  }

  private Http(String base, JsonMapper json, HttpClient client, Map<String, String> headers) {
    this.base = base;
    this.json = json;
    this.client = client;
    this.headers = headers;
  }

  /** Returns the address of the application. */
  public String base() {
    return base;
  }

  /** Returns what the client sends to say who it is; empty if it is not signed in. */
  public String authorization() {
    return headers.getOrDefault("Authorization", "");
  }

  /** Returns a client that sends a header with every request. */
  public Http with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Http(base, json, client, more);
  }

  /** Returns a client that is signed in. */
  public Http bearer(String accessToken) {
    return with("Authorization", "Bearer " + accessToken);
  }

  /** Returns a client that sends a new idempotency key, the same with each of its requests. */
  public Http idempotent() {
    return with("Idempotency-Key", UUID.randomUUID().toString());
  }

  /** Reads. */
  public Answer get(String path) {
    return send("GET", path, BodyPublishers.noBody());
  }

  /** Sends a body that Jackson can write: a record, a map, a list. */
  public Answer post(String path, Object body) {
    return json("POST", path, body);
  }

  /** Sends no body. */
  public Answer post(String path) {
    return send("POST", path, BodyPublishers.noBody());
  }

  /** Replaces. */
  public Answer put(String path, Object body) {
    return json("PUT", path, body);
  }

  /** Changes. */
  public Answer patch(String path, Object body) {
    return json("PATCH", path, body);
  }

  /** Removes. */
  public Answer delete(String path) {
    return send("DELETE", path, BodyPublishers.noBody());
  }

  /** Sends text as it is, for what Jackson would never write. */
  public Answer raw(String method, String path, String contentType, String body) {
    return with("Content-Type", contentType).send(method, path, BodyPublishers.ofString(body));
  }

  /** Uploads one file as {@code multipart/form-data}, with form fields beside it. */
  public Answer upload(
      String path, String part, String fileName, byte[] file, Map<String, String> fields) {
    return upload(path, List.of(FilePart.of(part, fileName, file)), fields);
  }

  /** A file of a form. */
  public record FilePart(String part, String fileName, String type, BodyPublisher content) {

    /** Makes a file of a type, such as {@code text/csv}. */
    public static FilePart of(String part, String fileName, String type, byte[] content) {
      return new FilePart(part, fileName, type, BodyPublishers.ofByteArray(content));
    }

    /** Makes a file of no particular type. */
    public static FilePart of(String part, String fileName, byte[] content) {
      return of(part, fileName, "application/octet-stream", content);
    }
  }

  /** Uploads files as {@code multipart/form-data}, with form fields beside them. */
  public Answer upload(String path, List<FilePart> files, Map<String, String> fields) {
    String boundary = "loanwright-" + UUID.randomUUID();
    List<BodyPublisher> body = new ArrayList<>();
    fields.forEach((name, value) ->
        body.add(
            BodyPublishers.ofString(
                "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                    .formatted(boundary, name, value))));
    for (FilePart file : files) {
      body.add(
          BodyPublishers.ofString(
              "--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\n"
                      .formatted(boundary, file.part(), file.fileName())
                  + "Content-Type: "
                  + file.type()
                  + "\r\n\r\n"));
      body.add(file.content());
      body.add(BodyPublishers.ofString("\r\n"));
    }
    body.add(BodyPublishers.ofString("--" + boundary + "--\r\n"));
    return with("Content-Type", "multipart/form-data; boundary=" + boundary)
        .send("POST", path, BodyPublishers.concat(body.toArray(BodyPublisher[]::new)));
  }

  private Answer json(String method, String path, Object body) {
    return raw(method, path, "application/json", json.writeValueAsString(body));
  }

  private Answer send(String method, String path, BodyPublisher body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path)).timeout(TIMEOUT).method(method, body);
    headers.forEach(request::setHeader);
    try {
      HttpResponse<byte[]> response =
          client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      return new Answer(method + " " + path, response, json);
    } catch (IOException e) {
      throw new UncheckedIOException(method + " " + path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
