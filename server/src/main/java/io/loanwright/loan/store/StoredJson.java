package io.loanwright.loan.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.loanwright.engine.terms.LoanTerms;
import tools.jackson.databind.json.JsonMapper;

/**
 * How terms, payloads and frozen schedules are written to the database.
 *
 * <p>Apart from how the API writes JSON, so that a change there never makes stored rows unreadable.
 */
final class StoredJson {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final int USUAL_TERMS = 1000;

  /** By their text: most loans of a product have the same terms. */
  private static final LoadingCache<String, LoanTerms> TERMS =
      Caffeine.newBuilder()
          .maximumSize(USUAL_TERMS)
          .build(json -> MAPPER.readValue(json, LoanTerms.class));

  private static final int USUAL_PAYLOADS = 1000;

  /** By type and text: most payments say no more than the way that they came. */
  private static final Cache<Payload, Object> PAYLOADS =
      Caffeine.newBuilder().maximumSize(USUAL_PAYLOADS).build();

  private record Payload(Class<?> type, String json) {}

  private StoredJson() {}

  static String write(Object value) {
    return MAPPER.writeValueAsString(value);
  }

  static LoanTerms readTerms(String json) {
    return TERMS.get(json);
  }

  /** Reads a short value that never changes and is likely to be read again. */
  static <T> T readUsual(String json, Class<T> type) {
    return type.cast(PAYLOADS.get(new Payload(type, json), _ -> read(json, type)));
  }

  static <T> T read(String json, Class<T> type) {
    return MAPPER.readValue(json, type);
  }
}
