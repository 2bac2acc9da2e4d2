package io.loanwright.web;

import io.loanwright.access.OpenToAll;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Has one of every kind of input, for the tests of refusals. */
@TestComponent
@RestController
@Hidden
@RequestMapping("/api/probe")
class Probe {

  private final JdbcClient jdbc;

  Probe(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  enum Unit {
    DAYS,
    MONTHS
  }

  record Charge(@NotBlank String name, @Nullable String amount) {}

  record Request(
      @NotBlank @Size(max = 20) String name,
      @NotNull Unit unit,
      int count,
      @Nullable LocalDate on,
      @Nullable UUID branchId,
      @Nullable List<@Valid Charge> charges) {

    Request {
      if (count < 0) {
        throw new IllegalArgumentException("must not be negative");
      }
    }
  }

  @OpenToAll
  @PostMapping
  Request create(@Valid @RequestBody Request request) {
    return request;
  }

  @OpenToAll
  @GetMapping("/{id}")
  UUID byId(@PathVariable UUID id) {
    return id;
  }

  @OpenToAll
  @GetMapping("/search")
  String search(
      @RequestParam LocalDate on,
      @RequestParam @Max(10) int count,
      @RequestParam(required = false) @Nullable Unit unit) {
    return on + " " + count + " " + unit;
  }

  record Filters(
      @Nullable LocalDate from,
      @Nullable OffsetDateTime at,
      @Nullable Unit unit,
      @Nullable UUID branchId,
      @Nullable @Max(10) Integer count) {}

  @OpenToAll
  @GetMapping("/list")
  String list(
      @ParameterObject @Valid Filters filters,
      @RequestParam(name = "next", required = false) @Nullable String on) {
    return filters + " " + on;
  }

  @OpenToAll
  @GetMapping("/text")
  String text(@RequestParam String value) {
    return jdbc.sql("SELECT length(:value)").param("value", value).query(String.class).single();
  }

  @OpenToAll
  @PostMapping("/unique")
  void unique() {
    jdbc.sql("INSERT INTO job.scheduled_task VALUES ('a', 'b', NULL, NULL, false)").update();
  }

  @OpenToAll
  @PostMapping("/upload")
  long upload(
      @RequestParam MultipartFile file, @RequestParam(required = false) @Nullable Boolean dryRun) {
    return file.getSize();
  }

  @OpenToAll
  @PostMapping("/version")
  ResponseEntity<Void> version(
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
    ETag tag = new ETag(7);
    tag.requireMatch(ifMatch);
    return ResponseEntity.noContent().eTag(tag.value()).build();
  }

  @OpenToAll
  @PostMapping("/bug")
  void bug() {
    throw new IllegalStateException("a secret of the inside");
  }

  @OpenToAll
  @GetMapping("/half")
  void half(HttpServletResponse response) throws IOException {
    response.getOutputStream().write("half of it".getBytes(StandardCharsets.UTF_8));
    response.flushBuffer();
    throw new IllegalStateException("in the middle");
  }
}
