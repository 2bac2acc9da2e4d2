package io.loanwright.expense;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.audit.AuditTrail;
import io.loanwright.document.Attachment;
import io.loanwright.document.Attachments;
import io.loanwright.engine.money.Currency;
import io.loanwright.expense.Expense.Status;
import io.loanwright.expense.store.ExpenseStore;
import io.loanwright.ledger.ValueDates;
import io.loanwright.organization.Branch;
import io.loanwright.organization.Branches;
import io.loanwright.organization.Organization;
import io.loanwright.web.Ids;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes expenses down, reads them, and decides on them: by another person, and once. */
@Component
public class Expenses {

  private final ExpenseStore store;
  private final ExpenseCategories categories;
  private final Branches branches;
  private final Organization organization;
  private final ValueDates dates;
  private final Attachments files;
  private final AuditTrail trail;

  Expenses(
      ExpenseStore store,
      ExpenseCategories categories,
      Branches branches,
      Organization organization,
      ValueDates dates,
      Attachments files,
      AuditTrail trail) {
    this.store = store;
    this.categories = categories;
    this.branches = branches;
    this.organization = organization;
    this.dates = dates;
    this.files = files;
    this.trail = trail;
  }

  /**
   * Returns expenses that the caller may see, newest first.
   *
   * @param before the last one of the page before; null for the first page
   */
  public List<Expense> page(Caller caller, ExpenseFilter filter, @Nullable UUID before, int limit) {
    return store.page(caller.reach(Permission.EXPENSE_VIEW), filter, before, limit);
  }

  /** Returns an expense that the caller may see. */
  public Optional<Expense> find(Caller caller, UUID id) {
    return store.find(id).filter(expense -> reaches(caller, Permission.EXPENSE_VIEW, expense));
  }

  /** Returns what was paid in some days by category, as far as the caller sees it. */
  public List<ExpenseSum> sums(Caller caller, LocalDate from, LocalDate to, Currency currency) {
    return store.sums(caller.reach(Permission.EXPENSE_VIEW), from, to, currency);
  }

  static boolean reaches(Caller caller, Permission permission, Expense expense) {
    return caller
        .reach(permission)
        .covers(expense.facts().branchId(), expense.recorded().userId(), null);
  }

  /** Writes an expense down for somebody else to approve; what is refused has written nothing. */
  @Transactional
  public ExpenseOutcome record(Caller caller, NewExpense wanted) {
    if (categories.find(wanted.categoryId()).filter(ExpenseCategory::active).isEmpty()) {
      return new ExpenseOutcome.CategoryUnknown();
    }
    UUID branchId = branchOf(caller, wanted);
    if (branches.find(branchId).filter(Branch::active).isEmpty()) {
      return new ExpenseOutcome.BranchUnknown();
    }
    boolean ownBranch = caller.branchId() == null || branchId.equals(caller.branchId());
    if (!caller
        .reach(Permission.EXPENSE_RECORD)
        .covers(branchId, ownBranch ? caller.userId() : null, null)) {
      return new ExpenseOutcome.BeyondReach();
    }
    LocalDate businessDate = organization.businessDate();
    if (wanted.on().isAfter(businessDate)) {
      return new ExpenseOutcome.DateInFuture(businessDate);
    }
    Optional<ValueDates.Wrong> early = dates.beforeBooks(wanted.on());
    if (early.isPresent()) {
      return new ExpenseOutcome.WrongDate(early.get());
    }
    UUID id = Ids.next();
    store.insert(id, caller, wanted, branchId);
    Expense kept = store.find(id).orElseThrow();
    trail.record(
        caller,
        "expense.record",
        kept.subject(),
        null,
        Map.of(
            "category", kept.facts().categoryName(),
            "vendor", kept.facts().vendor(),
            "amount", kept.facts().amount().toString(),
            "on", kept.facts().on()),
        wanted.note());
    return new ExpenseOutcome.Kept(kept);
  }

  private UUID branchOf(Caller caller, NewExpense wanted) {
    if (wanted.branchId() != null) {
      return wanted.branchId();
    }
    return caller.branchId() == null ? branches.main().id() : caller.branchId();
  }

  /**
   * Says that an expense that somebody else wrote down may be paid.
   *
   * @param seen the files that the caller has seen; null where he does not say
   */
  @Transactional
  public ExpenseOutcome approve(Caller caller, UUID id, @Nullable Set<UUID> seen) {
    return ofAnother(
        caller,
        id,
        expense ->
            seen == null || seen.equals(filesOf(expense))
                ? decided(caller, expense, Status.APPROVED, null)
                : new ExpenseOutcome.AttachmentsChanged());
  }

  private Set<UUID> filesOf(Expense expense) {
    return files.of(List.of(expense.id())).getOrDefault(expense.id(), List.of()).stream()
        .map(Attachment::id)
        .collect(Collectors.toSet());
  }

  /** Says that an expense that somebody else wrote down is not paid. */
  @Transactional
  public ExpenseOutcome reject(Caller caller, UUID id, String reason) {
    return ofAnother(caller, id, expense -> decided(caller, expense, Status.REJECTED, reason));
  }

  /** Takes an expense back that the caller wrote down. */
  @Transactional
  public ExpenseOutcome withdraw(Caller caller, UUID id) {
    return waiting(
        caller,
        id,
        Permission.EXPENSE_RECORD,
        expense ->
            isMaker(caller, expense)
                ? decided(caller, expense, Status.WITHDRAWN, null)
                : new ExpenseOutcome.NotTheMaker(expense.recorded().name()));
  }

  private ExpenseOutcome ofAnother(
      Caller caller, UUID id, Function<Expense, ExpenseOutcome> decision) {
    return waiting(
        caller,
        id,
        Permission.EXPENSE_APPROVE,
        expense ->
            isMaker(caller, expense)
                ? new ExpenseOutcome.MakerIsChecker()
                : decision.apply(expense));
  }

  private ExpenseOutcome waiting(
      Caller caller, UUID id, Permission permission, Function<Expense, ExpenseOutcome> work) {
    return store
        .lock(id)
        .filter(expense -> reaches(caller, permission, expense))
        .map(expense ->
            expense.status() == Status.RECORDED
                ? work.apply(expense)
                : new ExpenseOutcome.WrongStatus(expense))
        .orElseGet(ExpenseOutcome.Unknown::new);
  }

  static boolean isMaker(Caller caller, Expense expense) {
    return expense.recorded().userId().equals(caller.userId());
  }

  private ExpenseOutcome decided(
      Caller caller, Expense expense, Status status, @Nullable String reason) {
    store.decide(expense.id(), caller, status, reason);
    List<UUID> fixed = files.fix(expense.id());
    trail.record(
        caller,
        switch (status) {
          case APPROVED -> "expense.approve";
          case REJECTED -> "expense.reject";
          case WITHDRAWN -> "expense.withdraw";
          case RECORDED, PAID, TAKEN_BACK ->
              throw new IllegalArgumentException("No decision: " + status);
        },
        expense.subject(),
        Map.of("status", expense.status()),
        Map.of("status", status, "recordedBy", expense.recorded().name(), "attachments", fixed),
        reason);
    return new ExpenseOutcome.Kept(store.find(expense.id()).orElseThrow());
  }
}
