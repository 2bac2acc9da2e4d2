package io.loanwright.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Ids are version 7, differ, and sort by the time they were made. */
class IdsTest {

  @Test
  void tenThousandIdsDifferAndRise() {
    List<String> ids = Stream.generate(Ids::next).limit(10_000).map(UUID::toString).toList();

    assertThat(ids).doesNotHaveDuplicates().isSorted();
  }

  @Test
  void theyAreOfVersionSevenAndCarryTheTime() {
    UUID id = Ids.next();

    assertThat(id.version()).isEqualTo(7);
    assertThat(id.variant()).isEqualTo(2);
    assertThat(id.getMostSignificantBits() >>> 16)
        .isBetween(System.currentTimeMillis() - 60_000, System.currentTimeMillis() + 60_000);
  }
}
