package io.loanwright.database;

import io.loanwright.postgres.EmbeddedServer;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The server that holds the database: one that the settings name, or one of our own.
 *
 * @param database where to connect as the owner
 * @param embedded the server to stop at the end, or null if it is not ours
 */
record DatabaseServer(OwnerDatabase database, @Nullable EmbeddedServer embedded)
    implements AutoCloseable {

  /**
   * Returns the server to use, starting ours where no other is named.
   *
   * @param started ours, if it was started before; then it is waited for
   */
  static DatabaseServer find(
      DatabaseSettings settings, Path dataFolder, @Nullable StartedBeside started) {
    if (!settings.url().isBlank()) {
      return new DatabaseServer(
          new OwnerDatabase(settings.url(), settings.user(), settings.password()), null);
    }
    EmbeddedServer server = started == null ? EmbeddedServer.start(dataFolder) : started.server();
    return new DatabaseServer(
        new OwnerDatabase(server.url(), EmbeddedServer.USER, server.password()), server);
  }

  @Override
  public void close() {
    if (embedded != null) {
      embedded.close();
    }
  }
}
