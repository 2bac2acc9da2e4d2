package io.loanwright.loan.store;

import tools.jackson.databind.json.JsonMapper;

/**
 * How terms, payloads and frozen schedules are written to the database.
 *
 * <p>Apart from how the API writes JSON, so that a change there never makes stored rows unreadable.
 */
final class StoredJson {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private StoredJson() {}

  static String write(Object value) {
    return MAPPER.writeValueAsString(value);
  }

  static <T> T read(String json, Class<T> type) {
    return MAPPER.readValue(json, type);
  }
}
