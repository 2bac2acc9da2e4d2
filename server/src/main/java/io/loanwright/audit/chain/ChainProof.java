package io.loanwright.audit.chain;

import io.loanwright.audit.proof.Chained;
import io.loanwright.audit.proof.Difference;
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
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Proves that each record is what was sealed, and that no seal or record is gone or slipped in.
 *
 * <p>Each record that is sealed or waits for it is looked up, so as many records as these means
 * that there is no other. Only where one is gone or the numbers differ are all ids kept in mind, to
 * name which.
 */
@Component
@Order(4)
class ChainProof implements Proof {

  /** So many seals, or records that wait, are read at a time. */
  private static final int AT_ONCE = 100;

  /** So many records are compared at a time, and those of one seal more. */
  private static final int RECORDS_AT_ONCE = 5_000;

  private final SealStore store;
  private final ArchiveStore archives;
  private final WholeChain chain;
  private final Map<String, Chained> tables;

  ChainProof(SealStore store, ArchiveStore archives, WholeChain chain, List<Chained> tables) {
    this.store = store;
    this.archives = archives;
    this.chain = chain;
    this.tables = tables.stream().collect(Collectors.toMap(Chained::kind, Function.identity()));
  }

  /** What fits as a whole need not be looked up; what does not is named. */
  @Override
  public Checked check(Run run, Consumer<Difference> found) {
    WholeChain.Sealed sealed = chain.read(run);
    boolean fits =
        sealed.holds()
            && tables.values().stream()
                .allMatch(table -> sealed.of(table).isSame(table.fingerprint(run)));
    return fits ? new Checked("seals", sealed.number()) : check(found);
  }

  @Override
  public Checked check(Consumer<Difference> found) {
    Walk walk = new Walk(found);
    forEach(seals -> {
      seals.forEach(walk::link);
      compare(seals, walk);
    });
    for (Chained table : tables.values()) {
      if (!walk.isComplete(table) || isOneGone(table)) {
        name(table, found);
      }
    }
    return new Checked("seals", walk.number);
  }

  private void forEach(Consumer<List<Seal.Kept>> some) {
    List<Seal.Kept> next = store.after(0, AT_ONCE);
    while (!next.isEmpty()) {
      some.accept(next);
      next = store.after(next.getLast().seal().number(), AT_ONCE);
    }
  }

  private void compare(List<Seal.Kept> seals, Walk walk) {
    List<Seal.Kept> some = new ArrayList<>();
    int records = 0;
    for (Seal.Kept kept : seals) {
      some.add(kept);
      records += kept.seal().records().size();
      if (records >= RECORDS_AT_ONCE) {
        tables.values().forEach(new Contents(walk, List.copyOf(some))::compare);
        some.clear();
        records = 0;
      }
    }
    tables.values().forEach(new Contents(walk, some)::compare);
  }

  /** Finds records of a table that are sealed twice, came past the chain, or left it. */
  private void name(Chained table, Consumer<Difference> found) {
    Set<UUID> known = new HashSet<>();
    forEach(seals ->
        seals.stream()
            .map(Seal.Kept::seal)
            .filter(of(table))
            .forEach(seal -> {
              for (UUID id : seal.records()) {
                if (!known.add(id)) {
                  found.accept(
                      new Difference(
                          named(table.kind(), id),
                          "in seal " + seal.number() + " too",
                          "one seal"));
                }
              }
            }));
    Set<UUID> waiting = waiting(table);
    for (UUID id : waiting) {
      if (known.contains(id)) {
        found.accept(new Difference(named(table.kind(), id), "waiting for a seal", "sealed"));
      }
    }
    table.ids(id -> {
      if (!waiting.remove(id) && !known.contains(id)) {
        found.accept(
            new Difference(named(table.kind(), id), "in no seal", "sealed or waiting for it"));
      }
    });
    waiting.forEach(id ->
        found.accept(new Difference(named(table.kind(), id), "gone", "waiting for its seal")));
  }

  /** Tells whether a record is gone that waits for its seal; another may be in its place. */
  private boolean isOneGone(Chained table) {
    Set<UUID> gone = new HashSet<>();
    List<UUID> next = store.waiting(table.kind(), SealStore.FIRST, AT_ONCE);
    while (gone.isEmpty() && !next.isEmpty()) {
      gone.addAll(next);
      table.read(next, content -> gone.remove(content.id()));
      next = store.waiting(table.kind(), next.getLast(), AT_ONCE);
    }
    return !gone.isEmpty();
  }

  private Set<UUID> waiting(Chained table) {
    Set<UUID> waiting = new HashSet<>();
    List<UUID> next = store.waiting(table.kind(), SealStore.FIRST, AT_ONCE);
    while (!next.isEmpty()) {
      waiting.addAll(next);
      next = store.waiting(table.kind(), next.getLast(), AT_ONCE);
    }
    return waiting;
  }

  private static Predicate<Seal> of(Chained table) {
    return seal -> seal.kind().equals(table.kind());
  }

  /** Goes along the chain from its beginning, and counts what is in it. */
  private final class Walk {

    private final Consumer<Difference> found;
    private final long archivedThrough = archives.lastSeal();
    private final Map<String, Long> sealed = new HashMap<>();
    private final Set<String> lost = new HashSet<>();
    private long number;
    private Hash head = Hash.NONE;

    private Walk(Consumer<Difference> found) {
      this.found = found;
    }

    private void link(Seal.Kept kept) {
      Seal seal = kept.seal();
      String name = "seal " + seal.number();
      if (seal.number() != number + 1) {
        found.accept(new Difference("seal " + (number + 1), "gone", "before " + name));
      }
      Hash follows = Hash.headOf(head, seal);
      if (!follows.equals(kept.head())) {
        found.accept(new Difference(name, "head " + kept.head(), "head " + follows));
      }
      Hash root = Hash.rootOf(seal.leaves());
      if (!root.equals(seal.root())) {
        found.accept(new Difference(name, "root " + seal.root(), "root " + root));
      }
      if (!isArchived(seal)) {
        sealed.merge(seal.kind(), (long) seal.records().size(), Long::sum);
      }
      number = seal.number();
      head = kept.head();
    }

    /** Tells whether the records of a seal are in a file, and not in their table. */
    private boolean isArchived(Seal seal) {
      return seal.kind().equals(TrailRows.KIND) && seal.number() <= archivedThrough;
    }

    /** Notes that a sealed record is not there. */
    private void lost(String kind, UUID id, long seal) {
      lost.add(kind);
      found.accept(new Difference(named(kind, id), "gone", "seal " + seal));
    }

    /** Tells whether the records of a table are those that are sealed or wait for it. */
    private boolean isComplete(Chained table) {
      long known = sealed.getOrDefault(table.kind(), 0L) + store.countWaiting(table.kind());
      return !lost.contains(table.kind()) && known == table.count();
    }
  }

  /** The records of some seals. */
  private record Contents(Walk walk, List<Seal.Kept> seals) {

    /** What a record was when it was sealed, where, and whether it was moved into a file. */
    private record Then(Hash hash, long seal, boolean isArchived) {}

    private void compare(Chained table) {
      Map<UUID, Then> sealed = new HashMap<>();
      for (Seal.Kept kept : seals) {
        Seal seal = kept.seal();
        if (seal.kind().equals(table.kind())) {
          for (int i = 0; i < seal.records().size(); i++) {
            sealed.put(
                seal.records().get(i),
                new Then(seal.leaves().get(i), seal.number(), walk.isArchived(seal)));
          }
        }
      }
      if (sealed.isEmpty()) {
        return;
      }
      table.read(
          sealed.keySet().stream().toList(),
          content -> {
            Hash now = Hash.ofRecord(table.kind(), content);
            Then then = sealed.remove(content.id());
            if (then != null && then.isArchived()) {
              walk.found.accept(
                  new Difference(
                      content.name(), "in the trail", "in an archive, with seal " + then.seal()));
            } else if (then != null && !now.equals(then.hash())) {
              walk.found.accept(
                  new Difference(
                      content.name(), "other than it was sealed", "seal " + then.seal()));
            }
          });
      sealed.forEach((id, then) -> {
        if (!then.isArchived()) {
          walk.lost(table.kind(), id, then.seal());
        }
      });
    }
  }

  private static String named(String kind, UUID id) {
    return kind + " row " + id;
  }
}
