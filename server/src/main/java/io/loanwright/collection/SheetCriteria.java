package io.loanwright.collection;

import io.swagger.v3.oas.annotations.Parameter;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Of what a collection sheet is. */
public record SheetCriteria(
    @Parameter(description = "The day, by what is paid now; without it the business date")
        @Nullable LocalDate on,
    @Nullable UUID branchId,
    @Parameter(description = "Whose work it is; without it everybody's within reach")
        @Nullable UUID assigneeId) {}
