package io.loanwright.audit.chain;

import io.loanwright.audit.Sealing;
import io.loanwright.audit.proof.Chained;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Seals what was committed, in its own transactions, and one sealer at a time. */
@Component
class Sealer implements Sealing {

  /** The most records of a seal. */
  private static final int BATCH = 1_000;

  private final SealStore store;
  private final List<Chained> tables;
  private final Clock clock;
  private final TransactionTemplate transaction;

  Sealer(
      SealStore store, List<Chained> tables, Clock clock, PlatformTransactionManager transactions) {
    this.store = store;
    this.tables = List.copyOf(tables);
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
  }

  @Override
  public void sealAll() {
    tables.forEach(this::sealAll);
  }

  private void sealAll(Chained table) {
    boolean more = true;
    while (more) {
      more = transaction.execute(_ -> store.tryLock() && sealed(table) == BATCH);
    }
  }

  /** Seals the next records of a table; one that is gone waits on, for the verifier to name. */
  private int sealed(Chained table) {
    List<UUID> waiting = store.waiting(table.kind(), BATCH);
    List<UUID> records = new ArrayList<>();
    List<Hash> leaves = new ArrayList<>();
    table.read(
        waiting,
        content -> {
          records.add(content.id());
          leaves.add(Hash.ofRecord(table.kind(), content.id(), content.fields()));
        });
    if (!records.isEmpty()) {
      append(table.kind(), records, leaves);
      store.waitNoMore(table.kind(), records);
    }
    return records.size();
  }

  private void append(String kind, List<UUID> records, List<Hash> leaves) {
    Optional<Seal.Kept> last = store.last();
    long number = last.map(kept -> kept.seal().number()).orElse(0L) + 1;
    Seal seal = new Seal(number, clock.instant(), kind, records, leaves, Hash.rootOf(leaves));
    store.append(seal, Hash.headOf(last.map(Seal.Kept::head).orElse(Hash.NONE), seal));
  }

  @Override
  public State state() {
    Optional<Seal.Kept> last = store.last();
    return new State(
        last.map(kept -> kept.seal().number()).orElse(0L),
        last.map(kept -> kept.seal().sealedAt()).orElse(null),
        last.map(kept -> kept.head().toString()).orElse(null),
        store.countWaiting());
  }
}
