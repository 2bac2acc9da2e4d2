package io.loanwright.audit.web;

import io.loanwright.access.Permission;
import io.loanwright.access.Permitted;
import io.loanwright.audit.Sealing;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How far trail and journal are sealed. */
@RestController
@Tag(name = "audit")
class SealController {

  private final Sealing sealing;

  SealController(Sealing sealing) {
    this.sealing = sealing;
  }

  /**
   * How far the chain of hashes goes.
   *
   * @param seals how many seals it has
   * @param sealedAt when the last one was made
   * @param head 64 hexadecimal digits over all that is sealed; keep it elsewhere, and nobody can
   *     change what is before it unseen
   * @param waiting how many records wait for their seal
   * @param signed the head that was signed last; once a business day
   */
  @Schema(name = "ChainOfSeals")
  record Chain(
      long seals,
      @Nullable Instant sealedAt,
      @Nullable String head,
      long waiting,
      Sealing.@Nullable SignedHead signed) {}

  @GetMapping("/api/audit/seal")
  @Permitted({Permission.AUDIT_VIEW, Permission.AUDIT_BOOKS, Permission.LEDGER_VIEW})
  @Operation(operationId = "getSeal", summary = "How far trail and journal are sealed")
  Chain chain() {
    Sealing.State state = sealing.state();
    return new Chain(
        state.seals(),
        state.sealedAt(),
        state.head(),
        state.waiting(),
        sealing.signed().orElse(null));
  }
}
