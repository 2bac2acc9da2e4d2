package io.loanwright.loan;

import io.loanwright.access.Caller;
import io.loanwright.audit.AuditTrail;
import io.loanwright.audit.AuditTrail.Deed;
import io.loanwright.audit.Subject;
import io.loanwright.loan.store.DefaultMarkStore;
import io.loanwright.loan.store.DefaultMarkStore.Locked;
import io.loanwright.organization.Organization;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Marks loans as in default many at a time: some statements, however many loans. */
@Component
public class DefaultMarks {

  private final DefaultMarkStore store;
  private final AuditTrail trail;
  private final Organization organization;
  private final Clock clock;

  DefaultMarks(DefaultMarkStore store, AuditTrail trail, Organization organization, Clock clock) {
    this.store = store;
    this.trail = trail;
    this.organization = organization;
    this.clock = clock;
  }

  /**
   * A loan that is to be marked if it is behind still.
   *
   * @param dueUntil it is if its oldest unpaid installment was due on this day or before
   * @param reason why it is marked
   */
  public record Behind(UUID loanId, LocalDate dueUntil, String reason) {}

  /**
   * What came of them.
   *
   * @param loanIds those that nobody else held, marked or found paid
   * @param marked how many of them were marked
   */
  public record Judged(List<UUID> loanIds, int marked) {}

  /**
   * Locks loans, and then marks those that are behind still, in the caller's transaction.
   *
   * @param waits whether to wait for who holds one, rather than to leave it; for one loan only, so
   *     that no two can wait for each other
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Judged mark(Caller caller, List<Behind> loans, boolean waits) {
    List<UUID> ids = loans.stream().map(Behind::loanId).toList();
    Map<UUID, Locked> locked =
        store.lock(ids, waits).stream().collect(Collectors.toMap(Locked::id, Function.identity()));
    List<Deed> deeds = new ArrayList<>();
    for (Behind behind : loans) {
      Locked loan = locked.get(behind.loanId());
      if (loan != null && stands(loan, behind)) {
        deeds.add(deed(loan, behind));
      }
    }
    if (!deeds.isEmpty()) {
      store.markAll(
          deeds.stream().map(deed -> deed.subject().id()).toList(),
          organization.businessDate(),
          clock.instant());
      trail.recordAll(caller, deeds);
    }
    return new Judged(List.copyOf(locked.keySet()), deeds.size());
  }

  private static boolean stands(Locked loan, Behind behind) {
    return loan.status() == LoanStatus.ACTIVE
        && !loan.defaulted()
        && loan.oldestUnpaidOn() != null
        && !loan.oldestUnpaidOn().isAfter(behind.dueUntil());
  }

  private static Deed deed(Locked loan, Behind behind) {
    return new Deed(
        "loan.default",
        new Subject("loan", loan.id(), loan.number()),
        Map.of("defaulted", false),
        Map.of("defaulted", true),
        behind.reason());
  }
}
