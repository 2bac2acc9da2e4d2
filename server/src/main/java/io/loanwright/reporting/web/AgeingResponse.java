package io.loanwright.reporting.web;

import io.loanwright.engine.money.Split;
import io.loanwright.reporting.Ageing;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The ageing report as the API writes it; amounts are in its currency. */
@Schema(name = "Ageing")
record AgeingResponse(
    @Schema(description = "The business date") LocalDate on,
    String currency,
    List<OfClass> classes,
    Sums total,
    @Schema(description = "The loans of the classes that count as not performing")
        Sums nonPerforming,
    List<AtRiskResponse> atRisk) {

  /** What some loans add up to. */
  @Schema(name = "AgeingSums")
  record Sums(
      long loans,
      @Schema(description = "Due before the day and not paid: principal, interest and charges")
          String overdue,
      @Schema(description = "The same part by part, if that was asked for") @Nullable Parts parts,
      @Schema(description = "The principal that is not repaid, late or not") String outstanding,
      @Schema(description = "Of the principal outstanding of all active loans", example = "12.50")
          String percent) {

    static Sums of(Ageing ageing, Ageing.Sums sums) {
      return new Sums(
          sums.loans(),
          sums.overdue().toDecimalString(),
          ageing.isParted() ? Parts.of(sums.parts()) : null,
          sums.outstanding().toDecimalString(),
          ageing.percent(sums).toPlainString());
    }
  }

  /** What is overdue, part by part. */
  @Schema(name = "AgeingParts")
  record Parts(String principal, String interest, String fees, String penalties) {

    static Parts of(Split parts) {
      return new Parts(
          parts.principal().toDecimalString(),
          parts.interest().toDecimalString(),
          parts.fees().toDecimalString(),
          parts.penalties().toDecimalString());
    }
  }

  /** The loans of a class in a branch. */
  @Schema(name = "AgeingOfBranch")
  record OfBranch(UUID branchId, Sums sums) {}

  /** The loans of a class. */
  @Schema(name = "AgeingOfClass")
  record OfClass(
      String code,
      String name,
      int fromDay,
      @Schema(description = "The last day past due that belongs to it; null for the last class")
          @Nullable Integer untilDay,
      boolean nonPerforming,
      Sums sums,
      @Schema(description = "Branches with loans in it") List<OfBranch> branches) {

    static OfClass of(Ageing ageing, Ageing.OfClass row) {
      return new OfClass(
          row.of().code(),
          row.of().name(),
          row.of().fromDay(),
          row.untilDay(),
          row.of().nonPerforming(),
          Sums.of(ageing, row.sums()),
          row.branches().stream()
              .map(branch -> new OfBranch(branch.branchId(), Sums.of(ageing, branch.sums())))
              .toList());
    }
  }

  static AgeingResponse of(Ageing ageing) {
    return new AgeingResponse(
        ageing.on(),
        ageing.currency().code(),
        ageing.classes().stream().map(row -> OfClass.of(ageing, row)).toList(),
        Sums.of(ageing, ageing.total()),
        Sums.of(ageing, ageing.nonPerforming()),
        ageing.atRisk().stream().map(AtRiskResponse::of).toList());
  }
}
