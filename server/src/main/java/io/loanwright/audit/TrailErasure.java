package io.loanwright.audit;

import io.loanwright.access.Caller;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the trail says about one person, to hand it out or to blank it. */
public interface TrailErasure {

  /**
   * Somebody's traces in the trail.
   *
   * @param borrowerId whose they are
   * @param people his ids as a user: what he did himself
   * @param things what was done to him and to what is his
   */
  record Traces(UUID borrowerId, Collection<UUID> people, Collection<Thing> things) {

    public Traces {
      people = List.copyOf(people);
      things = List.copyOf(things);
    }
  }

  /**
   * Rows of the trail by what they are about.
   *
   * @param action the action; null for all of them
   */
  record Thing(String type, UUID id, @Nullable String action) {}

  /**
   * Returns the name of a file with old rows of the trail that cannot be read here, so that nobody
   * can be found or erased in it; nothing if all can be.
   */
  Optional<String> outOfReach();

  /**
   * Returns all rows with somebody's traces, oldest first, whoever may read them otherwise. Runs in
   * the caller's transaction, and no rows are moved into files until it ends.
   *
   * @param limit the most rows
   * @throws ArchiveUnreadableException if a file is not the one that was written
   */
  List<AuditEvent> find(Traces traces, int limit);

  /**
   * Blanks names, addresses, devices, fields before and after, and reasons in the rows with
   * somebody's traces; who did what, when and to which id stays, and stays proven. Runs in the
   * caller's transaction. Files in which something is blanked are written anew.
   *
   * @return how many parts of rows were blanked
   * @throws ArchiveUnreadableException if a file is not the one that was written
   */
  long erase(Caller caller, Traces traces);
}
