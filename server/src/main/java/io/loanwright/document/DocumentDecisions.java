package io.loanwright.document;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.audit.AuditTrail;
import io.loanwright.audit.Subject;
import io.loanwright.document.Document.Decision;
import io.loanwright.document.Document.Particulars;
import io.loanwright.document.Document.Signature;
import io.loanwright.document.spi.DocumentOwners;
import io.loanwright.document.store.DocumentStore;
import io.loanwright.organization.Organization;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says of documents that wait whether they are what they seem to be. */
@Component
public class DocumentDecisions {

  private final DocumentStore store;
  private final DocumentOwners owners;
  private final PaperNumbers numbers;
  private final Organization organization;
  private final AuditTrail trail;
  private final Clock clock;

  DocumentDecisions(
      DocumentStore store,
      DocumentOwners owners,
      PaperNumbers numbers,
      Organization organization,
      AuditTrail trail,
      Clock clock) {
    this.store = store;
    this.owners = owners;
    this.numbers = numbers;
    this.organization = organization;
    this.trail = trail;
    this.clock = clock;
  }

  /**
   * Corrects what a document that waits is said to be. Who does, does not verify it.
   *
   * @param wanted without a number, one that the caller does not see stays
   */
  @Transactional
  public DecisionOutcome correct(Caller caller, UUID id, Particulars wanted) {
    @Nullable Document before = lock(caller, Permission.DOCUMENT_UPLOAD, id);
    if (before == null) {
      return new DecisionOutcome.Unknown();
    }
    if (before.status() != DocumentStatus.WAITING) {
      return new DecisionOutcome.WrongStatus(before.status());
    }
    boolean staysUnseen =
        wanted.number() == null && !numbers.hidden(caller, List.of(before)).isEmpty();
    Particulars particulars =
        staysUnseen
            ? new Particulars(wanted.kind(), before.particulars().number(), wanted.expiresOn())
            : wanted;
    if (before.particulars().equals(particulars)) {
      return new DecisionOutcome.Kept(before);
    }
    Document after = store.correct(id, particulars, signature(caller));
    record(caller, "document.correct", before, after, null);
    return new DecisionOutcome.Kept(after);
  }

  /** Vouches for a document; the one that it replaces counts no more. */
  @Transactional
  public DecisionOutcome verify(Caller caller, UUID id) {
    @Nullable Document before = lock(caller, Permission.DOCUMENT_VERIFY, id);
    Optional<DecisionOutcome> refused = refused(caller, before);
    if (refused.isPresent() || before == null) {
      return refused.orElseGet(DecisionOutcome.Unknown::new);
    }
    LocalDate expiresOn = before.particulars().expiresOn();
    if (expiresOn != null && before.particulars().isExpired(organization.businessDate())) {
      return new DecisionOutcome.Expired(expiresOn);
    }
    Document after =
        store.decide(id, DocumentStatus.VERIFIED, new Decision(signature(caller), null));
    record(caller, "document.verify", before, after, null);
    replace(caller, before.replaces());
    return new DecisionOutcome.Kept(after);
  }

  /**
   * Says that a document will not do.
   *
   * @param reason why, 1 to {@value Document#REASON_MAX} characters, for who filed it
   */
  @Transactional
  public DecisionOutcome refuse(Caller caller, UUID id, String reason) {
    @Nullable Document before = lock(caller, Permission.DOCUMENT_VERIFY, id);
    Optional<DecisionOutcome> refused = refused(caller, before);
    if (refused.isPresent() || before == null) {
      return refused.orElseGet(DecisionOutcome.Unknown::new);
    }
    Document after =
        store.decide(id, DocumentStatus.REFUSED, new Decision(signature(caller), reason));
    record(caller, "document.refuse", before, after, reason);
    return new DecisionOutcome.Kept(after);
  }

  private void replace(Caller caller, @Nullable UUID older) {
    if (older == null) {
      return;
    }
    Document before = store.lock(older).orElseThrow();
    if (before.status() != DocumentStatus.REPLACED) {
      record(caller, "document.replace", before, store.replaced(older), null);
    }
  }

  private static Optional<DecisionOutcome> refused(Caller caller, @Nullable Document document) {
    if (document == null) {
      return Optional.of(new DecisionOutcome.Unknown());
    }
    if (document.isMadeBy(caller.userId()) || document.ownerId().equals(caller.borrowerId())) {
      return Optional.of(new DecisionOutcome.MakerIsChecker());
    }
    return document.status() == DocumentStatus.WAITING
        ? Optional.empty()
        : Optional.of(new DecisionOutcome.WrongStatus(document.status()));
  }

  private @Nullable Document lock(Caller caller, Permission permission, UUID id) {
    return store
        .lock(id)
        .filter(document -> owners.find(document.ownerId(), caller.reach(permission)).isPresent())
        .orElse(null);
  }

  private Signature signature(Caller caller) {
    return new Signature(
        caller.userId(), caller.name(), clock.instant().truncatedTo(ChronoUnit.MICROS));
  }

  private void record(
      Caller caller, String action, Document before, Document after, @Nullable String reason) {
    trail.record(
        caller,
        action,
        new Subject("document", after.id(), after.file().name()),
        before,
        after,
        reason);
  }
}
