package io.loanwright.audit.chain;

import io.loanwright.audit.proof.Difference;
import io.loanwright.audit.proof.Moment;
import io.loanwright.audit.proof.Proof;
import io.loanwright.audit.proof.Run;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Proves that each row of the trail that was moved into a file is there as it was sealed, that the
 * files go on from each other, that the program wrote down what they are, and that files which
 * nobody needs are gone.
 */
@Component
@Order(3)
class ArchiveProof implements Proof {

  private final ArchiveStore store;
  private final ArchiveFolder folder;
  private final ArchiveCheck check;
  private final HeadKeys keys;
  private final Moment moment;

  ArchiveProof(
      ArchiveStore store, ArchiveFolder folder, ArchiveCheck check, HeadKeys keys, Moment moment) {
    this.store = store;
    this.folder = folder;
    this.check = check;
    this.keys = keys;
    this.moment = moment;
  }

  @Override
  public Checked check(Consumer<Difference> found) {
    return check(new Run(), found);
  }

  @Override
  public Checked check(Run run, Consumer<Difference> found) {
    ArchivesRead read = read(run);
    read.found().forEach(found);
    return new Checked("archived rows of the trail", read.rows());
  }

  /** Returns what the files say, for other proofs of the run too. */
  ArchivesRead read(Run run) {
    return run.shared(ArchivesRead.class, () -> new Reading().all());
  }

  private final class Reading {

    private final List<Difference> found = new ArrayList<>();
    private final Map<UUID, ArchivesRead.Blanked> blanked = new HashMap<>();
    private long rows;
    private boolean changed;

    private ArchivesRead all() {
      long reached = 0;
      for (Archive.Kept kept : store.all()) {
        Archive archive = kept.what();
        if (archive.content().firstSeal() != reached + 1) {
          found.add(
              new Difference(
                  archive.name(),
                  "rows from seal " + archive.content().firstSeal(),
                  "rows from seal " + (reached + 1)));
        }
        reached = archive.content().lastSeal();
        proveSignature(kept);
        proveRows(archive);
      }
      proveNothingIsLeft();
      return new ArchivesRead(found, rows, blanked, changed);
    }

    private void proveSignature(Archive.Kept kept) {
      String key = HeadKeys.nameOf(kept.by().publicKey());
      if (!HeadKeys.isSignedBy(kept.by(), kept.what().message())) {
        found.add(
            new Difference(
                kept.what().name(), "other than it was signed", "signed with key " + key));
      }
      if (!keys.isTrusted(kept.by().publicKey())) {
        found.add(
            new Difference(
                kept.what().name(),
                "signed with key " + key,
                "signed with a key that is trusted here"));
      }
    }

    /** Looks once more where a file does not fit: another one may have taken its place. */
    private void proveRows(Archive archive) {
      List<Difference> differences = new ArrayList<>();
      check.check(archive, differences::add, this::count);
      if (!differences.isEmpty() && isReplaced(archive)) {
        changed = true;
      } else {
        found.addAll(differences);
      }
    }

    /** While somebody makes files or replaces them, nobody can say which are needless. */
    private void proveNothingIsLeft() {
      Set<UUID> needless = new HashSet<>(store.needless());
      needless.retainAll(moment.now(() -> store.lockIfFree() ? store.needless() : List.<UUID>of()));
      folder
          .files()
          .forEach((id, file) -> {
            if (needless.contains(id)) {
              found.add(new Difference("archive " + file, "still there", "deleted"));
            }
          });
    }

    private boolean isReplaced(Archive archive) {
      return moment.now(() -> store.isReplaced(archive.id()));
    }

    private void count(TrailRow row) {
      rows++;
      add(row, row.actor().erasure());
      add(row, row.subject().erasure());
    }

    private void add(TrailRow row, @Nullable UUID erasure) {
      if (erasure != null) {
        blanked.merge(
            erasure,
            new ArchivesRead.Blanked(1, row.leaf() == null ? 0 : 1),
            ArchivesRead.Blanked::plus);
      }
    }
  }
}
