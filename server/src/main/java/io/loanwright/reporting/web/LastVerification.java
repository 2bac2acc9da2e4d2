package io.loanwright.reporting.web;

import io.loanwright.organization.Job;
import io.loanwright.verifier.Verdict;
import io.loanwright.verifier.Verifications;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** How the last verification of the books ended. */
@Component
class LastVerification {

  private final Verifications verifications;
  private final JsonMapper json;

  LastVerification(Verifications verifications, JsonMapper json) {
    this.verifications = verifications;
    this.json = json;
  }

  /** A verification in a line. */
  @Schema(name = "DashboardVerification")
  record Verified(
      Job.Status status,
      Instant startedAt,
      @Nullable Instant endedAt,
      @Schema(description = "Records that do not fit, once it is done")
          @Nullable Long differences) {}

  /** Returns it; null where the books were never verified. */
  @Nullable Verified last() {
    return verifications.last().map(this::verified).orElse(null);
  }

  private Verified verified(Job job) {
    return new Verified(
        job.status(),
        job.startedAt(),
        job.endedAt(),
        job.result() == null ? null : json.treeToValue(job.result(), Verdict.class).differences());
  }
}
