package io.loanwright.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Of a route that serves a path, the beginning is one of the path. */
class RouteMappingTest {

  @ParameterizedTest
  @CsvSource({
    "/api/loans, /api/loans",
    "/api/loans/{id}/payments, /api/loans/",
    "/api/loans/LN-{number}, /api/loans/LN-",
    "/api/loans/*/payments, /api/loans/",
    "/files/{*rest}, /files",
    "/files/**, /files",
    "/**, ''"
  })
  void aPathBeginsWithWhatStandsBeforeTheFirstVariable(String pattern, String beginning) {
    assertThat(RouteMapping.beginning(pattern)).isEqualTo(beginning);
  }
}
