package io.loanwright.web;

import io.loanwright.access.OpenToAll;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells load balancers and the launcher whether requests can be answered. */
@RestController
@Tag(name = "system", description = "The state of the program")
class HealthController {

  private final JdbcClient jdbc;

  HealthController(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Answers 200 while the database answers, else 503. */
  @OpenToAll
  @GetMapping("/api/health")
  @Operation(operationId = "getHealth", summary = "Whether requests can be answered")
  @ApiResponse(responseCode = "200", description = "They can")
  @ApiResponse(responseCode = "503", description = "The database does not answer")
  ResponseEntity<Health> health() {
    try {
      jdbc.sql("SELECT 1").query(Integer.class).single();
      return ResponseEntity.ok(new Health("up"));
    } catch (DataAccessException e) {
      return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).body(new Health("down"));
    }
  }

  /**
   * The state of this instance.
   *
   * @param status {@code up} or {@code down}
   */
  record Health(String status) {}
}
