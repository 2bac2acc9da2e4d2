package io.loanwright.backup;

import io.loanwright.database.OwnerDatabase;
import io.loanwright.postgres.EmbeddedServer;
import io.loanwright.web.Ids;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes an installation of a backup. */
public final class Restoration {

  /** The next start tells the trail. */
  private static final String KEEP =
      """
      INSERT INTO backup.backup (id, kind, made_at, state_at, file, bytes, row_count, papers, in_trail)
      VALUES (?, 'RESTORE', now(), ?, ?, ?, ?, ?, false)
      """;

  private final BackupFile backup;
  private final Path file;
  private final TargetFolder target;

  private Restoration(BackupFile backup, Path file, TargetFolder target) {
    this.backup = backup;
    this.file = file;
    this.target = target;
  }

  /**
   * What was restored.
   *
   * @param at the moment whose state it is
   * @param before where the folder is kept that was there; null if there was none
   */
  public record Restored(
      Instant at, int tables, long rows, long papers, long keys, @Nullable Path before) {}

  /**
   * Reads a backup through, makes a data folder and a database of it, and puts both in place.
   *
   * @param folder the place of the data folder
   * @param server the database; null for one of our own in the data folder
   * @param replace whether something may be there
   * @param say tells the person at the machine what happens
   * @throws BackupUnusable if the file or the place is not fit for it; nothing was changed then
   */
  public static Restored restore(
      Path file, Path folder, @Nullable OwnerDatabase server, boolean replace, Consumer<String> say)
      throws IOException, SQLException {
    say.accept("reading " + file);
    try (BackupFile backup = BackupFile.open(file);
        TargetFolder target = TargetFolder.open(folder, replace, say)) {
      Restoration restoration = new Restoration(backup, file, target);
      Manifest manifest = backup.manifest();
      say.accept(
          "restoring %d rows of %d tables, as they were at %s"
              .formatted(manifest.rows(), manifest.tables().size(), manifest.at()));
      PrivateFiles.makeFolder(target.draft());
      backup.unpackFiles(target.draft());
      if (server == null) {
        restoration.beside();
      } else {
        restoration.into(server, replace);
      }
      return new Restored(
          manifest.at(),
          manifest.tables().size(),
          manifest.rows(),
          manifest.count(Manifest.PAPERS),
          manifest.count(Manifest.KEYS),
          target.before());
    }
  }

  private void beside() throws IOException, SQLException {
    try (EmbeddedServer server = EmbeddedServer.start(target.draft())) {
      Thread interrupted = new Thread(server::close, "postgres-stop");
      Runtime.getRuntime().addShutdownHook(interrupted);
      fill(new OwnerDatabase(server.url(), EmbeddedServer.USER, server.password()));
      Runtime.getRuntime().removeShutdownHook(interrupted);
    }
    target.move();
  }

  private void into(OwnerDatabase server, boolean replace) throws IOException, SQLException {
    try (ServerDatabase database = ServerDatabase.begin(server, replace)) {
      fill(server);
      target.move();
      try {
        database.finish();
      } catch (SQLException e) {
        target.takeBack();
        throw e;
      }
    }
  }

  private void fill(OwnerDatabase owner) throws IOException, SQLException {
    new Loading(backup).into(owner);
    Manifest manifest = backup.manifest();
    try (Connection connection = owner.connect();
        PreparedStatement keep = connection.prepareStatement(KEEP)) {
      keep.setObject(1, Ids.next());
      keep.setObject(2, manifest.at().atOffset(ZoneOffset.UTC));
      keep.setString(3, String.valueOf(file.getFileName()));
      keep.setLong(4, Files.size(file));
      keep.setLong(5, manifest.rows());
      keep.setLong(6, manifest.count(Manifest.PAPERS));
      keep.executeUpdate();
    }
  }
}
