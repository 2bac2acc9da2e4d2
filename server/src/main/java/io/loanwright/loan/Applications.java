package io.loanwright.loan;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.audit.AuditTrail;
import io.loanwright.audit.Subject;
import io.loanwright.borrower.Borrower;
import io.loanwright.engine.Refused;
import io.loanwright.engine.money.Money;
import io.loanwright.engine.schedule.Schedule;
import io.loanwright.engine.terms.LoanTerms;
import io.loanwright.loan.rule.ApprovalRules;
import io.loanwright.loan.rule.BorrowerRules;
import io.loanwright.loan.rule.FirstDueRules;
import io.loanwright.loan.rule.ProductRules;
import io.loanwright.organization.Organization;
import io.loanwright.product.ApprovalRule;
import io.loanwright.product.ProductVersion;
import io.loanwright.web.Ids;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes applications in, and back. */
@Component
class Applications {

  private final Stores stores;
  private final LoanRights rights;
  private final LoanProducts products;
  private final Disbursements disbursements;
  private final Organization organization;
  private final AuditTrail trail;
  private final Clock clock;

  Applications(
      Stores stores,
      LoanRights rights,
      LoanProducts products,
      Disbursements disbursements,
      Organization organization,
      AuditTrail trail,
      Clock clock) {
    this.stores = stores;
    this.rights = rights;
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
        .then(draft -> notForRelative(caller, draft))
        .then(draft -> started(caller, draft));
  }

  /** Where nobody else approves, whoever applies does, and nobody does that for a relative. */
  private Outcome<Draft> notForRelative(Caller caller, Draft draft) {
    Optional<Refusal> refusal =
        draft.product().definition().approvalSteps().isEmpty()
            ? rights.ofRelative(caller, draft.loan().parties().borrowerId())
            : Optional.empty();
    return refusal
        .<Outcome<Draft>>map(Outcome.Refused::new)
        .orElseGet(() -> new Outcome.Done<>(draft));
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
        rights.hold(command.borrowerId(), caller.reach(Permission.APPLICATION_CREATE));
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
    return draft(
        caller,
        command,
        Parties.of(borrower.get()),
        new Asked(
            product.get(), () -> products.terms(product.get()), on, stores.loans()::nextNumber));
  }

  /**
   * What an application is made from.
   *
   * @param terms the terms of the product, with the holidays known now
   * @param on when it is made
   * @param number gives the next number
   */
  record Asked(
      ProductVersion product, Supplier<LoanTerms> terms, LocalDate on, LongSupplier number) {}

  /** Checks the application of somebody who may borrow; touches no database but for the number. */
  Outcome<Draft> draft(Caller caller, Commands.Apply command, Parties parties, Asked asked) {
    return Amount.positive(
            "principal", command.principal(), asked.product().definition().terms().currency())
        .then(principal -> draft(caller, command, parties, asked, principal));
  }

  private Outcome<Draft> draft(
      Caller caller, Commands.Apply command, Parties parties, Asked asked, Money principal) {
    Optional<Refusal> limits =
        ProductRules.withinLimits(asked.product().definition(), "principal", principal);
    if (limits.isPresent()) {
      return new Outcome.Refused<>(limits.get());
    }
    try {
      LoanTerms terms =
          ProductRules.agreed(asked.terms().get(), command.annualRate(), command.repayments());
      LocalDate firstDueOn = command.firstDueOn();
      if (firstDueOn != null) {
        Optional<Refusal> refusal = FirstDueRules.refusal(terms, asked.on(), principal, firstDueOn);
        if (refusal.isPresent()) {
          return new Outcome.Refused<>(refusal.get());
        }
        terms = FirstDueRules.agreed(terms, firstDueOn);
      }
      Schedule quote = Schedule.of(terms, asked.on(), principal);
      Loan loan = loan(caller, command, parties, new Agreed(asked, principal, terms));
      return new Outcome.Done<>(new Draft(loan, asked.product(), quote));
    } catch (Refused e) {
      return new Outcome.Refused<>(EngineRefusals.ofTerms(e.refusal()));
    }
  }

  private record Agreed(Asked asked, Money principal, LoanTerms terms) {}

  private Loan loan(Caller caller, Commands.Apply command, Parties parties, Agreed agreed) {
    ProductVersion product = agreed.asked().product();
    LocalDate on = agreed.asked().on();
    LoanState state =
        product.definition().approvalSteps().isEmpty()
            ? new LoanState.Approved(on, agreed.principal())
            : new LoanState.Submitted();
    return new Loan(
        Ids.next(),
        "LN-%d-%06d".formatted(on.getYear(), agreed.asked().number().getAsLong()),
        parties,
        new Application(
            product.id(),
            product.version(),
            agreed.principal(),
            command.purpose(),
            Person.of(caller),
            on,
            clock.instant()),
        agreed.terms(),
        state,
        new Loan.Standing(Progress.none(agreed.terms().currency()), false, 0));
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
    trail.record(caller, "loan.apply", subject(loan), null, shown(loan), null);
    return loan;
  }

  /** An application as the trail keeps it. */
  static Map<String, Object> shown(Loan loan) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("number", loan.number());
    shown.put("status", loan.state().status());
    shown.put("borrowerId", loan.parties().borrowerId());
    shown.put("productId", loan.application().productId());
    shown.put("principal", loan.application().requested().toDecimalString());
    shown.put("currency", loan.currency().code());
    LocalDate firstDueOn = loan.terms().repayment().calendar().firstDueOn();
    if (firstDueOn != null) {
      shown.put("firstDueOn", firstDueOn);
    }
    return shown;
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
    Optional<Refusal> refusal =
        ApprovalRules.mayWithdraw(caller, loan).or(() -> ApprovalRules.awaitsApproval(loan));
    if (refusal.isPresent()) {
      return new Outcome.Refused<>(refusal.get());
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
