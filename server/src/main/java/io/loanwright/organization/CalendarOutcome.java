package io.loanwright.organization;

/** What came of a change of the working calendar. */
public sealed interface CalendarOutcome {

  /** The calendar is as asked for. */
  record Changed(WorkingCalendar calendar) implements CalendarOutcome {}

  /** Somebody else changed it meanwhile. */
  record Stale(long version) implements CalendarOutcome {}
}
