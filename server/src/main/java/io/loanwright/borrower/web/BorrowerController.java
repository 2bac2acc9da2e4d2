package io.loanwright.borrower.web;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.access.Permitted;
import io.loanwright.borrower.Borrower;
import io.loanwright.borrower.BorrowerCriteria;
import io.loanwright.borrower.BorrowerFilter;
import io.loanwright.borrower.BorrowerOutcome;
import io.loanwright.borrower.BorrowerSort;
import io.loanwright.borrower.Borrowers;
import io.loanwright.identity.Users;
import io.loanwright.organization.Branch;
import io.loanwright.organization.Branches;
import io.loanwright.organization.Organization;
import io.loanwright.web.ETag;
import io.loanwright.web.ListWindow;
import io.loanwright.web.Page;
import io.loanwright.web.Paging;
import io.loanwright.web.ProblemException;
import io.loanwright.web.SortedBy;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.http.ResponseEntity.BodyBuilder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** The people and firms that borrow. */
@RestController
@Tag(name = "borrower", description = "The people and firms that borrow")
class BorrowerController {

  private final Borrowers borrowers;
  private final Organization organization;
  private final Branches branches;
  private final Users users;

  BorrowerController(
      Borrowers borrowers, Organization organization, Branches branches, Users users) {
    this.borrowers = borrowers;
    this.organization = organization;
    this.branches = branches;
    this.users = users;
  }

  @GetMapping("/api/borrowers")
  @Permitted(Permission.BORROWER_VIEW)
  @Operation(
      operationId = "listBorrowers",
      summary = "Borrowers; best matches first when searching, newest first otherwise",
      description =
          "Of how many borrowers somebody gets more than the name and the end of the phone number"
              + " is in the trail, a row a minute.")
  Page<BorrowerView> list(
      Caller caller,
      @ParameterObject @Valid BorrowerCriteria criteria,
      @ParameterObject @SortedBy(BorrowerSort.class) Paging paging) {
    BorrowerFilter filter = criteria.filter();
    ListWindow<BorrowerSort> window =
        filter.search() == null
            ? paging.of(BorrowerSort.OF_EVERYTHING, BorrowerSort.CREATED_DOWN)
            : paging.of(BorrowerSort.OF_A_SEARCH, BorrowerSort.BEST_MATCH);
    Page<Borrower> found = borrowers.list(caller, filter, window);
    return new Page<>(views(caller, found.items()), found.next());
  }

  @PostMapping("/api/borrowers")
  @Permitted(Permission.BORROWER_CREATE)
  @Operation(operationId = "createBorrower", summary = "Register a borrower")
  @ApiResponse(responseCode = "201", description = "The borrower is registered and active")
  ResponseEntity<BorrowerView> create(Caller caller, @Valid @RequestBody NewBorrowerFields fields) {
    Borrower made = kept(borrowers.create(caller, fields.wanted(organization.current())));
    return answer(caller, ResponseEntity.created(URI.create("/api/borrowers/" + made.id())), made);
  }

  @GetMapping("/api/borrowers/{id}")
  @Permitted(Permission.BORROWER_VIEW)
  @Operation(
      operationId = "getBorrower",
      summary = "A borrower",
      description =
          "Whoever gets more than the name and the end of the phone number leaves a row in the"
              + " trail, once an hour.")
  ResponseEntity<BorrowerView> get(Caller caller, @PathVariable UUID id) {
    Borrower borrower = find(caller, Permission.BORROWER_VIEW, id);
    if (!isMasked(caller, borrower)) {
      borrowers.seen(caller, borrower);
    }
    return answer(caller, ResponseEntity.ok(), borrower);
  }

  @PatchMapping("/api/borrowers/{id}")
  @Permitted(Permission.BORROWER_EDIT)
  @Operation(
      operationId = "changeBorrower",
      summary = "Change what is known of a borrower; verify, block or hand it to somebody else")
  ResponseEntity<BorrowerView> change(
      Caller caller,
      @PathVariable UUID id,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @Valid @RequestBody BorrowerChange change) {
    Borrower now = find(caller, Permission.BORROWER_EDIT, id);
    new ETag(now.version()).requireMatch(ifMatch);
    BorrowerChange meant = isMasked(caller, now) ? change.withoutErasing() : change;
    Borrower wanted = meant.appliedTo(now, organization.current());
    return answer(caller, ResponseEntity.ok(), kept(borrowers.change(caller, wanted)));
  }

  private Borrower find(Caller caller, Permission permission, UUID id) {
    return borrowers.find(id, caller.reach(permission)).orElseThrow(BorrowerController::unknown);
  }

  private static boolean isMasked(Caller caller, Borrower borrower) {
    return !caller
        .reach(Permission.BORROWER_PII_UNMASKED)
        .covers(borrower.branchId(), borrower.officerId(), borrower.id());
  }

  private ResponseEntity<BorrowerView> answer(
      Caller caller, BodyBuilder answer, Borrower borrower) {
    return answer
        .eTag(new ETag(borrower.version()).value())
        .body(views(caller, List.of(borrower)).getFirst());
  }

  private List<BorrowerView> views(Caller caller, List<Borrower> found) {
    Map<UUID, String> branchNames =
        branches.all().stream().collect(Collectors.toMap(Branch::id, Branch::name));
    Map<UUID, String> officerNames =
        users.toldApart(
            caller,
            found.stream()
                .map(Borrower::officerId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
    BorrowerView.Names names = new BorrowerView.Names(branchNames, officerNames);
    Set<UUID> erased = borrowers.erased(found.stream().map(Borrower::id).toList());
    return found.stream()
        .map(each ->
            BorrowerView.of(each, isMasked(caller, each), erased.contains(each.id()), names))
        .toList();
  }

  private static Borrower kept(BorrowerOutcome outcome) {
    return switch (outcome) {
      case BorrowerOutcome.Kept kept -> kept.borrower();
      case BorrowerOutcome.EmailTaken taken ->
          throw ProblemException.conflict(
              "email-taken",
              "Another borrower has the e-mail address "
                  + taken.email()
                  + ". Search for it: perhaps this one is registered already.");
      case BorrowerOutcome.BranchUnknown _ ->
          throw ProblemException.invalid("branchId", "must be the id of an active branch");
      case BorrowerOutcome.OfficerUnknown _ ->
          throw ProblemException.invalid(
              "officerId", "must be the id of an active user of the staff");
      case BorrowerOutcome.BeyondReach _ ->
          throw ProblemException.forbidden(
              "Your role keeps borrowers of your own branch or portfolio only. Ask a manager.");
      case BorrowerOutcome.Unknown _ -> throw unknown();
      case BorrowerOutcome.Erased _ ->
          throw ProblemException.conflict(
              "borrower-erased", "The borrower was erased, and nothing is written any more.");
      case BorrowerOutcome.Stale _ -> throw ProblemException.stale();
    };
  }

  private static ProblemException unknown() {
    return ProblemException.notFound("A borrower");
  }
}
