package io.loanwright.audit;

import io.loanwright.access.Caller;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Old rows of the trail in files, which the seals go on to prove.
 *
 * <p>Rows are moved by whole seals, in the order of the chain. The file is written, forced to the
 * disk and read back against the seals before a row is deleted.
 */
public interface TrailArchives {

  /**
   * Moves the oldest rows into a file, as many as one takes.
   *
   * @param before rows of this day and later stay
   */
  ArchiveOutcome archive(Caller caller, LocalDate before);

  /**
   * Deletes the files that somebody was erased in after they were written, and those that nothing
   * came of, where they are still there; nothing while others move rows or erase.
   */
  void sweep();

  /**
   * Returns the files, newest rows first.
   *
   * @param before the first seal of the last one of the page before; null for the first page
   */
  List<Archived> list(@Nullable Long before, int limit);

  /** Returns a file that is here, for somebody to take away; the trail says who did. */
  Optional<Path> open(Caller caller, UUID id);
}
