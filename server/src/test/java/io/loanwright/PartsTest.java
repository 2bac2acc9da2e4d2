package io.loanwright;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every part of the program may be given away with it: the lists of parts name its license. */
class PartsTest {

  private static final Path SERVER = Path.of("target/classes/META-INF/sbom/application.cdx.json");
  private static final Path WEB = Path.of("../web/package-lock.json");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** By the short names of SPDX, and as those write them who know no short names. */
  private static final Pattern FREE =
      Pattern.compile(
          "(?i)(?:the )?(?:apache\\b.*|mit\\b.*|bsd\\b.*|0bsd|.*\\bbsd[- ].*|isc\\b.*|epl\\b.*|edl\\b.*"
              + "|eclipse (?:public|distribution) license.*|lgpl.*|gnu lesser general public.*"
              + "|cc0.*|postgresql.*|ofl.*|unlicense.*|public domain.*|mpl.*|mozilla public.*"
              + "|gpl-2\\.0-with-classpath-exception|gpl2 w/ cpe)");

  @Test
  void everyPartOfTheServerMayBeGivenAway() throws IOException {
    assumeTrue(Files.exists(SERVER), "skipped: no list was made, as checks are off");
    JsonNode parts = JSON.readTree(Files.readString(SERVER)).at("/components");

    List<String> found = new ArrayList<>();
    for (JsonNode part : parts) {
      List<String> licenses = new ArrayList<>();
      for (JsonNode each : part.at("/licenses")) {
        licenses.add(
            each.has("expression")
                ? each.at("/expression").asString()
                : each.at("/license/id").asString(each.at("/license/name").asString("")));
      }
      if (licenses.stream().noneMatch(PartsTest::isFree)) {
        found.add(part.at("/name").asString() + ": " + licenses);
      }
    }

    assertThat(found).isEmpty();
    assertThat(parts)
        .extracting(part -> part.at("/name").asString())
        .contains("loanwright-engine", "postgresql", "spring-webmvc", "lettuce-core");
  }

  @Test
  void everyPartOfThePageMayBeGivenAway() throws IOException {
    JsonNode parts = JSON.readTree(Files.readString(WEB)).at("/packages");

    List<String> found = new ArrayList<>();
    int seen = 0;
    for (Map.Entry<String, JsonNode> part : parts.properties()) {
      boolean shipped = !part.getKey().isEmpty() && !part.getValue().at("/dev").asBoolean(false);
      if (shipped) {
        seen++;
        String license = part.getValue().at("/license").asString("");
        if (!isFree(license)) {
          found.add(part.getKey() + ": " + license);
        }
      }
    }

    assertThat(found).isEmpty();
    assertThat(seen).isGreaterThan(50);
  }

  @Test
  void aLicenseThatAsksForMoreIsFound() {
    assertThat(List.of("GPL-3.0-only", "AGPL-3.0", "SSPL-1.0", "BUSL-1.1", "", "Proprietary"))
        .noneMatch(PartsTest::isFree);
    assertThat(List.of("Apache-2.0", "The Apache License, Version 2.0", "LGPL-2.1-or-later"))
        .allMatch(PartsTest::isFree);
  }

  private static boolean isFree(String license) {
    return FREE.matcher(license.strip()).matches();
  }
}
