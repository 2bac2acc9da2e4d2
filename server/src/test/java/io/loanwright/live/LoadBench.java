package io.loanwright.live;

import io.loanwright.live.book.Ages;
import io.loanwright.live.book.Book;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/** Builds a book to measure on, or to look at, in a data folder. */
public final class LoadBench {

  private LoadBench() {}

  /**
   * Prints how fast that went.
   *
   * @param args how many loans; the seed; for how many months the lender has lent, - for as long as
   *     loans take; of how many in a hundred loans something is due, - as in life; the data folder,
   *     one that is thrown away without
   */
  public static void main(String[] args) throws Exception {
    long loans = Long.parseLong(args[0]);
    long seed = Long.parseLong(args[1]);
    Ages ages = new Ages(number(args[3]), number(args[2]));
    boolean isKept = args.length > 4;
    Path data = isKept ? Path.of(args[4]) : Files.createTempDirectory("loanwright-book");
    Files.createDirectories(data);
    try (Program program = Program.start(data, Program.Tuning.RUNS_FAST)) {
      Book.load(program, loans, seed, ages);
    } finally {
      if (!isKept) {
        FileSystemUtils.deleteRecursively(data);
      }
    }
    if (isKept) {
      System.out.printf(
          "LOANWRIGHT_BUSINESS_DATE=2026-03-02 ./loanwright run --data %s; sign in as %s%n",
          data, Program.ADMIN);
    }
  }

  private static @Nullable Integer number(String arg) {
    return arg.equals("-") ? null : Integer.valueOf(arg);
  }
}
