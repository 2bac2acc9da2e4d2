package io.loanwright.audit.spi;

import java.time.ZoneId;

/** Whoever knows where the days of the trail begin and end. */
public interface TrailCalendar {

  /** Returns the time zone in which people read the trail. */
  ZoneId timeZone();
}
