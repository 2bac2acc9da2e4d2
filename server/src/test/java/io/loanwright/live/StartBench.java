package io.loanwright.live;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/**
 * Measures how long the program takes from the command to its first word, by the launcher that
 * people use, and what it takes of the machine's memory then: on a new folder, and on one that is
 * there.
 */
public final class StartBench {

  private static final int STARTS = 7;
  private static final long STOP_SECONDS = 40;
  private static final String READY = "Loanwright is ready at ";

  private StartBench() {}

  /** A start of the program. */
  private record Started(double seconds, long kilobytes) {}

  /**
   * Prints seconds and memory.
   *
   * @param args the launcher, of a program that is built
   */
  public static void main(String[] args) throws Exception {
    Path data = Files.createTempDirectory("loanwright-start");
    try {
      Started first = start(args[0], data);
      System.out.printf(Locale.ROOT, "first_start_seconds: %.2f%n", first.seconds());
      double[] seconds = new double[STARTS];
      long kilobytes = 0;
      for (int i = 0; i < STARTS; i++) {
        Started again = start(args[0], data);
        seconds[i] = again.seconds();
        kilobytes = Math.max(kilobytes, again.kilobytes());
      }
      Arrays.sort(seconds);
      System.out.printf(Locale.ROOT, "start_seconds: %.2f%n", seconds[STARTS / 2]);
      System.out.printf(Locale.ROOT, "start_longest_seconds: %.2f%n", seconds[STARTS - 1]);
      System.out.printf(Locale.ROOT, "start_memory_mebibytes: %d%n", kilobytes / 1024);
    } finally {
      FileSystemUtils.deleteRecursively(data);
    }
  }

  private static Started start(String launcher, Path data)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(launcher, "run", "--port", "0", "--data", data.toString())
            .redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("LOANWRIGHT_"));
    long begun = System.nanoTime();
    Process process = builder.start();
    try (BufferedReader said = process.inputReader()) {
      for (String line = said.readLine(); line != null; line = said.readLine()) {
        if (line.startsWith(READY)) {
          double seconds = (System.nanoTime() - begun) / 1e9;
          return new Started(seconds, memory(process.pid()));
        }
      }
      throw new IOException("The program did not start");
    } finally {
      process.destroy();
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly().onExit().join();
      }
    }
  }

  /** What a process keeps in memory, in kilobytes; 0 where the system does not say it this way. */
  private static long memory(long pid) throws IOException {
    Path status = Path.of("/proc", String.valueOf(pid), "status");
    if (!Files.exists(status)) {
      return 0;
    }
    try (Stream<String> lines = Files.lines(status)) {
      return lines
          .filter(line -> line.startsWith("VmRSS"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .sum();
    }
  }
}
