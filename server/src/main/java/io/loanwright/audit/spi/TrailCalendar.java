package io.loanwright.audit.spi;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/** Whoever knows where the days of the trail begin and end. */
public interface TrailCalendar {

  /** Returns the time zone in which people read the trail. */
  ZoneId timeZone();

  /** Returns the business date; nothing before there is one. */
  Optional<LocalDate> businessDate();
}
