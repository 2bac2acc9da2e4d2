package io.loanwright.audit.chain;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What is signed once a business day.
 *
 * @param businessDate the day, at whose beginning it was signed
 * @param seal the last seal then
 * @param head its head
 * @param signedAt to the microsecond
 */
record DailyHead(LocalDate businessDate, long seal, Hash head, Instant signedAt) {

  private static final String NOTHING = "-";

  DailyHead {
    signedAt = signedAt.truncatedTo(ChronoUnit.MICROS);
  }

  /**
   * Returns what the signature is over: six lines of text, each with its end.
   *
   * @param before the signature before in Base64; null for the first
   */
  byte[] message(@Nullable String before) {
    String text =
        """
        loanwright signed head
        %s
        %d
        %s
        %d
        %s
        """
            .formatted(
                businessDate,
                seal,
                head,
                ChronoUnit.MICROS.between(Instant.EPOCH, signedAt),
                before == null ? NOTHING : before);
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /**
   * A head as it is kept.
   *
   * @param by who signed it
   * @param sealHead the head that its seal has now; null if the seal is gone
   */
  record Kept(DailyHead what, HeadKeys.Signed by, @Nullable Hash sealHead) {

    /** What a person would look it up by. */
    String name() {
      return "signed head of " + what.businessDate();
    }
  }
}
