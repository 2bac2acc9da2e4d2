package io.loanwright.collection;

import io.loanwright.web.PlainText;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a client narrows installments that fall due by. */
public record DueCriteria(
    @Parameter(description = "The first due date; the business date without it")
        @Nullable LocalDate from,
    @Parameter(description = "The last due date; the first one without it") @Nullable LocalDate to,
    @Parameter(description = "Who looks after the loan") @Nullable UUID officerId,
    @Parameter(description = "Of which loans; without it those in the organization's currency")
        @Nullable
        @Size(max = 3)
        @PlainText
        String currency) {}
