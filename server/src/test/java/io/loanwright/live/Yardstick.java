package io.loanwright.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.loanwright.postgres.EmbeddedServer;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the machine and its database server are worth: the transactions a second that PostgreSQL's
 * own pgbench makes on the server of a program, after the manner of TPC-B.
 */
final class Yardstick {

  private static final String DATABASE = "yardstick";
  private static final Pattern FOLDERS = Pattern.compile(File.pathSeparator);
  private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");

  private Yardstick() {}

  /** Returns the rate with 16 clients, prepared statements and durable commits. */
  static OptionalDouble perSecond(Program program)
      throws SQLException, IOException, InterruptedException {
    EmbeddedServer.Running server = program.server();
    try (Connection connection = program.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + DATABASE);
      try {
        run(server, "-i", "-q", "-s", "50");
        String said = run(server, "-c", "16", "-j", "2", "-M", "prepared", "-T", "30");
        Matcher rate = RATE.matcher(said);
        return rate.find()
            ? OptionalDouble.of(Double.parseDouble(rate.group(1)))
            : OptionalDouble.empty();
      } finally {
        statement.execute("DROP DATABASE " + DATABASE + " WITH (FORCE)");
      }
    }
  }

  private static String run(EmbeddedServer.Running server, String... options)
      throws IOException, InterruptedException {
    URI address = URI.create(server.url().substring("jdbc:".length()));
    List<String> command = new ArrayList<>(List.of("pgbench", "-h", address.getHost()));
    command.addAll(List.of("-p", String.valueOf(address.getPort())));
    command.addAll(List.of("-U", EmbeddedServer.USER));
    command.addAll(List.of(options));
    command.add(DATABASE);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("PGPASSWORD", server.password());
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException("pgbench said: " + said);
    }
    return said;
  }

  /** Returns whether pgbench is installed here. */
  static boolean isHere() {
    return FOLDERS
        .splitAsStream(System.getenv("PATH"))
        .anyMatch(folder -> Path.of(folder, "pgbench").toFile().canExecute());
  }
}
