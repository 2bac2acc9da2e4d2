package io.loanwright.audit.chain;

import io.loanwright.audit.proof.Chained;
import io.loanwright.audit.proof.Difference;
import io.loanwright.audit.proof.Proof;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Proves that each record is what was sealed, and that no seal or record is gone or slipped in. */
@Component
@Order(4)
class ChainProof implements Proof {

  /** So many seals, or records that wait, are read at a time. */
  private static final int AT_ONCE = 100;

  /** So many records are compared at a time, and those of one seal more. */
  private static final int RECORDS_AT_ONCE = 5_000;

  private final SealStore store;
  private final Map<String, Chained> tables;

  ChainProof(SealStore store, List<Chained> tables) {
    this.store = store;
    this.tables = tables.stream().collect(Collectors.toMap(Chained::kind, Function.identity()));
  }

  @Override
  public Checked check(Consumer<Difference> found) {
    Walk walk = new Walk(found);
    List<Seal.Kept> next = store.after(0, AT_ONCE);
    while (!next.isEmpty()) {
      next.forEach(walk::link);
      compare(next, found);
      next = store.after(next.getLast().seal().number(), AT_ONCE);
    }
    tables.values().forEach(walk::complete);
    return new Checked("seals", walk.number);
  }

  private void compare(List<Seal.Kept> seals, Consumer<Difference> found) {
    List<Seal.Kept> some = new ArrayList<>();
    int records = 0;
    for (Seal.Kept kept : seals) {
      some.add(kept);
      records += kept.seal().records().size();
      if (records >= RECORDS_AT_ONCE) {
        tables.values().forEach(new Contents(found, List.copyOf(some))::compare);
        some.clear();
        records = 0;
      }
    }
    tables.values().forEach(new Contents(found, some)::compare);
  }

  /** Goes along the chain from its beginning, and keeps in mind what is in it. */
  private final class Walk {

    private final Consumer<Difference> found;
    private final Map<String, Set<UUID>> sealed = new HashMap<>();
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
      Set<UUID> known = sealed.computeIfAbsent(seal.kind(), _ -> new HashSet<>());
      for (UUID id : seal.records()) {
        if (!known.add(id)) {
          found.accept(new Difference(named(seal.kind(), id), "in " + name + " too", "one seal"));
        }
      }
      number = seal.number();
      head = kept.head();
    }

    /** Finds records that came past the chain. */
    private void complete(Chained table) {
      Set<UUID> known = sealed.getOrDefault(table.kind(), Set.of());
      Set<UUID> waiting = new HashSet<>();
      List<UUID> next = store.waiting(table.kind(), SealStore.FIRST, AT_ONCE);
      while (!next.isEmpty()) {
        waiting.addAll(next);
        next = store.waiting(table.kind(), next.getLast(), AT_ONCE);
      }
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
  }

  /** The records of some seals. */
  private record Contents(Consumer<Difference> found, List<Seal.Kept> seals) {

    /** What a record was when it was sealed, and where. */
    private record Then(Hash hash, long seal) {}

    private void compare(Chained table) {
      Map<UUID, Then> sealed = new HashMap<>();
      for (Seal.Kept kept : seals) {
        Seal seal = kept.seal();
        if (seal.kind().equals(table.kind())) {
          for (int i = 0; i < seal.records().size(); i++) {
            sealed.put(seal.records().get(i), new Then(seal.leaves().get(i), seal.number()));
          }
        }
      }
      if (sealed.isEmpty()) {
        return;
      }
      table.read(
          sealed.keySet().stream().toList(),
          content -> {
            Hash now = Hash.ofRecord(table.kind(), content.id(), content.fields());
            Then then = sealed.remove(content.id());
            if (then != null && !now.equals(then.hash())) {
              found.accept(
                  new Difference(
                      content.name(), "other than it was sealed", "seal " + then.seal()));
            }
          });
      sealed.forEach((id, then) ->
          found.accept(new Difference(named(table.kind(), id), "gone", "seal " + then.seal())));
    }
  }

  private static String named(String kind, UUID id) {
    return kind + " row " + id;
  }
}
