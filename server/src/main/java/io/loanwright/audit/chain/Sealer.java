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
  private final HeadSigner signer;
  private final List<Chained> tables;
  private final Clock clock;
  private final TransactionTemplate transaction;

  Sealer(
      SealStore store,
      HeadSigner signer,
      List<Chained> tables,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.store = store;
    this.signer = signer;
    this.tables = List.copyOf(tables);
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
  }

  @Override
  public void sealAll() {
    RuntimeException first = null;
    for (Chained table : tables) {
      try {
        sealAll(table);
      } catch (RuntimeException e) {
        first = first == null ? e : first;
      }
    }
    if (first != null) {
      throw first;
    }
    transaction.executeWithoutResult(_ -> {
      if (store.tryLock()) {
        signer.signIfDue();
      }
    });
    signer.writeDown();
  }

  private void sealAll(Chained table) {
    Optional<UUID> reached = Optional.of(SealStore.FIRST);
    while (reached.isPresent()) {
      UUID after = reached.get();
      reached = transaction.execute(_ -> store.tryLock() ? seal(table, after) : Optional.empty());
    }
  }

  /** Seals the next records of a table; one that is gone waits on, for the verifier to name. */
  private Optional<UUID> seal(Chained table, UUID after) {
    List<UUID> waiting = store.waiting(table.kind(), after, BATCH);
    if (waiting.isEmpty()) {
      return Optional.empty();
    }
    List<UUID> records = new ArrayList<>();
    List<Hash> leaves = new ArrayList<>();
    table.read(
        waiting,
        content -> {
          records.add(content.id());
          leaves.add(Hash.ofRecord(table.kind(), content));
        });
    if (!records.isEmpty()) {
      append(table.kind(), records, leaves);
      store.waitNoMore(table.kind(), records);
      table.sealed(records);
    }
    return Optional.of(waiting.getLast());
  }

  private void append(String kind, List<UUID> records, List<Hash> leaves) {
    Optional<SealStore.Last> last = store.last();
    long number = last.map(SealStore.Last::number).orElse(0L) + 1;
    Seal seal = new Seal(number, clock.instant(), kind, records, leaves, Hash.rootOf(leaves));
    store.append(seal, Hash.headOf(last.map(SealStore.Last::head).orElse(Hash.NONE), seal));
  }

  @Override
  public Optional<Long> sealWithHead(String head) {
    return Hash.ofText(head).flatMap(store::numberOf);
  }

  @Override
  public Optional<SignedHead> signed() {
    return signer.last();
  }

  @Override
  public State state() {
    Optional<SealStore.Last> last = store.last();
    return new State(
        last.map(SealStore.Last::number).orElse(0L),
        last.map(SealStore.Last::sealedAt).orElse(null),
        last.map(end -> end.head().toString()).orElse(null),
        store.countWaiting());
  }
}
