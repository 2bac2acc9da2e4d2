package io.loanwright.audit;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.access.Scope;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes and reads the trail. */
@Component
public class AuditTrail {

  /** Whoever looks once more within it has looked once. */
  private static final Duration SAME_LOOK = Duration.ofHours(1);

  private final AuditRows rows;
  private final TransactionTemplate apart;
  private final ApplicationEventPublisher events;

  AuditTrail(
      AuditRows rows, PlatformTransactionManager transactions, ApplicationEventPublisher events) {
    this.rows = rows;
    this.events = events;
    this.apart = new TransactionTemplate(transactions);
    this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /**
   * Records a deed, in the caller's transaction.
   *
   * @param action module or thing, a dot, and the verb: {@code loan.approve}
   * @param before the fields before it, as a record or a map; null where there was nothing
   * @param after the fields after it; null where nothing is left
   * @param reason why, where the actor has to say so
   */
  public void record(
      Caller caller,
      String action,
      Subject subject,
      @Nullable Object before,
      @Nullable Object after,
      @Nullable String reason) {
    AuditRows.Deed deed =
        new AuditRows.Deed(action, AuditEvent.Result.DONE, subject, before, after, reason);
    rows.add(caller, List.of(deed));
    publish(caller, action);
  }

  private void publish(Caller caller, String action) {
    Scope scope = caller.reach(Permission.LOAN_VIEW).scope();
    boolean isConfined = scope == Scope.BRANCH || scope == Scope.OWN;
    events.publishEvent(new Recorded(action, isConfined ? caller.branchId() : null));
  }

  /**
   * A deed that is recorded with others.
   *
   * @param before the fields before it, as a record or a map; null where there was nothing
   * @param after the fields after it; null where nothing is left
   */
  public record Deed(
      String action,
      Subject subject,
      @Nullable Object before,
      @Nullable Object after,
      @Nullable String reason) {}

  /** Records many deeds in one statement, in the caller's transaction. */
  public void recordAll(Caller caller, List<Deed> deeds) {
    rows.add(
        caller,
        deeds.stream()
            .map(deed ->
                new AuditRows.Deed(
                    deed.action(),
                    AuditEvent.Result.DONE,
                    deed.subject(),
                    deed.before(),
                    deed.after(),
                    deed.reason()))
            .toList());
    deeds.stream().map(Deed::action).distinct().forEach(action -> publish(caller, action));
  }

  /**
   * Records an attempt that was refused, in a transaction of its own, so that it stays when the
   * caller's is rolled back.
   *
   * @param attempt what was asked for; null where that is plain
   * @param reason the code of the refusal
   */
  public void refused(
      Caller caller, String action, Subject subject, @Nullable Object attempt, String reason) {
    var deed =
        new AuditRows.Deed(action, AuditEvent.Result.REFUSED, subject, null, attempt, reason);
    apart.executeWithoutResult(_ -> rows.insert(caller, deed));
  }

  /**
   * Records an attempt that was refused, in the caller's transaction, for one that is not rolled
   * back: it waits for no second connection.
   *
   * @param reason the code of the refusal
   */
  public void recordRefused(Caller caller, String action, Subject subject, String reason) {
    rows.insert(
        caller, new AuditRows.Deed(action, AuditEvent.Result.REFUSED, subject, null, null, reason));
  }

  /**
   * Records that somebody looked at something, in a transaction of its own, unless he did so within
   * the hour: who works on a thing opens it again and again. Screens are not told, as nothing has
   * changed.
   */
  public void looked(Caller caller, String action, Subject subject) {
    apart.executeWithoutResult(_ -> {
      if (!rows.didWithin(caller, action, subject, SAME_LOOK)) {
        rows.insert(
            caller, new AuditRows.Deed(action, AuditEvent.Result.DONE, subject, null, null, null));
      }
    });
  }

  /**
   * Returns the rows of the trail that a caller may read, newest first.
   *
   * @param olderThan the last row of the page before; null for the first page
   * @param limit the most rows to return
   */
  public List<AuditEvent> find(
      Caller caller, AuditFilter filter, @Nullable UUID olderThan, int limit) {
    return rows.find(TrailReach.of(caller), filter, olderThan, limit);
  }

  /**
   * Returns rows by their ids, oldest first, as they are, for the chain and for nobody's screen.
   */
  public List<AuditEvent> find(List<UUID> ids) {
    return ids.isEmpty() ? List.of() : rows.find(ids);
  }

  /** Returns an id for a subject that has none, like the one organization. */
  public static UUID noId() {
    return Caller.SYSTEM_ID;
  }
}
