package io.loanwright.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.database.OwnerDatabase;
import io.loanwright.testing.TestDatabase;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The wire between the program and its database is cut, also after a commit and before its answer:
 * what people were told stays true.
 */
class LostConnectionsTest {

  private static final int COUNTERS = 8;
  private static final int LONGEST_MILLIS = 300;

  @TempDir Path data;

  /** {@code -Dcuts=200} for more, {@code -Dseed} for other moments. */
  @Test
  void everyPaymentThatWasAcknowledgedIsThereOnceHoweverOftenTheWireIsCut() throws Exception {
    int cuts = Integer.getInteger("cuts", 24);
    RandomGenerator random =
        RandomGeneratorFactory.of("L64X128MixRandom").create(Long.getLong("seed", 20_261_122L));
    OwnerDatabase database = TestDatabase.copyOfTemplate();
    try (Wire wire = Wire.to(URI.create(database.url().substring("jdbc:".length())).getPort());
        Program program =
            Program.startOn(database, wire.port(), data, Program.Tuning.STARTS_FAST)) {
      Lender lender = new Lender(program.administrator());
      List<UUID> loans = lender.loans(COUNTERS, lender.product(Map.of()));
      Counters counters = Counters.open(program, loans, 100);
      try (counters) {
        for (int i = 0; i < cuts; i++) {
          CrashRun.awaitAnotherOf(counters);
          CrashRun.pause(random.nextInt(1, LONGEST_MILLIS));
          if (i % 2 == 0) {
            wire.cut(random);
          } else {
            wire.deafen(random);
            CrashRun.pause(random.nextInt(1, LONGEST_MILLIS));
            wire.cutDeaf();
          }
        }
        CrashRun.awaitAnotherOf(counters);
      }

      assertThat(new Kept(program).wrong(counters)).isEmpty();
      assertThat(counters.refused()).isNotEmpty();
      assertThat(counters.refused().keySet()).allMatch(reason -> reason.startsWith("503"));
    }
  }
}
