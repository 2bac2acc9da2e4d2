package io.loanwright.organization;

import io.loanwright.access.Caller;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Closes days without a person: those that are over, where a setting says from which time of day
 * on, and those of a close whose process died.
 *
 * <p>A close that a person stopped, or that could not go on, is left to people until that time of
 * the next day. One that dies again and again is, too.
 */
@Component
public class ClosingByItself {

  /** So many closes in a row may die before nobody begins another one by itself. */
  static final int DEATHS_MAX = 3;

  /** Of a day nobody begins and stops so many. */
  private static final int PAST_MAX = 20;

  private static final Caller PROGRAM = Caller.system("close of day");

  private final Organization organization;
  private final BusinessDate dates;
  private final Jobs jobs;

  ClosingByItself(Organization organization, BusinessDate dates, Jobs jobs) {
    this.organization = organization;
    this.dates = dates;
    this.jobs = jobs;
  }

  /**
   * Begins a close where one is due, on whichever instance.
   *
   * @param now the moment by which it is due
   * @return what came of it; nothing where none is due
   */
  public Optional<CloseOutcome> begin(Instant now) {
    OrganizationProfile profile = organization.current();
    if (!profile.setUp()) {
      return Optional.empty();
    }
    return next(profile, jobs.past(BusinessDate.KIND, PAST_MAX), dates::isWorkWaiting, now)
        .map(this::begin);
  }

  private CloseOutcome begin(Next next) {
    return next.through() == null ? dates.finish(PROGRAM) : dates.close(PROGRAM, next.through());
  }

  /**
   * What is to be done.
   *
   * @param through the last day to close; null where only the work of closed days is to be done
   */
  record Next(@Nullable LocalDate through) {}

  /**
   * Returns what is to be done; nothing while a close is running.
   *
   * @param past the last closes, the newest first
   * @param work tells whether closed days have left work
   */
  static Optional<Next> next(
      OrganizationProfile profile, List<PastJob> past, BooleanSupplier work, Instant now) {
    if (past.isEmpty()) {
      return due(profile, null, now);
    }
    PastJob last = past.getFirst();
    if (last.status() == Job.Status.RUNNING) {
      return Optional.empty();
    }
    boolean goesOn = last.died() && !isHopeless(past);
    if (goesOn && isOpen(last.through(), profile)) {
      return Optional.of(new Next(last.through()));
    }
    if (goesOn && work.getAsBoolean()) {
      return Optional.of(new Next(null));
    }
    return due(profile, leftAt(past), now);
  }

  /**
   * The days before the one on which the clock showed the hour of the close last.
   *
   * @param leftAt when a close was left to people; null if none was
   */
  private static Optional<Next> due(
      OrganizationProfile profile, @Nullable Instant leftAt, Instant now) {
    LocalTime at = profile.closeAt();
    if (at == null) {
      return Optional.empty();
    }
    ZoneId zone = profile.timeZone();
    LocalDate today = LocalDate.ofInstant(now, zone);
    LocalDate day = now.isBefore(moment(today, at, zone)) ? today.minusDays(1) : today;
    boolean isLeftToPeople =
        leftAt != null
            && now.isBefore(moment(LocalDate.ofInstant(leftAt, zone).plusDays(1), at, zone));
    LocalDate through = day.minusDays(1);
    return isLeftToPeople || !isOpen(through, profile)
        ? Optional.empty()
        : Optional.of(new Next(through));
  }

  private static Instant moment(LocalDate day, LocalTime at, ZoneId zone) {
    return day.atTime(at).atZone(zone).toInstant();
  }

  /** What people finished or closed since does not make it the program's again. */
  private static @Nullable Instant leftAt(List<PastJob> past) {
    return past.stream()
        .filter(job -> job.status() != Job.Status.DONE && (!job.died() || isHopeless(past)))
        .map(PastJob::endedAt)
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  private static boolean isHopeless(List<PastJob> past) {
    return past.size() >= DEATHS_MAX && past.stream().limit(DEATHS_MAX).allMatch(PastJob::died);
  }

  private static boolean isOpen(@Nullable LocalDate day, OrganizationProfile profile) {
    return day != null && !day.isBefore(profile.businessDate());
  }
}
