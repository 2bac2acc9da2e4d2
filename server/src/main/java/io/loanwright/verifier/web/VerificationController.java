package io.loanwright.verifier.web;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.access.Permitted;
import io.loanwright.access.Scope;
import io.loanwright.organization.Job;
import io.loanwright.verifier.Verdict;
import io.loanwright.verifier.Verifications;
import io.loanwright.web.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Whether the books follow from what was recorded, for who may see the whole trail. */
@RestController
@Tag(name = "ledger")
class VerificationController {

  private final Verifications verifications;
  private final JsonMapper json;

  VerificationController(Verifications verifications, JsonMapper json) {
    this.verifications = verifications;
    this.json = json;
  }

  /**
   * A verification as it stands.
   *
   * @param error why it could not be finished
   * @param verdict what came of it, once it is done
   */
  @Schema(name = "Verification")
  record Verification(
      Job.Status status,
      String startedByName,
      Instant startedAt,
      @Nullable Instant endedAt,
      @Nullable String error,
      @Nullable Verdict verdict) {}

  /**
   * The last one.
   *
   * @param last null where the books were never verified
   */
  @Schema(name = "LastVerification")
  record LastVerification(@Nullable Verification last) {}

  @GetMapping("/api/ledger/verification")
  @Permitted(Permission.AUDIT_VIEW)
  @Operation(operationId = "getLastVerification", summary = "The last verification of the books")
  LastVerification last(Caller caller) {
    requireWholeView(caller);
    return new LastVerification(verifications.last().map(this::verification).orElse(null));
  }

  @PostMapping("/api/ledger/verification")
  @Permitted(Permission.AUDIT_VIEW)
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(
      operationId = "startVerification",
      summary = "Derive every balance of the books once more; it goes on in the background")
  LastVerification start(Caller caller) {
    requireWholeView(caller);
    if (verifications.start(caller).isEmpty()) {
      throw ProblemException.conflict(
          "verification-running", "The books are being verified already.");
    }
    return last(caller);
  }

  /** The whole book is looked at, so nobody whose view ends at a branch may ask. */
  private static void requireWholeView(Caller caller) {
    if (caller.reach(Permission.AUDIT_VIEW).scope() != Scope.ORGANIZATION) {
      throw ProblemException.forbidden("The books are verified for those who see all branches.");
    }
  }

  private Verification verification(Job job) {
    return new Verification(
        job.status(),
        job.startedByName(),
        job.startedAt(),
        job.endedAt(),
        job.error(),
        job.result() == null ? null : json.treeToValue(job.result(), Verdict.class));
  }
}
