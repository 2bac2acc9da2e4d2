package io.loanwright.backup;

import io.loanwright.access.Caller;
import io.loanwright.audit.AuditTrail;
import io.loanwright.audit.Subject;
import io.loanwright.backup.store.BackupStore;
import io.loanwright.web.Ids;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which backups there are of this database. */
@Component
public class Backups {

  private static final Caller PROGRAM = Caller.system("backup");

  private final BackupStore store;
  private final AuditTrail trail;
  private final Clock clock;

  Backups(BackupStore store, AuditTrail trail, Clock clock) {
    this.store = store;
    this.trail = trail;
    this.clock = clock;
  }

  /** Keeps that a backup was made, and tells the trail. */
  @Transactional
  public void keep(BackupWriter.Made made, Path file) {
    Backup backup =
        new Backup(
            Backup.Kind.BACKUP,
            clock.instant(),
            made.at(),
            String.valueOf(file.getFileName()),
            made.bytes(),
            made.sha256(),
            made.rows(),
            made.papers());
    UUID id = Ids.next();
    store.insert(id, backup);
    tell("backup.make", id, backup);
  }

  /**
   * Returns the newest state that is in a file: of a backup, or of the restore that made this
   * database.
   */
  public Optional<Backup> last() {
    return store.last();
  }

  /** Tells the trail what a restore could not. */
  @Transactional
  public void tellOfRestores() {
    List<BackupStore.Row> untold = store.notInTrail();
    if (!untold.isEmpty()) {
      untold.forEach(row -> tell("backup.restore", row.id(), row.backup()));
      store.setInTrail(untold.stream().map(BackupStore.Row::id).toList());
    }
  }

  private void tell(String action, UUID id, Backup backup) {
    trail.record(PROGRAM, action, new Subject("backup", id, backup.file()), null, backup, null);
  }
}
