package io.loanwright.audit.chain;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Finds the rows of the trail that are old enough, seal by seal in the order of the chain. */
@Component
class OldRows {

  /** So many seals are read at a time, each with at most a thousand rows. */
  private static final int SEALS_AT_ONCE = 20;

  private final SealStore seals;
  private final TrailRows trail;
  private final long most;

  /** Takes how many rows are in a file at most, so that one is read and written in seconds. */
  OldRows(
      SealStore seals, TrailRows trail, @Value("${loanwright.archive.rows-of-a-file}") long most) {
    this.seals = seals;
    this.trail = trail;
    this.most = most;
  }

  /**
   * What was found.
   *
   * @param more whether there are more that are old enough
   * @param unproven a row that is not what was sealed; null if all are
   */
  record Found(boolean more, @Nullable String unproven) {}

  /**
   * Writes rows until one is too young or there are enough.
   *
   * @param after the last seal whose rows are in a file
   * @param before how young no row is
   */
  Found write(ArchiveWriter writer, long after, Instant before) throws IOException {
    long limit = Archive.micros(before);
    List<Seal> some = seals.trail(after, Long.MAX_VALUE, SEALS_AT_ONCE);
    while (!some.isEmpty()) {
      Map<UUID, TrailRow> found =
          trail.rows(some.stream().flatMap(seal -> seal.records().stream()).toList());
      for (Seal seal : some) {
        List<TrailRow> rows = new ArrayList<>();
        for (int i = 0; i < seal.records().size(); i++) {
          TrailRow row = found.get(seal.records().get(i));
          if (row == null || !isSealed(row, seal.leaves().get(i))) {
            return new Found(false, "trail row " + seal.records().get(i));
          }
          rows.add(row);
        }
        if (rows.stream().anyMatch(row -> row.recordedAtMicros() >= limit)) {
          return new Found(false, null);
        }
        if (writer.rows() > 0 && writer.rows() + rows.size() > most) {
          return new Found(true, null);
        }
        write(writer, seal, rows);
      }
      some = seals.trail(some.getLast().number(), Long.MAX_VALUE, SEALS_AT_ONCE);
    }
    return new Found(false, null);
  }

  private static boolean isSealed(TrailRow row, Hash leaf) {
    return Hash.ofRecord(TrailRows.KIND, row.content()).equals(leaf);
  }

  private static void write(ArchiveWriter writer, Seal seal, List<TrailRow> rows)
      throws IOException {
    writer.seal(
        seal.number(), Archive.micros(seal.sealedAt()), rows.size(), seal.root().toString());
    for (TrailRow row : rows) {
      writer.row(row);
    }
  }
}
