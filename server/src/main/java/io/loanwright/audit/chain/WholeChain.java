package io.loanwright.audit.chain;

import io.loanwright.audit.proof.Chained;
import io.loanwright.audit.proof.CopiedRow;
import io.loanwright.audit.proof.CopiedRows;
import io.loanwright.audit.proof.Fingerprint;
import io.loanwright.audit.proof.Moment;
import io.loanwright.audit.proof.RecordBytes;
import io.loanwright.audit.proof.Run;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Reads all seals once: whether each follows from the one before, and what stands for the records
 * that are sealed. Whether the records are still those is a comparison of two fingerprints, so
 * neither has to be looked up in the other.
 */
@Component
class WholeChain {

  private static final int WAITING_AT_ONCE = 1000;

  /** In place of the hash of a record that is gone. */
  private static final byte[] NOTHING = new byte[Hash.BYTES];

  private static final String SEALS =
      "SELECT number, sealed_at, kind, records, leaves, root, head FROM audit.seal ORDER BY number";

  private static final int NUMBER = 0;
  private static final int SEALED_AT = 1;
  private static final int KIND = 2;
  private static final int RECORDS = 3;
  private static final int LEAVES = 4;
  private static final int ROOT = 5;
  private static final int HEAD = 6;
  private static final int COLUMNS = 7;

  /** Of an array: dimensions, flags, type, length and first index, 4 bytes each. */
  private static final int ARRAY_HEADER = 20;

  /** Of each element: its length in 4 bytes, and a uuid. */
  private static final int ELEMENT = 20;

  private final Moment moment;
  private final SealStore store;
  private final ArchiveStore archives;

  WholeChain(Moment moment, SealStore store, ArchiveStore archives) {
    this.moment = moment;
    this.store = store;
    this.archives = archives;
  }

  /** The chain, and what is in it. */
  final class Sealed {

    private final Run run;
    private final long archivedThrough = archives.lastSeal();
    private final Map<String, Fingerprint> records = new HashMap<>();
    private boolean holds = true;
    private long number;
    private Hash head = Hash.NONE;

    private Sealed(Run run) {
      this.run = run;
    }

    /** Tells whether each seal follows from its leaves and from the seal before. */
    boolean holds() {
      return holds;
    }

    /** Returns the number of the last seal. */
    long number() {
      return number;
    }

    /**
     * Returns what stands for the records of a table that are sealed or wait for it; also for one
     * that waits and is gone, which so is not among those of the table.
     */
    Fingerprint of(Chained table) {
      Fingerprint all = run.fingerprint();
      all.add(of(table.kind()));
      RecordBytes record = new RecordBytes();
      List<UUID> some = store.waiting(table.kind(), SealStore.FIRST, WAITING_AT_ONCE);
      while (!some.isEmpty()) {
        Set<UUID> gone = new HashSet<>(some);
        table.read(
            some,
            content -> {
              table.add(content, record, all);
              gone.remove(content.id());
            });
        gone.forEach(id -> all.begin().put(id).putHash(NOTHING, 0).add());
        some = store.waiting(table.kind(), some.getLast(), WAITING_AT_ONCE);
      }
      return all;
    }

    private Fingerprint of(String kind) {
      return records.computeIfAbsent(kind, _ -> run.fingerprint());
    }

    private void add(CopiedRow row) {
      String kind = String.valueOf(row.text(KIND));
      byte[] leaves = column(row, LEAVES);
      Hash root = Hash.of(column(row, ROOT));
      Hash said = Hash.of(column(row, HEAD));
      holds &= row.int8(NUMBER) == number + 1;
      holds &= row.length(RECORDS) == ARRAY_HEADER + leaves.length / Hash.BYTES * ELEMENT;
      if (!holds) {
        return;
      }
      number++;
      boolean isArchived = kind.equals(TrailRows.KIND) && number <= archivedThrough;
      if (!isArchived) {
        addRecords(row, of(kind), leaves);
      }
      head = Hash.headOf(head, number, kind, row.micros(SEALED_AT), root);
      holds &= head.equals(said) && Hash.rootOf(leaves).equals(root);
    }

    /** Those of rows that are in files are not in their table; the files are proven apart. */
    private static void addRecords(CopiedRow row, Fingerprint all, byte[] leaves) {
      for (int i = 0; i < leaves.length / Hash.BYTES; i++) {
        int id = row.start(RECORDS) + ARRAY_HEADER + i * ELEMENT + Integer.BYTES;
        all.begin()
            .put(CopiedRow.word(row.bytes(), id))
            .put(CopiedRow.word(row.bytes(), id + Long.BYTES))
            .putHash(leaves, i * Hash.BYTES)
            .add();
      }
    }
  }

  /** Reads the chain in the caller's transaction. */
  Sealed read(Run run) {
    Sealed sealed = new Sealed(run);
    CopiedRow row = new CopiedRow(COLUMNS);
    try (CopiedRows rows = moment.rows(SEALS)) {
      for (byte[] each = rows.next(); each != null && sealed.holds(); each = rows.next()) {
        sealed.add(row.on(each));
      }
    }
    return sealed;
  }

  private static byte[] column(CopiedRow row, int column) {
    return Arrays.copyOfRange(
        row.bytes(), row.start(column), row.start(column) + row.length(column));
  }
}
