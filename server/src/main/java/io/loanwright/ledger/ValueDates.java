package io.loanwright.ledger;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.ledger.store.JournalDays;
import io.loanwright.organization.Organization;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** From which days money may count that moves wallets and pays expenses. */
@Component
public class ValueDates {

  private final Organization organization;
  private final JournalDays days;

  ValueDates(Organization organization, JournalDays days) {
    this.organization = organization;
    this.days = days;
  }

  /** Why money may not count from a day. */
  public sealed interface Wrong {

    /** The day is after the business date. */
    record InFuture(LocalDate businessDate) implements Wrong {}

    /** The caller may not name a day before the business date. */
    record NotPermitted(LocalDate businessDate) implements Wrong {}

    /** The books began later. */
    record BeforeBooks(LocalDate begun) implements Wrong {}
  }

  /** Returns why money may not count from a day; nothing if it may. */
  public Optional<Wrong> wrong(Caller caller, LocalDate on) {
    LocalDate businessDate = organization.businessDate();
    if (on.isAfter(businessDate)) {
      return Optional.of(new Wrong.InFuture(businessDate));
    }
    if (!on.isBefore(businessDate)) {
      return Optional.empty();
    }
    if (!caller.may(Permission.PAYMENT_BACKDATE)) {
      return Optional.of(new Wrong.NotPermitted(businessDate));
    }
    return beforeBooks(on);
  }

  /** Returns that the books began later, if they did; also of days from which no money counts. */
  public Optional<Wrong> beforeBooks(LocalDate on) {
    LocalDate begun = begun(organization.businessDate());
    return on.isBefore(begun) ? Optional.of(new Wrong.BeforeBooks(begun)) : Optional.empty();
  }

  /** Returns the earliest value date of all entries; nothing if there is none. */
  public Optional<LocalDate> first() {
    return days.first();
  }

  /**
   * Returns the first day of the books: that of the month of the first entry, or of the year before
   * this one if that is earlier, so that who begins can enter what was before.
   */
  private LocalDate begun(LocalDate businessDate) {
    LocalDate usual = businessDate.minusYears(1).withDayOfYear(1);
    return days.first()
        .map(first -> first.withDayOfMonth(1))
        .filter(first -> first.isBefore(usual))
        .orElse(usual);
  }
}
