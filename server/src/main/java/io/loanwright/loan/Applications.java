package io.loanwright.loan;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.audit.AuditTrail;
import io.loanwright.audit.Subject;
import io.loanwright.borrower.Borrower;
import io.loanwright.borrower.Borrowers;
import io.loanwright.engine.Refused;
import io.loanwright.engine.money.Money;
import io.loanwright.engine.schedule.Schedule;
import io.loanwright.engine.terms.LoanTerms;
import io.loanwright.loan.rule.ApprovalRules;
import io.loanwright.loan.rule.BorrowerRules;
import io.loanwright.loan.rule.ProductRules;
import io.loanwright.organization.Organization;
import io.loanwright.product.ApprovalRule;
import io.loanwright.product.ProductVersion;
import io.loanwright.web.Ids;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes applications in, and back. */
@Component
class Applications {

  private final Stores stores;
  private final Borrowers borrowers;
  private final LoanProducts products;
  private final Disbursements disbursements;
  private final Organization organization;
  private final AuditTrail trail;
  private final Clock clock;

  Applications(
      Stores stores,
      Borrowers borrowers,
      LoanProducts products,
      Disbursements disbursements,
      Organization organization,
      AuditTrail trail,
      Clock clock) {
    this.stores = stores;
    this.borrowers = borrowers;
    this.products = products;
    this.disbursements = disbursements;
    this.organization = organization;
    this.trail = trail;
    this.clock = clock;
  }

  /** An application that keeps all rules, with the schedule that it would have. */
  record Draft(Loan loan, ProductVersion product, Schedule quote) {}

  @Transactional(propagation = Propagation.NESTED)
  public Outcome<Loan> apply(Caller caller, Commands.Apply command) {
    return draft(caller, command, organization.businessDate())
        .then(draft -> started(caller, draft));
  }

  /** Keeps an application; where nobody has to approve it, it may be paid out at once. */
  private Outcome<Loan> started(Caller caller, Draft draft) {
    Loan loan = keep(caller, draft, steps(draft.product()));
    boolean paidOut =
        draft.product().definition().autoDisburse() && loan.state() instanceof LoanState.Approved;
    LocalDate on = loan.application().on();
    return paidOut
        ? Undo.ifRefused(disbursements.disburse(caller, loan, on, on))
        : new Outcome.Done<>(loan);
  }

  /** Checks an application and gives it a number; writes nothing. */
  Outcome<Draft> draft(Caller caller, Commands.Apply command, LocalDate on) {
    Optional<Borrower> borrower =
        borrowers.hold(command.borrowerId(), caller.reach(Permission.APPLICATION_CREATE));
    if (borrower.isEmpty()) {
      return new Outcome.Refused<>(new Refusal.BorrowerUnknown());
    }
    Optional<Refusal> blocked = BorrowerRules.mayBorrow(borrower.get());
    if (blocked.isPresent()) {
      return new Outcome.Refused<>(blocked.get());
    }
    Optional<ProductVersion> product = products.current(command.productId());
    if (product.isEmpty()) {
      return new Outcome.Refused<>(new Refusal.ProductUnknown());
    }
    if (!product.get().active()) {
      return new Outcome.Refused<>(new Refusal.ProductInactive());
    }
    return Amount.positive(
            "principal", command.principal(), product.get().definition().terms().currency())
        .then(principal ->
            draft(caller, command, borrower.get(), new Asked(product.get(), principal, on)));
  }

  private record Asked(ProductVersion product, Money principal, LocalDate on) {}

  private Outcome<Draft> draft(
      Caller caller, Commands.Apply command, Borrower borrower, Asked asked) {
    Optional<Refusal> limits =
        ProductRules.withinLimits(asked.product().definition(), "principal", asked.principal());
    if (limits.isPresent()) {
      return new Outcome.Refused<>(limits.get());
    }
    try {
      LoanTerms terms =
          ProductRules.agreed(
              products.terms(asked.product()), command.annualRate(), command.repayments());
      Schedule quote = Schedule.of(terms, asked.on(), asked.principal());
      Loan loan = loan(caller, command, borrower, asked, terms);
      return new Outcome.Done<>(new Draft(loan, asked.product(), quote));
    } catch (Refused e) {
      return new Outcome.Refused<>(EngineRefusals.ofTerms(e.refusal()));
    }
  }

  private Loan loan(
      Caller caller, Commands.Apply command, Borrower borrower, Asked asked, LoanTerms terms) {
    ProductVersion product = asked.product();
    LoanState state =
        product.definition().approvalSteps().isEmpty()
            ? new LoanState.Approved(asked.on(), asked.principal())
            : new LoanState.Submitted();
    return new Loan(
        Ids.next(),
        "LN-%d-%06d".formatted(asked.on().getYear(), stores.loans().nextNumber()),
        new Parties(borrower.id(), borrower.branchId(), borrower.officerId()),
        new Application(
            product.id(),
            product.version(),
            asked.principal(),
            command.purpose(),
            Person.of(caller),
            asked.on(),
            clock.instant()),
        terms,
        state,
        new Loan.Standing(Progress.none(terms.currency()), false, 0));
  }

  /** Stores a checked application with its steps and its quote. */
  Loan keep(Caller caller, Draft draft, List<ApprovalStep> steps) {
    Loan loan = draft.loan();
    stores.loans().insert(loan);
    stores.approvals().insert(loan.id(), steps);
    stores
        .schedules()
        .freeze(
            loan.id(),
            new FrozenSchedule(FrozenSchedule.Kind.QUOTE, loan.application().on(), draft.quote()));
    Map<String, Object> after =
        Map.of(
            "number", loan.number(),
            "status", loan.state().status(),
            "borrowerId", loan.parties().borrowerId(),
            "productId", loan.application().productId(),
            "principal", loan.application().requested().toDecimalString(),
            "currency", loan.currency().code());
    trail.record(caller, "loan.apply", subject(loan), null, after, null);
    return loan;
  }

  private static List<ApprovalStep> steps(ProductVersion product) {
    List<ApprovalRule> steps = product.definition().approvalSteps();
    return IntStream.range(0, steps.size())
        .mapToObj(i -> new ApprovalStep(i + 1, steps.get(i).role(), steps.get(i).limit(), null))
        .toList();
  }

  @Transactional
  public Outcome<Loan> withdraw(Caller caller, UUID loanId, @Nullable String reason) {
    Optional<Loan> found =
        stores.loans().lock(loanId, caller.reach(Permission.APPLICATION_WITHDRAW));
    if (found.isEmpty()) {
      return new Outcome.Refused<>(new Refusal.LoanUnknown());
    }
    Loan loan = found.get();
    boolean maker = loan.application().by().id().equals(caller.userId());
    if (!maker && !caller.role().equals(ApprovalRules.ADMINISTRATOR)) {
      return new Outcome.Refused<>(new Refusal.NotTheApplicant());
    }
    Optional<Refusal> decided = ApprovalRules.awaitsApproval(loan);
    if (decided.isPresent()) {
      return new Outcome.Refused<>(decided.get());
    }
    Loan withdrawn = loan.in(new LoanState.Withdrawn(reason));
    stores.loans().save(withdrawn);
    trail.record(
        caller,
        "loan.withdraw",
        subject(loan),
        Map.of("status", loan.state().status()),
        Map.of("status", LoanStatus.WITHDRAWN),
        reason);
    return new Outcome.Done<>(withdrawn);
  }

  static Subject subject(Loan loan) {
    return new Subject("loan", loan.id(), loan.number());
  }
}
