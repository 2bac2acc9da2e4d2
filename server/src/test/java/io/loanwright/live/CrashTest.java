package io.loanwright.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever is killed, and whenever: what people were told stays true. */
class CrashTest {

  @TempDir Path data;

  /** {@code -Dkills=50} for more, {@code -Dseed} for other moments. */
  @Test
  void everyPaymentThatWasAcknowledgedIsThereOnceHoweverOftenSomethingIsKilled() throws Exception {
    int kills = Integer.getInteger("kills", 5);
    long seed = Long.getLong("seed", 20_261_122L);

    CrashRun.Result result = CrashRun.of(data, kills, seed);

    assertThat(result.wrong()).isEmpty();
    assertThat(result.acknowledged()).isGreaterThan(kills);
    assertThat(result.refused().keySet()).allMatch(reason -> reason.startsWith("503"));
  }
}
