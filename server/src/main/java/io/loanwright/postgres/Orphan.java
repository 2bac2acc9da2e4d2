package io.loanwright.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A server that outlived the program that had started it, or what a crash left of one.
 *
 * <p>The number in {@code postmaster.pid} alone proves nothing: after a restart of the machine it
 * may belong to any process. A process is one of this data folder's only if it works in it, which
 * every PostgreSQL process does.
 */
final class Orphan {

  private static final Logger LOG = LoggerFactory.getLogger(Orphan.class);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private Orphan() {}

  /**
   * Makes sure that no process works in a data folder and that no stale pid file is left there.
   *
   * @throws PostgresFailed if a process cannot be ended
   */
  static void clear(Path data, Processes processes) throws IOException, InterruptedException {
    Path pidFile = data.resolve("postmaster.pid");
    Optional<ProcessHandle> postmaster = postmaster(pidFile, data);
    if (postmaster.isPresent()) {
      LOG.warn("Stopping PostgreSQL {}, left over from a crash", postmaster.get().pid());
      processes.interrupt(postmaster.get().pid());
      if (!ends(postmaster.get())) {
        postmaster.get().destroyForcibly();
        ends(postmaster.get());
      }
    }
    for (ProcessHandle child : working(data)) {
      if (!ends(child)) {
        LOG.warn("Ending process {}, left over from a crash", child.pid());
        child.destroyForcibly();
        if (!ends(child)) {
          throw new PostgresFailed(
              "Process " + child.pid() + " still works in " + data + " and cannot be ended.", null);
        }
      }
    }
    Files.deleteIfExists(pidFile);
  }

  private static Optional<ProcessHandle> postmaster(Path pidFile, Path data) throws IOException {
    if (!Files.exists(pidFile)) {
      return Optional.empty();
    }
    List<String> lines = Files.readAllLines(pidFile);
    if (lines.isEmpty() || !lines.getFirst().strip().matches("\\d{1,10}")) {
      return Optional.empty();
    }
    return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
        .filter(ProcessHandle::isAlive)
        .filter(process -> worksIn(process, data));
  }

  private static List<ProcessHandle> working(Path data) {
    try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
      return all.filter(process -> worksIn(process, data)).toList();
    }
  }

  private static boolean worksIn(ProcessHandle process, Path data) {
    Path link = Path.of("/proc", Long.toString(process.pid()), "cwd");
    try {
      if (Files.exists(Path.of("/proc/self/cwd"))) {
        return Files.readSymbolicLink(link).equals(data);
      }
    } catch (IOException e) {
      return false;
    }
    return process.info().commandLine().orElse("").contains(data.toString());
  }

  private static boolean ends(ProcessHandle process) throws InterruptedException {
    try {
      process.onExit().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      return !process.isAlive();
    }
  }
}
