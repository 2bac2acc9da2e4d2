package io.loanwright.identity.web;

import io.loanwright.access.AmountLimit;
import io.loanwright.access.AskedAgain;
import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.access.Permitted;
import io.loanwright.access.Scope;
import io.loanwright.identity.Role;
import io.loanwright.identity.RoleLimits;
import io.loanwright.identity.RoleOutcome;
import io.loanwright.identity.Roles;
import io.loanwright.web.Amounts;
import io.loanwright.web.ETag;
import io.loanwright.web.FieldError;
import io.loanwright.web.PlainText;
import io.loanwright.web.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The roles and what they allow. */
@RestController
@Tag(name = "identity")
class RoleController {

  private static final int CODE_MAX = 50;
  private static final String CODE = "[A-Z][A-Z_]*";
  private static final String CODE_MESSAGE = "must be capital letters and _, like BRANCH_CASHIER";
  private static final int GRANTS_MAX = 200;
  private static final int LIMITS_MAX = 100;

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
      @Schema(description = "Whether it came with the program; such a one is not deleted")
          boolean builtIn,
      @Schema(
              description =
                  "Whether anybody has or had it, or was invited into it; such a one is not"
                      + " deleted")
          boolean used,
      @Schema(description = "Whether those who have it need a second factor") boolean secondFactor,
      @Schema(description = "Whether its permissions stay as they are") boolean fixed,
      @Schema(description = "Each permission, like `borrower.view`, and how far it reaches")
          Map<String, Scope> permissions,
      @Schema(description = "Up to which amounts it does some of that") List<RoleLimit> limits) {

    static RoleView of(Role role) {
      return new RoleView(
          role.code(),
          role.name(),
          role.staff(),
          role.builtIn(),
          role.used(),
          role.secondFactor(),
          role.isFixed(),
          texts(role.grants()),
          role.limits().stream().map(RoleLimit::of).toList());
    }
  }

  /**
   * The most that a role decides about. Without a limit a permission counts for any amount; with
   * limits it counts in their currencies only.
   *
   * @param permission `loan.approve`, `loan.write_off`, `charge.waive` or `interest.waive`
   * @param amount up to which it decides
   */
  @Schema(name = "RoleLimit")
  record RoleLimit(
      @NotBlank @Size(max = 50) String permission,
      @NotBlank @Size(max = 3) String currency,
      @NotNull @Pattern(regexp = Amounts.PATTERN, message = Amounts.EXPECTED) String amount) {

    static RoleLimit of(AmountLimit limit) {
      return new RoleLimit(
          limit.permission().text(),
          limit.most().currency().code(),
          limit.most().toDecimalString());
    }

    AmountLimit limit(String field) {
      Permission limited =
          Permission.ofText(permission)
              .filter(RoleLimits.LIMITED::contains)
              .orElseThrow(() ->
                  ProblemException.invalid(
                      field + ".permission",
                      "must be loan.approve, loan.write_off, charge.waive or interest.waive"));
      return new AmountLimit(
          limited,
          Amounts.positive(
              field + ".amount", amount, Amounts.currency(field + ".currency", currency)));
    }
  }

  /** All roles, and what can be given to one. */
  @Schema(name = "RoleList")
  record RoleList(
      List<RoleView> items,
      @Nullable String next,
      @Schema(
              description =
                  "Each permission that a role of the staff can have, and how far it can reach")
          Map<String, List<Scope>> grantable) {}

  /** A role of the organization's own; one of permissions and copyOf is needed. */
  @Schema(name = "NewRole")
  record NewRole(
      @NotBlank @Size(max = CODE_MAX) @Pattern(regexp = CODE, message = CODE_MESSAGE) String code,
      @NotBlank @PlainText @Size(max = Fields.NAME_MAX) String name,
      @Schema(description = "The role whose permissions it gets where none are named")
          @Nullable
          @Size(max = CODE_MAX)
          String copyOf,
      @Nullable @Size(max = GRANTS_MAX, message = FieldError.TOO_MANY)
          Map<String, Scope> permissions) {}

  /** What to change; what is left out stays. */
  @Schema(name = "RoleChange")
  record RoleChange(
      @Nullable
          @PlainText
          @Size(max = Fields.NAME_MAX)
          @Pattern(regexp = Fields.NOT_BLANK, message = FieldError.MISSING)
          String name,
      @Schema(
              description =
                  "Whether those who have it need a second factor; who has none may do nothing"
                      + " until it is set up")
          @Nullable Boolean secondFactor,
      @Schema(description = "All its permissions, not only those that are new")
          @Nullable
          @Size(max = GRANTS_MAX, message = FieldError.TOO_MANY)
          Map<String, Scope> permissions,
      @Schema(description = "All its limits, at most one for a permission and a currency")
          @Nullable
          @Size(max = LIMITS_MAX, message = FieldError.TOO_MANY)
          List<@NotNull @Valid RoleLimit> limits) {}

  /** Returns grants by the permissions' texts, in the order of the alphabet. */
  static Map<String, Scope> texts(Map<Permission, Scope> grants) {
    Map<String, Scope> texts = new TreeMap<>();
    grants.forEach((permission, scope) -> texts.put(permission.text(), scope));
    return texts;
  }

  @GetMapping("/api/roles")
  @Permitted({Permission.ROLE_VIEW, Permission.USER_INVITE})
  @Operation(operationId = "listRoles", summary = "All roles and what they allow")
  RoleList list() {
    Map<String, List<Scope>> grantable = new TreeMap<>();
    roles
        .grantable()
        .forEach((permission, scopes) ->
            grantable.put(permission.text(), scopes.stream().sorted().toList()));
    return new RoleList(roles.all().stream().map(RoleView::of).toList(), null, grantable);
  }

  @GetMapping("/api/roles/{code}")
  @Permitted({Permission.ROLE_VIEW, Permission.USER_INVITE})
  @Operation(operationId = "getRole", summary = "A role and what it allows")
  ResponseEntity<RoleView> get(@PathVariable String code) {
    return answer(find(code), HttpStatus.OK);
  }

  @PostMapping("/api/roles")
  @Permitted(Permission.ROLE_EDIT)
  @AskedAgain
  @Operation(operationId = "createRole", summary = "Make a role, anew or after another one")
  @ApiResponse(responseCode = "201", description = "The role is made")
  ResponseEntity<RoleView> create(Caller caller, @Valid @RequestBody NewRole role) {
    if (role.permissions() == null && role.copyOf() == null) {
      throw ProblemException.invalid("permissions", "must be there, or copyOf");
    }
    RoleOutcome outcome =
        roles.create(
            caller, role.code(), role.name().strip(), role.copyOf(), grants(role.permissions()));
    if (outcome instanceof RoleOutcome.Unknown) {
      throw ProblemException.invalid("copyOf", "must be the code of a role");
    }
    return answer(kept(outcome), HttpStatus.CREATED);
  }

  @PatchMapping("/api/roles/{code}")
  @Permitted(Permission.ROLE_EDIT)
  @AskedAgain
  @Operation(
      operationId = "changeRole",
      summary = "Change a role, for everybody who has it",
      description =
          "While an offered product has a step for the role, it keeps `loan.approve` (409"
              + " `role-approves`, which names the products).")
  ResponseEntity<RoleView> change(
      Caller caller,
      @PathVariable String code,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @Valid @RequestBody RoleChange change) {
    Role now = find(code);
    new ETag(now.version()).requireMatch(ifMatch);
    String name = change.name() == null ? null : change.name().strip();
    return answer(
        kept(
            roles.change(
                caller,
                code,
                now.version(),
                name,
                change.secondFactor(),
                grants(change.permissions()),
                limits(change.limits()))),
        HttpStatus.OK);
  }

  @DeleteMapping("/api/roles/{code}")
  @Permitted(Permission.ROLE_EDIT)
  @AskedAgain
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(operationId = "deleteRole", summary = "Delete a role of one's own that nobody has")
  void delete(Caller caller, @PathVariable String code) {
    RoleOutcome outcome = roles.delete(caller, code);
    if (!(outcome instanceof RoleOutcome.Deleted)) {
      throw problem(outcome);
    }
  }

  private Role find(String code) {
    return roles.find(code).orElseThrow(() -> problem(new RoleOutcome.Unknown()));
  }

  private static @Nullable List<AmountLimit> limits(@Nullable List<RoleLimit> wanted) {
    if (wanted == null) {
      return null;
    }
    List<AmountLimit> limits = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < wanted.size(); i++) {
      String field = "limits[" + i + "]";
      AmountLimit limit = wanted.get(i).limit(field);
      if (!seen.add(limit.permission() + " " + limit.most().currency().code())) {
        throw ProblemException.invalid(field, "must be the only one of its currency");
      }
      limits.add(limit);
    }
    return limits;
  }

  private static @Nullable Map<Permission, Scope> grants(@Nullable Map<String, Scope> texts) {
    if (texts == null) {
      return null;
    }
    Map<Permission, Scope> grants = new EnumMap<>(Permission.class);
    for (Map.Entry<String, @Nullable Scope> grant : texts.entrySet()) {
      String field = "permissions." + grant.getKey();
      Scope scope = grant.getValue();
      if (scope == null) {
        throw ProblemException.invalid(field, FieldError.MISSING);
      }
      Permission permission =
          Permission.ofText(grant.getKey())
              .orElseThrow(() -> ProblemException.invalid(field, "is not a known permission"));
      grants.put(permission, scope);
    }
    return grants;
  }

  private static Role kept(RoleOutcome outcome) {
    if (outcome instanceof RoleOutcome.Kept kept) {
      return kept.role();
    }
    throw problem(outcome);
  }

  private static ResponseEntity<RoleView> answer(Role role, HttpStatus status) {
    return ResponseEntity.status(status)
        .eTag(new ETag(role.version()).value())
        .body(RoleView.of(role));
  }

  private static ProblemException problem(RoleOutcome outcome) {
    return switch (outcome) {
      case RoleOutcome.Kept _, RoleOutcome.Deleted _ ->
          throw new IllegalArgumentException("Not refused: " + outcome);
      case RoleOutcome.Unknown _ -> ProblemException.notFound("A role");
      case RoleOutcome.Stale _ -> ProblemException.stale();
      case RoleOutcome.CodeTaken taken ->
          ProblemException.conflict(
              "role-exists", "There is a role " + taken.code() + ". Choose another code.");
      case RoleOutcome.Fixed fixed ->
          ProblemException.conflict(
              "role-fixed",
              "The permissions of " + fixed.code() + " stay as they are. Make a role after it.");
      case RoleOutcome.BuiltIn builtIn ->
          ProblemException.conflict(
              "role-built-in", builtIn.code() + " came with the program and stays.");
      case RoleOutcome.InUse used ->
          ProblemException.conflict(
              "role-in-use",
              "People have or had " + used.code() + ", or were invited into it, so it stays.");
      case RoleOutcome.Approves needed ->
          ProblemException.conflict(
              "role-approves",
              needed.code()
                  + " decides about applications for "
                  + String.join(", ", needed.products())
                  + ". Give these steps to another role first.");
      case RoleOutcome.Ungrantable refused ->
          ProblemException.rule(
              "permission-not-grantable",
              "permissions." + refused.permission().text(),
              refused.expected());
    };
  }
}
