package io.loanwright.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tests that the page about security names are there. */
class SecurityDocumentTest {

  private static final Path PAGE = Path.of("../docs/operating/security.md");
  private static final Pattern TEST = Pattern.compile("\\b[A-Z]\\w+Test\\b");

  @Test
  void everyTestThatIsNamedExists() throws IOException {
    Set<String> named = new TreeSet<>();
    Matcher test = TEST.matcher(Files.readString(PAGE));
    while (test.find()) {
      named.add(test.group());
    }

    assertThat(named).hasSizeGreaterThan(15);
    assertThat(existing()).containsAll(named);
  }

  private static Set<String> existing() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.endsWith(".java"))
          .map(name -> name.substring(0, name.length() - ".java".length()))
          .collect(Collectors.toSet());
    }
  }
}
