package io.loanwright.expense;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.audit.AuditTrail;
import io.loanwright.document.Attaching;
import io.loanwright.document.Attachment;
import io.loanwright.document.Attachments;
import io.loanwright.document.OpenedFile;
import io.loanwright.document.TakenIn;
import io.loanwright.expense.Expense.Status;
import io.loanwright.expense.store.ExpenseStore;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The bills and receipts of expenses.
 *
 * <p>While an expense waits, whoever wrote it down adds files to it and removes them; so who
 * decides on it says which files he has seen ({@link Expenses#approve}). From then on they stay for
 * good; a receipt that comes later is added by whoever writes expenses down.
 */
@Component
public class ExpenseAttachments {

  private final ExpenseStore store;
  private final Expenses expenses;
  private final Attachments files;
  private final AuditTrail trail;
  private final TransactionTemplate transaction;

  ExpenseAttachments(
      ExpenseStore store,
      Expenses expenses,
      Attachments files,
      AuditTrail trail,
      PlatformTransactionManager transactions) {
    this.store = store;
    this.expenses = expenses;
    this.files = files;
    this.trail = trail;
    this.transaction = new TransactionTemplate(transactions);
  }

  /**
   * Attaches a file to an expense.
   *
   * @param name what the file is called
   * @param content the file; read here, closed by whoever opened it
   * @throws IOException if the file cannot be read
   */
  public AttachmentOutcome add(Caller caller, UUID id, String name, InputStream content)
      throws IOException {
    AttachmentOutcome outcome = taken(caller, id, name, content);
    if (outcome instanceof AttachmentRefusal refusal) {
      note(caller, "expense.attachment_add", Map.of("name", name), refusal);
    }
    return outcome;
  }

  private AttachmentOutcome taken(Caller caller, UUID id, String name, InputStream content)
      throws IOException {
    Optional<Expense> expense = store.find(id);
    Optional<AttachmentRefusal> objection = objection(caller, expense);
    if (objection.isPresent()) {
      return objection.get();
    }
    return switch (files.take(content)) {
      case TakenIn.Refused why -> refused(caller, expense.orElseThrow(), name, why);
      case TakenIn.Fit file ->
          files.isFull(id, file)
              ? new AttachmentRefusal.TooMany(Attachments.MOST)
              : filed(caller, id, name, file);
    };
  }

  private static Optional<AttachmentRefusal> objection(Caller caller, Optional<Expense> found) {
    return found
        .filter(expense -> Expenses.reaches(caller, Permission.EXPENSE_RECORD, expense))
        .map(expense -> objection(caller, expense))
        .orElseGet(() -> Optional.of(new AttachmentRefusal.Unknown()));
  }

  private static Optional<AttachmentRefusal> objection(Caller caller, Expense expense) {
    return switch (expense.status()) {
      case RECORDED -> ofAnother(caller, expense);
      case APPROVED, PAID, TAKEN_BACK -> Optional.empty();
      case REJECTED, WITHDRAWN -> Optional.of(new AttachmentRefusal.WrongStatus(expense));
    };
  }

  private static Optional<AttachmentRefusal> ofAnother(Caller caller, Expense expense) {
    return Expenses.isMaker(caller, expense)
        ? Optional.empty()
        : Optional.of(new AttachmentRefusal.NotTheMaker(expense));
  }

  /** What is not what it seems is worth knowing later. */
  private AttachmentRefusal refused(
      Caller caller, Expense expense, String name, TakenIn.Refused why) {
    why.virus()
        .ifPresent(found ->
            trail.refused(
                caller,
                "expense.attachment_add",
                expense.subject(),
                Map.of("name", name, "found", found),
                "virus-found"));
    return new AttachmentRefusal.Refused(why);
  }

  /** So is who tried what he may not do. */
  private void note(
      Caller caller, String action, Map<String, Object> attempt, AttachmentRefusal refusal) {
    switch (refusal) {
      case AttachmentRefusal.WrongStatus(Expense expense) ->
          trail.refused(caller, action, expense.subject(), attempt, "wrong-status");
      case AttachmentRefusal.NotTheMaker(Expense expense) ->
          trail.refused(caller, action, expense.subject(), attempt, "not-the-maker");
      case AttachmentRefusal.Unknown _,
          AttachmentRefusal.Refused _,
          AttachmentRefusal.StoreAway _,
          AttachmentRefusal.TooMany _ -> {}
    }
  }

  private AttachmentOutcome filed(Caller caller, UUID id, String name, TakenIn.Fit file) {
    AttachmentOutcome outcome =
        files
            .keeping(file, () -> recorded(caller, id, name, file))
            .orElseGet(AttachmentRefusal.StoreAway::new);
    if (outcome instanceof AttachmentRefusal) {
      files.forget(file);
    }
    return outcome;
  }

  /** Returns nothing, and has written nothing, if the content is gone again. */
  private Optional<AttachmentOutcome> recorded(
      Caller caller, UUID id, String name, TakenIn.Fit file) {
    Optional<Expense> expense = store.lock(id);
    Optional<AttachmentRefusal> objection = objection(caller, expense);
    if (objection.isPresent()) {
      return Optional.of(objection.get());
    }
    return switch (files.attach(caller, id, name, file)) {
      case Attaching.Gone _ -> Optional.empty();
      case Attaching.KnownAlready(Attachment known) ->
          Optional.of(new AttachmentOutcome.KnownAlready(known));
      case Attaching.TooMany(int most) -> Optional.of(new AttachmentRefusal.TooMany(most));
      case Attaching.Attached(Attachment made) ->
          Optional.of(attached(caller, expense.orElseThrow(), made));
    };
  }

  private AttachmentOutcome attached(Caller caller, Expense expense, Attachment made) {
    if (expense.status() != Status.RECORDED) {
      files.fix(expense.id());
    }
    trail.record(caller, "expense.attachment_add", expense.subject(), null, fields(made), null);
    return new AttachmentOutcome.Kept(made);
  }

  /** Opens a file of an expense, and notes in the trail who saw it; nothing if there is none. */
  public Optional<OpenedFile> view(Caller caller, UUID id, UUID attachmentId) {
    return expenses
        .find(caller, id)
        .flatMap(expense ->
            files.find(id, attachmentId).map(attachment -> opened(caller, expense, attachment)));
  }

  private OpenedFile opened(Caller caller, Expense expense, Attachment attachment) {
    OpenedFile opened = files.open(attachment);
    if (opened.isReadable()) {
      transaction.executeWithoutResult(_ ->
          trail.record(
              caller,
              "expense.attachment_view",
              expense.subject(),
              null,
              Map.of("attachmentId", attachment.id(), "name", attachment.file().name()),
              null));
    }
    return opened;
  }

  /**
   * Removes a file of an expense that waits, which the caller wrote down.
   *
   * @return why it is not; nothing if it is attached no more
   */
  public Optional<AttachmentRefusal> remove(Caller caller, UUID id, UUID attachmentId) {
    Optional<AttachmentRefusal> refusal =
        transaction.execute(_ -> removed(caller, id, attachmentId));
    refusal.ifPresent(why ->
        note(caller, "expense.attachment_remove", Map.of("attachmentId", attachmentId), why));
    return refusal;
  }

  private Optional<AttachmentRefusal> removed(Caller caller, UUID id, UUID attachmentId) {
    return store
        .lock(id)
        .filter(expense -> Expenses.reaches(caller, Permission.EXPENSE_RECORD, expense))
        .map(expense -> removed(caller, expense, attachmentId))
        .orElseGet(() -> Optional.of(new AttachmentRefusal.Unknown()));
  }

  private Optional<AttachmentRefusal> removed(Caller caller, Expense expense, UUID attachmentId) {
    Optional<Attachment> attachment = files.find(expense.id(), attachmentId);
    if (attachment.isEmpty()) {
      return Optional.of(new AttachmentRefusal.Unknown());
    }
    if (expense.status() != Status.RECORDED) {
      return Optional.of(new AttachmentRefusal.WrongStatus(expense));
    }
    Optional<AttachmentRefusal> ofAnother = ofAnother(caller, expense);
    if (ofAnother.isPresent()) {
      return ofAnother;
    }
    files.remove(attachment.get());
    trail.record(
        caller,
        "expense.attachment_remove",
        expense.subject(),
        fields(attachment.get()),
        null,
        null);
    return Optional.empty();
  }

  private static Map<String, Object> fields(Attachment attachment) {
    return Map.of(
        "attachmentId", attachment.id(),
        "name", attachment.file().name(),
        "sha256", attachment.file().sha256());
  }
}
