package io.loanwright.borrower.web;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.access.Permitted;
import io.loanwright.identity.Users;
import io.loanwright.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who of the staff can look after borrowers. */
@RestController
@Tag(name = "borrower")
class OfficerController {

  private final Users users;

  OfficerController(Users users) {
    this.users = users;
  }

  /** Somebody of the staff. */
  @Schema(name = "Officer")
  record OfficerView(UUID id, String name) {}

  @GetMapping("/api/borrowers/officers")
  @Permitted(Permission.BORROWER_EDIT)
  @Operation(
      operationId = "listOfficers",
      summary = "To whom of the staff the caller can hand a borrower, by name")
  Page<OfficerView> list(Caller caller) {
    List<OfficerView> officers =
        users.activeStaff(caller, Permission.BORROWER_EDIT).entrySet().stream()
            .map(officer -> new OfficerView(officer.getKey(), officer.getValue()))
            .toList();
    return new Page<>(officers, null);
  }
}
