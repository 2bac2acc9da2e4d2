package io.loanwright.engine.explain;

import io.loanwright.engine.Golden;
import io.loanwright.engine.oracle.RandomHistories;
import io.loanwright.engine.oracle.RandomHistories.Story;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

/**
 * Explanations of histories made at random stay what they are: each rule, what went into it, and
 * the amounts.
 *
 * <p>That leaves add up is a law of its own. A change that is meant is reviewed in the file: each
 * line is a history with how many of its figures are derived, and a checksum of all trees.
 */
class ExplanationsStayTest {

  private static final int HISTORIES = 20;

  @Test
  void explanationsOfOrdinaryHistoriesStay() {
    assertStay("explanations/ordinary.txt", RandomHistories::ordinary);
  }

  @Test
  void explanationsOfEventfulHistoriesStay() {
    assertStay("explanations/eventful.txt", RandomHistories::eventful);
  }

  @Test
  void explanationsWhereInterestFollowsPaymentsStay() {
    assertStay("explanations/following.txt", RandomHistories::following);
  }

  private static void assertStay(String file, Function<RandomHistories, Story> kind) {
    Golden.assertMatches(
        file, "seed  figures  derived", HISTORIES, seed -> List.of(line(seed, kind)));
  }

  private static String line(int seed, Function<RandomHistories, Story> kind) {
    Story story = kind.apply(new RandomHistories(seed));
    List<Explanation> figures = EveryFigure.of(story.terms(), story.events(), story.end());
    long derived = figures.stream().filter(Explanation::isDerived).count();
    return "%4d  %7d  %7d  %08x".formatted(seed, figures.size(), derived, checksum(figures));
  }

  private static long checksum(List<Explanation> figures) {
    CRC32 sum = new CRC32();
    for (Explanation figure : figures) {
      sum.update(figure.toString().getBytes(StandardCharsets.UTF_8));
    }
    return sum.getValue();
  }
}
