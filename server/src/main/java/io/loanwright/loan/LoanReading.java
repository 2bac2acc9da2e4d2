package io.loanwright.loan;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.access.Reach;
import io.loanwright.access.Scope;
import io.loanwright.borrower.Borrowers;
import io.loanwright.engine.explain.Explain;
import io.loanwright.engine.money.Money;
import io.loanwright.engine.replay.LoanPosition;
import io.loanwright.loan.rule.KnownRules;
import io.loanwright.loan.rule.PostingRules;
import io.loanwright.loan.rule.Replaying;
import io.loanwright.loan.rule.ServicingRules;
import io.loanwright.loan.rule.TermsOfDay;
import io.loanwright.loan.spi.ClassesOfArrears;
import io.loanwright.loan.store.LoanList;
import io.loanwright.loan.store.SeenLoanStore;
import io.loanwright.organization.Organization;
import io.loanwright.web.ListWindow;
import io.loanwright.web.Page;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Answers questions about loans; replays where a question is about a day. */
@Component
class LoanReading {

  private final Stores stores;
  private final LoanList list;
  private final Borrowers borrowers;
  private final LoanProducts products;
  private final Organization organization;
  private final ClassesOfArrears classes;

  LoanReading(
      Stores stores,
      LoanList list,
      Borrowers borrowers,
      LoanProducts products,
      Organization organization,
      ClassesOfArrears classes) {
    this.stores = stores;
    this.list = list;
    this.borrowers = borrowers;
    this.products = products;
    this.organization = organization;
    this.classes = classes;
  }

  Optional<Loan> find(UUID loanId, Reach reach) {
    return stores.loans().find(loanId, reach);
  }

  /**
   * No transaction: each statement sees its own moment in one, too. Whoever sends read-only
   * transactions to a replica has to send these reads there by other means.
   */
  Optional<LoanView> view(
      Caller caller, UUID loanId, @Nullable LocalDate asOf, @Nullable Instant knownAt) {
    return find(loanId, caller.reach(Permission.LOAN_VIEW))
        .filter(loan -> knownAt == null || !loan.application().at().isAfter(knownAt))
        .map(loan -> view(loan, asOf, knownAt, Flags.areSeen(caller, loan)));
  }

  /** As {@link #view(Caller, UUID, LocalDate, Instant)}, now, with what else decides about it. */
  Optional<LoanSeen> seen(Caller caller, UUID loanId) {
    return stores
        .seen()
        .find(loanId, caller.reach(Permission.LOAN_VIEW), caller.userId())
        .map(found -> seen(caller, found));
  }

  private LoanSeen seen(Caller caller, SeenLoanStore.Seen found) {
    Loan loan = found.loan();
    List<RecordedEvent> events = known(loan, null);
    LocalDate day = organization.businessDate();
    LoanPosition position = Replaying.position(loan.terms(), events, day);
    LoanView view =
        new LoanView(
            loan,
            found.borrowerName(),
            productName(loan),
            products.definition(loan).category(),
            found.steps(),
            position,
            Replaying.terms(loan.terms(), events).latePenalty(),
            TermsOfDay.of(loan.terms(), events, day),
            Flags.areSeen(caller, loan)
                ? arrearsClass(loan, position.arrears().daysPastDue())
                : null);
    return new LoanSeen(view, events, found.beside());
  }

  /** As {@link #view(Caller, UUID, LocalDate, Instant)}. */
  Optional<LoanOnDay> onDay(Caller caller, UUID loanId, @Nullable LocalDate asOf) {
    return find(loanId, caller.reach(Permission.LOAN_VIEW)).map(loan -> onDay(loan, asOf));
  }

  private LoanOnDay onDay(Loan loan, @Nullable LocalDate asOf) {
    LocalDate day = asOf == null ? organization.businessDate() : asOf;
    List<RecordedEvent> known = known(loan, null);
    LoanPosition position = Replaying.position(loan.terms(), known, day);
    Loan then = asOf == null ? loan : KnownRules.on(wasMarked(loan, day, null), known, position);
    return new LoanOnDay(then, position);
  }

  LoanView view(Loan loan, @Nullable LocalDate asOf) {
    return view(loan, asOf, null, true);
  }

  private LoanView view(
      Loan loan, @Nullable LocalDate asOf, @Nullable Instant knownAt, boolean isOfStaff) {
    List<RecordedEvent> known = known(loan, knownAt);
    LocalDate day = asOf == null ? organization.businessDate() : asOf;
    LoanPosition position = Replaying.position(loan.terms(), known, day);
    List<ApprovalStep> decided = stores.approvals().of(loan.id(), loan.currency());
    List<ApprovalStep> steps = KnownRules.steps(decided, knownAt);
    Loan then =
        asOf == null && knownAt == null
            ? loan
            : KnownRules.on(wasMarked(loan, day, knownAt), known, position);
    return new LoanView(
        steps.equals(decided) ? then : then.in(KnownRules.undecided(steps)),
        borrowerName(loan),
        productName(loan),
        products.definition(loan).category(),
        steps,
        position,
        Replaying.terms(loan.terms(), known).latePenalty(),
        TermsOfDay.of(loan.terms(), known, day),
        isOfStaff ? arrearsClass(then, position.arrears().daysPastDue()) : null);
  }

  private Loan wasMarked(Loan loan, LocalDate day, @Nullable Instant knownAt) {
    return loan.marked(stores.defaults().wasMarked(loan.id(), day, knownAt));
  }

  /** Returns the position of a loan on a day, as it was known at a time. */
  LoanPosition position(Loan loan, @Nullable LocalDate asOf, @Nullable Instant knownAt) {
    return Replaying.position(
        loan.terms(), known(loan, knownAt), asOf == null ? organization.businessDate() : asOf);
  }

  private List<RecordedEvent> known(Loan loan, @Nullable Instant knownAt) {
    return stores.events().of(loan.id(), loan.currency()).stream()
        .filter(event -> knownAt == null || !event.recordedAt().isAfter(knownAt))
        .toList();
  }

  /** Returns who can say why the figures of a loan are what they are on a day. */
  Outcome<Explain> explain(Loan loan, @Nullable LocalDate asOf, @Nullable Instant knownAt) {
    LocalDate day = asOf == null ? organization.businessDate() : asOf;
    List<RecordedEvent> known = known(loan, knownAt);
    return Replaying.explain(loan.terms(), known, day)
        .<Outcome<Explain>>map(Outcome.Done::new)
        .orElseGet(() -> new Outcome.Refused<>(unexplained(known, day)));
  }

  private static Refusal unexplained(List<RecordedEvent> known, LocalDate day) {
    return Replaying.opening(known)
        .<Refusal>map(opened -> new Refusal.TakenOver(opened.on()))
        .orElseGet(() -> new Refusal.NothingToExplain(day));
  }

  @Transactional(readOnly = true)
  public Optional<List<EventView>> events(Caller caller, UUID loanId) {
    return find(loanId, caller.reach(Permission.LOAN_VIEW)).map(this::events);
  }

  private List<EventView> events(Loan loan) {
    List<RecordedEvent> events = stores.events().of(loan.id(), loan.currency());
    LoanPosition position = Replaying.position(loan.terms(), events, organization.businessDate());
    Map<UUID, UUID> reversals = new HashMap<>();
    for (RecordedEvent event : events) {
      if (event.what() instanceof Happening.Reversal reversal) {
        reversals.put(reversal.event(), event.id());
      }
    }
    return events.stream()
        .map(event ->
            new EventView(
                event,
                amount(position, event, reversals.get(event.id())),
                PostingRules.split(position, event).orElse(null),
                reversals.get(event.id())))
        .toList();
  }

  /** A waiver that was taken back shows what it had given up. */
  private static Money amount(
      LoanPosition position, RecordedEvent event, @Nullable UUID reversedBy) {
    boolean gaveUp =
        event.what() instanceof Happening.Waiver
            || event.what() instanceof Happening.InterestWaiver;
    return gaveUp && reversedBy == null
        ? ServicingRules.waivedBy(position, event.id())
        : event.what().money();
  }

  @Transactional(readOnly = true)
  public Optional<FrozenSchedule> frozen(Caller caller, UUID loanId, FrozenSchedule.Kind kind) {
    return find(loanId, caller.reach(Permission.LOAN_VIEW))
        .flatMap(loan -> stores.schedules().latest(loanId, kind, loan.currency()));
  }

  @Transactional(readOnly = true)
  public Optional<LoanCost> cost(Caller caller, UUID loanId) {
    return find(loanId, caller.reach(Permission.LOAN_VIEW)).map(this::cost);
  }

  private LoanCost cost(Loan loan) {
    FrozenSchedule.Kind kind =
        loan.state().disbursement() == null
            ? FrozenSchedule.Kind.QUOTE
            : FrozenSchedule.Kind.CONTRACT;
    return stores
        .schedules()
        .latest(loan.id(), kind, loan.currency())
        .map(frozen -> LoanCost.of(frozen, loan.terms()))
        .orElse(LoanCost.UNKNOWN);
  }

  @Transactional(readOnly = true)
  public Page<LoanLine> page(Caller caller, LoanFilter filter, ListWindow<LoanSort> window) {
    Reach reach = caller.reach(Permission.LOAN_VIEW);
    boolean isOfStaff = reach.scope() != Scope.SELF;
    if (filter.flag() != null && !isOfStaff) {
      return new Page<>(List.of(), null);
    }
    LocalDate day = organization.businessDate();
    return lines(
        caller, list.page(reach, filter, day, window, caller.borrowerId()), isOfStaff, day);
  }

  @Transactional(readOnly = true)
  public Page<LoanLine> inbox(Caller caller, @Nullable UUID after, int limit) {
    return lines(
        caller,
        list.inbox(caller, caller.reach(Permission.LOAN_APPROVE), after, limit),
        true,
        organization.businessDate());
  }

  private Page<LoanLine> lines(
      Caller caller, Page<LoanList.Listed> page, boolean isOfStaff, LocalDate day) {
    List<Loan> loans = page.items().stream().map(LoanList.Listed::loan).toList();
    Set<UUID> ids =
        loans.stream().map(loan -> loan.parties().borrowerId()).collect(Collectors.toSet());
    Map<UUID, String> names = ids.isEmpty() ? Map.of() : borrowers.names(ids);
    Map<UUID, String> productNames = products.names(loans);
    return page.map(listed -> {
      Loan loan = listed.loan();
      return new LoanLine(
          loan,
          names.getOrDefault(loan.parties().borrowerId(), ""),
          productNames.getOrDefault(loan.application().productId(), ""),
          isOfStaff && Flags.areSeen(caller, loan) ? listed.flags() : Set.of(),
          isOfStaff ? arrearsClass(loan, loan.progress().daysPastDue(day)) : null);
    });
  }

  private ClassesOfArrears.@Nullable Named arrearsClass(Loan loan, int daysPastDue) {
    return loan.state() instanceof LoanState.Active ? classes.of(daysPastDue) : null;
  }

  private String borrowerName(Loan loan) {
    UUID borrowerId = loan.parties().borrowerId();
    return borrowers.names(Set.of(borrowerId)).getOrDefault(borrowerId, "");
  }

  private String productName(Loan loan) {
    return products.names(List.of(loan)).getOrDefault(loan.application().productId(), "");
  }
}
