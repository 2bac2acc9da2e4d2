package io.loanwright.loan.web;

import io.loanwright.engine.replay.GivenUp;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was given up of a loan, and what was recovered of it since.
 *
 * @param eventId the event, to take it back
 * @param on its value date
 * @param givenUp what paid the loan off on that day
 * @param recovered what was paid of that since: principal first, then interest, fees and penalties
 * @param missing what was not
 */
@Schema(name = "WrittenOff")
record WrittenOffResponse(
    UUID eventId, LocalDate on, MoneyParts givenUp, MoneyParts recovered, String missing) {

  static @Nullable WrittenOffResponse of(@Nullable GivenUp givenUp) {
    return givenUp == null
        ? null
        : new WrittenOffResponse(
            givenUp.event(),
            givenUp.on(),
            MoneyParts.of(givenUp.owed()),
            MoneyParts.of(givenUp.recovered()),
            givenUp.missing().toDecimalString());
  }
}
