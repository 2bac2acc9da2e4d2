package io.loanwright.loan.store;

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

  private StoredJson() {}

  static String write(Object value) {
    return MAPPER.writeValueAsString(value);
  }

  static LoanTerms readTerms(String json) {
    return TERMS.get(json);
  }

  static <T> T read(String json, Class<T> type) {
    return MAPPER.readValue(json, type);
  }
}
