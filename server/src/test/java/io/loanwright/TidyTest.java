package io.loanwright;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rules of this project that no linter knows; each message names what to write instead. */
class TidyTest {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Set<String> SKIPPED =
      Set.of("node_modules", "target", "dist", ".git", ".m2", "coverage");

  private static final Map<Pattern, String> BANNED = new LinkedHashMap<>();

  static {
    ban("LocalDate\\.now\\(", "rules get a business date; the edges have a Clock bean");
    ban("LocalDateTime\\.now\\(|ZonedDateTime\\.now\\(\\)", "use Instant.now(clock) at the edges");
    ban("ZoneId\\.systemDefault\\(", "use the organization's time zone");
    ban("new Date\\(|java\\.util\\.Date\\b|SimpleDateFormat", "use java.time");
    ban("new BigDecimal\\([0-9.]+\\)", "new BigDecimal(\"0.1\"): a double is not exact");
    ban("\\.printStackTrace\\(", "log it, or let it go up");
    ban("Thread\\.sleep\\(", "wait for a condition");
    ban("@Transactional\\(propagation = Propagation\\.REQUIRES_NEW", "one write, one transaction");
    ban("@MockitoBean|Mockito\\.|@Mock\\b", "use the real thing on a TestDatabase");
    ban("\\b(?:FI" + "XME|TO" + "DO|X" + "XX)\\b", "an issue, or nothing");
    ban("(?m)^@SuppressWarnings\\(\"NullAway\"\\)", "say that it is @Nullable, or check it");
  }

  /** Where the banned call is the point: an organization starts in the time zone of its machine. */
  private static final List<String> MEANT =
      List.of(
          "server/src/main/java/io/loanwright/identity/SetUpAtStart.java: "
              + "ZoneId.systemDefault( is banned: use the organization's time zone");

  private static final Pattern LINK = Pattern.compile("(?<!!)\\[[^\\]]*]\\(([^)\\s]+)\\)");
  private static final Pattern NAME =
      Pattern.compile("(?:Util|Utils|Helper|Impl|Service|Manager|Common|Dto)$");

  @Test
  void javaSourcesUseNothingThatIsBanned() throws IOException {
    List<String> found = new ArrayList<>();
    List<Path> files = files(".java");
    for (Path file : files) {
      if (!file.endsWith("TidyTest.java")) {
        for (String violation : banned(Files.readString(file))) {
          found.add(ROOT.relativize(file) + ": " + violation);
        }
      }
    }

    assertThat(found).containsExactlyElementsOf(MEANT);
    assertThat(files).as("sources seen").hasSizeGreaterThan(20);
  }

  @Test
  void aBannedCallIsFound() {
    assertThat(banned("var today = LocalDate.now();")).singleElement().asString().contains("Clock");
    assertThat(banned("var today = LocalDate.parse(text);")).isEmpty();
  }

  @Test
  void classesAreNamedForWhatTheyMean() throws IOException {
    assertThat(files(".java"))
        .extracting(file -> file.getFileName().toString().replace(".java", ""))
        .noneMatch(name -> NAME.matcher(name).find());
    assertThat(NAME.matcher("LoanServiceImpl").find()).isTrue();
  }

  @Test
  void pagesHaveOneTitleAndNoDeadLinks() throws IOException {
    List<String> found = new ArrayList<>();
    List<Path> pages = files(".md");
    for (Path page : pages) {
      String text = Files.readString(page).replaceAll("(?s)```.*?```", "");
      for (String violation : pageViolations(page, text)) {
        found.add(ROOT.relativize(page) + ": " + violation);
      }
    }

    assertThat(found).isEmpty();
  }

  @Test
  void aDeadLinkAndASecondTitleAreFound() {
    assertThat(
            pageViolations(
                ROOT.resolve("x.md"), "# One\n\n[gone](nowhere.md) [pom](pom.xml#a)\n# Two\n"))
        .containsExactly("2 titles", "dead link nowhere.md");
  }

  private static List<String> pageViolations(Path page, String text) {
    List<String> found = new ArrayList<>();
    long titles = text.lines().filter(line -> line.startsWith("# ")).count();
    if (titles != 1) {
      found.add(titles + " titles");
    }
    for (MatchResult link : LINK.matcher(text).results().toList()) {
      String target = link.group(1).replaceFirst("#.*", "");
      boolean local = !target.isEmpty() && !target.contains(":");
      if (local && !Files.exists(page.resolveSibling(target).normalize())) {
        found.add("dead link " + target);
      }
    }
    return found;
  }

  private static List<String> banned(String source) {
    return BANNED.entrySet().stream()
        .flatMap(rule ->
            rule.getKey()
                .matcher(source)
                .results()
                .map(match -> match.group() + " is banned: " + rule.getValue()))
        .toList();
  }

  private static void ban(String regex, String instead) {
    BANNED.put(Pattern.compile(regex), instead);
  }

  private static List<Path> files(String suffix) throws IOException {
    List<Path> found = new ArrayList<>();
    collect(ROOT, suffix, found);
    return found;
  }

  private static void collect(Path folder, String suffix, List<Path> found) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      for (Path entry : entries.sorted().toList()) {
        String name = entry.getFileName().toString();
        if (Files.isDirectory(entry) && !SKIPPED.contains(name)) {
          collect(entry, suffix, found);
        } else if (name.endsWith(suffix)) {
          found.add(entry);
        }
      }
    }
  }
}
