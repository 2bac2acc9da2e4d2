package io.loanwright.organization;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.organization.ClosingByItself.Next;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * When the program closes by itself; in Nairobi, three hours ahead of UTC, at half past midnight.
 */
class ClosingByItselfTest {

  private static final LocalDate TUESDAY = LocalDate.of(2026, 3, 3);
  private static final Instant WEDNESDAY_AT_20 = Instant.parse("2026-03-04T17:00:00Z");
  private static final Instant WEDNESDAY_AT_1 = Instant.parse("2026-03-03T22:00:00Z");
  private static final Instant WEDNESDAY_AT_0_20 = Instant.parse("2026-03-03T21:20:00Z");
  private static final LocalTime HALF_PAST = LocalTime.of(0, 30);

  private static OrganizationProfile on(LocalDate businessDate, @Nullable LocalTime closeAt) {
    return new OrganizationProfile(
        "Harbour",
        Currency.getInstance("KES"),
        ZoneId.of("Africa/Nairobi"),
        "en-KE",
        businessDate,
        OrganizationProfile.Registration.OFF,
        null,
        closeAt,
        true,
        1);
  }

  private static PastJob ended(Job.Status status, Instant endedAt) {
    return new PastJob(status, false, TUESDAY, endedAt);
  }

  private static PastJob died(@Nullable LocalDate through) {
    return new PastJob(Job.Status.FAILED, true, through, WEDNESDAY_AT_1);
  }

  private static Optional<Next> next(
      LocalDate businessDate, @Nullable LocalTime closeAt, List<PastJob> past, Instant now) {
    return ClosingByItself.next(on(businessDate, closeAt), past, () -> false, now);
  }

  private static Optional<Next> through(LocalDate day) {
    return Optional.of(new Next(day));
  }

  @Test
  void asInstalledPeopleCloseDays() {
    assertThat(next(TUESDAY, null, List.of(), WEDNESDAY_AT_20)).isEmpty();
  }

  @Test
  void aDayIsClosedOnTheNextOneOnceItsHourHasStruck() {
    assertThat(next(TUESDAY, HALF_PAST, List.of(), WEDNESDAY_AT_0_20)).isEmpty();
    assertThat(next(TUESDAY, HALF_PAST, List.of(), WEDNESDAY_AT_1)).isEqualTo(through(TUESDAY));
    assertThat(next(TUESDAY.plusDays(1), HALF_PAST, List.of(), WEDNESDAY_AT_20)).isEmpty();
  }

  @Test
  void allDaysThatWereMissedAreClosedWhenTheProgramIsBack() {
    LocalDate longAgo = TUESDAY.minusDays(9);
    assertThat(next(longAgo, HALF_PAST, List.of(), WEDNESDAY_AT_20)).isEqualTo(through(TUESDAY));
    assertThat(next(longAgo, HALF_PAST, List.of(), WEDNESDAY_AT_0_20))
        .as("the hour of Tuesday struck while it was off")
        .isEqualTo(through(TUESDAY.minusDays(1)));
  }

  @Test
  void nothingBeginsWhileACloseIsRunning() {
    PastJob running = ended(Job.Status.RUNNING, WEDNESDAY_AT_1);
    assertThat(next(TUESDAY, HALF_PAST, List.of(running), WEDNESDAY_AT_20)).isEmpty();
  }

  @Test
  void whatAPersonStoppedOrCouldNotGoOnWaitsForTheNextDay() {
    for (Job.Status status : List.of(Job.Status.CANCELLED, Job.Status.FAILED)) {
      List<PastJob> today = List.of(ended(status, WEDNESDAY_AT_1));
      assertThat(next(TUESDAY, HALF_PAST, today, WEDNESDAY_AT_20)).isEmpty();
      List<PastJob> finished = List.of(ended(Job.Status.DONE, WEDNESDAY_AT_20), today.getFirst());
      assertThat(next(TUESDAY, HALF_PAST, finished, WEDNESDAY_AT_20))
          .as("a person finished the work of what was stopped")
          .isEmpty();
      List<PastJob> yesterday = List.of(ended(status, WEDNESDAY_AT_0_20.minusSeconds(86_400)));
      assertThat(next(TUESDAY, HALF_PAST, yesterday, WEDNESDAY_AT_1)).isEqualTo(through(TUESDAY));
    }
  }

  @Test
  void afterACloseOfSomeDaysByHandTheOthersAreClosed() {
    List<PastJob> done = List.of(ended(Job.Status.DONE, WEDNESDAY_AT_1));
    assertThat(next(TUESDAY, HALF_PAST, done, WEDNESDAY_AT_20)).isEqualTo(through(TUESDAY));
  }

  @Test
  void aCloseThatDiedGoesOnToWhereItWasToEndEvenIfPeopleCloseDays() {
    assertThat(next(TUESDAY.minusDays(2), null, List.of(died(TUESDAY)), WEDNESDAY_AT_20))
        .isEqualTo(through(TUESDAY));
    assertThat(next(TUESDAY.plusDays(1), null, List.of(died(TUESDAY)), WEDNESDAY_AT_20))
        .as("all its days are closed and nothing is left of them")
        .isEmpty();
    OrganizationProfile closed = on(TUESDAY.plusDays(1), null);
    for (PastJob job : List.of(died(TUESDAY), died(null))) {
      assertThat(ClosingByItself.next(closed, List.of(job), () -> true, WEDNESDAY_AT_20))
          .as("only the work is left")
          .contains(new Next(null));
    }
  }

  @Test
  void aCloseThatDiesAgainAndAgainIsLeftToPeopleUntilTheNextDay() {
    List<PastJob> dead = Collections.nCopies(ClosingByItself.DEATHS_MAX, died(TUESDAY));
    assertThat(next(TUESDAY, HALF_PAST, dead, WEDNESDAY_AT_20)).isEmpty();
    assertThat(next(TUESDAY, HALF_PAST, dead, WEDNESDAY_AT_20.plusSeconds(86_400)))
        .isEqualTo(through(TUESDAY.plusDays(1)));
  }
}
