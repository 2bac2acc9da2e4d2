package io.loanwright.audit.chain;

import io.loanwright.audit.proof.Difference;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Compares an archive with the seals of its rows: each row is hashed once more. */
@Component
class ArchiveCheck {

  /** So many seals are read at a time. */
  private static final int AT_ONCE = 100;

  private final SealStore seals;
  private final ArchiveFolder folder;

  ArchiveCheck(SealStore seals, ArchiveFolder folder) {
    this.seals = seals;
    this.folder = folder;
  }

  /**
   * Reads a file to its end.
   *
   * @param found takes what does not fit, in the order of the rows
   * @param each takes all rows
   */
  void check(Archive archive, Consumer<Difference> found, Consumer<TrailRow> each) {
    Path file = folder.file(archive);
    try (ArchiveReader reader = ArchiveReader.open(file)) {
      new Walk(archive, reader, found, each).go();
    } catch (NoSuchFileException _) {
      found.accept(new Difference(archive.name(), "gone", wanted(archive)));
    } catch (IOException | IllegalArgumentException e) {
      found.accept(new Difference(archive.name(), "damaged: " + e.getMessage(), wanted(archive)));
    }
  }

  private static String wanted(Archive archive) {
    Archive.Content content = archive.content();
    return "a file with the %d rows of seals %d to %d"
        .formatted(content.rows(), content.firstSeal(), content.lastSeal());
  }

  private final class Walk {

    private final Archive archive;
    private final ArchiveReader reader;
    private final Consumer<Difference> found;
    private final Consumer<TrailRow> each;
    private long rows;

    private Walk(
        Archive archive,
        ArchiveReader reader,
        Consumer<Difference> found,
        Consumer<TrailRow> each) {
      this.archive = archive;
      this.reader = reader;
      this.found = found;
      this.each = each;
    }

    private void go() throws IOException {
      JsonNode head = line();
      expect(head, ArchiveWriter.ARCHIVE, archive.id().toString());
      expect(head, ArchiveWriter.FORMAT, String.valueOf(ArchiveWriter.FORMAT_NOW));
      Archive.Content content = archive.content();
      long reached = content.firstSeal() - 1;
      List<Seal> some = seals.trail(reached, content.lastSeal(), AT_ONCE);
      while (!some.isEmpty()) {
        for (Seal seal : some) {
          compare(seal);
        }
        reached = some.getLast().number();
        some = seals.trail(reached, content.lastSeal(), AT_ONCE);
      }
      expect(line(), ArchiveWriter.END, String.valueOf(content.rows()));
      if (rows != content.rows() || reached != content.lastSeal() || reader.next() != null) {
        throw new IllegalArgumentException("it has other rows than it says");
      }
      Hash sha256 = reader.finish();
      if (!sha256.equals(content.sha256())) {
        found.accept(
            new Difference(archive.name(), "SHA-256 " + sha256, "SHA-256 " + content.sha256()));
      }
    }

    private void compare(Seal seal) throws IOException {
      JsonNode head = line();
      expect(head, ArchiveWriter.SEAL, String.valueOf(seal.number()));
      expect(head, ArchiveWriter.ROWS, String.valueOf(seal.records().size()));
      expect(head, ArchiveWriter.ROOT, seal.root().toString());
      for (int i = 0; i < seal.records().size(); i++) {
        TrailRow row = ArchivedRow.row(line());
        UUID id = seal.records().get(i);
        Hash now = Hash.ofRecord(TrailRows.KIND, row.content());
        if (!row.id().equals(id) || !now.equals(seal.leaves().get(i))) {
          found.accept(
              new Difference(
                  "trail row " + id + " in " + archive.file(),
                  "other than it was sealed",
                  "seal " + seal.number()));
        }
        rows++;
        each.accept(row);
      }
    }

    private JsonNode line() throws IOException {
      @Nullable JsonNode line = reader.next();
      if (line == null) {
        throw new IllegalArgumentException("it is cut off");
      }
      return line;
    }

    private static void expect(JsonNode line, String name, String value) {
      String said = line.path(name).asString("nothing");
      if (!said.equals(value)) {
        throw new IllegalArgumentException(
            "it has %s %s where %s should be".formatted(name, said, value));
      }
    }
  }
}
