package io.loanwright.arrears;

import io.loanwright.access.Caller;
import io.loanwright.arrears.store.AccrualDayStore;
import io.loanwright.arrears.store.ClassStore;
import io.loanwright.arrears.store.DayStore;
import io.loanwright.audit.AuditTrail;
import io.loanwright.audit.Subject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The classes of arrears and the days that were closed. */
@Component
public class Arrears {

  private final ClassStore classes;
  private final DayStore days;
  private final AccrualDayStore accruals;
  private final NamedClasses named;
  private final AuditTrail trail;

  Arrears(
      ClassStore classes,
      DayStore days,
      AccrualDayStore accruals,
      NamedClasses named,
      AuditTrail trail) {
    this.classes = classes;
    this.days = days;
    this.accruals = accruals;
    this.named = named;
    this.trail = trail;
  }

  /** Returns the classes as they are now; the version is never newer than they are. */
  @Transactional(readOnly = true)
  public ArrearsClasses classes() {
    long version = classes.version();
    return new ArrearsClasses(classes.all(), version);
  }

  /**
   * Replaces the classes. What closes saw before stays as they saw it.
   *
   * @param wanted the classes, with the version that the change was made from
   */
  @Transactional
  public ClassesOutcome change(Caller caller, ArrearsClasses wanted) {
    long version = classes.lockVersion();
    if (version != wanted.version()) {
      return new ClassesOutcome.Stale(version);
    }
    List<ArrearsClass> before = classes.all();
    classes.replace(wanted.classes());
    named.changed();
    ArrearsClasses after = classes();
    trail.record(
        caller,
        "arrears_classes.change",
        new Subject("arrears_classes", AuditTrail.noId(), "Classes of arrears"),
        before,
        after.classes(),
        null);
    return new ClassesOutcome.Changed(after);
  }

  /**
   * Returns closed days, the last one first.
   *
   * @param before the last one of the page before; null for the first page
   */
  @Transactional(readOnly = true)
  public List<ClosedDay> closedDays(@Nullable LocalDate before, int limit) {
    return days.newest(before, limit);
  }

  /** Returns the interest that accrued on closed days; a day without any is left out. */
  @Transactional(readOnly = true)
  public Map<LocalDate, List<InterestOfDay>> interest(List<ClosedDay> closed) {
    return accruals.of(closed.stream().map(ClosedDay::day).toList());
  }
}
