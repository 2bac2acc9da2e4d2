package io.loanwright.collection;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.audit.ListReadings;
import io.loanwright.collection.store.SheetQuery;
import io.loanwright.collection.store.SheetQuery.Row;
import io.loanwright.identity.Users;
import io.loanwright.organization.Organization;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The lists that people take along: who should pay how much today. */
@Component
public class CollectionSheets {

  private static final int MOST_LINES = 2_000;

  private static final Comparator<SheetLine> ORDER =
      Comparator.comparing(
              SheetLine::assignee, Comparator.nullsLast(Comparator.<String>naturalOrder()))
          .thenComparing(SheetLine::branchId)
          .thenComparing(SheetLine::borrowerName)
          .thenComparing(SheetLine::loanNumber);

  private final SheetQuery query;
  private final Users users;
  private final Organization organization;
  private final ListReadings readings;

  CollectionSheets(
      SheetQuery query, Users users, Organization organization, ListReadings readings) {
    this.query = query;
    this.users = users;
    this.organization = organization;
    this.readings = readings;
  }

  /** Returns the sheet of a day, as far as the caller reaches. */
  @Transactional(readOnly = true)
  public SheetOutcome sheet(Caller caller, SheetCriteria criteria) {
    SheetOutcome made = sheet(caller, List.of(Permission.COLLECTION_QUEUE), criteria);
    if (made instanceof SheetOutcome.Sheet sheet) {
      long told = sheet.lines().stream().filter(line -> line.phone() != null).count();
      readings.note(caller, "collection sheet", told, false);
    }
    return made;
  }

  /** Returns the same of what the caller may take away as well. */
  @Transactional(readOnly = true)
  public SheetOutcome sheetToTake(Caller caller, SheetCriteria criteria) {
    return sheet(caller, List.of(Permission.COLLECTION_QUEUE, Permission.REPORT_RUN), criteria);
  }

  private SheetOutcome sheet(Caller caller, List<Permission> within, SheetCriteria criteria) {
    LocalDate on = criteria.on() == null ? organization.businessDate() : criteria.on();
    List<Row> rows = query.rows(caller, within, criteria, on, MOST_LINES + 1);
    if (rows.size() > MOST_LINES) {
      return new SheetOutcome.TooLong(MOST_LINES);
    }
    List<UUID> people =
        rows.stream()
            .flatMap(row -> Stream.ofNullable(row.assigneeId()))
            .distinct()
            .collect(Collectors.toList());
    Map<UUID, String> names = users.toldApart(people);
    return new SheetOutcome.Sheet(
        on,
        rows.stream()
            .map(row ->
                new SheetLine(
                    row.loanNumber(),
                    row.borrowerName(),
                    row.phone(),
                    row.branchId(),
                    row.assigneeId() == null ? null : names.get(row.assigneeId()),
                    row.due(),
                    row.pastDue()))
            .sorted(ORDER)
            .toList());
  }
}
