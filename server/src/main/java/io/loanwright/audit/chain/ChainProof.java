package io.loanwright.audit.chain;

import io.loanwright.audit.proof.Chained;
import io.loanwright.audit.proof.Difference;
import io.loanwright.audit.proof.Proof;
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

  private static final int AT_ONCE = 20;

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
      next = store.after(next.getLast().seal().number(), AT_ONCE);
    }
    tables.values().forEach(walk::complete);
    return new Checked("seals", walk.number);
  }

  /** Goes along the chain from its beginning. */
  private final class Walk {

    private final Consumer<Difference> found;
    private final Map<String, Long> sealed = new HashMap<>();
    private long number;
    private Hash head = Hash.NONE;

    private Walk(Consumer<Difference> found) {
      this.found = found;
    }

    private void link(Seal.Kept kept) {
      Seal seal = kept.seal();
      String name = "seal " + seal.number();
      require(
          seal.number() == number + 1,
          new Difference("seal " + (number + 1), "gone", "before " + name));
      Hash follows = Hash.headOf(head, seal);
      require(
          follows.equals(kept.head()),
          new Difference(name, "head " + kept.head(), "head " + follows));
      Hash root = Hash.rootOf(seal.leaves());
      require(
          root.equals(seal.root()), new Difference(name, "root " + seal.root(), "root " + root));
      contents(seal);
      sealed.merge(seal.kind(), (long) seal.records().size(), Long::sum);
      number = seal.number();
      head = kept.head();
    }

    private void contents(Seal seal) {
      Chained table = tables.get(seal.kind());
      if (table == null) {
        found.accept(
            new Difference("seal " + seal.number(), "records: " + seal.kind(), "a kind that is"));
        return;
      }
      Map<UUID, Hash> leaves = new HashMap<>();
      for (int i = 0; i < seal.records().size(); i++) {
        leaves.put(seal.records().get(i), seal.leaves().get(i));
      }
      table.read(
          seal.records(),
          content -> {
            Hash now = Hash.ofRecord(table.kind(), content.id(), content.fields());
            Hash then = leaves.remove(content.id());
            require(
                now.equals(then),
                new Difference(
                    content.name(), "other than it was sealed", "seal " + seal.number()));
          });
      leaves
          .keySet()
          .forEach(id ->
              found.accept(new Difference(named(table, id), "gone", "seal " + seal.number())));
    }

    /** Finds records that came past the chain, once their number shows that there are some. */
    private void complete(Chained table) {
      List<UUID> waiting = store.waiting(table.kind(), Integer.MAX_VALUE);
      Set<UUID> gone = new HashSet<>(waiting);
      table.read(waiting, content -> gone.remove(content.id()));
      gone.forEach(
          id -> found.accept(new Difference(named(table, id), "gone", "waiting for its seal")));
      long known = sealed.getOrDefault(table.kind(), 0L) + waiting.size();
      if (table.count() != known) {
        Set<UUID> unknown = new HashSet<>();
        table.ids(unknown::add);
        waiting.forEach(unknown::remove);
        eachSealed(table.kind(), unknown::remove);
        unknown.forEach(id ->
            found.accept(
                new Difference(named(table, id), "in no seal", "sealed or waiting for it")));
      }
    }

    private void eachSealed(String kind, Consumer<UUID> each) {
      List<Seal.Kept> next = store.after(0, AT_ONCE);
      while (!next.isEmpty()) {
        next.stream()
            .filter(kept -> kept.seal().kind().equals(kind))
            .forEach(kept -> kept.seal().records().forEach(each));
        next = store.after(next.getLast().seal().number(), AT_ONCE);
      }
    }

    private void require(boolean fits, Difference otherwise) {
      if (!fits) {
        found.accept(otherwise);
      }
    }
  }

  private static String named(Chained table, UUID id) {
    return table.kind() + " row " + id;
  }
}
