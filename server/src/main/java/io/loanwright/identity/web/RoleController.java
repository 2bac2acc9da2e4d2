package io.loanwright.identity.web;

import io.loanwright.access.Permission;
import io.loanwright.access.Permitted;
import io.loanwright.access.Scope;
import io.loanwright.identity.Role;
import io.loanwright.identity.Roles;
import io.loanwright.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The roles and what they allow. */
@RestController
@Tag(name = "identity")
class RoleController {

  private final Roles roles;

  RoleController(Roles roles) {
    this.roles = roles;
  }

  /** A role as clients see it. */
  @Schema(name = "Role")
  record RoleView(
      @Schema(example = "LOAN_OFFICER") String code,
      @Schema(example = "Loan officer") String name,
      @Schema(description = "Whether people of the organization have it") boolean staff,
      @Schema(description = "Each permission, like `borrower.view`, and how far it reaches")
          Map<String, Scope> permissions) {

    static RoleView of(Role role) {
      return new RoleView(role.code(), role.name(), role.staff(), texts(role.grants()));
    }
  }

  /** Returns grants by the permissions' texts, in the order of the alphabet. */
  static Map<String, Scope> texts(Map<Permission, Scope> grants) {
    Map<String, Scope> texts = new TreeMap<>();
    grants.forEach((permission, scope) -> texts.put(permission.text(), scope));
    return texts;
  }

  @GetMapping("/api/roles")
  @Permitted({Permission.ROLE_VIEW, Permission.USER_INVITE})
  @Operation(operationId = "listRoles", summary = "All roles and what they allow")
  Page<RoleView> list() {
    return new Page<>(roles.all().stream().map(RoleView::of).toList(), null);
  }
}
