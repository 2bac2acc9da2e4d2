package io.loanwright.live.book;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.SplittableRandom;
import java.util.UUID;

/** The moments at which things are done, one after the other, and ids that grow with them. */
final class Acts {

  private static final int OPENS_AT = 8 * 3600;
  private static final int OPEN_SECONDS = 9 * 3600;
  private static final int LONGEST_PAUSE = 90;

  private final SplittableRandom random;
  private Instant now = Instant.EPOCH;

  Acts(SplittableRandom random) {
    this.random = random;
  }

  SplittableRandom random() {
    return random;
  }

  /** Goes to some moment of a day, or on from where it is that day, and returns an id. */
  UUID begin(LocalDate day) {
    LocalDate current = now.atOffset(ZoneOffset.UTC).toLocalDate();
    now =
        day.isAfter(current)
            ? day.atStartOfDay(ZoneOffset.UTC)
                .plusSeconds(OPENS_AT + random.nextInt(OPEN_SECONDS))
                .toInstant()
            : now.plusSeconds(1 + random.nextInt(LONGEST_PAUSE));
    return id();
  }

  Instant now() {
    return now;
  }

  /** Returns an id of now, of version 7. */
  UUID id() {
    long drawn = random.nextLong();
    long high = now.toEpochMilli() << 16 | 0x7000L | (drawn & 0xfff);
    return new UUID(high, random.nextLong() >>> 2 | 0x8000_0000_0000_0000L);
  }
}
