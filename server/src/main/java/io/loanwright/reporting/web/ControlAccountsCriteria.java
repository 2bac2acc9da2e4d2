package io.loanwright.reporting.web;

import io.swagger.v3.oas.annotations.Parameter;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Which control accounts are asked for, on the page and in its export. */
record ControlAccountsCriteria(
    @Parameter(description = "The day; without it the business date") @Nullable LocalDate on,
    @Parameter(description = "Without it the organization's") @Nullable String currency) {}
