package io.loanwright.collection;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.audit.AuditTrail;
import io.loanwright.audit.AuditTrail.Deed;
import io.loanwright.audit.Subject;
import io.loanwright.collection.CollectionOutcome.Done;
import io.loanwright.collection.CollectionOutcome.Refused;
import io.loanwright.collection.store.PromiseStore;
import io.loanwright.collection.store.PromiseStore.Decided;
import io.loanwright.organization.DayClosed;
import io.loanwright.organization.Organization;
import io.loanwright.payment.PaymentsOfThePast;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What becomes of promises to pay.
 *
 * <p>A promise is kept once the payments on its loan whose value date is from its day to its due
 * date add up to its amount, and broken when the due date is closed without that. The close of a
 * day decides, in the transaction that moves the date, with as many statements for one promise as
 * for many. It looks again at those whose payments are others since.
 */
@Component
public class Promises {

  private static final Caller PROGRAM = Caller.system("close of day");

  private final PromiseStore promises;
  private final Organization organization;
  private final AuditTrail trail;

  Promises(PromiseStore promises, Organization organization, AuditTrail trail) {
    this.promises = promises;
    this.organization = organization;
    this.trail = trail;
  }

  /** Cancels an open promise, with a reason. */
  @Transactional
  public CollectionOutcome<Promise> cancel(Caller caller, UUID promiseId, String reason) {
    Optional<PromiseStore.Found> found =
        promises.lock(caller.reach(Permission.COLLECTION_PROMISE), promiseId);
    if (found.isEmpty()) {
      return new Refused<>(new CollectionRefusal.PromiseUnknown());
    }
    Promise promise = found.get().promise();
    if (promise.state() != Promise.State.OPEN) {
      return new Refused<>(new CollectionRefusal.PromiseNotOpen(promise.state()));
    }
    LocalDate today = organization.businessDate();
    promises.cancel(promise.id(), today, reason);
    trail.record(
        caller,
        "promise.cancel",
        new Subject("loan", promise.loanId(), found.get().loanNumber()),
        Map.of("promise", Promise.State.OPEN, "amount", promise.amount().toDecimalString()),
        Map.of("promise", Promise.State.CANCELLED),
        reason);
    return new Done<>(
        new Promise(
            promise.id(),
            promise.loanId(),
            promise.amount(),
            promise.madeOn(),
            promise.dueOn(),
            Promise.State.CANCELLED,
            today,
            promise.paid(),
            reason,
            promise.madeBy()));
  }

  /** Decides which promises were kept, and which are broken. */
  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  public void on(DayClosed closed) {
    List<Deed> deeds =
        promises.decide(closed.date()).stream()
            .map(decided -> deed(decided, closed.date()))
            .toList();
    if (!deeds.isEmpty()) {
      trail.recordAll(PROGRAM, deeds);
    }
  }

  /** A promise may be kept now that was broken, or the other way round. */
  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  public void on(PaymentsOfThePast moved) {
    promises.lookAgain(moved.loanIds());
  }

  private static Deed deed(Decided decided, LocalDate day) {
    return new Deed(
        "promise." + decided.after().name().toLowerCase(Locale.ROOT),
        new Subject("loan", decided.loanId(), decided.loanNumber()),
        Map.of("promise", decided.before()),
        Map.of(
            "promise", decided.after(),
            "amount", decided.amount().toDecimalString(),
            "paid", decided.paid().toDecimalString(),
            "dueOn", decided.dueOn(),
            "closed", day),
        null);
  }
}
