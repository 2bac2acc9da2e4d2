package io.loanwright.integration.web;

import io.loanwright.integration.mapping.ImportMapping;
import io.loanwright.web.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads the mapping out of a form, as strictly as any body. */
@Component
class MappingReader {

  private final JsonMapper json;

  MappingReader(JsonMapper json) {
    this.json = json;
  }

  /** Gives the fields that are wrong their place in the form. */
  private record Form(ImportMapping mapping) {}

  /**
   * Reads a mapping.
   *
   * @throws HttpMessageNotReadableException 400 if it is none
   */
  ImportMapping read(String text) {
    try {
      var form = json.createObjectNode();
      form.set("mapping", json.readTree(text));
      ImportMapping mapping = json.treeToValue(form, Form.class).mapping();
      if (mapping == null) {
        throw ProblemException.invalid("mapping", "is required");
      }
      return mapping;
    } catch (JacksonException wrong) {
      throw new HttpMessageNotReadableException("mapping", wrong, new Text(text));
    }
  }

  private record Text(String text) implements HttpInputMessage {

    @Override
    public InputStream getBody() {
      return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public HttpHeaders getHeaders() {
      return new HttpHeaders();
    }
  }
}
