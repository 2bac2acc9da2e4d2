package io.loanwright.live;

import io.loanwright.live.book.Ages;
import io.loanwright.live.book.Book;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.ExecutionException;
import org.springframework.util.FileSystemUtils;

/**
 * A program that runs on a book: on one that {@code bench load} made and somebody keeps, or on one
 * that is made for the purpose and thrown away.
 */
final class BookFolder implements AutoCloseable {

  private static final long SEED = 1;

  private final Path data;
  private final boolean isKept;
  private final Program program;

  private BookFolder(Path data, boolean isKept) {
    this.data = data;
    this.isKept = isKept;
    this.program = Program.start(data, Program.Tuning.RUNS_FAST);
  }

  /** Starts the program on a book that is there. */
  static BookFolder kept(Path data) {
    return new BookFolder(data, true);
  }

  /**
   * Makes a book.
   *
   * @param ages of its loans, as {@link Book#load} takes them
   */
  static BookFolder made(long loans, Ages ages)
      throws IOException, SQLException, InterruptedException, ExecutionException {
    BookFolder folder = new BookFolder(Files.createTempDirectory("loanwright-book"), false);
    try {
      Book.load(folder.program, loans, SEED, ages);
      folder.program.signInAgain();
      return folder;
    } catch (SQLException | InterruptedException | ExecutionException | RuntimeException e) {
      folder.close();
      throw e;
    }
  }

  Program program() {
    return program;
  }

  @Override
  public void close() throws IOException {
    program.close();
    if (!isKept) {
      FileSystemUtils.deleteRecursively(data);
    }
  }
}
