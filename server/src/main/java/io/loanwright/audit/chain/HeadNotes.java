package io.loanwright.audit.chain;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The heads that were signed, a line each in a file of the data folder: who may do everything in
 * the database, and writes no files of the program, cannot take the last ones back unnoticed.
 *
 * <p>There is a file for each database, so that another one beside it has no heads that are
 * missing.
 */
@Component
class HeadNotes {

  private static final Logger LOG = LoggerFactory.getLogger(HeadNotes.class);

  private static final String HAS_IDENTITY =
      """
      SELECT coalesce(has_function_privilege(
                        to_regprocedure('pg_catalog.pg_control_system()'), 'EXECUTE'), false)
      """;

  private static final String IDENTITY = "SELECT system_identifier::text FROM pg_control_system()";

  private static final String DATABASE = "SELECT current_database()";

  private final Path folder;
  private final JdbcClient jdbc;

  /** The signature that was written last. */
  private volatile @Nullable String last;

  HeadNotes(@Value("${loanwright.data-dir}") Path dataFolder, JdbcClient jdbc) {
    this.folder = dataFolder.resolve("keys");
    this.jdbc = jdbc;
  }

  /** A head that was signed once. */
  record Note(String day, String seal, String head, String signature) {

    private static final int WORDS = 4;

    private String line() {
      return String.join(" ", day, seal, head, signature) + "\n";
    }

    private static Optional<Note> of(String line) {
      String[] words = line.split(" ", -1);
      return words.length == WORDS
          ? Optional.of(new Note(words[0], words[1], words[2], words[3]))
          : Optional.empty();
    }
  }

  /** Writes a head down, unless it is there; where that cannot be, the log says so. */
  synchronized void write(DailyHead.Kept kept) {
    String signature = kept.by().signature();
    if (signature.equals(last)) {
      return;
    }
    DailyHead what = kept.what();
    Note note =
        new Note(
            what.businessDate().toString(),
            String.valueOf(what.seal()),
            what.head().toString(),
            signature);
    try {
      if (!all().contains(note)) {
        Files.createDirectories(folder);
        Files.writeString(
            file(),
            note.line(),
            StandardOpenOption.CREATE,
            StandardOpenOption.APPEND,
            StandardOpenOption.SYNC);
      }
      last = signature;
    } catch (IOException e) {
      LOG.warn("The head that was signed could not be written to {}", folder, e);
    }
  }

  /** Returns all heads that were written down. */
  List<Note> all() throws IOException {
    Path file = file();
    return Files.exists(file)
        ? Files.readAllLines(file, StandardCharsets.UTF_8).stream()
            .flatMap(line -> Note.of(line).stream())
            .toList()
        : List.of();
  }

  private Path file() {
    boolean known = jdbc.sql(HAS_IDENTITY).query(Boolean.class).single();
    String server = known ? jdbc.sql(IDENTITY).query(String.class).single() : "server";
    String database = jdbc.sql(DATABASE).query(String.class).single();
    return folder.resolve(
        "signed-heads-" + server + "-" + database.replaceAll("[^A-Za-z0-9_-]", "_") + ".txt");
  }
}
