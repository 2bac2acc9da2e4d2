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
    Golden.assertMatches("explanations/ordinary.txt", table(RandomHistories::ordinary));
  }

  @Test
  void explanationsOfEventfulHistoriesStay() {
    Golden.assertMatches("explanations/eventful.txt", table(RandomHistories::eventful));
  }

  @Test
  void explanationsWhereInterestFollowsPaymentsStay() {
    Golden.assertMatches("explanations/following.txt", table(RandomHistories::following));
  }

  private static String table(Function<RandomHistories, Story> kind) {
    StringBuilder text = new StringBuilder("seed  figures  derived\n");
    for (int seed = 0; seed < HISTORIES; seed++) {
      Story story = kind.apply(new RandomHistories(seed));
      List<Explanation> figures = EveryFigure.of(story.terms(), story.events(), story.end());
      long derived = figures.stream().filter(Explanation::isDerived).count();
      text.append(
          "%4d  %7d  %7d  %08x%n".formatted(seed, figures.size(), derived, checksum(figures)));
    }
    return text.toString();
  }

  private static long checksum(List<Explanation> figures) {
    CRC32 sum = new CRC32();
    for (Explanation figure : figures) {
      sum.update(figure.toString().getBytes(StandardCharsets.UTF_8));
    }
    return sum.getValue();
  }
}
