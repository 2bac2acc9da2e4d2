package io.loanwright.audit;

import io.loanwright.web.PlainText;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a client narrows the trail by, on the list and in its export; what is absent does not. */
public record AuditCriteria(
    @Parameter(description = "The user who did it") @Nullable UUID actor,
    @Parameter(
            description =
                "The action, or its first part: `loan` finds `loan.approve`; several are divided by"
                    + " commas")
        @Nullable
        @Size(max = 100)
        @Pattern(
            regexp = "[a-z_.]*(,[a-z_.]+)*",
            message = "must be lower-case words with dots, divided by commas")
        String action,
    AuditEvent.@Nullable Result result,
    @Nullable @Size(max = 50) @PlainText String subjectType,
    @Nullable UUID subjectId,
    @Parameter(description = "The first day, in the organization's time zone")
        @Nullable LocalDate from,
    @Parameter(description = "The last day, included") @Nullable LocalDate to) {

  /** Returns the filter that is meant by somebody who reads in a time zone. */
  public AuditFilter filter(ZoneId zone) {
    return AuditFilter.of(actor, action, result, subjectType, subjectId).between(from, to, zone);
  }
}
