package io.loanwright.collection;

import io.loanwright.access.Caller;
import io.loanwright.arrears.Arrears;
import io.loanwright.arrears.ArrearsClasses;
import io.loanwright.audit.ListReadings;
import io.loanwright.collection.store.OverdueList;
import io.loanwright.identity.Users;
import io.loanwright.organization.Organization;
import io.loanwright.web.ListWindow;
import io.loanwright.web.Page;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The loans that are behind. */
@Component
public class Debts {

  private final OverdueList overdue;
  private final Arrears arrears;
  private final Users users;
  private final Organization organization;
  private final ListReadings readings;

  Debts(
      OverdueList overdue,
      Arrears arrears,
      Users users,
      Organization organization,
      ListReadings readings) {
    this.overdue = overdue;
    this.arrears = arrears;
    this.users = users;
    this.organization = organization;
    this.readings = readings;
  }

  /**
   * Some loans, and what ids and days in them mean.
   *
   * @param on the day on which they are past due
   * @param names the names of officers and of those to whom work was handed
   */
  public record Listed(
      Page<Debt> page, LocalDate on, ArrearsClasses classes, Map<UUID, String> names) {

    /** Keeps its own copy of the names. */
    public Listed {
      names = Map.copyOf(names);
    }
  }

  /** Returns a page of the loans past due that the caller may see, by what is paid now. */
  @Transactional(readOnly = true)
  public Listed overdue(Caller caller, OverdueCriteria criteria, ListWindow<OverdueSort> window) {
    ArrearsClasses classes = arrears.classes();
    OverdueFilter filter = criteria.filter(organization.businessDate(), classes.classes());
    return listed(caller, "arrears", overdue.page(caller, filter, window), filter.on(), classes);
  }

  /**
   * Returns loans with what they need to be shown; whose phone numbers somebody sees is counted in
   * the trail.
   *
   * @param list what the trail calls it
   */
  Listed listed(Caller caller, String list, Page<Debt> page, LocalDate on, ArrearsClasses classes) {
    long told =
        page.items().stream()
            .map(debt -> debt.loan().borrower())
            .filter(who -> who.phone() != null && !who.id().equals(caller.borrowerId()))
            .count();
    readings.note(caller, list, told, false);
    List<UUID> people =
        page.items().stream().flatMap(Debts::people).distinct().collect(Collectors.toList());
    return new Listed(page, on, classes, users.toldApart(caller, people));
  }

  private static Stream<UUID> people(Debt debt) {
    @Nullable UUID assigned = debt.work() == null ? null : debt.work().assignedTo();
    return Stream.concat(Stream.ofNullable(debt.loan().officerId()), Stream.ofNullable(assigned));
  }
}
