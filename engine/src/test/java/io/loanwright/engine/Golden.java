package io.loanwright.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.engine.schedule.Installment;
import io.loanwright.engine.schedule.Schedule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Schedules as text files that a credit officer can check.
 *
 * <p>{@code -Dgolden.update=true} rewrites the files; the difference is reviewed. {@code
 * -Dgolden.every=10} looks at every tenth of the histories made at random only.
 */
public final class Golden {

  private static final Path FOLDER = Path.of("src/test/resources/golden");

  private static final int EVERY = Integer.getInteger("golden.every", 1);

  private Golden() {}

  /**
   * Checks what stands in a file for histories made at random.
   *
   * @param header the first line of the file
   * @param seeds how many histories the file has
   * @param lines returns the lines of the history of a seed; all histories have as many
   */
  public static void assertMatches(
      String file, String header, int seeds, IntFunction<List<String>> lines) {
    List<String> got = new ArrayList<>(List.of(header));
    for (int seed = 0; seed < seeds; seed += EVERY) {
      got.addAll(lines.apply(seed));
    }
    if (EVERY == 1) {
      assertMatches(file, String.join("\n", got) + '\n');
      return;
    }
    List<String> all = read(file).lines().toList();
    int each = (all.size() - 1) / seeds;
    List<String> wanted = new ArrayList<>(all.subList(0, 1));
    for (int seed = 0; seed < seeds; seed += EVERY) {
      wanted.addAll(all.subList(1 + seed * each, 1 + (seed + 1) * each));
    }
    assertThat(got).as(file).isEqualTo(wanted);
  }

  /** Checks a table against its file. */
  public static void assertMatches(String file, String table) {
    Path path = FOLDER.resolve(file);
    try {
      if (Boolean.getBoolean("golden.update")) {
        Files.createDirectories(path.getParent());
        Files.writeString(path, table);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    assertThat(table).as(file).isEqualTo(read(file));
  }

  private static String read(String file) {
    try {
      return Files.readString(FOLDER.resolve(file));
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
