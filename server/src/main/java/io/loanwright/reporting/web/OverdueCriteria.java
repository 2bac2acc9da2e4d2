package io.loanwright.reporting.web;

import io.swagger.v3.oas.annotations.Parameter;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a client narrows the installments past due by; what is absent does not. */
record OverdueCriteria(
    @Parameter(description = "The day; without it the business date") @Nullable LocalDate on,
    @Nullable UUID branchId) {

  LocalDate day(LocalDate businessDate) {
    return on == null ? businessDate : on;
  }
}
