package io.loanwright.postgres;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;

/** A program that starts a server, commits a row, says so, and waits to be killed. */
final class HeldServer {

  private HeldServer() {}

  /** Takes the data folder and the value of the row. */
  public static void main(String[] args) throws Exception {
    EmbeddedServer server = EmbeddedServer.start(Path.of(args[0]));
    try (Connection connection =
            DriverManager.getConnection(server.url(), EmbeddedServer.USER, server.password());
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE IF NOT EXISTS kept (value text)");
      statement.execute("INSERT INTO kept VALUES ('" + args[1] + "')");
    }
    System.out.write(("ready " + server.pid() + "\n").getBytes(StandardCharsets.UTF_8));
    System.out.flush();
    System.in.transferTo(java.io.OutputStream.nullOutputStream());
  }
}
