package io.loanwright.reporting.web;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.access.Permitted;
import io.loanwright.organization.Organization;
import io.loanwright.reporting.Sampled;
import io.loanwright.reporting.store.SampleQuery;
import io.loanwright.web.FieldError;
import io.loanwright.web.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Samples for auditors. */
@RestController
@Tag(name = "reporting")
class SampleController {

  private static final int USUAL_SIZE = 25;
  private static final int DAYS_MAX = 31;

  private final SampleQuery query;
  private final Organization organization;

  SampleController(SampleQuery query, Organization organization) {
    this.query = query;
    this.organization = organization;
  }

  /** What is drawn from, and how. */
  record Drawing(
      @Parameter(description = "Any text; the same one draws the same sample")
          @NotBlank
          @Size(max = 100)
          String seed,
      @Parameter(description = "The first value date; 30 days before the last one without it")
          @Nullable LocalDate from,
      @Parameter(description = "The last value date, 31 days at most; the business date without it")
          @Nullable LocalDate to,
      @Parameter(description = "How many payments; 25 without it") @Min(1) @Max(200)
          @Nullable Integer size) {}

  /** A payment that was drawn. */
  @Schema(name = "SampledPayment")
  record Row(
      UUID id,
      UUID loanId,
      String loanNumber,
      String receiptNumber,
      String amount,
      String currency,
      @Schema(description = "The value date") LocalDate on,
      String channel,
      String takenBy,
      @Schema(description = "POSTED or REVERSED") String status) {

    static Row of(Sampled sampled) {
      return new Row(
          sampled.id(),
          sampled.loanId(),
          sampled.loanNumber(),
          sampled.receiptNumber(),
          sampled.amount().toDecimalString(),
          sampled.amount().currency().code(),
          sampled.taken().on(),
          sampled.taken().channel(),
          sampled.taken().byName(),
          sampled.status());
    }
  }

  /** A sample with what it was drawn by. */
  @Schema(name = "PaymentSample")
  record Sample(String seed, LocalDate from, LocalDate to, List<Row> items) {}

  @GetMapping("/api/audit/sample")
  @Permitted(Permission.AUDIT_VIEW)
  @Operation(
      operationId = "drawSample",
      summary = "Payments drawn at random by a seed, to be looked at one by one",
      description =
          "Ordered by the MD5 of the seed, a colon and the payment's id: each has the same chance, "
              + "and whoever has the seed draws the same sample again.")
  Sample draw(Caller caller, @ParameterObject @Valid Drawing drawing) {
    LocalDate to = drawing.to() == null ? organization.businessDate() : drawing.to();
    LocalDate from = drawing.from() == null ? to.minusDays(DAYS_MAX - 1L) : drawing.from();
    if (from.isAfter(to)) {
      throw ProblemException.invalid(
          List.of(new FieldError("from", "must not be after the last day")));
    }
    if (ChronoUnit.DAYS.between(from, to) >= DAYS_MAX) {
      throw ProblemException.invalid(
          List.of(new FieldError("from", "must be at most 30 days before the last day")));
    }
    int size = drawing.size() == null ? USUAL_SIZE : drawing.size();
    return new Sample(
        drawing.seed(),
        from,
        to,
        query.draw(caller.reach(Permission.AUDIT_VIEW), drawing.seed(), from, to, size).stream()
            .map(Row::of)
            .toList());
  }
}
