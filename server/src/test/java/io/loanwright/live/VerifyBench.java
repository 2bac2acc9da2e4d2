package io.loanwright.live;

import io.loanwright.live.book.Ages;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Measures how long the books of many loans take to verify, by the command that people use, beside
 * a program that runs on them.
 */
public final class VerifyBench {

  private VerifyBench() {}

  /**
   * Prints the seconds; ends with status 1 if there are differences.
   *
   * @param args the launcher, of a program that is built; how many loans; a folder that has a book
   *     already, if there is one
   */
  public static void main(String[] args) throws Exception {
    int status;
    try (BookFolder book =
        args.length > 2
            ? BookFolder.kept(Path.of(args[2]))
            : BookFolder.made(Long.parseLong(args[1]), Ages.AS_IN_LIFE)) {
      status = verify(args[0], book.program());
    }
    System.exit(status);
  }

  private static int verify(String launcher, Program program)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    Process process = program.beside(launcher, "verify");
    try (BufferedReader said = process.inputReader()) {
      for (String line = said.readLine(); line != null; line = said.readLine()) {
        System.out.printf(Locale.ROOT, "after %.1f s: %s%n", seconds(start), line);
      }
    }
    int status = process.waitFor();
    System.out.printf(Locale.ROOT, "verify_seconds: %.1f%n", seconds(start));
    return status;
  }

  private static double seconds(long sinceNanos) {
    return (System.nanoTime() - sinceNanos) / 1e9;
  }
}
