package io.loanwright.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Compares what the program says with a file that is checked in and that a person reviews.
 *
 * <p>{@code -Dgolden.update=true} rewrites the files instead; the difference is then in the commit.
 */
public final class Golden {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  private Golden() {}

  /**
   * Fails unless the text is the one that is checked in, and says how to rewrite the file.
   *
   * @param file from the root of the checkout: {@code api/openapi.yaml}
   * @param test the test class to run to rewrite it
   */
  public static void assertMatches(String file, String actual, Class<?> test) {
    Path path = ROOT.resolve(file);
    try {
      if (Boolean.getBoolean("golden.update")) {
        Files.createDirectories(path.getParent());
        Files.writeString(path, actual);
      }
      String kept = Files.exists(path) ? Files.readString(path) : "";
      assertThat(actual)
          .as(
              "%s differs. If the change is meant, rewrite it:%n"
                  + "  mvn -q -pl server -am test -DskipChecks -Dgolden.update=true"
                  + " -Dsurefire.failIfNoSpecifiedTests=false -Dtest=%s%n",
              file, test.getSimpleName())
          .isEqualTo(kept);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
