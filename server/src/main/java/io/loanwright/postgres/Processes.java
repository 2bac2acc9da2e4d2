package io.loanwright.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Starts PostgreSQL's programs so that they accept to run.
 *
 * <p>PostgreSQL refuses to work for root. A user namespace of its own makes it see another user,
 * while its files stay root's. Each program gets a session of its own, so that Ctrl-C at a terminal
 * reaches our program only, which then stops the server in order.
 */
final class Processes {

  private final List<String> prefix;

  private Processes(List<String> prefix) {
    this.prefix = prefix;
  }

  /**
   * Finds out what this machine needs.
   *
   * @throws PostgresFailed if the user is root and the machine forbids user namespaces
   */
  static Processes ofThisMachine() throws IOException, InterruptedException {
    List<String> prefix = new ArrayList<>();
    if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
      prefix.add("/usr/bin/setsid");
    }
    if ("root".equals(System.getProperty("user.name"))) {
      if (!succeeds(List.of("unshare", "-U", "true"))) {
        throw new PostgresFailed(
            "PostgreSQL does not run as root, and this machine forbids user namespaces."
                + " Start Loanwright as an ordinary user, or set LOANWRIGHT_DB_URL.",
            null);
      }
      prefix.add("unshare");
      prefix.add("-U");
    }
    return new Processes(List.copyOf(prefix));
  }

  /**
   * Starts a program, with what it prints in a file.
   *
   * @param command the program and its arguments
   * @param log the file; what it held is replaced
   */
  Process start(List<String> command, Path log) throws IOException {
    List<String> all = new ArrayList<>(prefix);
    all.addAll(command);
    ProcessBuilder builder =
        new ProcessBuilder(all).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().put("LC_ALL", "C");
    builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
    Process process = builder.start();
    process.getOutputStream().close();
    return process;
  }

  /** Asks a server to roll back what is open and to stop in order ("fast shutdown"). */
  void interrupt(long pid) throws IOException, InterruptedException {
    succeeds(List.of("kill", "-INT", Long.toString(pid)));
  }

  private static boolean succeeds(List<String> command) throws IOException, InterruptedException {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
