package io.loanwright.reporting.web;

import io.loanwright.reporting.Provisioning;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What is to be set aside for losses and what is, as the API writes it. */
@Schema(name = "Provisioning")
record ProvisioningResponse(
    @Schema(description = "The business date") LocalDate on,
    String currency,
    @Schema(description = "Of all branches") List<OfClass> classes,
    List<OfBranch> branches,
    Sums total) {

  /** The loans of a class. */
  @Schema(name = "ProvisioningOfClass")
  record OfClass(
      String code,
      String name,
      int fromDay,
      @Schema(description = "What is set aside of the principal, in percent", example = "25")
          String percent,
      @Schema(description = "The principal of its active loans that is not repaid") String exposure,
      @Schema(description = "What is to be set aside, each branch rounded half to even")
          String required) {

    static OfClass of(Provisioning.OfClass row) {
      return new OfClass(
          row.of().code(),
          row.of().name(),
          row.of().fromDay(),
          row.percent(),
          row.exposure().toDecimalString(),
          row.required().toDecimalString());
    }
  }

  /** A branch. */
  @Schema(name = "ProvisioningOfBranch")
  record OfBranch(UUID branchId, Sums sums, List<OfClass> classes) {}

  /** What is lent out, what is to be set aside of it, and what is. */
  @Schema(name = "ProvisioningSums")
  record Sums(
      String exposure,
      String required,
      @Schema(description = "What the allowance for loan losses holds") String held,
      @Schema(description = "`required` less `held`: what is still to be set aside")
          String difference) {

    static Sums of(Provisioning.Sums sums) {
      return new Sums(
          sums.exposure().toDecimalString(),
          sums.required().toDecimalString(),
          sums.held().toDecimalString(),
          sums.difference().toDecimalString());
    }
  }

  static ProvisioningResponse of(Provisioning found) {
    return new ProvisioningResponse(
        found.on(),
        found.currency().code(),
        found.classes().stream().map(OfClass::of).toList(),
        found.branches().stream()
            .map(branch ->
                new OfBranch(
                    branch.branchId(),
                    Sums.of(branch.sums()),
                    branch.classes().stream().map(OfClass::of).toList()))
            .toList(),
        Sums.of(found.total()));
  }
}
