package io.loanwright.loan;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.audit.AuditTrail;
import io.loanwright.loan.FlagSet.Turn;
import io.loanwright.loan.rule.FlagRules;
import io.loanwright.loan.store.FlagStore;
import io.loanwright.organization.Organization;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sets and lifts flags of loans. They are said among the staff: whoever borrows does not see them,
 * and nothing that is owed follows from them.
 */
@Component
public class Flags {

  /** More than anybody reads; a loan has a few. */
  private static final int MOST_LISTED = 200;

  private final Stores stores;
  private final FlagStore flags;
  private final LoanRights rights;
  private final AuditTrail trail;
  private final Organization organization;
  private final Clock clock;

  Flags(
      Stores stores,
      FlagStore flags,
      LoanRights rights,
      AuditTrail trail,
      Organization organization,
      Clock clock) {
    this.stores = stores;
    this.flags = flags;
    this.rights = rights;
    this.trail = trail;
    this.organization = organization;
    this.clock = clock;
  }

  /** Sets a flag that does not stand; who borrows, or a declared relative of his, cannot. */
  @Transactional
  public Outcome<FlagSet> set(Caller caller, UUID loanId, LoanFlag flag, String reason) {
    Loan loan = lock(caller, loanId).orElse(null);
    if (loan == null) {
      return new Outcome.Refused<>(new Refusal.LoanUnknown());
    }
    Set<LoanFlag> before = flags.standing(loanId);
    Optional<Refusal> refusal =
        rights.ownLoan(caller, loan).or(() -> FlagRules.maySet(loan, before, flag));
    if (refusal.isPresent()) {
      return new Outcome.Refused<>(refusal.get());
    }
    flags.set(loanId, flag, turn(caller, reason));
    Set<LoanFlag> after = EnumSet.of(flag);
    after.addAll(before);
    return kept(caller, loan, new Turned(flag, before, after, reason));
  }

  /** Lifts a flag that stands; what was said stays in its row. */
  @Transactional
  public Outcome<FlagSet> lift(Caller caller, UUID loanId, LoanFlag flag, String reason) {
    Loan loan = lock(caller, loanId).orElse(null);
    if (loan == null) {
      return new Outcome.Refused<>(new Refusal.LoanUnknown());
    }
    Set<LoanFlag> before = flags.standing(loanId);
    Optional<Refusal> refusal =
        rights.ownLoan(caller, loan).or(() -> FlagRules.mayLift(before, flag));
    if (refusal.isPresent()) {
      return new Outcome.Refused<>(refusal.get());
    }
    flags.lift(loanId, flag, turn(caller, reason));
    Set<LoanFlag> after = EnumSet.copyOf(before);
    after.remove(flag);
    return kept(caller, loan, new Turned(flag, before, after, reason));
  }

  /** Returns the flags that a loan has or had, the last one first; none to whoever borrows. */
  public Optional<List<FlagSet>> of(Caller caller, UUID loanId) {
    return stores
        .loans()
        .find(loanId, caller.reach(Permission.LOAN_VIEW))
        .map(loan -> areSeen(caller, loan) ? flags.of(loanId, MOST_LISTED) : List.of());
  }

  /** Whether somebody who sees a loan sees what the staff say of it. */
  static boolean areSeen(Caller caller, Loan loan) {
    return !loan.parties().borrowerId().equals(caller.borrowerId());
  }

  private Optional<Loan> lock(Caller caller, UUID loanId) {
    return stores.loans().lock(loanId, caller.reach(Permission.LOAN_FLAG));
  }

  private Turn turn(Caller caller, String reason) {
    return new Turn(reason, organization.businessDate(), Person.of(caller), clock.instant());
  }

  /** What was set or lifted. */
  private record Turned(LoanFlag flag, Set<LoanFlag> before, Set<LoanFlag> after, String reason) {}

  private Outcome<FlagSet> kept(Caller caller, Loan loan, Turned turned) {
    trail.record(
        caller,
        "loan.flag",
        Applications.subject(loan),
        Map.of("flags", turned.before()),
        Map.of("flags", turned.after()),
        turned.reason());
    return new Outcome.Done<>(
        flags.of(loan.id(), MOST_LISTED).stream()
            .filter(each -> each.flag() == turned.flag())
            .findFirst()
            .orElseThrow());
  }
}
