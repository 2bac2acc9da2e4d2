package io.loanwright.borrower;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.audit.AuditEvent;
import io.loanwright.audit.AuditTrail;
import io.loanwright.audit.Subject;
import io.loanwright.audit.TrailErasure;
import io.loanwright.audit.TrailErasure.Thing;
import io.loanwright.audit.TrailErasure.Traces;
import io.loanwright.borrower.spi.RowsOfFiles;
import io.loanwright.borrower.store.BorrowerStore;
import io.loanwright.document.Document;
import io.loanwright.document.Documents;
import io.loanwright.identity.KeptAccounts;
import io.loanwright.identity.UserAccount;
import io.loanwright.identity.Users;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Hands a person all that is kept about him, and forgets him.
 *
 * <p>Forgetting leaves the books as they are: loans, payments, the journal and its chain stay and
 * refer to a borrower without a name. What is chained of the trail is blanked so that the chain
 * still proves it ({@link TrailErasure}).
 */
@Component
public class PersonalData {

  /** The most rows of the trail in an export. */
  private static final int TRACES_MAX = 10_000;

  /** The role in the trail of who was not signed in: his attempts, or those on his account. */
  private static final String ANONYMOUS = "ANONYMOUS";

  private final BorrowerStore store;
  private final Users users;
  private final KeptAccounts accounts;
  private final Documents documents;
  private final ErasureRules rules;
  private final TrailErasure traces;
  private final AuditTrail trail;

  PersonalData(
      BorrowerStore store,
      Users users,
      KeptAccounts accounts,
      Documents documents,
      ErasureRules rules,
      TrailErasure traces,
      AuditTrail trail) {
    this.store = store;
    this.users = users;
    this.accounts = accounts;
    this.documents = documents;
    this.rules = rules;
    this.traces = traces;
    this.trail = trail;
  }

  /**
   * All that is kept about a borrower.
   *
   * @param user his account; null without one
   * @param parts what each module keeps, as JSON, by its name
   */
  public record Export(
      Borrower borrower,
      @Nullable UserAccount user,
      Map<String, String> parts,
      List<Document> documents,
      List<AuditEvent> trail) {}

  /**
   * Returns the name of a file with old rows of the trail that is not here, so that nobody's rows
   * can be handed out or erased; nothing if all are.
   */
  public Optional<String> trailOutOfReach() {
    return traces.outOfReach();
  }

  /** Collects all that is kept about a borrower, and records who took it away. */
  @Transactional
  public Optional<Export> export(Caller caller, UUID id) {
    Optional<Borrower> found = store.find(id, caller.reach(Permission.BORROWER_EXPORT));
    return found.map(borrower -> {
      Map<String, String> parts = new LinkedHashMap<>();
      rules.holders().forEach(holder -> parts.put(holder.part(), holder.export(id)));
      if (borrower.userId() != null) {
        parts.put("signingIn", accounts.signingIn(borrower.userId()));
      }
      Export export =
          new Export(
              borrower,
              borrower.userId() == null ? null : users.find(borrower.userId()).orElse(null),
              parts,
              documents.all(id),
              traces.find(tracesOf(borrower, documents.all(id)), TRACES_MAX).stream()
                  .filter(event -> !tellsWhoseRelative(event, borrower))
                  .map(event -> shown(event, borrower))
                  .toList());
      trail.record(caller, "borrower.export_data", Borrowers.subject(borrower), null, null, null);
      return export;
    });
  }

  /** Returns when a borrower was erased, or what speaks against it today, without doing it. */
  @Transactional(readOnly = true)
  public ErasureOutcome standing(Caller caller, UUID id) {
    return store
        .find(id, caller.reach(Permission.BORROWER_ERASE))
        .map(borrower -> rules.objection(borrower).orElseGet(PersonalData::erasable))
        .orElseGet(ErasureOutcome.Unknown::new);
  }

  /**
   * Erases a borrower.
   *
   * @param number his number, typed once more
   * @param reason who asked for it, and how; without his name
   */
  @Transactional
  public ErasureOutcome erase(Caller caller, UUID id, String number, String reason) {
    @Nullable Borrower borrower =
        store.lock(id, caller.reach(Permission.BORROWER_ERASE)).orElse(null);
    if (borrower == null) {
      return new ErasureOutcome.Unknown();
    }
    if (!borrower.number().equalsIgnoreCase(number.strip())) {
      return new ErasureOutcome.NumberDiffers();
    }
    Optional<ErasureOutcome> objection = rules.objection(borrower);
    if (objection.isPresent()) {
      return objection.get();
    }
    Optional<String> file = trailOutOfReach();
    if (file.isPresent()) {
      return new ErasureOutcome.TrailOutOfReach(file.get());
    }
    List<Document> papers = documents.all(id);
    Traces his = tracesOf(borrower, papers);
    RowsOfFiles rows = rules.rowsOfFiles(id);
    documents.erase(id);
    rules.holders().forEach(holder -> holder.erase(id));
    if (borrower.userId() != null) {
      accounts.erase(borrower.userId());
    }
    accounts.forgetInvitations(id);
    store.erase(id);
    long parts = traces.erase(caller, his);
    trail.record(
        caller,
        "borrower.erase",
        new Subject("borrower", id, borrower.number()),
        null,
        Map.of(
            "traces",
            parts,
            "documents",
            papers.size(),
            "refusedRows",
            rows.certain(),
            "alikeRows",
            rows.alike().size()),
        reason);
    return new ErasureOutcome.Erased(parts, papers.size(), rows);
  }

  private static ErasureOutcome erasable() {
    return new ErasureOutcome.Erased(0, 0, RowsOfFiles.NONE);
  }

  /** Who of the staff is his relative is theirs to tell; what was declared is in a part. */
  private static boolean tellsWhoseRelative(AuditEvent event, Borrower borrower) {
    boolean isDeclaration =
        event.subject().id().equals(borrower.id()) && event.action().startsWith("relative.");
    return isDeclaration || (!isHis(event, borrower) && "declared-relative".equals(event.reason()));
  }

  private static boolean isHis(AuditEvent event, Borrower borrower) {
    AuditEvent.Actor actor = event.actor();
    return actor.id().equals(borrower.userId()) || actor.role().equals(ANONYMOUS);
  }

  /** Where others worked, and on which device, is their personal data and not his. */
  private static AuditEvent shown(AuditEvent event, Borrower borrower) {
    AuditEvent.Actor actor = event.actor();
    return isHis(event, borrower)
        ? event
        : new AuditEvent(
            event.id(),
            event.at(),
            new AuditEvent.Actor(actor.id(), actor.name(), actor.role(), "", ""),
            event.action(),
            event.result(),
            event.subject(),
            event.before(),
            event.after(),
            event.reason(),
            event.sealed());
  }

  private Traces tracesOf(Borrower borrower, List<Document> papers) {
    UUID id = borrower.id();
    List<Thing> things = new ArrayList<>();
    things.add(new Thing("borrower", id, null));
    papers.forEach(paper -> things.add(new Thing("document", paper.id(), null)));
    rules.holders().forEach(holder -> things.addAll(holder.traces(id)));
    accounts
        .invitations(id)
        .forEach(invitation -> things.add(new Thing("invitation", invitation, null)));
    List<UUID> people = new ArrayList<>();
    if (borrower.userId() != null) {
      people.add(borrower.userId());
      things.add(new Thing("user", borrower.userId(), null));
      accounts.mailTo(borrower.userId()).forEach(mail -> things.add(new Thing("mail", mail, null)));
    }
    return new Traces(id, people, things);
  }
}
