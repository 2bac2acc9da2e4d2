package io.loanwright.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.engine.schedule.Installment;
import io.loanwright.engine.schedule.Schedule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Schedules as text files that a credit officer can check.
 *
 * <p>{@code -Dgolden.update=true} rewrites the files; the difference is reviewed.
 */
public final class Golden {

  private static final Path FOLDER = Path.of("src/test/resources/golden");

  private Golden() {}

  /** Checks a table against its file. */
  public static void assertMatches(String file, String table) {
    Path path = FOLDER.resolve(file);
    try {
      if (Boolean.getBoolean("golden.update")) {
        Files.createDirectories(path.getParent());
        Files.writeString(path, table);
      }
      assertThat(table).as(file).isEqualTo(Files.readString(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns a schedule as a table. */
  public static String table(Schedule schedule) {
    StringBuilder text = new StringBuilder();
    text.append(
        "  #  due         days   principal    interest        fees         due     balance\n");
    for (Installment row : schedule.installments()) {
      text.append(
          "%3d  %s  %4d%12s%12s%12s%12s%12s%n"
              .formatted(
                  row.number(),
                  row.dueOn(),
                  row.days(),
                  row.principal().toDecimalString(),
                  row.interest().toDecimalString(),
                  row.fees().toDecimalString(),
                  row.due().toDecimalString(),
                  row.balanceAfter().toDecimalString()));
    }
    return text.toString();
  }
}
